import type { DocumentLink } from "vscode-languageserver-types";
import type { Place } from "../base/place.ts";
import type { Position } from "../base/span.ts";
import { isOfCode } from "../engine/review-code.ts";
import { variablesOf } from "../model/words/code/joined.ts";
import { declarationOf, handlerPlace, handlerText, type Joining, joiningsOf, readsOf } from "./joins.ts";
import { isAt, type Location, locationOf } from "./places.ts";
import type { View } from "./view.ts";

/** From the handler in a template to the function in the code, and from the reading of a variable in code to where the template declares it. */
export function definitionOf(view: View, position: Position): Location[] {
  const offset = view.positions.offset(position);
  return located(
    view,
    jumpsOf(view).filter(({ from }) => isAt(view, from, offset)),
  );
}

/** From a variable in a template to all of its reads in code. */
export function referencesOf(view: View, position: Position): Location[] {
  if (isOfCode(view.review)) return [];
  const offset = view.positions.offset(position);
  const reads = joiningsOf(view).flatMap((joining) =>
    declaredAt(view, joining, offset).flatMap((name) => readsOf(joining.join).filter((read) => read.name === name)),
  );
  return located(
    view,
    reads.map(({ place }) => ({ from: place, to: place })),
  );
}

/** The same as definitions, as links in the text: one for each place, to the first that it leads to. */
export function documentLinksOf(view: View): DocumentLink[] {
  const links = new Map<string, DocumentLink>();
  for (const { from, to } of jumpsOf(view)) {
    const [source, target] = [locationOf(view, from), locationOf(view, to)];
    if (source?.uri !== view.review.uri || !target) continue;
    const { line, character } = target.range.start;
    const key = JSON.stringify(source.range);
    if (!links.has(key)) links.set(key, { range: source.range, target: `${target.uri}#L${line + 1},${character + 1}` });
  }
  return [...links.values()];
}

interface Jump {
  readonly from: Place;
  readonly to: Place;
}

function jumpsOf(view: View): readonly Jump[] {
  if (!view.settings.enable) return [];
  const joinings = joiningsOf(view);
  return isOfCode(view.review)
    ? joinings.flatMap(({ join }) => readsOf(join).flatMap((read) => toDeclaration(read.place, declarationOf(join, read.name))))
    : joinings.flatMap(toHandler);
}

const toDeclaration = (from: Place, to: Place | undefined): readonly Jump[] => (to ? [{ from, to: { ...to, part: "key" } }] : []);

function toHandler({ join }: Joining): readonly Jump[] {
  const [written, to] = [handlerText(join), handlerPlace(join)];
  return written && to ? [{ from: written.place, to }] : [];
}

/** The names of the variables of a function that stand at an offset of its template, by key or value. */
function declaredAt(view: View, { join }: Joining, offset: number): readonly string[] {
  const names = variablesOf(join.fn);
  return (names.known ? names.value : []).filter((name) => {
    const place = declarationOf(join, name);
    return place !== undefined && isAt(view, { ...place, part: "entry" }, offset);
  });
}

/** Each location once. */
function located(view: View, jumps: readonly Jump[]): Location[] {
  const found = jumps.flatMap(({ to }) => locationOf(view, to) ?? []);
  return [...new Map(found.map((location) => [JSON.stringify(location), location])).values()];
}
