import { deepEqual } from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Review } from "../../../server/src/engine/reported.ts";
import { review } from "../../../server/src/engine/review.ts";
import { apply, emptySnapshot, type Snapshot } from "../../../server/src/engine/snapshot.ts";
import { RULES } from "../../../server/src/rules/index.ts";
import { TEMPLATE_URI } from "../templates.ts";

const SAMPLE = readFileSync(join(import.meta.dirname, "../../../examples/orders/template.yaml"), "utf8");

/** What the examples of the rules are written in: templates of all kinds of resources. */
const EXAMPLES = RULES.flatMap(({ examples }) => examples.flatMap(({ bad, good }) => [bad, good]))
  .map((text) => (typeof text === "string" ? text : (text["template.yaml"] ?? "")))
  .map((text) => text.replace(/[⟦⟧]/g, ""));

const START: Snapshot = { ...emptySnapshot("2026-11-24"), folders: ["file:///project"] };

const snapshotOf = (text: string): Snapshot => apply(START, { uri: TEMPLATE_URI, file: { state: "loaded", text } });

/** Everything that a reader of a review can see of it. */
function visible({ state, findings, inCode, allowed, undecided, crashes, notices, wanted }: Review) {
  return {
    state,
    findings: findings.map(({ rule, ...finding }) => ({ ...finding, rule: rule.id })),
    inCode: inCode.map(({ rule, ...finding }) => ({ ...finding, rule: rule.id })),
    allowed: allowed.map(({ rule, ...finding }) => ({ ...finding, rule: rule.id })),
    undecided,
    crashes,
    notices,
    wanted: [...wanted].sort(),
  };
}

/** Types through texts one after the other, each review borrowing from the one before, and holds each against a fresh one. */
function check(texts: Iterable<string>): void {
  let last: Review | undefined;
  for (const text of texts) {
    last = review(snapshotOf(text), TEMPLATE_URI, RULES, last);
    deepEqual(visible(last), visible(review(snapshotOf(text), TEMPLATE_URI, RULES)), text);
  }
}

/** The same numbers from the same seed: a failure can be seen again. */
function randomFrom(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

/** A text after edits as people make them: letters, lines, words in place of others, all of it taken back now and then. */
function* edited(start: string, count: number, random: (below: number) => number): Generator<string> {
  let text = start;
  yield text;
  for (let step = 0; step < count; step += 1) {
    text = random(8) === 0 ? start : (EDITS[random(EDITS.length)]?.(text, random) ?? text);
    yield text;
  }
}

type Edit = (text: string, random: (below: number) => number) => string;

const EDITS: readonly Edit[] = [
  (text, random) => {
    const at = random(text.length);
    return text.slice(0, at) + (" x1:-#\n\"'[{&*!"[random(14)] ?? "") + text.slice(at);
  },
  (text, random) => {
    const at = random(text.length);
    return text.slice(0, at) + text.slice(at + 1 + random(3));
  },
  // A value, a reference or a key becomes another word of the same text.
  (text, random) => {
    const words = [...text.matchAll(/[\w.:/-]+/g)];
    const from = words[random(words.length)];
    const to = words[random(words.length)];
    return from && to ? text.slice(0, from.index) + to[0] + text.slice(from.index + from[0].length) : text;
  },
  (text, random) => onLines(text, (lines) => lines.splice(random(lines.length), 1)),
  (text, random) =>
    onLines(text, (lines) => {
      const at = random(lines.length);
      lines.splice(random(lines.length), 0, ...lines.slice(at, at + 1 + random(4)));
    }),
  // A resource that is written in another template.
  (text, random) => {
    const other = EXAMPLES[random(EXAMPLES.length)] ?? "";
    return `${text.trimEnd()}\n${other.slice(other.indexOf("Resources:") + "Resources:".length).replace(/^\s*\n/, "")}`;
  },
];

function onLines(text: string, change: (lines: string[]) => unknown): string {
  const lines = text.split("\n");
  change(lines);
  return lines.join("\n");
}

const CHAINS = Number(process.env.FUZZ_CHAINS ?? 40);

describe("A review that borrows from the one before", () => {
  it("says what a fresh one says while the sample is edited", () => check(edited(SAMPLE, 40, randomFrom(1))));

  it("says what a fresh one says while templates of all kinds are edited", () => {
    for (let seed = 0; seed < CHAINS; seed += 1) {
      const random = randomFrom(seed + 1000);
      check(edited(EXAMPLES[random(EXAMPLES.length)] ?? "", 25, random));
    }
  }).timeout(60_000);

  const queue = (id: string, more = ""): string => `  ${id}:\n    Type: AWS::SQS::Queue\n    Properties:\n      VisibilityTimeout: 30\n${more}`;
  const redrive = (to: string): string => `      RedrivePolicy: { deadLetterTargetArn: !GetAtt ${to}.Arn, maxReceiveCount: 3 }\n`;

  it("finds what stands twice where it stands first", () => {
    const old = (id: string): string => `  ${id}:\n    Type: AWS::Lambda::Function\n    Properties:\n      Runtime: nodejs12.x\n`;
    check(["Other", "Worker", "Other"].map((first) => `Resources:\n${old(first)}${old("Worker")}`));
  });

  it("asks those again whom somebody mentions now, or no more", () =>
    check(
      ["Missing", "Failed", "Faile", "Failed", "Jobs"].map(
        (to) => `Resources:\n${queue("Failed", "      MessageRetentionPeriod: 600\n")}${queue("Jobs", redrive(to))}`,
      ),
    ));
});
