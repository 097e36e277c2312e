import { reads } from "./python.ts";

describe("Python: expressions", () => {
  describe("literals", () => {
    reads({
      "texts of every quote": [`a("x", 'y', """z\n""", '''w''', "")`, `(call a "x" "y" "z\\n" "w" "")`],
      "escapes have their value": [
        String.raw`a("\n\t\x41\u00e9\U0001F600\101\'\"\q\\", "one\
two")`,
        `(call a "\\n\\tAé😀A'\\"\\\\q\\\\" "onetwo")`,
      ],
      "raw and byte texts": [String.raw`a(r"\d\n", b"\x00\u0041", Rb'\x', u"é")`, String.raw`(call a "\\d\\n" "\u0000\\u0041" "\\x" "é")`],
      "a character by its name is not known": [String.raw`a("\N{DASH}", "x" f"\N{DASH}y")`, `(call a (template (other)) (template "x" (other)))`],
      "texts beside each other are one": [`a("x" 'y'\n  r"\\d")`, String.raw`(call a "xy\\d")`],
      "line breaks of a text are the same however the file ends its lines": ['a("""x\r\ny""")', `(call a "x\\ny")`],
      "numbers of any notation": ["a(1_000, 0xFF, 0b11, 0o17, 1.5e3, .5, 00)", "(call a 1000 255 3 15 1500 0.5 0)"],
      "a sign is part of a number": ["a(-5, -x, +1, ~2)", "(call a -5 (op - x) (op + 1) (op ~ 2))"],
      "imaginary numbers and those of Python 2 have no value": ["a(2j, 0777, 10L)", "(call a (other) (other) (other))"],
      "flags, nothing and the ellipsis": ["a(True, False, None, ...)", "(call a true false nothing (other))"],
    });
  });

  describe("templates", () => {
    reads({
      "text and code": [`f"orders-{stage}-{f(x)}"`, `(template "orders-" stage "-" (call f x))`],
      "braces written twice, and escapes": [String.raw`a(f"{{x}}\n{y}")`, String.raw`(call a (template "{x}\n" y))`],
      "without code it is a text": ["a(f'x', rf'\\d')", String.raw`(call a "x" "\\d")`],
      "what is formatted is not the text of the value": [
        `a(f"{x!r}{y:>{width(1)}}{z:.2f}")`,
        "(call a (template (other x) (other y (call width 1)) (other z)))",
      ],
      "an expression that shows itself": [`f"{x = }"`, `(template "x =" (other x))`],
      "beside a text": [`a("x-" f"{y}" "-z")`, `(call a (template "x-" y "-z"))`],
      "with quotes inside": [`f"{x["k"]}"`, `(template x["k"])`],
      "a prefix letter inside the quotes is no prefix": [`a("f{x}", 'f')`, `(call a "f{x}" "f")`],
    });
  });

  describe("collections", () => {
    reads({
      dictionaries: [`a({"x": 1, 'y': {"z": b()}})`, "(call a {x: 1, y: {z: (call b)}})"],
      "spreads and computed keys leave a dictionary open": [`a({"x": 1, **b, c(): d, 1: e})`, "(call a {x: 1, …, ...b, (call c), d, 1, e})"],
      "a key of texts beside each other": [`{"x" "y": 1}`, "{xy: 1}"],
      "lists, tuples and sets": ["a([1, *b], (1,), (), {1, 2}, (1, 2))", "(call a [1 ...b] [1] [] [1 2] [1 2])"],
      "a tuple without brackets": ["x = 1, *a", "(= x [1 ...a])"],
      "brackets that group say nothing": ["((a))(((b)))", "(call a b)"],
    });
  });

  describe("members and items", () => {
    reads({
      "members and literal keys": [`a.b["c"].d`, `a.b["c"].d`],
      items: ["a[0][i]", "a[0][i]"],
      "a computed text is no key": [`a[f"{b}"]`, "a[(template b)]"],
      "slices and several indices": ["a(b[1:f(2)], b[:], b[i, j])", "(call a b[(other 1 (call f 2))] b[(other)] b[[i j]])"],
      "the constructor has the name that it has in every language": ["Base.__init__(x)", "(call Base.constructor x)"],
    });
  });

  describe("calls", () => {
    reads({
      "positional, named and spread": ["a(b, *c, d=1, **e)", "(call a b ...c ...e d=1)"],
      "a generator as the only argument": ["any(x for x in y)", "(call any (each x y x))"],
      "print is a call": ["print(x, file=y)", "(call print x file=y)"],
      "over several lines, with comments": ["a(\n  b,  # first\n  # second\n  c=1,\n)", "(call a b c=1)"],
      "modules by name": [
        `a(importlib.import_module("x.y"), import_module(".z", __package__), __import__("w"))`,
        `(call a (import "x.y") (import ".z") (import "w"))`,
      ],
      "modules whose name is computed keep what computes it": [
        `a(importlib.import_module(f(x)), import_module(".z", y), __import__("x.y"))`,
        `(call a (other (import ?) (call f x)) (other (import ?) ".z" y) (other (import ?) "x.y"))`,
      ],
    });
  });

  describe("operators", () => {
    reads({
      "and, or": ["a or b and c", "(|| a (&& b c))"],
      "the test of a conditional expression comes first": ["x() if y else z", "(?: y (call x) z)"],
      "not, in, is": [
        "a(not b, b in c, b not in c, b is None, b is not c)",
        "(call a (op not b) (op in b c) (op not in b c) (op is b nothing) (op is not b c))",
      ],
      "a chain of comparisons has each operand once": ["a < f() <= c", "(op < <= a (call f) c)"],
      arithmetic: ["a + b * c % d", "(op + a (op % (op * b c) d))"],
      "await and yield": [
        "async def f():\n  x = await g()\n  y = yield x\n  yield from y\n  yield",
        "(const f (async generator f () {(= x (await (call g))); (= y (op yield x)); (op yield from y); (op yield)}))",
      ],
      "the walrus assigns": ["if (n := f()) > 1: a(n)", "(if (op > (= n (call f)) 1) {(call a n)})"],
    });
  });

  describe("comprehensions", () => {
    reads({
      "of every kind": [
        "a([x for x in y], {x for x in y}, (x for x in y), {k: v for k, v in y})",
        "(call a (each x y x) (each x y x) (each x y x) (each [k v] y k v))",
      ],
      "tests come behind what is computed": ["[f(x) for x in y if x if g(x)]", "(each x y (call f x) x (call g x))"],
      "a second loop is inside the first": ["[f(x) for y in z if a for x in y if b]", "(each y z (each x y (call f x) b) a)"],
      asynchronous: ["[x async for x in y]", "(each-async x y x)"],
    });
  });

  describe("lambdas", () => {
    reads({
      "with and without parameters": ["a(lambda: b(), lambda x, *y, z=1: x)", "(call a (arrow () {(return (call b))}) (arrow (x ...y z=1) {(return x)}))"],
    });
  });
});
