import { ASYNCHRONOUS_PRINCIPALS } from "../../knowledge/callers.ts";
import type { Graph } from "../graph.ts";
import type { Resource } from "../resource.ts";
import type { Unknown, Value } from "../value.ts";
import { isDeadLetter } from "./consumers.ts";
import { runs, secondsBetweenRuns } from "./schedules.ts";

/** Something that hands a function events and does not wait for its answer: Lambda queues them, tries again, and drops what keeps failing. */
export interface AsynchronousSource {
  /** What names the function: a notification, a subscription, a target of a rule, … */
  readonly by: Resource;
  /** What is lost, with its article: `the S3 event`. */
  readonly event: string;
  /** About how many seconds lie between two runs, `Infinity` for a single one. Undefined for what does not run by the clock. */
  readonly every: number | "unknown" | undefined;
}

/**
 * What calls a function asynchronously, as far as this template shows: notifications of buckets, subscriptions of topics, rules, schedules, IoT rules, log
 * subscriptions, alarms, destinations of other functions, and permissions of services that call in this way. Queues and streams are polled, APIs wait:
 * they are none.
 */
export function asynchronousSources(graph: Graph, fn: Resource<"function">): readonly AsynchronousSource[] {
  const direct = calledAs(graph, fn).flatMap((called) => [
    ...graph.referring(called, "notification", "target").map((by) => ({ by, event: "the S3 event", every: undefined })),
    ...graph.referring(called, "subscription", "endpoint").map((by) => ({ by, event: "the SNS message", every: undefined })),
    ...graph.referring(called, "ruleTarget", "target").flatMap((by) => ruled(by)),
    ...graph.referring(called, "schedule", "target").flatMap((by) => scheduled(by, by)),
    ...graph.referring(called, "subscriber", "target").map((by) => ({ by, event: "the event", every: undefined })),
    ...graph.referring(called, "trigger", "function").flatMap((by) => triggered(by)),
    ...graph.referring(called, "alarm", "alarmActions").map((by) => ({ by, event: "the alarm", every: undefined })),
    ...(["function", "eventInvokeConfig"] as const).flatMap((kind) =>
      graph.referring(called, kind, "successDestination").map((by) => ({ by, event: "the result that it is sent", every: undefined })),
    ),
  ]);
  const events = new Set(direct.map(({ event }) => event));
  const permitted = calledAs(graph, fn).flatMap((called) => graph.referring(called, "permission", "function").flatMap((by) => permittedBy(by)));
  // A permission of a service whose own resource is here says nothing new; rules and schedules have the same principal.
  return [...direct, ...permitted.filter(({ event }) => !events.has(event) && !(event === "the event" && events.has(SCHEDULED)))];
}

const SCHEDULED = "the scheduled run";

/** A function as others may name it: itself, its aliases and its versions. */
export function calledAs(graph: Graph, fn: Resource<"function">): readonly Resource[] {
  return [fn, ...graph.referring(fn, "alias", "function"), ...graph.referring(fn, "version", "function")];
}

function ruled(target: Resource<"ruleTarget">): readonly AsynchronousSource[] {
  const rule = target.reference("rule");
  if (!rule.known || !rule.value?.is("rule")) return [{ by: target, event: "the event", every: undefined }];
  return scheduled(target, rule.value);
}

function scheduled(by: Resource, clock: Resource<"rule" | "schedule">): readonly AsynchronousSource[] {
  const on = runs(clock);
  if (on.known && !on.value) return [];
  const every = secondsBetweenRuns(clock);
  const ticks = clock.is("schedule") || !every.known || every.value !== undefined;
  return [{ by, event: ticks ? SCHEDULED : "the event", every: every.known ? every.value : "unknown" }];
}

/** Services of triggers that do not wait for the answer, as dialects name them. */
const TRIGGER_EVENTS: Readonly<Record<string, string>> = {
  iot: "the IoT message",
  iotrule: "the IoT message",
  logs: "the log events",
  cloudwatchlogs: "the log events",
};

function triggered(trigger: Resource<"trigger">): readonly AsynchronousSource[] {
  const service = trigger.text("service");
  const event = service.known ? TRIGGER_EVENTS[service.value ?? ""] : undefined;
  return event === undefined ? [] : [{ by: trigger, event, every: undefined }];
}

function permittedBy(permission: Resource<"permission">): readonly AsynchronousSource[] {
  const principal = permission.text("principal");
  const event = principal.known ? ASYNCHRONOUS_PRINCIPALS.value[principal.value ?? ""] : undefined;
  return event === undefined ? [] : [{ by: permission, event, every: undefined }];
}

/** The resources that say what becomes of events that a function fails on, beside the function itself; unknown where one names a function that is not known. */
export function invokeConfigsOf(graph: Graph, fn: Resource<"function">): readonly Resource<"eventInvokeConfig">[] | Unknown {
  const names = new Set(calledAs(graph, fn).map(({ id }) => id));
  const found: Resource<"eventInvokeConfig">[] = [];
  for (const config of graph.all("eventInvokeConfig")) {
    const named = config.reference("function");
    if (!named.known) return named;
    if (named.value && names.has(named.value.id)) found.push(config);
  }
  return found;
}

/** Whether events that a function fails on go anywhere: to a failure destination or a dead-letter queue, its own or that of a configuration beside it. */
export function keepsFailures(graph: Graph, fn: Resource<"function">): Value<boolean> {
  const own = fn.has("onFailure");
  const deadLetter = fn.has("deadLetterTarget");
  if (!own.known || own.value) return own;
  if (!deadLetter.known || deadLetter.value) return deadLetter;
  const configs = invokeConfigsOf(graph, fn);
  if ("known" in configs) return configs;
  for (const config of configs) {
    const set = config.has("onFailure");
    if (!set.known || set.value) return set;
  }
  return own;
}

/** Whether a function is called with what failed elsewhere: it is a failure destination, or it tells people about alarms and dead letters. */
export function handlesFailures(graph: Graph, fn: Resource<"function">): boolean {
  if (isDeadLetter(graph, fn) || calledAs(graph, fn).some((called) => graph.referring(called, "alarm", "alarmActions").length > 0)) return true;
  return calledAs(graph, fn).some((called) =>
    graph.referring(called, "subscription", "endpoint").some((subscription) => {
      const topic = subscription.reference("topic");
      return topic.known && topic.value !== undefined && takesFailures(graph, topic.value);
    }),
  );
}

const takesFailures = (graph: Graph, topic: Resource): boolean => isDeadLetter(graph, topic) || graph.referring(topic, "alarm", "alarmActions").length > 0;
