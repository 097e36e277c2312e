import { ok, strictEqual } from "node:assert";
import { type Files, fileOf, fixed, loadGrammars, type Mark, reviewOf, TEMPLATE, unmarked } from "../../../scripts/generate/example.ts";
import type { Reported, Review } from "../../../server/src/engine/reported.ts";
import type { Example, Rule } from "../../../server/src/rules/define.ts";
import { RULES } from "../../../server/src/rules/index.ts";

const LONGEST_MESSAGE = 100;

describe("examples of rules", () => {
  before(loadGrammars);

  for (const rule of RULES) {
    describe(rule.id, () => {
      rule.examples.forEach((example, index) => {
        it(`${index + 1}, ${example.dialect}`, () => check(rule, example));
      });
    });
  }
});

/** `bad` yields exactly one finding, where it is marked; its first fix makes `good` of it; `good` yields none. */
function check(rule: Rule, example: Example): void {
  const bad = unmarked(example.bad);
  const good = unmarked(example.good);
  strictEqual(bad.marks.length, 1, "bad has one mark");
  strictEqual(good.marks.length, 0, "good has no mark");
  const before = reviewOf(bad.files, [rule], example.today);
  strictEqual(found(before, bad.files), spots(bad.marks, bad.files), `bad: what was found is not what is marked. ${explained(before)}`);
  const names = [...(before.template?.parts.values() ?? [])].map(({ name }) => name);
  for (const finding of [...before.findings, ...before.inCode]) {
    checkMessage(finding, names);
    const [fix] = finding.fixes;
    if (fix) checkFix(fixed(bad.files, before, fix), good.files, fix.title);
  }
  const after = reviewOf(good.files, [rule], example.today);
  strictEqual(found(after, good.files), "nothing", `good: something was found. ${explained(after)}`);
}

/** `names` are those of the template's resources: a message about a URL or a statement may start with the function or queue that people know. */
function checkMessage({ message, name, fixes }: Reported, names: readonly string[]): void {
  ok(message.length <= LONGEST_MESSAGE, `"${message}" has ${message.length} characters, ${LONGEST_MESSAGE} are read at a glance`);
  ok(names.some((each) => message.startsWith(each)) || /^No [A-Za-z]/.test(message), `"${message}" starts with the subject ${name}, or with what is absent`);
  ok(isFilledLine(message) && /[.?]$/.test(message), `"${message}" is one whole line, all names filled in`);
  for (const { title } of fixes) ok(isFilledLine(title) && /^[A-Z].*[^.]$/.test(title), `"${title}" says what will stand there, without a full stop`);
}

/** One line; what stands in braces is a reference of the template and no name of ours. */
const isFilledLine = (text: string): boolean => !/\n|(?<!\$)\{\w+\}/.test(text);

function checkFix(made: Files | { readonly cannot: string }, good: Files, title: string): void {
  if ("cannot" in made) throw new Error(`"${title}" cannot be written: ${made.cannot}`);
  strictEqual([...made.keys()].join(), [...good.keys()].join(), `the files after "${title}"`);
  for (const [file, text] of good) strictEqual(made.get(file), text, `${file} after "${title}"`);
}

function found({ findings, inCode, crashes, state, tree }: Review, files: Files): string {
  const [crash] = crashes;
  if (crash) return `a crash: ${crash.message}`;
  if (state !== "reviewed") return state;
  const [problem] = tree?.problems ?? [];
  if (problem) return `a syntax error: ${problem.message} at ${spots([{ file: TEMPLATE, span: problem.span }], files)}`;
  return spots(
    [...findings, ...inCode].map(({ place, span }) => ({ file: fileOf(place.uri), span })),
    files,
  );
}

/** Such as `30 at template.yaml:7:26`; whether quotes belong to a value or not is the document's style. */
function spots(marks: readonly Mark[], files: Files): string {
  const lines = marks.map(({ file, span }) => {
    const text = files.get(file) ?? "";
    const quoted = /^(["']).*\1$/s.test(text.slice(span.start, span.end)) ? 1 : 0;
    const above = text.slice(0, span.start + quoted).split("\n");
    return `${text.slice(span.start + quoted, span.end - quoted)} at ${file}:${above.length}:${(above.at(-1)?.length ?? 0) + 1}`;
  });
  return lines.join("\n") || "nothing";
}

function explained({ findings, undecided }: Review): string {
  return [...findings.map(({ message }) => `Found: ${message}`), ...undecided.map(({ subject, reason }) => `Undecided on ${subject}: ${reason}`)].join("\n");
}
