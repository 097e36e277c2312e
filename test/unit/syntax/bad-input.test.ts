import { deepStrictEqual, ok, strictEqual } from "node:assert";
import { locate, pathAt } from "../../../server/src/syntax/locate.ts";
import type { Node } from "../../../server/src/syntax/node.ts";
import { read, readWhole } from "../../../server/src/syntax/read.ts";
import { codes, plainTree } from "./plain.ts";

describe("bad input", () => {
  describe("that nests too deeply is reported, and the rest is read", () => {
    for (const [name, deep] of [
      ["brackets", "[".repeat(10_000)],
      ["closed brackets", "[".repeat(10_000) + "]".repeat(10_000)],
      ["braces", "{a: ".repeat(10_000)],
      ["dashes", `\n    ${"- ".repeat(10_000)}`],
      ["question marks", `\n    ${"? ".repeat(10_000)}`],
      ["lines", Array.from({ length: 1000 }, (_, level) => `\n${" ".repeat(level + 4)}k:`).join("")],
    ] as const) {
      it(name, () => check(`R:\n  A: ${deep}\n  B: 1\n`, { R: { B: 1 } }, ["TOO_DEEP"]));
    }
    it("JSON", () => check(`{ "R": { "A": ${'{"k":['.repeat(10_000)}${"]}".repeat(10_000)}, "B": 1 } }`, { R: { B: 1 } }, ["TOO_DEEP"]));
    it("JSON without an end", () => check(`{ "A": ${"[".repeat(10_000)}`, {}, ["TOO_DEEP"]));
    it("JSON in a string", () => strictEqual(locate(read(`A: '${"[".repeat(10_000)}'`), ["A", 0], "value"), undefined));
    it("100 levels are read", () => deepStrictEqual(codes(read(`A: ${"[".repeat(100)}${"]".repeat(100)}\n`)), []));
  });

  describe("that repeats itself by aliases is cut short", () => {
    it("an alias bomb", () => {
      const lines = Array.from({ length: 40 }, (_, line) => `k${line + 1}: &a${line + 1} [*a${line}, *a${line}]`);
      const tree = read(`k0: &a0 [x, x]\n${lines.join("\n")}\n`);
      ok(tree.groups.reduce((sum, group) => sum + sizeOf(group.whole?.value), 0) < 500_000);
      ok(tree.problems.length > 0);
    });
    it("a chain of aliases", () => {
      const lines = Array.from({ length: 5000 }, (_, line) => `k${line + 1}: &a${line + 1} [*a${line}]`);
      ok(read(`k0: &a0 [x]\n${lines.join("\n")}\n`).groups.every((group) => depthOf(group.whole?.value) < 1000));
    });
    it("merge keys of merge keys", () => {
      const lines = Array.from({ length: 2000 }, (_, line) => `k${line + 1}: &a${line + 1} { <<: *a${line}, x${line}: 1 }`);
      const tree = read(`k0: &a0 { x: 1 }\n${lines.join("\n")}\n`);
      ok(tree.groups.reduce((sum, { whole }) => sum + (whole?.value?.kind === "map" ? whole.value.entries.length : 0), 0) < 500_000);
    });
    it("a map that merges itself", () => check("A: &a\n  <<: *a\n  b: 1\n", { A: { b: 1, "<<": null } }, ["RECURSIVE_ALIAS"]));
  });

  it("with more errors than anybody reads is given up", () => check(`A: ${'"'.repeat(10_000)}x\nB: 1\n`, { B: 1 }, ["TOO_MANY_ERRORS"]));
  it("that is binary is no template", () => check("A: 1\0\n", {}, ["BINARY"]));

  describe("of any kind neither throws nor takes long", () => {
    const pieces = [
      "a: ",
      "b\n",
      "  ",
      "- ",
      '"',
      "'",
      "[",
      "]",
      "{",
      "}",
      "# c",
      "&x ",
      "*x",
      "!T ",
      "|\n",
      ">\n",
      "---\n",
      "\t",
      "\r\n",
      "\r",
      ",",
      "? ",
      ": ",
      "%Y",
      "<<: ",
      "{%",
      "\\",
      "é🚀",
      "\ud800",
      "Resources:\n",
      "//",
      "/*",
      "\uFEFF",
    ];
    for (let seed = 1; seed <= 8; seed += 1) it(`shuffled pieces ${seed}`, () => survives(shuffled(pieces, 300, seed)));
    for (const piece of pieces) it(`100,000 characters of ${JSON.stringify(piece)}`, () => survives(piece.repeat(100_000 / piece.length)));
  });
});

function check(text: string, expected: Record<string, unknown>, problems: readonly string[]): void {
  const tree = read(text);
  deepStrictEqual(plainTree(tree), expected);
  deepStrictEqual(codes(tree), problems);
}

function survives(text: string): void {
  const tree = read(text);
  readWhole(text);
  for (const { span } of tree.problems) ok(span.start >= 0 && span.start <= span.end && span.end <= text.length);
  for (const { span, keySpan } of tree.groups) ok(span.start >= 0 && span.start <= span.end && span.end <= text.length && keySpan.end <= text.length);
  pathAt(tree, text.length >> 1);
}

function shuffled(pieces: readonly string[], length: number, seed: number): string {
  let state = seed * 7919;
  return Array.from({ length }, () => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return pieces[(state >> 8) % pieces.length];
  }).join("");
}

function sizeOf(node: Node | undefined): number {
  if (!node || node.kind === "scalar") return 1;
  const children = node.kind === "list" ? node.items : node.entries.map(({ value }) => value);
  return children.reduce((sum, child) => sum + sizeOf(child), 1);
}

function depthOf(node: Node | undefined): number {
  if (!node || node.kind === "scalar") return 0;
  const children = node.kind === "list" ? node.items : node.entries.map(({ value }) => value);
  return 1 + Math.max(0, ...children.map(depthOf));
}
