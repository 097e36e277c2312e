import { reads } from "./python.ts";

describe("Python: statements", () => {
  describe("assignments", () => {
    reads({
      "chained and augmented": ["a = b = c\na.b += 1", "(= a (= b c))", "(+= a.b 1)"],
      "with a type": ["x: int = 1\ny: str\nz.w: int = 2", "(= x 1)", "(let y)", "(= z.w 2)"],
      "to several": ["a, (b, c.d), e[0] = f", "(= [a [b c.d] e[0]] f)"],
      "from a star on a position says nothing": ["a, *b, c = d", "(= [a {...b} {...c}] d)"],
      "two on a line": ["a = 1; b()", "(= a 1)", "(call b)"],
      "to a name in brackets": ["(a) = 1", "(= a 1)"],
      "type aliases": ["type Names[T] = list[T]", "(const Names (other))"],
    });
  });

  describe("what is said to nobody", () => {
    reads({
      "documentation, pass and ellipsis": [`"""Doc."""\npass\n...\ndef f():\n  'Doc' " more"\n  a()`, "(const f (function f () {(call a)}))"],
      "a template still computes": [`f"{a()}"`, "(template (call a))"],
    });
  });

  describe("branches", () => {
    reads({
      "if, elif, else": ["if a: b()\nelif c(): d()\nelse:\n  e()", "(if a {(call b)} else {(if (call c) {(call d)} else {(call e)})})"],
      "the main block": [`if __name__ == "__main__":\n  main()`, `(if (op == __name__ "__main__") {(call main)})`],
      "match on values": [
        `match event["kind"]:\n  case "a": f()\n  case Kind.B: g()\n  case _: h()`,
        `(if (op == event["kind"] "a") {(call f)} else {(if (op == event["kind"] Kind.B) {(call g)} else {(call h)})})`,
      ],
      "match computes its subject once": ["match f():\n  case 1: a()\n  case 2: b()", "(if (op == (call f) 1) {(call a)} else {(if (op case 2) {(call b)})})"],
      "match on forms, with captures and guards": [
        `match x:\n  case {"k": v, **r} | [v, *r] if g(v): a(v)\n  case Point(px, y=0) as p: b(p)`,
        `(if (op case x "k" (call g v)) {(= v (other)); (= r (other)); (= v (other)); (= r (other)); (call a v)} else {(if (op case x Point 0) {(= px (other)); (= p (other)); (call b p)})})`,
      ],
      "a name catches all and is the subject": [
        "match x:\n  case 1: a()\n  case other: b(other)",
        "(if (op == x 1) {(call a)} else {(= other x); (call b other)})",
      ],
      "match with a default alone": ["match f():\n  case _: a()", "(call f)", "(call a)"],
    });
  });

  describe("loops", () => {
    reads({
      "for and while": ["for a, b in c():\n  break\nwhile d:\n  continue", "(each [a b] (call c) {(leave)})", "(while d {(leave)})"],
      "the else of a loop stands behind it": [
        "for a in b: c()\nelse:\n  d()\nwhile e: f()\nelse: g()",
        "(each a b {(call c)})",
        "(call d)",
        "(while e {(call f)})",
        "(call g)",
      ],
      asynchronous: ["async def f():\n  async for a in b: c()", "(const f (async function f () {(each-async a b {(call c)})}))"],
      "over what is not in brackets": ["for a in 1, *b: pass", "(each a [1 ...b] {})"],
    });
  });

  describe("exceptions", () => {
    reads({
      "all parts": [
        "try:\n  a()\nexcept (A, m.B) as e:\n  b(e)\nexcept C:\n  raise\nexcept:\n  pass\nelse:\n  c()\nfinally:\n  d()",
        "(try {(call a)} (catch A m.B as e {(call b e)}) (catch C {(throw)}) (catch {}) else {(call c)} finally {(call d)})",
      ],
      "groups, and types without brackets": [
        "try: a()\nexcept* A as e: b()\ntry: c()\nexcept A, B: d()",
        "(try {(call a)} (catch A as e {(call b)}))",
        "(try {(call c)} (catch A B {(call d)}))",
      ],
      "the cause is computed beside what is raised": ["raise A(x) from b(e)\nraise A from None", "(call b e)", "(throw (call A x))", "(throw A)"],
      assert: [`assert f(x), "no"`, `(op assert (call f x) "no")`],
    });
  });

  describe("blocks", () => {
    reads({
      with: ["with a() as b, c, d as (e, f): g()", "(block (use (call a) b) (use c) (use d [e f]) {(call g)})"],
      "with in brackets": ["with (\n  a() as b,\n  c,\n): g()", "(block (use (call a) b) (use c) {(call g)})"],
      "async with": ["async def f():\n  async with a() as b: await b.c()", "(const f (async function f () {(block (use (call a) b) {(await (call b.c))})}))"],
      "with to a member": ["with a() as self.b: c()", "(block (use (call a) self.b) {(call c)})"],
    });
  });

  describe("names of other scopes", () => {
    reads({
      "global and nonlocal": ["def f():\n  global a, b\n  nonlocal c\n  a = 1", "(const f (function f () {(share a b); (share c); (= a 1)}))"],
      del: ["del a, b.c, d['e']", `(op del a b.c d["e"])`],
    });
  });
});
