import { deepStrictEqual, ok, strictEqual } from "node:assert";
import type { Span } from "../../../server/src/base/span.ts";
import type { Code, Statement } from "../../../server/src/model/code/code.ts";
import type { Module } from "../../../server/src/model/code/module.ts";
import type { GrammarName } from "../../../server/src/syntax/code/parser.ts";
import { read } from "./javascript.ts";

describe("JavaScript: where things stand", () => {
  spans("a call", "⟦a.b(c)⟧;", ({ body }) => evaluated(body).at);
  spans("its arguments", "a.b⟦(c, d)⟧;", ({ body }) => called(body).argumentsAt);
  spans("arguments that are not written", "new A⟦⟧;", ({ body }) => called(body).argumentsAt);
  spans("a statement", "a(); ⟦b();⟧", ({ body }) => body[1]?.at);
  spans("a declaration, for each of its names", "⟦const a = 1, b = 2;⟧", ({ body }) => body[1]?.at);
  spans("what is exported, from the word on", "⟦export const a = 1;⟧", ({ body }) => body[0]?.at);
  spans("an exported name", "export const ⟦a⟧ = 1;", ({ exports }) => exports[0]?.nameAt);
  spans("a default export's word", "export ⟦default⟧ a;", ({ exports }) => exports[0]?.nameAt);
  spans("another name of an export", "export { a as ⟦b⟧ };", ({ exports }) => exports[0]?.nameAt);
  spans("a CommonJS export", "exports.⟦a⟧ = 1;", ({ exports }) => exports[0]?.nameAt);
  spans("an import", `⟦import a from "b";⟧ c();`, ({ imports }) => imports[0]?.at);
  spans("where it is from", `import a from "⟦b⟧";`, ({ imports }) => imports[0]?.specifierAt);
  spans("a member's key", "a.⟦b⟧;", ({ body }) => memberOf(body).keyAt);
  spans("a key in brackets, without its quotes", `a["⟦b⟧"];`, ({ body }) => memberOf(body).keyAt);
  spans("an entry", "x({ ⟦a: 1⟧, b });", ({ body }) => entriesOf(body)[0]?.at);
  spans("an entry's key, without its quotes", `x({ "⟦a⟧": 1 });`, ({ body }) => entriesOf(body)[0]?.keyAt);
  spans("the name of a function", "async function ⟦a⟧() {}", ({ body }) => functionOf(body).nameAt);
  spans("the body of a function, between its brackets", "function a() {⟦ b(); ⟧}", ({ body }) => functionOf(body).bodyAt);
  spans("the body of an arrow without brackets", "const a = () => ⟦({ b })⟧;", ({ body }) => functionOf(body).bodyAt);
  spans("what brackets and assertions are around", "x((⟦a⟧ as B)!);", ({ body }) => called(body).arguments[0]?.at, "typescript");
  spans("a parameter", "const a = function (⟦{ b } = {}⟧, c) {};", ({ body }) => functionOf(body).parameters[0]?.at);
  spans("the head of a loop", "⟦for (const a of b)⟧ { c() }", ({ body }) => (body[0]?.do === "loop" ? body[0].headAt : undefined));
  spans("the head of a catch", "try {} ⟦catch (a)⟧ { b() }", ({ body }) => catchOf(body)?.headAt);
  spans("the body of a catch", "try {} catch {⟦ b() ⟧}", ({ body }) => catchOf(body)?.bodyAt);
  spans("behind text of other scripts, by UTF-16", `x("🦀ä漢", /* 🦀 */ ⟦y⟧);`, ({ body }) => called(body).arguments[1]?.at);
  spans("behind a byte order mark", "\uFEFFx(⟦y⟧);", ({ body }) => called(body).arguments[0]?.at);
  spans("in a text with CRLF", "x(\r\n  ⟦y⟧\r\n);\r\n", ({ body }) => called(body).arguments[0]?.at);

  it("keeps names of other scripts", async () => {
    const { body } = await read(`const größe = { 漢: "🦀" };`);
    strictEqual(JSON.stringify(entriesOf(body).map(({ key, value }) => [key, value.is === "text" && value.value])), `[["漢","🦀"]]`);
  });

  it("reads line ends of Windows in a template literal as one character", async () => {
    const { body } = await read("x(`a\r\nb`, 'c\\\r\nd', '\\r\\n')");
    deepStrictEqual(
      called(body).arguments.map((code) => code.is === "text" && code.value),
      ["a\nb", "cd", "\r\n"],
    );
  });
});

describe("JavaScript: comments", () => {
  it("are found wherever they stand, in the order of the text", async () => {
    const { comments } = await read(
      `// one
       /* two */ interface A { /** three */ b: C } // four
       function d(/* five */ e: F /* six */) { return [ /* seven */ ]; /**
        * eight
        * lines
        */ }`,
      "typescript",
    );
    deepStrictEqual(
      comments.map(({ text }) => text),
      ["one", "two", "three", "four", "five", "six", "seven", "eight\nlines"],
    );
  });

  it("have a span with their markers", async () => {
    const { comments } = await read("a(); // b\nc();");
    deepStrictEqual(comments, [{ text: "b", at: { start: 5, end: 9 } }]);
  });
});

