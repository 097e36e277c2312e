import type { CodeLens, Command } from "vscode-languageserver-types";
import { nameOf } from "../base/address.ts";
import type { Place } from "../base/place.ts";
import { beginsIn } from "../engine/joined.ts";
import { isOfCode } from "../engine/review-code.ts";
import type { Resource } from "../model/resource.ts";
import { type Source, sourcesOf } from "../model/words/code/sources.ts";
import { nounOf } from "../model/words/nouns.ts";
import { handlerPlace, type Joining, joiningsOf } from "./joins.ts";
import { type Location, locationOf, templatesOf } from "./places.ts";
import { shown } from "./shown.ts";
import type { View } from "./view.ts";

/** What stands above a handler: the function that it is, who calls it, what it has, and what is found. Above a function in a template: its handler. */
export function codeLensesOf(view: View): CodeLens[] {
  if (!view.settings.enable || !view.settings.codeLens) return [];
  const joinings = joiningsOf(view);
  return isOfCode(view.review) ? joinings.flatMap((joining) => aboveHandler(view, joining)) : joinings.flatMap((joining) => aboveFunction(view, joining));
}

function aboveHandler(view: View, joining: Joining): readonly CodeLens[] {
  const { fn } = joining.join;
  const place = beginsIn(joining.join, view.review.uri) ? handlerPlace(joining.join) : undefined;
  const at = place && locationOf(view, place);
  if (at?.uri !== view.review.uri) return [];
  const callers = [...new Set(sourcesOf(joining.graph, fn).map(callerOf))];
  const title = [fn.name, ...(callers.length > 0 ? [`${callers.join(", ")} → ${amountOf(fn)}`] : [amountOf(fn)]), hintsOf(view, fn.id)];
  return [lens(view, at, title.filter((part) => part !== "").join(" · "), fn.place)];
}

function aboveFunction(view: View, { join }: Joining): readonly CodeLens[] {
  const [at, place] = [locationOf(view, join.fn.place), handlerPlace(join)];
  if (!at || !place || place.uri === view.review.uri) return [];
  return [lens(view, at, `${nameOf(place.uri)} → ${lineOf(view, place)}`, place)];
}

function lineOf(view: View, place: Place): string {
  const location = locationOf(view, place);
  return location ? `line ${location.range.start.line + 1}` : "handler";
}

/** A title that leads somewhere, where the client knows how to go there. */
function lens(view: View, { range }: Location, title: string, to: Place): CodeLens {
  const target = locationOf(view, to);
  const goTo = view.client.commands?.goTo;
  const { line, character } = target?.range.start ?? { line: 0, character: 0 };
  const command: Command = goTo && target ? { title, command: goTo, arguments: [target.uri, line, character] } : { title, command: "" };
  return { range: { start: range.start, end: range.start }, command };
}

/** What people call the services whose events have kinds of their own. */
const CALLERS: Readonly<Record<string, string>> = { notification: "S3", subscription: "SNS", ruleTarget: "EventBridge", function: "another function" };

function callerOf({ is, by }: Source): string {
  if (is === "http") return "HTTP";
  if (is === "queue") return "SQS";
  return is === "stream" ? "stream" : (CALLERS[by.kind] ?? nounOf(by.kind));
}

/** `30 s · 512 MB · arm64`, without what is not known. */
function amountOf(fn: Resource<"function">): string {
  const [timeout, memory, architectures] = [fn.number("timeout"), fn.number("memorySize"), fn.terms("architectures")];
  const first = architectures.known ? architectures.value[0] : undefined;
  const architecture = first?.known && typeof first.value === "string" ? first.value : architectures.known && !first ? "x86_64" : undefined;
  return [timeout.known ? `${timeout.value} s` : "", memory.known ? `${memory.value.toLocaleString("en-US")} MB` : "", architecture ?? ""]
    .filter((part) => part !== "")
    .join(" · ");
}

/** What is found about a function, in its template and in the document. */
function hintsOf(view: View, id: string): string {
  const about = [view.review, ...templatesOf(view)].flatMap((review) => shown(review, view.settings));
  const count = about.filter(({ finding }) => finding.subjects.some((subject) => subject === id || subject.startsWith(`${id}/`))).length;
  return count === 0 ? "" : `${count} ${count === 1 ? "hint" : "hints"}`;
}
