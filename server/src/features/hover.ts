import type { Hover } from "vscode-languageserver-types";
import type { Position, Span } from "../base/span.ts";
import { isOfCode } from "../engine/review-code.ts";
import { environmentHover } from "./hover-environment.ts";
import { briefHover, findingHover } from "./hover-finding.ts";
import { resourceHover } from "./hover-resource.ts";
import { MARKDOWN, PLAIN } from "./markup.ts";
import { rankOf, shown } from "./shown.ts";
import type { View } from "./view.ts";

/** A reader who meets more than these at one place reads the problems panel. */
const FINDINGS_OF_ONE_HOVER = 3;

/** What is shown without scrolling. */
const MOST_LINES = 12;
const LINES_OF_BRIEF = 4;

/** What is said about a position: its findings, the environment variable that is read there, or the resource whose name or type stands there. */
export function hoverOf(view: View, position: Position): Hover | null {
  if (!view.settings.enable || view.review.state !== "reviewed") return null;
  const offset = view.positions.offset(position);
  return findingsAt(view, offset) ?? environmentAt(view, offset) ?? resourceAt(view, offset);
}

function findingsAt(view: View, offset: number): Hover | undefined {
  const markup = view.client.markdown ? MARKDOWN : PLAIN;
  const here = shown(view.review, view.settings)
    .filter(({ finding }) => finding.span.start <= offset && offset <= finding.span.end)
    .sort((a, b) => rankOf(a.severity) - rankOf(b.severity));
  const narrowest = here.map(({ finding }) => finding.span).sort((a, b) => a.end - a.start - (b.end - b.start))[0];
  if (!narrowest) return undefined;
  const [first, ...others] = here.slice(0, FINDINGS_OF_ONE_HOVER);
  const left = MOST_LINES - others.length * LINES_OF_BRIEF;
  const texts = [...(first ? [findingHover(view, first, markup, left)] : []), ...others.map((each) => briefHover(view, each, markup))];
  const more = here.length > texts.length ? [`${here.length - texts.length} more here.`] : [];
  return hover(view, [...texts, ...more].join(markup.rule), narrowest);
}

function environmentAt(view: View, offset: number): Hover | undefined {
  const found = isOfCode(view.review) ? environmentHover(view, offset, view.client.markdown ? MARKDOWN : PLAIN) : undefined;
  return found && hover(view, found.text, found.span);
}

function resourceAt(view: View, offset: number): Hover | null {
  const found = resourceHover(view, offset, view.client.markdown ? MARKDOWN : PLAIN);
  return found ? hover(view, found.text, found.span) : null;
}

function hover({ client, positions }: View, value: string, span: Span): Hover {
  return { contents: { kind: client.markdown ? "markdown" : "plaintext", value }, range: positions.range(span) };
}
