import { Lines } from "../../server/src/base/lines.ts";
import { applyEdits } from "../../server/src/base/span.ts";
import type { Reported } from "../../server/src/engine/reported.ts";
import { textIn } from "../../server/src/engine/snapshot.ts";
import { writtenFix } from "../../server/src/features/fixes.ts";
import type { Reviewed } from "../../server/src/hosts/node/reviewer.ts";
import { diff } from "./diff.ts";
import type { Shown } from "./task.ts";

const AROUND = 4;

/** A finding with the lines around it and what its fixes would write, for reading. */
export function showing({ review, snapshot }: Reviewed, finding: Reported): Shown {
  const { severity, message, subject, uri, span, fixes } = finding;
  const text = textIn(snapshot, uri);
  const lines = new Lines(text);
  const { start, end } = lines.range(span);
  const last = Math.min(Math.max(end.line, start.line), start.line + AROUND);
  const around = text
    .split(/\r\n|\n|\r/)
    .map((line, index) => ({ line, index }))
    .slice(Math.max(0, start.line - AROUND), last + AROUND + 1)
    .map(({ line, index }) => `${index >= start.line && index <= last ? ">" : " "} ${String(index + 1).padStart(5)} ${line}`);
  return {
    severity,
    message,
    subject,
    ...(uri === review.uri ? {} : { file: uri }),
    line: start.line + 1,
    around: around.join("\n"),
    fixes: fixes.map((fix) => {
      const written = writtenFix(review, finding, fix);
      return {
        title: fix.title,
        safety: fix.safety,
        diff: "cannot" in written ? `  (cannot: ${written.cannot})` : diff(text, applyEdits(text, written.edits)),
      };
    }),
  };
}
