import { deepStrictEqual, match, ok, strictEqual } from "node:assert";
import { reviewOf, TEMPLATE } from "../../scripts/generate/example.ts";
import { RULES } from "../../server/src/rules/index.ts";
import { expanded, type Snippet, snippetsOf } from "./snippets.ts";

const HEADS = {
  sam: 'AWSTemplateFormatVersion: "2010-09-09"\nTransform: AWS::Serverless-2016-10-31\n',
  cloudformation: 'AWSTemplateFormatVersion: "2010-09-09"\n',
};
const PREFIXES = { sam: "sam-", cloudformation: "cfn-" };
const DIALECTS = ["sam", "cloudformation"] as const;

/** What a snippet brings along, and what it mentions of others. */
const DECLARED = /^([A-Za-z0-9]+):/gm;
const MENTIONED = /!(?:Ref|GetAtt) "?([A-Za-z0-9]+)/g;

describe("snippets", () => {
  for (const dialect of DIALECTS) {
    describe(dialect, () => {
      const snippets = snippetsOf(`${dialect}.code-snippets`);
      for (const snippet of snippets) it(`${snippet.prefix} is well-architected from the start`, () => check(snippet, snippets, dialect));

      it("are for YAML, found by their prefix and described in a line", () => {
        for (const { prefix, scope, description } of snippets) {
          ok(prefix.startsWith(PREFIXES[dialect]), prefix);
          strictEqual(scope, "yaml");
          match(description, /^[A-Z][^\n]*[^.]$/);
        }
        strictEqual(new Set(snippets.map(({ prefix }) => prefix)).size, snippets.length);
      });

      it("indent as the document does", () => {
        const blanks = snippets.flatMap(({ prefix, body }) => body.filter((line) => line.startsWith(" ")).map((line) => `${prefix}: ${line}`));
        deepStrictEqual(blanks, []);
      });
    });
  }
});

/** The snippet inside the least template, with the snippets whose resources it mentions: nothing is found in it. */
function check(snippet: Snippet, snippets: readonly Snippet[], dialect: (typeof DIALECTS)[number]): void {
  const text = templateOf(snippet, snippets, dialect);
  const { state, tree, findings, crashes } = reviewOf(new Map([[TEMPLATE, text]]), RULES);
  strictEqual(state, "reviewed");
  deepStrictEqual(
    [...(tree?.problems ?? []), ...crashes].map(({ message }) => message),
    [],
  );
  deepStrictEqual(
    findings.map(({ rule, message }) => `${rule.id}: ${message}`),
    [],
    text,
  );
}

function templateOf(snippet: Snippet, snippets: readonly Snippet[], dialect: (typeof DIALECTS)[number]): string {
  const own = expanded(snippet);
  if (own.startsWith("AWSTemplateFormatVersion")) return own;
  const parts = [own];
  for (let missing = missingIn(parts); missing !== undefined; missing = missingIn(parts)) parts.push(declaring(missing, snippets));
  return `${HEADS[dialect]}Resources:\n${parts.join("\n").replace(/^(?=.)/gm, "  ")}`;
}

function missingIn(parts: readonly string[]): string | undefined {
  const text = parts.join("\n");
  const declared = new Set([...text.matchAll(DECLARED)].map(([, name]) => name));
  return [...text.matchAll(MENTIONED)].map(([, name = ""]) => name).find((name) => name !== "AWS" && !declared.has(name));
}

function declaring(name: string, snippets: readonly Snippet[]): string {
  const found = snippets.map(expanded).find((text) => new RegExp(`^${name}:`, "m").test(text));
  ok(found !== undefined, `no snippet declares ${name}`);
  return found;
}
