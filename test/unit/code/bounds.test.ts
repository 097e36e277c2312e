import { ok } from "node:assert";
import { loadGrammars } from "../../../scripts/generate/example.ts";
import { codeOf, printedCode } from "./facts.ts";

/** Code that no person would write, or has not finished writing. */
describe("handler code of a bad kind", () => {
  before(loadGrammars);

  it("a syntax error in a handler does not hide its export, and leaves things unknown", () => {
    const lines = check('export const handler = async () => {\n  const x = ;\n  await fetch("https://a.example");\n};');
    ok(lines.some((line) => line.startsWith("not resolved")) && !lines.some((line) => line.startsWith("no export")), lines.join("\n"));
  });

  it("functions that call each other end", () => {
    const lines = check('const a = () => b();\nconst b = () => { console.log("b"); a(); };\nexport const handler = async () => a();');
    ok(lines.filter((line) => line.startsWith("log")).length === 1, lines.join("\n"));
  });

  it("1,000 calls inside calls are no crash", () => {
    ok(check(`export const handler = async () => ${"f(".repeat(1000)}1${")".repeat(1000)};`).length > 0);
  });
});

const check = (code: string) => printedCode(codeOf(code, "javascript"), ["handler", "log", "http call"]);
