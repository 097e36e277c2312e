import type { Span } from "../base/span.ts";
import { Resource } from "../model/resource.ts";
import { resourceOf, variableOf } from "../model/words/code/joined.ts";
import { type Joining, joiningsOf, readsOf } from "./joins.ts";
import type { Markup } from "./markup.ts";
import { isAt } from "./places.ts";
import type { View } from "./view.ts";

/** What an environment variable is that the code reads at an offset: a line for each function; undefined anywhere else. */
export function environmentHover(view: View, offset: number, markup: Markup): { readonly text: string; readonly span: Span } | undefined {
  const here = joiningsOf(view).flatMap((joining) => readsOf(joining.join).flatMap((read) => (isAt(view, read.place, offset) ? [{ joining, read }] : [])));
  const [first] = here;
  const span = first?.read.place.within;
  if (!first || !span) return undefined;
  const lines = new Set(
    here.map(({ joining, read }) => `${markup.code(read.name)} of ${markup.bold(joining.join.fn.name)}: ${described(joining, read.name, markup)}`),
  );
  return { text: markup.lines([...lines]), span };
}

function described({ join: { fn } }: Joining, name: string, markup: Markup): string {
  const variable = variableOf(fn, name);
  if (!variable.known) return markup.text(`not known, ${variable.reason}`);
  if (variable.value === undefined) return markup.text("not declared in its template");
  const meant = resourceOf({ is: "variable", name, default: undefined, place: variable.place }, fn);
  if (meant instanceof Resource) return `${markup.bold(meant.name)} · ${markup.code(meant.type)}`;
  // A literal may be a secret; where it stands, everybody sees it, and a hover adds nothing.
  return markup.text(typeof variable.value === "object" ? "known at deployment only" : "a literal in its template");
}
