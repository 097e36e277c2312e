import { review } from "../../server/src/engine/review.ts";
import { apply, emptySnapshot } from "../../server/src/engine/snapshot.ts";
import { RULES } from "../../server/src/rules/index.ts";
import { FOLDER, uriOf } from "./editing.ts";
import { keystrokesIn, typed } from "./keystrokes.ts";
import { label, median, type Row } from "./rows.ts";
import type { Template } from "./templates.ts";

const STROKES = 50;
const TODAY = "2026-11-24";

/** How much of a template is read and checked again for a letter typed: what decides whether it stays fast as it grows. */
export function workRow({ name, text }: Template, iamActions: string | undefined): Row {
  const uri = uriOf(0);
  const snapshotOf = (now: string) => apply({ ...emptySnapshot(TODAY), iamActions, folders: [FOLDER] }, { uri, file: { state: "loaded", text: now } });
  const first = review(snapshotOf(text), uri, RULES);
  let last = first;
  let now = text;
  const counts = keystrokesIn(text, STROKES).map((stroke) => {
    now = typed(now, stroke);
    last = review(snapshotOf(now), uri, RULES, last);
    return { sections: last.sectionsRead, checks: last.checksRun };
  });
  const sections = counts.map((count) => count.sections);
  const checks = counts.map((count) => count.checks);
  return {
    what: `sections read, checks run per keystroke: ${label(name, text)}`,
    measured: `${median(sections)}, ${median(checks)}`,
    note: `at most ${Math.max(...sections)}, ${Math.max(...checks)}; at first ${first.sectionsRead}, ${first.checksRun}`,
  };
}
