import { Lines } from "../../server/src/base/lines.ts";
import type { Position } from "../../server/src/base/span.ts";

/** One character typed, or taken back. */
export interface Keystroke {
  readonly at: number;
  /** Characters that go away behind `at`. */
  readonly removed: number;
  readonly typed: string;
}

/** Places at which somebody types, and letters at each before they are taken back. */
const SPOTS = 10;
const LETTERS = 5;

/** Typing at the ends of values all over a template: at each spot some letters, then back, so that the text ends as it began. */
export function keystrokesIn(text: string, count: number): readonly Keystroke[] {
  const ends = valueEnds(text);
  const spots = Array.from({ length: SPOTS }, (_, index) => ends[Math.floor(((index + 0.5) * ends.length) / SPOTS)] ?? 0);
  const strokes: Keystroke[] = [];
  for (let spot = 0; strokes.length < count; spot = (spot + 1) % SPOTS) {
    const end = spots[spot] ?? 0;
    for (let letter = 0; letter < LETTERS; letter += 1) strokes.push({ at: end + letter, removed: 0, typed: "x" });
    for (let letter = LETTERS - 1; letter >= 0; letter -= 1) strokes.push({ at: end + letter, removed: 1, typed: "" });
  }
  return strokes.slice(0, count);
}

export function typed(text: string, { at, removed, typed: letters }: Keystroke): string {
  return text.slice(0, at) + letters + text.slice(at + removed);
}

/** The change as the protocol has it, against the text before it. */
export function contentChange(
  text: string,
  { at, removed, typed: letters }: Keystroke,
): { readonly range: { readonly start: Position; readonly end: Position }; readonly text: string } {
  return { range: new Lines(text).range({ start: at, end: at + removed }), text: letters };
}

/** Ends of lines such as `        Handler: app.handler`, which stand in a resource and not at its key. */
function valueEnds(text: string): readonly number[] {
  const from = Math.max(0, text.indexOf("Resources:"));
  return [...text.slice(from).matchAll(/^ {4,}\w+: [\w./-]+(?=\r?$)/gm)].map(({ 0: line, index }) => from + index + line.length);
}
