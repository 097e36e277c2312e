import type { Graph } from "../graph.ts";
import type { Resource } from "../resource.ts";
import type { Subject } from "../subject.ts";
import type { Known, Unknown } from "../value.ts";

/** One function that Lambda's poller feeds from a source, with the mapping between the two. */
export interface Consumer {
  readonly mapping: Resource<"eventSourceMapping">;
  readonly function: Resource<"function">;
}

/** The functions that poll a queue or stream, as far as this template shows them. */
export function consumersOf(graph: Graph, source: Subject): readonly Consumer[] {
  return graph.referring(source, "eventSourceMapping", "eventSource").flatMap((mapping) => {
    const fn = mapping.reference("function");
    return fn.known && fn.value?.is("function") ? [{ mapping, function: fn.value }] : [];
  });
}

/** The consumer whose timeout and batching window together are longest; unknown when any of them is. Undefined without consumers. */
export function slowest(
  consumers: readonly Consumer[],
): { readonly consumer: Consumer; readonly timeout: Known<number>; readonly window: number } | Unknown | undefined {
  let found: { readonly consumer: Consumer; readonly timeout: Known<number>; readonly window: number } | undefined;
  for (const consumer of consumers) {
    const timeout = consumer.function.number("timeout");
    const window = consumer.mapping.number("maximumBatchingWindow");
    if (!timeout.known) return timeout;
    if (!window.known) return window;
    if (!found || timeout.value + window.value > found.timeout.value + found.window) found = { consumer, timeout, window: window.value };
  }
  return found;
}

/** Whether a queue takes what others could not handle: it is named as dead-letter queue or failure destination anywhere. */
export function isDeadLetter(graph: Graph, queue: Subject): boolean {
  return DEAD_LETTER_EDGES.some(([kind, property]) => graph.referring(queue, kind, property as never).length > 0);
}

const DEAD_LETTER_EDGES = [
  ["queue", "deadLetterTarget"],
  ["subscription", "deadLetterTarget"],
  ["ruleTarget", "deadLetterTarget"],
  ["schedule", "deadLetterTarget"],
  ["pipe", "deadLetterTarget"],
  ["eventBus", "deadLetterTarget"],
  ["function", "deadLetterTarget"],
  ["function", "failureDestination"],
  ["eventInvokeConfig", "failureDestination"],
  ["eventSourceMapping", "failureDestination"],
  ["subscriber", "failureDestination"],
] as const;
