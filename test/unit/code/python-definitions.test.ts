import { reads } from "./python.ts";

describe("Python: functions and classes", () => {
  describe("functions", () => {
    reads({
      "every kind of parameter": [
        "def f(a, /, b: int, c=1, *d, e, g: str = h(), **i) -> None: return",
        "(const f (function f (a b c=1 ...d e g=(call h) ...i) {(return)}))",
      ],
      "parameters behind a lone star": ["def f(*, a: int = 1): return a", "(const f (function f (a=1) {(return a)}))"],
      "decorators, in order": ["@a\n@b.c(1, d=2)\ndef f(): pass", "(const f (@a @(call b.c 1 d=2) function f () {}))"],
      asynchronous: ["async def f(): return await g()", "(const f (async function f () {(return (await (call g)))}))"],
      "a generator, by its own yield alone": [
        "def f():\n  def g():\n    yield 1\n  return g\ndef h():\n  if a:\n    yield",
        "(const f (function f () {(const g (generator g () {(op yield 1)})); (return g)}))",
        "(const h (generator h () {(if a {(op yield)})}))",
      ],
      "type parameters": ["def f[T: int](x: list[T]) -> T: return x", "(const f (function f (x) {(return x)}))"],
      "several values": ["def f(): return 1, *a", "(const f (function f () {(return [1 ...a])}))"],
    });
  });

  describe("classes", () => {
    reads({
      "bases, and what is none": ["class A(B, c.D[E], metaclass=M, total=False): pass", "(const A (class A extends B extends c.D[E]))"],
      "the constructor, methods and their self": [
        "class A:\n  def __init__(self, db):\n    self.db = db\n  async def get(this, key: str): return await this.db.get(key)",
        "(const A (class A (member constructor (function __init__ (db) {(= this.db db)})) (member get (async function get (key) {(return (await (call this.db.get key)))}))))",
      ],
      "static and class methods": [
        "class A:\n  @staticmethod\n  def s(a): return a\n  @classmethod\n  def c(cls, a): return cls(a)",
        "(const A (class A (static s (@staticmethod function s (a) {(return a)})) (static c (@classmethod function c (a) {(return (call this a))}))))",
      ],
      properties: [
        "class A:\n  @property\n  def p(self): return self._p\n  @p.setter\n  def p(self, v): self._p = v",
        "(const A (class A (member p (@property function p () {(return this._p)})) (member p (@p.setter function p (v) {(= this._p v)}))))",
      ],
      fields: [
        `class A:\n  """Doc."""\n  x = y = f()\n  z: int = field(default=1)\n  w: str`,
        "(const A (class A (static y (call f)) (static x (call f)) (static z (call field default=1)) (member w)))",
      ],
      "super, with and without arguments": [
        "class A(B):\n  def m(self): super().m(super(A, self).n, super(B))",
        "(const A (class A extends B (member m (function m () {(call super.m super.n (call super B))}))))",
      ],
      "a self seen from inside": [
        "class A:\n  def m(self):\n    f(lambda x: self.x)\n    def g(): return self.y\n    def h(self): return self.z",
        "(const A (class A (member m (function m () {(call f (arrow (x) {(return this.x)})); (const g (function g () {(return this.y)})); (const h (function h (self) {(return self.z)}))}))))",
      ],
      "what may be declared is a member": [
        "class A:\n  if f():\n    x = 1\n  else:\n    def x(self): pass\n  try:\n    y = 2\n  except E:\n    y = 3",
        "(const A (class A (static - (call (function () {(call f)}))) (static x 1) (member x (function x () {})) (static y 2) (static y 3)))",
      ],
      "what only runs is kept": ["class A:\n  f(1)\n  import m", `(const A (class A (static - (call (function () {(call f 1)}))) (static m (import "m"))))`],
      "nested classes, decorated": [
        "@dataclass(frozen=True)\nclass A:\n  class B: pass",
        "(const A (@(call dataclass frozen=true) class A (static B (class B))))",
      ],
    });
  });
});
