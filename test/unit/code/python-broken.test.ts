import { deepStrictEqual, ok, strictEqual } from "node:assert";
import { everyCodeIn } from "../../../server/src/model/code/traverse.ts";
import { printed } from "./print.ts";
import { readsPython } from "./python.ts";

describe("Python: text that does not parse", () => {
  it("a sound text has nothing broken", () => check("a()\nif b:\n    pass\nc()", "", "(call a)\n(if b {})\n(call c)"));

  it("a block that is still to be written", () => check("a()\nif b:\n    # to do\nc()", "if b:", "(call a)\n(if b {})\n(call c)"));

  it("a line that is not finished does not go on in the next, whatever is read", async () => {
    await check("x = client.\ny = 1\n", "x = client.\ny = 1", "(= x (= client.y 1))");
    await check("import \nb()\n", "import \nb", `import * of "b" as b\n[]`);
  });

  it("brackets, a backslash and a long text go on", () =>
    check(`a(b,\n  c)\nx = \\\n  y\nz = """\n""" + w[\n0]\n`, "", `(call a b c)\n(= x y)\n(= z (op + "\\n" w[0]))`));

  it("a name that is still to be written is not known", () => check("for in x: a()", "", "(each (other) x {(call a)})", 3));

  it("what stands around an unfinished line is read", () => check("a(1)\nx = b(\n", "x = b(", "(call a 1)\nx\nb"));

  it("a statement of Python 2 is broken, and nothing else", () => check(`a()\nprint "x", y()\nb()`, `print "x", y()`, "(call a)\n(call b)"));

  it("what is missing is an empty span", () => check("def f(:\n  a()", "", "(const f (function f () {(call a)}))", 6));

  it("whatever is typed, nothing fails", async () => {
    const text = `@a\nasync def f(self, *b, c=f"{d:{e}}", **g):\n  with h as (i, j), k: l[m:n] = lambda: {**o, "p": [q async for r in s]}\n  match t:\n    case {"u": v}: raise W from x\n  try: y\n  except* Z: pass\n`;
    for (let end = 0; end <= text.length; end += 1) await readsPython(text.slice(0, end));
    for (let start = 0; start <= text.length; start += 1) await readsPython(text.slice(start));
    for (let at = 0; at <= text.length; at += 1) await readsPython(text.slice(0, at) + text.slice(at + 3));
  });

  it("every call in a broken text is still reached", async () => {
    for (const text of ["def f(:\n  a(1)", "x = [a(1), \n", "if a(1)\n  b", "class A(\n  def m(self): a(1)", "{a(1): }", "return = a(1)"]) {
      const calls = [...everyCodeIn((await readsPython(text)).body)].filter((code) => code.is === "call");
      ok(calls.length > 0, text);
    }
  });
});

describe("Python: text that is nested too deeply", () => {
  const deep: Readonly<Record<string, string>> = {
    brackets: `${"(".repeat(10_000)}1${")".repeat(10_000)}`,
    lists: "[".repeat(10_000) + "]".repeat(10_000),
    calls: `${"f(".repeat(10_000)}${")".repeat(10_000)}`,
    members: `a${".b".repeat(10_000)}`,
    sums: Array(10_000).fill("a").join(" + "),
    lambdas: `${"lambda: ".repeat(10_000)}a`,
    assignments: `${"a = ".repeat(10_000)}b`,
    conditions: `${"a if b else ".repeat(10_000)}c`,
    comprehensions: `[a${" for b in c".repeat(10_000)}]`,
    alternatives: `if a: b\n${"elif a: b\n".repeat(10_000)}`,
    cases: `match a:\n${"  case 1: b\n".repeat(10_000)}`,
  };
  for (const [name, text] of Object.entries(deep)) {
    it(`${name} are cut, said to be broken, and what stands around is read`, async () => {
      const module = await readsPython(`before()\n${text}\nafter()`);
      ok(module.broken.length > 0);
      ok(JSON.stringify(module).length > 0);
      const lines = printed(module).split("\n");
      deepStrictEqual([lines[0], lines.at(-1)], ["(call before)", "(call after)"]);
    });
  }

  it("a row of many is no nesting", async () => {
    const { broken } = await readsPython(`x = [${"a, ".repeat(10_000)}]\n${"b()\n".repeat(2000)}${"'c' ".repeat(2000)}\n`);
    strictEqual(broken.length, 0);
  });
});

describe("Python: style", () => {
  const style = async (text: string) => (await readsPython(text)).style;

  it("is that of its formatters where the text does not tell", async () => {
    deepStrictEqual(await style("a = 1"), { quote: '"', semicolons: false, indent: "    ", imports: "import" });
  });

  it("has the quotes that are used more, documentation aside", async () => {
    strictEqual((await style(`"""a"""\nx = 'b', 'c', "d"`)).quote, "'");
    strictEqual((await style(`x = 'b', "c", f"{d}"`)).quote, '"');
  });

  it("has the step by which most blocks are indented", async () => {
    strictEqual((await style("def f():\n  if a:\n    b\n  x(\n          1)\n")).indent, "  ");
    strictEqual((await style("class A:\n\tdef f(self):\n\t\tb\n")).indent, "\t");
    strictEqual((await style("def f():\r\n   a\r\nif b: c\r\n")).indent, "   ");
  });
});

/** `broken` is the text that could not be read; where it is empty, at `missing` something is missing, or nothing is. */
async function check(text: string, broken: string, expected: string, missing?: number): Promise<void> {
  const module = await readsPython(text);
  strictEqual(printed(module), expected);
  const spans = module.broken.map(({ start, end }) => [text.slice(start, end), start]);
  const wanted = broken === "" ? (missing === undefined ? [] : [["", missing]]) : [[broken, text.indexOf(broken)]];
  deepStrictEqual(spans, wanted);
}
