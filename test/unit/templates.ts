import { readTemplate } from "../../server/src/dialects/read.ts";
import { Graph } from "../../server/src/model/graph.ts";
import { Reading } from "../../server/src/model/reading.ts";
import type { Template } from "../../server/src/model/template.ts";
import { World } from "../../server/src/model/world.ts";
import { read } from "../../server/src/syntax/read.ts";

export const TEMPLATE_URI = "file:///project/template.yaml";

/** Reads a template from its text; fails for a text that is none. */
export function template(text: string): Template {
  const found = readTemplate(TEMPLATE_URI, read(text));
  if (!found) throw new Error("This is no template.");
  return found;
}

/** The graph of a template in the world in which every condition that is asked about holds. */
export const graphOf = (text: string): Graph => graphIn(template(text));

/** The same in the n-th world, counted from 0 in the order in which checks try them; asking `ask` finds the worlds. */
export function graphIn(of: Template, world: World = World.first(of.scope)): Graph {
  return new Graph(new Reading(of, world, new Set()));
}

/** What `ask` answers in each world that its own questions distinguish. */
export function inEachWorld<T>(text: string, ask: (graph: Graph) => T): readonly T[] {
  const of = template(text);
  const answers: T[] = [];
  for (let world: World | undefined = World.first(of.scope); world; world = world.next()) answers.push(ask(graphIn(of, world)));
  return answers;
}
