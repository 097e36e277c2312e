import type { Graph } from "../../graph.ts";
import type { Resource } from "../../resource.ts";
import { type AsynchronousSource, asynchronousSources } from "../asynchronous.ts";
import { sourcesOf } from "./sources.ts";

/** An environment that nobody calls for so long is seldom there for the next run. Seconds; Lambda documents no time. */
const SELDOM = 3600;

/** Whether nothing but schedules calls a function, as far as this template shows. */
export const runsByTheClockOnly = (graph: Graph, fn: Resource<"function">): boolean => clocksOf(graph, fn).length > 0;

/** Whether nothing but schedules calls a function, each so seldom that each run finds a new environment, in which nothing is kept. */
export function runsSeldom(graph: Graph, fn: Resource<"function">): boolean {
  const clocks = clocksOf(graph, fn);
  return clocks.length > 0 && clocks.every(({ every }) => typeof every === "number" && every >= SELDOM);
}

/** The schedules that call a function; none where anything else does too. */
function clocksOf(graph: Graph, fn: Resource<"function">): readonly AsynchronousSource[] {
  const clocks = asynchronousSources(graph, fn).filter(({ every }) => every !== undefined);
  return sourcesOf(graph, fn).every(({ by }) => clocks.some((clock) => clock.by.id === by.id)) ? clocks : [];
}
