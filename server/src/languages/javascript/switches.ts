import { span } from "../../base/span.ts";
import type { Code, Statement } from "../../model/code/code.ts";
import { branchOf } from "./branches.ts";
import { codeOf } from "./expressions.ts";
import { statementsOf } from "./statements.ts";
import { type Part, partsOf, type Reading, soundPartsOf, spanOf } from "./syntax.ts";

type Statements = readonly Statement[];

/** Cases of which each runs into the next; the last one ends the group. */
interface Group {
  readonly cases: readonly Case[];
  readonly isDefault: boolean;
  readonly start: number;
}

interface Case {
  /** The values that lead here. */
  readonly labels: readonly Part[];
  readonly body: Statements;
  readonly isDefault: boolean;
  readonly part: Part;
}

/** Each case is nested in the one before; those behind this many are left out, so that nobody has to recurse deeper. */
const MOST_CASES = 300;

/**
 * A `switch` as a chain of branches, `default` last wherever it stands. Cases that run into the next are one branch: what
 * they do before its last case may or may not be done there, so it stands under a test of which nothing is known.
 */
export function switchStatements(reading: Reading, part: Part): Statements {
  const [value, body] = soundPartsOf(reading, part);
  if (!value) return [];
  const subject = codeOf(reading, value);
  const all = groupsOf(body ? partsOf(reading, body).flatMap((child) => caseOf(reading, child)) : []);
  const groups = all.slice(0, MOST_CASES);
  const beyond = all[MOST_CASES];
  if (beyond) reading.tooDeep.push(span(beyond.start, part.end));
  const tested = groups.filter(({ isDefault }) => !isDefault);
  const otherwise = groups.filter(({ isDefault }) => isDefault).flatMap(({ cases }) => togetherOf(reading, cases));
  if (tested.length === 0) return [{ do: "evaluate", code: subject, at: subject.at }, ...otherwise];
  return tested.reduceRight<Statements>((rest, group, index) => {
    const test = testOf(reading, index === 0 ? subject : again(subject), group);
    return [branchOf(test, togetherOf(reading, group.cases), rest, span(index === 0 ? part.start : group.start, part.end))];
  }, otherwise);
}

function caseOf(reading: Reading, part: Part): readonly Case[] {
  if (part.kind !== "switch_case" && part.kind !== "switch_default") return [];
  const parts = partsOf(reading, part);
  const isDefault = part.kind === "switch_default";
  const labels = isDefault ? [] : parts.slice(0, 1);
  return [{ labels, body: statementsOf(reading, parts.slice(labels.length)), isDefault, part }];
}

function groupsOf(cases: readonly Case[]): readonly Group[] {
  const groups: Group[] = [];
  let open: Case[] = [];
  cases.forEach((each, index) => {
    open.push(each);
    if (index < cases.length - 1 && !ends(each.body)) return;
    groups.push({ cases: open, isDefault: open.some(({ isDefault }) => isDefault), start: open[0]?.part.start ?? each.part.start });
    open = [];
  });
  return groups;
}

/** Whether what stands behind these statements is never reached from them. */
function ends(body: Statements): boolean {
  const last = body.at(-1);
  if (!last) return false;
  if (last.do === "branch") return ends(last.then) && ends(last.otherwise);
  return last.do === "return" || last.do === "throw" || last.do === "leave" || (last.do === "block" && ends(last.body));
}

function togetherOf(reading: Reading, cases: readonly Case[]): Statements {
  return cases.flatMap(({ body, part }, index): Statements => {
    if (index === cases.length - 1) return withoutBreak(reading, body);
    const at = spanOf(part);
    return body.length > 0 ? [branchOf({ is: "other", of: [], at }, body, [], at)] : [];
  });
}

/** The `break` at the end leaves the switch alone; in a chain of branches it would leave the loop around. */
function withoutBreak({ text }: Pick<Reading, "text">, body: Statements): Statements {
  const last = body.at(-1);
  if (last?.do === "leave" && /^break\s*;?$/.test(text.slice(last.at.start, last.at.end))) return body.slice(0, -1);
  return last?.do === "block" ? [...body.slice(0, -1), { ...last, body: withoutBreak({ text }, last.body) }] : body;
}

function testOf(reading: Reading, subject: Code, { cases }: Group): Code {
  const labels = cases.flatMap(({ labels: own }) => own);
  const tests = labels.map((label, index): Code => {
    const value = codeOf(reading, label);
    if (subject.is === "flag" && subject.value) return value;
    return { is: "operation", operator: "===", of: [index === 0 ? subject : again(subject), value], at: spanOf(label) };
  });
  const [first] = tests;
  if (first && tests.length === 1) return first;
  return { is: "choice", operator: "||", of: tests, at: first?.at ?? subject.at };
}

/** The subject once more. Its calls are made once, so they stand in the first test alone. */
function again(subject: Code): Code {
  return isPlain(subject) ? subject : { is: "other", of: [], at: subject.at };
}

function isPlain(code: Code): boolean {
  return code.is === "name" || code.is === "text" || code.is === "number" || code.is === "flag" || (code.is === "member" && isPlain(code.of));
}
