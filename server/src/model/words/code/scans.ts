import type { ServiceCall } from "../../code/facts.ts";
import { factsOf, type HandlerView } from "../../code/handler.ts";
import type { Meaning } from "../../code/meaning.ts";
import type { Graph } from "../../graph.ts";
import type { Resource } from "../../resource.ts";
import { isUnknown } from "../../value.ts";
import { resourceOf } from "./joined.ts";
import { mentions } from "./mentions.ts";
import { perInvocation, siteOf } from "./sites.ts";
import { sourcesOf } from "./sources.ts";

/** A scan of a whole table that is made while somebody waits, or for each message. */
export interface RequestedScan {
  readonly call: ServiceCall;
  /** Where this template declares it. */
  readonly table: Resource<"table"> | undefined;
  /** Who waits: `request` for a caller that gets the answer, `message` for a queue or stream. */
  readonly on: "request" | "message";
  /** Whether items are read that are then thrown away. */
  readonly filtered: boolean;
}

/**
 * The scans of whole tables on a function's request path, each place once. Not among them: a scan that a schedule or an event starts, one that asks for a
 * limited number of items, one of an index (which may be sparse on purpose), one that counts, and one of a table of settings, which is small.
 */
export function requestedScans(graph: Graph, fn: Resource<"function">, view: HandlerView): readonly RequestedScan[] {
  const scans = perInvocation(factsOf(view, "service call")).filter((call) => isScan(call) && !isLimited(view, call));
  const on = scans.length === 0 ? undefined : waiting(graph, fn);
  if (!on) return [];
  return scans.flatMap((call) => {
    const found = resourceOf(call.parameters?.get("TableName"), fn);
    const table = found && !isUnknown(found) && found.is("table") ? found : undefined;
    return isSmall(table, call.parameters?.get("TableName")) ? [] : [{ call, table, on, filtered: isFiltered(call) }];
  });
}

/** Whether a call is one of these scans: the one rule that speaks of them says so, and others about the same call are silent. */
export const isRequestedScan = (scans: readonly RequestedScan[], { place }: ServiceCall): boolean =>
  scans.some(({ call }) => siteOf(call.place) === siteOf(place));

const isScan = ({ service, operation }: ServiceCall): boolean => service === "dynamodb" && operation === "Scan";

/** What cannot be followed counts as limited where the code speaks of limits at all. */
function isLimited(view: HandlerView, { parameters, open, by, circumstances }: ServiceCall): boolean {
  if (!parameters || open) return mentions(view, "Limit") || mentions(view, "IndexName");
  if (parameters.has("IndexName") || parameters.has("Select") || parameters.has("TotalSegments")) return true;
  return parameters.has("Limit") && by === "call" && circumstances.loops.length === 0;
}

const isFiltered = ({ parameters }: ServiceCall): boolean => parameters?.has("FilterExpression") === true || parameters?.has("ScanFilter") === true;

/** What an HTTP API or AppSync calls answers requests; what a queue or stream feeds answers messages. */
function waiting(graph: Graph, fn: Resource<"function">): RequestedScan["on"] | undefined {
  const sources = sourcesOf(graph, fn);
  if (sources.some(({ is, by }) => is === "http" || isResolver(by))) return "request";
  return sources.some(({ is }) => is === "queue" || is === "stream") ? "message" : undefined;
}

function isResolver(by: Resource): boolean {
  const service = by.is("trigger") ? by.text("service") : undefined;
  return service?.known === true && service.value === "appsync";
}

const SMALL = /config|setting|lookup|feature|flag/i;

/** A table whose name says that it holds settings has few items. */
function isSmall(table: Resource<"table"> | undefined, named: Meaning | undefined): boolean {
  const name = table?.id ?? (named?.is === "variable" ? named.name : named?.is === "text" ? named.value : "");
  return SMALL.test(name);
}
