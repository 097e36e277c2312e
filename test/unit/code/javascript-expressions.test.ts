import { reads } from "./javascript.ts";

describe("JavaScript: expressions", () => {
  describe("literals", () => {
    reads("javascript", {
      "texts of either quote": [`a("x", 'y', "")`, `(call a "x" "y" "")`],
      "escapes in texts": [
        String.raw`a("\n\t\x41\u0042\u{1F600}\'\q", "one\
two")`,
        `(call a "\\n\\tAB😀'q" "onetwo")`,
      ],
      "numbers of any notation": ["a(1_000, 0x1F, 0b11, 0o17, 017, 1.5e3, 10n, .5)", "(call a 1000 31 3 15 15 1500 10 0.5)"],
      "a negative number": ["a(-5, - 0x10, -b)", "(call a -5 -16 (op - b))"],
      "flags and nothing": ["a(true, false, null, undefined, void 0, void b())", "(call a true false nothing nothing nothing (op void (call b)))"],
      "a template literal": ["a(`x${b}y${c()}`)", `(call a (template "x" b "y" (call c)))`],
      "a template literal in another": ["a(`x${`y${b}`}`)", `(call a (template "x" (template "y" b)))`],
      "a template literal without code is a text": ["a(`x\\n`, ``)", `(call a "x\\n" "")`],
      "a template literal of code alone": ["a(`${b}`)", "(call a (template b))"],
      "a regular expression": ["/a(b)/g.test(x)", "(call (other).test x)"],
    });
  });

  describe("names and members", () => {
    reads("javascript", {
      "members and literal keys": [`a.b["c"].d`, `a.b["c"].d`],
      "items by number and by name": ["a[0][b]", "a[0][b]"],
      "a template literal as key": ["a[`b`]", `a["b"]`],
      "optional chaining": [`a?.b?.["c"]?.[d]?.(e)`, `(call a.b["c"][d] e)`],
      "names of other scripts": ["größe.länge(aß1, 漢, $a_1)", "(call größe.länge aß1 漢 $a_1)"],
      "this, super and private names": [
        "class A { m() { super.m(this.#x); return #x in this } }",
        "(const A (class A (member m (function m () {(call super.m this.#x); (return (op in #x this))}))))",
      ],
      "words of the language with dots": ["a(new.target, import.meta.url)", "(call a new.target import.meta.url)"],
    });
  });

  describe("calls", () => {
    reads("javascript", {
      "arguments and spreads": ["a(b, ...c, d)", "(call a b ...c d)"],
      "a constructor with and without arguments": ["a(new B(c), new D, new e.F)", "(call a (new B c) (new D) (new e.F))"],
      "a tagged template": ["sql`select ${id}`; tag`plain`", `(call sql (template "select " id))\n(call tag (template "plain"))`],
      "a call as compilers write it, without the module as this": ["(0, client_1.send)(x)", "(call client_1.send x)"],
      "a function that is called at once": ["(async () => { await a(); })();", "(call (async function () {(await (call a))}))"],
      "require with a literal": [`require("x").y()`, `(call (import "x").y)`],
      "require of what is computed": ["require(name); require(a() + b)", "(import ?)\n(other (import ?) (op + (call a) b))"],
      "a dynamic import": [`await import("x", { with: { type: "json" } }); import(y)`, `(await (import-async "x"))\n(import-async ?)`],
      "require.resolve is no import": [`require.resolve("x")`, `(call require.resolve "x")`],
    });
  });

  describe("require under another meaning stays a call", () => {
    reads("javascript", {
      "a parameter": [`define(function (require) { require("x") })`, `(call define (function (require) {(call require "x")}))`],
      "a function of the module, declared below": [`require("x"); function require() {}`, `(call require "x")\n(const require (function require () {}))`],
      "an import": [`import { require } from "m"; require("x");`, `import require of "m" as require\n(call require "x")`],
      "but not what createRequire makes": [
        `import { createRequire } from "node:module"; const require = createRequire(import.meta.url); require("x");`,
        `import createRequire of "node:module" as createRequire
         (const require (call createRequire import.meta.url))
         (import "x")`,
      ],
    });
  });

  describe("objects and lists", () => {
    reads("javascript", {
      "entries of any key": [`a({ b: 1, "c-d": 2, 3: 4, ["e"]: 5, f })`, "(call a {b: 1, c-d: 2, 3: 4, e: 5, f: f})"],
      "methods are entries": [
        "a({ b() {}, async *c() {}, async d() {} })",
        "(call a {b: (function b () {}), c: (async generator c () {}), d: (async function d () {})})",
      ],
      "a spread leaves it open": ["a({ ...b(), c })", "(call a {c: c, …, ...(call b)})"],
      "a computed key leaves it open": ["a({ [b()]: c })", "(call a {…, (call b), c})"],
      "an accessor leaves it open, for its value is what it returns": ["a({ get b() { return c() } })", "(call a {…, (function b () {(return (call c))})})"],
      "lists with holes and spreads": ["a([b, , c, ...d], [,])", "(call a [b nothing c ...d] [])"],
      "a hole counts where there is a comment with a comma": ["a([ /* x, y */ , b])", "(call a [nothing b])"],
    });
  });

  describe("operations", () => {
    reads("javascript", {
      choices: ["a(b ?? c, b || c, b && c, b ? c : d)", "(call a (?? b c) (|| b c) (&& b c) (?: b c d))"],
      "binary operators": [
        `a(b + "c", b === c, b instanceof C, "b" in c, b ** 2)`,
        `(call a (op + b "c") (op === b c) (op instanceof b C) (op in "b" c) (op ** b 2))`,
      ],
      "unary operators": ["a(!b, typeof b, delete b.c, i++, --i)", "(call a (op ! b) (op typeof b) (op delete b.c) (op ++ i) (op -- i))"],
      "a comment beside an operator": ["a(b /* - */ + c)", "(call a (op + b c))"],
      await: ["a(await b)", "(call a (await b))"],
      yield: ["function* a() { yield; yield b(); yield* c() }", "(const a (generator a () {(op yield); (op yield (call b)); (op yield* (call c))}))"],
      "a comma": ["a(), b()", "(op , (call a) (call b))"],
      brackets: ["((a))((b))", "(call a b)"],
    });
  });

  describe("assignments", () => {
    reads("javascript", {
      "to names and members": [`a = b.c = d["e"] = f[g] = 1`, `(= a (= b.c (= d["e"] (= f[g] 1))))`],
      "of any operator": ["a ??= b; a ||= c; a += 1; a >>>= 2", "(??= a b)\n(||= a c)\n(+= a 1)\n(>>>= a 2)"],
      "that take apart": ["({ a, b: c.d } = e); [a, b] = f", "(= {a: a, b: c.d} e)\n(= [a b] f)"],
    });
  });

  describe("functions", () => {
    reads("javascript", {
      arrows: [
        "a(b => c(b), async (d, e) => { f() }, () => ({ g: 1 }))",
        "(call a (arrow (b) {(return (call c b))}) (async function (d e) {(call f)}) (arrow () {(return {g: 1})}))",
      ],
      "an arrow of which async is the parameter": ["a(async => async)", "(call a (arrow (async) {(return async)}))"],
      "function expressions": [
        "a(function () {}, async function b() {}, function* () {}, async function* c() {})",
        "(call a (function () {}) (async function b () {}) (generator () {}) (async generator c () {}))",
      ],
      "parameters of every kind": [
        "function a(b, { c, d: [e] } = f(), [g = 1], ...h) {}",
        "(const a (function a (b {c: c, d: [e]}=(call f) {0: g=1} ...h) {}))",
      ],
      "rest of another pattern": ["function a(...[b, ...c]) {}", "(const a (function a (...[b {...c}]) {}))"],
    });
  });

  describe("classes", () => {
    reads("javascript", {
      "methods, fields, accessors": [
        "class A extends b.C { x = 1; static y; #z = f(); constructor() { super(); } get w() { return 1 } static async *m() {} 'q r'() {} 5() {} }",
        `(const A (class A extends b.C (member x 1) (static y) (member #z (call f)) (member constructor (function constructor () {(call super)}))
         (member w (function w () {(return 1)})) (static m (async generator m () {})) (member q r (function q r () {})) (member 5 (function 5 () {}))))`.replace(
          /\n\s*/g,
          " ",
        ),
      ],
      "members that are called like keywords": [
        "class A { static() {} async() {} get() {} static static = 1 }",
        "(const A (class A (member static (function static () {})) (member async (function async () {})) (member get (function get () {})) (static static 1)))",
      ],
      "what runs when the class is made": [
        "class A { static { b() } [c()]() {} @d() e = 1 }",
        "(const A (class A (static - (call (function () {(call b)}))) (static - (call c)) (member - (function () {})) (static - (call d)) (member e 1)))",
      ],
      decorators: ["@a @b.c() class D { @e(f) m() {} }", "(const D (@a @(call b.c) class D (member m (@(call e f) function m () {}))))"],
      "class expressions": ["a(class {}, class B extends mixin(C) {})", "(call a (class) (class B extends (call mixin C)))"],
    });
  });

  describe("JSX", () => {
    reads("javascript", {
      "components, attributes and children": [
        "a(<B.C x={d()} y='z' {...e}>text {f()} <g onClick={() => h()} /> {/* none */}</B.C>)",
        "(call a (other B.C (call d) ...e (call f) (other (arrow () {(return (call h))}))))",
      ],
      "elements of the page are no names": ["a(<><div><Item/></div></>)", "(call a (other (other (other Item))))"],
      "a name in braces is one": ["a(<b>{c}</b>)", "(call a (other c))"],
      "an element as attribute": ["a(<B x=<C y={d()} /> />)", "(call a (other B (other C (call d))))"],
    });
  });

  describe("TypeScript: what is gone at run time", () => {
    reads("typescript", {
      "assertions and brackets": ["a((b as C)!, d satisfies E, <F>g(), process.env.X!)", "(call a b d (call g) process.env.X)"],
      "an assertion on the left": ["(a as any).b = 1; a!.c = 2; (d as any) = 3", "(= a.b 1)\n(= a.c 2)\n(= d 3)"],
      "type arguments": ["a<B>(c); new D<E>(f); const g = h<I>;", "(call a c)\n(new D f)\n(const g h)"],
      "types of functions": ["function a<T extends B>(this: C, d?: E, f: G = h()): asserts d is I {}", "(const a (function a (d f=(call h)) {}))"],
      "a rest and a name that are typed": ["function a({ b }: C, ...d: E[]) {}", "(const a (function a ({b: b} ...d) {}))"],
      "members without code": [
        "abstract class A<T> extends B<T> implements C, D { declare e: F; g?: H; readonly i: J = k(); abstract l(): void; m(x: string): void; m(x: any) {} [key: string]: any; }",
        "(const A (class A extends B (member e) (member g) (member i (call k)) (member m (function m (x) {}))))",
      ],
      "parameter properties": [
        "class A { constructor(private readonly b: B = c(), d: D, public e?: E) { f() } }",
        "(const A (class A (member b) (member e) (member constructor (function constructor (b=(call c) d e) {(= this.b b); (= this.e e); (call f)}))))",
      ],
      "decorators of methods, fields and parameters": [
        "@a() class B { @c() d() {} @e({ f: g() }) h: I; constructor(@j(k()) private l: M) {} }",
        "(const B (@(call a) class B (member d (@(call c) function d () {})) (static - (call e {f: (call g)})) (member h) (static - (call j (call k))) (member l) (member constructor (function constructor (l) {(= this.l l)}))))",
      ],
      "modifiers in every order": [
        "class A { private static async a() {} protected override readonly b = 1; static readonly c = 2; public get d() { return 1 } }",
        "(const A (class A (static a (async function a () {})) (member b 1) (static c 2) (member d (function d () {(return 1)}))))",
      ],
    });
    reads("tsx", { "an arrow with type parameters": ["const a = <T,>(b: T) => <C>{b}</C>", "(const a (arrow (b) {(return (other C b))}))"] });
  });
});
