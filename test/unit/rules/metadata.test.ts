import { deepStrictEqual, match, ok } from "node:assert";
import { basename } from "node:path";
import { practice } from "../../../server/src/pillars/practices.ts";
import type { Example, Rule } from "../../../server/src/rules/define.ts";
import { RULES } from "../../../server/src/rules/index.ts";
import { sourcesBelow, textOf } from "../sources.ts";
import { codeOf, withoutStrings } from "./code.ts";

const FILES = sourcesBelow("server/src/rules").filter((path) => path.split("/").length === 5);
const AWS_PAGE = /^https:\/\/([a-z]+\.)*(aws\.amazon\.com|amazonaws\.com)\/\S+$/;
const SENTENCE_END = /[.?!](\s|$)/g;
const DIALECTS = ["sam", "cloudformation"];

describe("what rules say about themselves", () => {
  each("the id names a smell in kebab-case", ({ id }) => match(id, /^[a-z][a-z0-9]*(-[a-z0-9]+)+$/));
  each("the summary is one line without a full stop", ({ summary }) => match(summary, /^[A-Z][^\n]*[^.\n]$/));
  each("why it matters takes two to five sentences", ({ why }) => {
    const sentences = why.trim().match(SENTENCE_END)?.length ?? 0;
    ok(sentences >= 2 && sentences <= 5, `${sentences} sentences`);
  });
  each("practices are known and cited once", ({ practices }) => {
    for (const id of practices) practice(id);
    isEmpty(practices.filter((id, index) => practices.indexOf(id) !== index));
  });
  each("references are pages of AWS", ({ references }) => {
    ok(references.length > 0, "there is none");
    for (const url of references) match(url, AWS_PAGE);
  });
  // A pillar that is helped on the side may also pay: more memory can make a function cheaper, or dearer.
  each("the pillar that people see does not pay", ({ pillars: [tag], tradeoffs }) => ok(!(tag in tradeoffs), tag));
  each("what a pillar pays is a sentence", ({ tradeoffs }) => {
    for (const text of Object.values(tradeoffs)) match(text, /^[A-Z][^\n]*\.$/);
  });
  each("the question is one", ({ ask }) => match(ask ?? "What?", /^[A-Z][^\n?]*\?/));
  each("there is an example in each dialect, or of what handlers do in each language", (rule) =>
    isEmpty(
      rule.examples.every(isOfCode) ? languagesLacking(rule) : DIALECTS.filter((dialect) => !rule.examples.some((example) => example.dialect === dialect)),
    ),
  );
});

/** What the code does is the same in every dialect. */
const isOfCode = ({ bad }: Example): boolean => typeof bad !== "string" && Object.keys(bad).some((file) => /\.(?:[cm]?[jt]sx?|py)$/.test(file));

/** Only JavaScript has promises that are forgotten, lists that call, and callbacks. */
const OF_JAVASCRIPT: ReadonlySet<string> = new Set([
  "promise-not-awaited",
  "async-callback-in-foreach",
  "callback-with-async",
  "sdk-past-support",
  "sdk-left-out-of-bundle",
]);

function languagesLacking({ id, examples }: Rule): readonly string[] {
  const files = examples.flatMap(({ bad }) => Object.keys(bad));
  const lacks = (language: string, name: RegExp) => (files.some((file) => name.test(file)) ? [] : [language]);
  return [...lacks("JavaScript", /\.[cm]?[jt]sx?$/), ...(OF_JAVASCRIPT.has(id) ? [] : lacks("Python", /\.py$/))];
}

describe("how rules are written", () => {
  it("ids are unique", () => deepStrictEqual([...new Set(RULES.map(({ id }) => id))].length, RULES.length));

  it("a file is called after its rule, and every file is in the index", () => {
    const ids = FILES.map((path) => basename(path, ".ts"));
    deepStrictEqual([...ids].sort(), RULES.map(({ id }) => id).sort());
    for (const path of FILES) ok(textOf(path).includes(`id: "${basename(path, ".ts")}"`), `${path} has another id`);
  });

  none("mentions a type of AWS: the model has kinds", (path) => codeOf(textOf(path)).match(/["'`]AWS::\w+::\w+/g));
  none("asks for the dialect: dialects read into the model", (path) => codeOf(textOf(path)).match(/["'`](?:sam|cloudformation)["'`]|\bdialect\b/g));
  none("searches in text: the model has words", (path) => withoutStrings(codeOf(textOf(path))).match(/\bRegExp\b|\.(?:match|matchAll|test|exec|search)\(/g));
  none("holds a number that AWS has decided: knowledge has facts", (path) =>
    withoutStrings(codeOf(textOf(path))).match(/(?<![\w.])(?!(?:60|3_?600|86_?400)\b)\d[\d_]+\b/g),
  );
});

function each(title: string, check: (rule: Rule) => void): void {
  it(title, () => {
    const wrong = RULES.flatMap((rule) => {
      try {
        check(rule);
        return [];
      } catch (error) {
        return [`${rule.id}: ${(error as Error).message}`];
      }
    });
    deepStrictEqual(wrong, []);
  });
}

function isEmpty(wrong: readonly string[]): void {
  ok(wrong.length === 0, wrong.join(", "));
}

function none(title: string, found: (path: string) => readonly string[] | null): void {
  it(`none ${title}`, () =>
    deepStrictEqual(
      FILES.map((path) => [path, found(path)?.join(" ")]).filter(([, text]) => text !== undefined),
      [],
    ));
}
