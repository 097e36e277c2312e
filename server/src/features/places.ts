import { elsewhere, type Place, stepsOf } from "../base/place.ts";
import type { Range } from "../base/span.ts";
import type { Review } from "../engine/reported.ts";
import { isOfCode } from "../engine/review-code.ts";
import { locate } from "../syntax/locate.ts";
import { positionsIn, type View } from "./view.ts";

/** Where something stands, in the editor's terms. */
export interface Location {
  readonly uri: string;
  readonly range: Range;
}

/** The reviews of templates that a document has to do with: its own, or those of the templates whose code it is. */
export const templatesOf = ({ review }: View): readonly Review[] => (isOfCode(review) ? review.owners.map((owner) => owner.review) : [review]);

/** The location of a place in the document, its templates, or the code behind them; undefined where it can't be found. */
export function locationOf(view: View, place: Place): Location | undefined {
  const positions = positionsIn(view, place.uri);
  if (!positions || elsewhere(place.path)) return undefined;
  const review = templatesOf(view).find(({ uri }) => uri === place.uri);
  const span = review?.tree ? locate(review.tree, stepsOf(place.path), place.part, place.within) : place.path ? undefined : (place.within ?? BEGINNING);
  return span && { uri: place.uri, range: positions.range(span) };
}

const BEGINNING = { start: 0, end: 0 };

/** Whether a position of the document is in a place of it. */
export function isAt(view: View, place: Place, offset: number): boolean {
  const location = place.uri === view.review.uri ? locationOf(view, place) : undefined;
  if (!location) return false;
  return view.positions.offset(location.range.start) <= offset && offset <= view.positions.offset(location.range.end);
}