describe("JavaScript: style", () => {
  style("double quotes, semicolons, two spaces", `import a from "a";\nfunction b() {\n  c("d");\n}\n`, `" ; "  " import`);
  style(
    "single quotes, no semicolons, four spaces",
    `import a from 'a'\nfunction b() {\n    c('d')\n    if (e) {\n        f()\n    }\n}\n`,
    `' - "    " import`,
  );
  style("tabs, require", `const a = require('a');\nexports.b = () => {\n\tc();\n};\n`, `' ; "\\t" require`);
  style("exports of CommonJS alone", "exports.a = 1;\nmodule.exports.b = 2;\n", `" ; "  " require`);
  style("texts of templates and JSX do not count as quotes", "const a = <b c='d' e='f'>{'g'}{\"h\"}{\"i\"}</b>;\n", `" ; "  " import`);
  style("nothing to go by", "", `" ; "  " import`);
});

describe("JavaScript: broken texts", () => {
  broken("none", "a();", []);
  broken("what can't be read, with what can", "a(); const = ; b();", undefined, ["a", "b"]);
  broken("a bracket that is not closed", "function a() { b(); c(", undefined, ["b"]);
  broken("a half-typed member", "async () => { a(); b. }", undefined, ["a"]);
  broken("a half-typed object", "x({ a: y(), b: }); z();", undefined, ["x", "y", "z"]);
  broken("a stray bracket", "a(); } b();", undefined, ["a", "b"]);

  it("ends on nesting of every kind, and says that it did not read on", async () => {
    const deep = 10_000;
    const nested: readonly (readonly [string, string])[] = [
      ["[", "]"],
      ["(", ")"],
      ["{a:", "1}"],
      ["() => ", "1"],
      ["a(", ")"],
      ["!", "a"],
      ["`${", "}`"],
      ["a ? b : ", "c"],
      ["a = ", "b"],
      ["class extends ", "A {}"],
    ];
    for (const [open, close] of nested) {
      const { broken: spansNotRead } = await read(`before(); x = ${open.repeat(deep)}${close.length > 1 ? close : close.repeat(deep)}; after();`);
      ok(spansNotRead.length > 0, `${open} is read to the end`);
    }
  });

  it("ends on deep statements and long chains", async () => {
    const texts = [
      "if (a) ".repeat(10_000),
      "{".repeat(10_000),
      `if (a) {}${" else if (a) {}".repeat(10_000)}`,
      `x${".a()".repeat(10_000)}`,
      `x = a${" + a".repeat(10_000)}`,
      "using a = b; c();".repeat(3_000),
      `switch (a) { ${"case 1: b(); break;".repeat(10_000)} }`,
    ];
    for (const text of texts) {
      const { broken: spansNotRead } = await read(text);
      ok(spansNotRead.length > 0, text.slice(0, 40));
    }
  });

  it("reads long lists at once", async () => {
    const { exports } = await read(`module.exports = { ${Array.from({ length: 130_000 }, (_, index) => `a${index}`).join(",")} };`);
    strictEqual(exports.length, 130_001);
  });
});

/** The text between `⟦` and `⟧` is where the picked part stands. */
function spans(name: string, marked: string, pick: (module: Module) => Span | undefined, grammar?: GrammarName): void {
  it(name, async () => {
    const start = marked.indexOf("⟦");
    const at = pick(await read(marked.replace(/[⟦⟧]/g, ""), grammar));
    deepStrictEqual(at, { start, end: marked.indexOf("⟧") - 1 });
  });
}

function style(name: string, source: string, expected: string): void {
  it(name, async () => {
    const { quote, semicolons, indent, imports } = (await read(source)).style;
    strictEqual(`${quote} ${semicolons ? ";" : "-"} ${JSON.stringify(indent)} ${imports}`, expected);
  });
}

/** What is broken, where given, and the names that are called all the same. */
function broken(name: string, source: string, expected?: readonly Span[], calls: readonly string[] = []): void {
  it(name, async () => {
    const module = await read(source);
    if (expected) deepStrictEqual(module.broken, expected);
    else ok(module.broken.length > 0);
    const found = JSON.stringify(module.body).matchAll(/"is":"call","callee":\{"is":"name","name":"(\w+)"/g);
    deepStrictEqual([...new Set([...found].map(([, called]) => called))].filter((called) => called && calls.includes(called)).sort(), [...calls]);
  });
}

const evaluated = ([statement]: readonly Statement[]): Code => {
  ok(statement?.do === "evaluate");
  return statement.code;
};

const called = (body: readonly Statement[]) => {
  const code = evaluated(body);
  ok(code.is === "call");
  return code;
};

const memberOf = (body: readonly Statement[]) => {
  const code = evaluated(body);
  ok(code.is === "member");
  return code;
};

const firstOf = (body: readonly Statement[]): Code | undefined => {
  const [first] = body;
  return first?.do === "declare" ? first.value : called(body).arguments[0];
};

const entriesOf = (body: readonly Statement[]) => {
  const code = firstOf(body);
  ok(code?.is === "object");
  return code.entries;
};

const functionOf = (body: readonly Statement[]) => {
  const code = firstOf(body);
  ok(code?.is === "function");
  return code;
};

const catchOf = ([statement]: readonly Statement[]) => (statement?.do === "try" ? statement.catches[0] : undefined);
