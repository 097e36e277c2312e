import type { Graph } from "../../graph.ts";
import type { KindName } from "../../kinds/index.ts";
import type { Resource } from "../../resource.ts";
import { asynchronousSources, calledAs } from "../asynchronous.ts";
import { pollingOf } from "../streams.ts";

/** Who calls a function, as far as this template shows. */
export interface Source {
  /**
   * `http`: somebody waits for an answer with a status. `queue` and `stream`: Lambda polls and judges by errors. `asynchronous`: Lambda queues the event.
   * `other`: anything else that names the function, such as a user pool, a custom resource or a state machine.
   */
  readonly is: "http" | "queue" | "stream" | "asynchronous" | "other";
  readonly by: Resource;
}

/** Everything in this template that calls a function. Several of one kind are listed each. */
export function sourcesOf(graph: Graph, fn: Resource<"function">): readonly Source[] {
  const names = calledAs(graph, fn);
  const all = names.flatMap((called) => [
    ...http(graph, called),
    ...polled(graph, called),
    ...graph.referring(called, "trigger", "function").map((by): Source => ({ is: "other", by })),
  ]);
  const asynchronous = asynchronousSources(graph, fn);
  const known = new Set([...all.map(({ by }) => by.id), ...asynchronous.map(({ by }) => by.id)]);
  const others = names.flatMap((called) =>
    graph
      .mentioning(called)
      .filter((by) => calls(by) && !known.has(by.id))
      .map((by): Source => ({ is: "other", by })),
  );
  return [
    ...all.filter(({ by }) => !asynchronous.some((one) => one.by.id === by.id)),
    ...asynchronous.map(({ by }): Source => ({ is: "asynchronous", by })),
    ...others,
  ];
}

function http(graph: Graph, called: Resource): readonly Source[] {
  return [
    ...graph.referring(called, "route", "function"),
    ...graph.referring(called, "integration", "function"),
    ...graph.referring(called, "functionUrl", "function"),
  ].map((by) => ({ is: "http", by }));
}

function polled(graph: Graph, called: Resource): readonly Source[] {
  return graph.referring(called, "eventSourceMapping", "function").map((by) => {
    const polling = pollingOf(by);
    return { is: polling.known && polling.value ? "stream" : isQueue(by) ? "queue" : "other", by };
  });
}

function isQueue(by: Resource<"eventSourceMapping">): boolean {
  const service = by.text("service");
  const source = by.reference("eventSource");
  return (service.known && service.value === "sqs") || (source.known && source.value?.is("queue") === true);
}

/** What mentions a function without calling it. */
const NO_CALLERS: readonly KindName[] = [
  "permission",
  "alarm",
  "logGroup",
  "alias",
  "version",
  "eventInvokeConfig",
  "function",
  "role",
  "statement",
  "policy",
  "output",
  "connector",
];

const calls = (by: Resource): boolean => !NO_CALLERS.includes(by.kind);
