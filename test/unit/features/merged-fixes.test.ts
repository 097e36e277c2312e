import { deepStrictEqual } from "node:assert";
import { applyEdits } from "../../../server/src/base/span.ts";
import { codeActionsOf, QUICK_FIX } from "../../../server/src/features/code-actions.ts";
import { firstWritable } from "../../../server/src/features/fixes.ts";
import { finished, fixingAll } from "../../../server/src/features/resolve.ts";
import { viewOf } from "./view.ts";

const OLD = "nodejs8.10";
const NEW = "nodejs24.x";
const CHOSEN = `!Sub ${OLD}`;

describe("a fix for several findings", () => {
  it("is written for all of them", () =>
    check({ Bills: OLD, Mails: OLD, Orders: OLD }, `Move all 3 functions to ${NEW}`, { Bills: NEW, Mails: NEW, Orders: NEW }));

  it("says for how many it is written, and what it leaves out", () =>
    check({ Bills: OLD, Mails: CHOSEN, Orders: OLD, Work: CHOSEN }, `Move 2 of 4 functions to ${NEW} (not Mails and Work: the value is chosen by !Sub)`, {
      Bills: NEW,
      Mails: CHOSEN,
      Orders: NEW,
      Work: CHOSEN,
    }));

  it("names the one that is left", () =>
    check({ Bills: CHOSEN, Orders: OLD }, `Move Orders to ${NEW} (not Bills: the value is chosen by !Sub)`, { Bills: CHOSEN, Orders: NEW }));

  it("counts those it leaves out beyond three", () =>
    check(
      { A: CHOSEN, B: CHOSEN, C: CHOSEN, D: CHOSEN, E: OLD, F: OLD },
      `Move 2 of 6 functions to ${NEW} (not A, B, C and 1 more: the value is chosen by !Sub)`,
      { A: CHOSEN, B: CHOSEN, C: CHOSEN, D: CHOSEN, E: NEW, F: NEW },
    ));

  it("is shown disabled, with the reason, where none can be written", () => {
    const view = viewOf(template({ Bills: CHOSEN, Orders: CHOSEN }));
    const whole = { start: { line: 0, character: 0 }, end: { line: 99, character: 0 } };
    const [fix] = codeActionsOf(view, whole, { diagnostics: [], only: [QUICK_FIX] });
    deepStrictEqual([fix?.title, fix?.disabled?.reason], [`Move all 2 functions to ${NEW}`, "the value is chosen by !Sub"]);
  });

  it("is no repaired finding while something is left of it", () => {
    const { fixed, needReview, withoutFix, review } = finished(fixingAll(viewOf(template({ Bills: OLD, Orders: CHOSEN }))));
    deepStrictEqual([fixed, needReview, withoutFix, review === null], [0, 1, 0, false]);
  });
});

/** Writes the first fix of the first finding: its title, and the runtimes that it leaves. */
function check(runtimes: Readonly<Record<string, string>>, title: string, left: Readonly<Record<string, string>>): void {
  const text = template(runtimes);
  const { review } = viewOf(text);
  const [finding] = review.findings;
  const first = finding && firstWritable(review, finding);
  deepStrictEqual(first?.fix.title, title);
  deepStrictEqual(applyEdits(text, first?.edits ?? []), template(left));
}

function template(runtimes: Readonly<Record<string, string>>): string {
  const functions = Object.entries(runtimes).map(([id, runtime]) => `  ${id}:\n    Type: AWS::Lambda::Function\n    Properties:\n      Runtime: ${runtime}\n`);
  return `Resources:\n${functions.join("")}`;
}
