import type { Review } from "../../../server/src/engine/reported.ts";
import { review } from "../../../server/src/engine/review.ts";
import { apply, emptySnapshot, type FileState, type Snapshot } from "../../../server/src/engine/snapshot.ts";
import { type Check, defineRule, type Rule } from "../../../server/src/rules/define.ts";

export const FOLDER = "file:///w";

/** Files of a workspace by their paths. */
export type Files = Readonly<Record<string, string>>;

const CHECKED: Check<"queue"> = function* (queue) {
  const seconds = queue.number("visibilityTimeout");
  if (!seconds.known) return seconds;
  if (seconds.value < 60) yield { at: seconds, text: "{queue} waits {seconds} s.", values: { queue, seconds: seconds.value }, fixes: [] };
  return undefined;
};

/** Speaks of queues with a visibility timeout below a minute. */
export const SHORT: Rule = defineRule({
  id: "short",
  summary: "Test",
  pillars: ["reliability"],
  tradeoffs: {},
  practices: [],
  default: "on",
  severity: "warning",
  confidence: "high",
  why: "Test.",
  references: [],
  on: "queue",
  check: CHECKED,
  examples: [],
});

/** Reviews one file of a workspace as a host does: what the review asks for is read, until it asks for nothing new. */
export function reviewIn(files: Files, path = "template.yaml", previous?: Review, rules: readonly Rule[] = [SHORT]): Review {
  const uri = `${FOLDER}/${path}`;
  let snapshot: Snapshot = apply({ ...emptySnapshot("2026-11-24"), folders: [FOLDER] }, { uri, file: { state: "loaded", text: files[path] ?? "" } });
  let last = previous;
  for (let round = 0; round < 10; round += 1) {
    const result = review(snapshot, uri, rules, last);
    const missing = result.wanted.filter((wanted) => !snapshot.files.has(wanted));
    if (missing.length === 0) return result;
    snapshot = apply(snapshot, ...missing.map((wanted) => ({ uri: wanted, file: stateOf(files, wanted.slice(FOLDER.length + 1)) })));
    last = result;
  }
  throw new Error("The review asks for more and more.");
}

export function stateOf(files: Files, path: string): FileState {
  if (path !== "" && !path.endsWith("/")) {
    const text = files[path];
    return text === undefined ? { state: "absent" } : { state: "loaded", text };
  }
  const below = Object.keys(files).filter((file) => file.startsWith(path));
  const names = below.map((file) => file.slice(path.length).replace(/\/.*$/s, "/"));
  return names.length === 0 ? { state: "absent" } : { state: "loaded", text: [...new Set(names)].join("\n") };
}

/** What is found, each with the text that is marked; and why a check could not decide. */
export function said(files: Files, path?: string): readonly string[] {
  const { findings, undecided, tree } = reviewIn(files, path);
  return [
    ...findings.map(({ message, span }) => `${message} at ${tree?.text.slice(span.start, span.end)}`),
    ...undecided.map(({ subject, reason }) => `${subject} unknown: ${reason}`),
  ];
}
