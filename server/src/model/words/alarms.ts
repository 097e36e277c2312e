import type { Graph } from "../graph.ts";
import type { Resource } from "../resource.ts";
import { type Unknown, unknown } from "../value.ts";

/** What EventBridge calls the events that every alarm sends when its state changes. */
const STATE_CHANGE = "CloudWatch Alarm State Change";

/** Whether a rule of this template listens to alarms, so that each alarm acts without naming an action. */
export const alarmsAreHeard = (graph: Graph): boolean => graph.all("rule").some((rule) => [...graph.texts(rule)].some(({ text }) => text === STATE_CHANGE));

/** Whether something else of this template stands on an alarm: a composite alarm, a deployment that rolls back, by reference or by the alarm's name. */
export function isUsed(graph: Graph, alarm: Resource<"alarm">): boolean {
  if (graph.mentioning(alarm).length > 0) return true;
  const name = alarm.text("alarmName");
  if (!name.known || name.value === undefined) return false;
  const called = name.value;
  return graph.all("alarm").some((other) => other.id !== alarm.id && [...graph.texts(other)].some(({ text }) => text.includes(called)));
}

/** The topic to which alarms of this template go: the only one that other alarms name, or the only one whose name says so. */
export function alarmTopic(graph: Graph): Resource<"topic"> | undefined {
  const topics = graph.all("topic");
  const named = topics.filter((topic) => graph.referring(topic, "alarm", "alarmActions").length > 0);
  const called = topics.filter((topic) => /alarm|alert|notif|ops/i.test(topic.id));
  const [only, ...others] = named.length > 0 ? named : called;
  return others.length === 0 ? only : undefined;
}

/**
 * Whether nobody gets what is sent to a topic: it has no subscription, and nothing else of this template, nor anybody whom an output tells of it, could
 * subscribe. Unknown where a subscription names a topic that only deployment knows.
 */
export function isUnheard(graph: Graph, topic: Resource<"topic">): boolean | Unknown {
  if (graph.isTold(topic)) return false;
  const listed = topic.has("subscriptions");
  if (!listed.known) return listed;
  if (listed.value || graph.mentioning(topic).some((other) => !other.is("alarm", "resourcePolicy", "statement"))) return false;
  const elsewhere = graph.all("subscription").find((subscription) => !subscription.reference("topic").known);
  return elsewhere ? unknown("a subscription names a topic that is known at deployment only", elsewhere.place) : true;
}
