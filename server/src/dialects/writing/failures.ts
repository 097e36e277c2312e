import { below, type Place } from "../../base/place.ts";
import { MESSAGE_RETENTION } from "../../knowledge/sqs.ts";
import { arnOf, type Content, type Edit, idOf, type NewResource } from "../../model/edit.ts";
import { type Expression, entry, literalText } from "../../model/expression.ts";
import type { Part } from "../../model/part.ts";
import { Subject } from "../../model/subject.ts";
import type { Template } from "../../model/template.ts";
import { walk } from "../../model/template.ts";

type Edits = readonly Edit[] | { readonly cannot: string };

/**
 * The edits that send what something gives up on to a new queue, with the right to do so; or why that cannot be written. Of a function: events that came
 * asynchronously. Of a mapping or pipe: records. Of a target, schedule or subscriber: events that could not be delivered. What changes inside a resource
 * comes before what is added behind it.
 * @param among all whose failures are sent on at once: functions share one queue, and so do rules
 */
export function failureEdits(of: Subject, template: Template, among: readonly Subject[]): Edits {
  switch (of.part.kind) {
    case "function":
      return ofFunction(of, template, among);
    case "eventSourceMapping":
      return ofMapping(of, template);
    case "ruleTarget":
      return ofTarget(of, template, among);
    case "schedule":
      return ofSchedule(of, template);
    case "pipe":
      return ofPipe(of, template);
    case "subscriber":
      return ofSubscriber(of, template);
    default:
      return { cannot: `${of.type} has no place for what it gives up on` };
  }
}

function ofFunction(fn: Subject, template: Template, among: readonly Subject[]): Edits {
  const [first = fn, ...others] = alike(fn, among);
  const queue = others.length > 0 ? setAside(first, "FailedEvents") : failuresOf(fn);
  // The transform lets the function send when the destination's type is written, but only where it makes the role itself.
  const granted = isWrittenForSam(fn.part) && !walk(fn.part.body, ["Properties", "Role"]) ? [] : rightToSend(fn, fn.part, queue, template);
  if ("cannot" in granted) return granted;
  if (isWrittenForSam(fn.part)) return [{ set: fn, property: "onFailure", to: { Type: "SQS", Destination: arnOf(queue) } }, queue, ...granted];
  if (isNamedOtherwise(fn, template)) return { cannot: "the function has aliases or versions, and which of them is called does not show" };
  const config = [...template.parts.values()].find((part) => part.kind === "eventInvokeConfig" && namedBy(part, "function", template)?.id === fn.id);
  if (config) return [{ set: new Subject(config), property: "failureDestination", to: arnOf(queue) }, queue, ...granted];
  const properties = { function: idOf(fn), qualifier: "$LATEST", failureDestination: arnOf(queue) };
  return [queue, ...granted, { add: "eventInvokeConfig", id: `${fn.id}Invocation`, beside: fn, properties }];
}

const isNamedOtherwise = (fn: Subject, template: Template): boolean =>
  [...template.parts.values()].some((part) => (part.kind === "alias" || part.kind === "version") && namedBy(part, "function", template)?.id === fn.id);

function ofMapping(mapping: Subject, template: Template): Edits {
  const fn = namedBy(mapping.part, "function", template);
  if (fn?.kind !== "function") return { cannot: "the function is not in this template, so its right to send cannot be added" };
  const queue = failuresOf(new Subject(fn));
  const inSam = mapping.part.owner === fn.id;
  const granted = inSam && !walk(fn.body, ["Properties", "Role"]) ? [] : rightToSend(mapping, fn, queue, template);
  if ("cannot" in granted) return granted;
  const destination: Edit = inSam
    ? { set: mapping, property: "onFailure", to: { Type: "SQS", Destination: arnOf(queue) } }
    : { set: mapping, property: "failureDestination", to: arnOf(queue) };
  return [destination, queue, ...granted];
}

function ofTarget(target: Subject, template: Template, among: readonly Subject[]): Edits {
  // Targets that the transform makes get the queue and its policy from it too.
  if (isEvent(target, template)) return [{ set: target, property: "deadLetterConfig", to: { Type: "SQS" } }];
  const rule = template.parts.get(target.part.owner ?? "");
  if (!rule) return { cannot: "the rule of the target is not in this template" };
  const by = new Subject(rule);
  const rules = alike(by, rulesOf(among, template));
  const [first = by, ...others] = rules;
  const queue = others.length > 0 ? setAside(first, "UndeliveredEvents") : deadLettersOf(by);
  const sources = rules.map((one) => arnOf(one));
  const statement: Content = {
    Effect: "Allow",
    Principal: { Service: "events.amazonaws.com" },
    Action: "sqs:SendMessage",
    Resource: arnOf(queue),
    Condition: { ArnEquals: { "aws:SourceArn": sources.length === 1 ? arnOf(by) : sources } },
  };
  return [
    { set: target, property: "deadLetterTarget", to: arnOf(queue) },
    queue,
    { add: "resourcePolicy", id: `${queue.id}Policy`, beside: first, properties: { protects: [idOf(queue)], policyDocument: document(statement) } },
  ];
}

function ofSchedule(schedule: Subject, template: Template): Edits {
  const hasRole = walk(schedule.part.body, schedule.part.binding.properties.role ?? []) !== undefined;
  if (isEvent(schedule, template) && !hasRole) return [{ set: schedule, property: "deadLetterConfig", to: { Type: "SQS" } }];
  const by = new Subject(template.parts.get(schedule.part.owner ?? "") ?? schedule.part);
  const queue = deadLettersOf(by);
  const granted = rightToSend(schedule, schedule.part, queue, template);
  return "cannot" in granted ? granted : [{ set: schedule, property: "deadLetterTarget", to: arnOf(queue) }, queue, ...granted];
}

/** Keys under which a pipe sets up the streams that it may read. */
const PIPED = ["DynamoDBStreamParameters", "KinesisStreamParameters"];

function ofPipe(pipe: Subject, template: Template): Edits {
  const settings = PIPED.map((key) => walk(pipe.part.body, ["Properties", "SourceParameters", key])).find((found) => found?.is === "map");
  if (!settings) return { cannot: "the pipe does not say how it reads its source" };
  const queue = setAside(pipe, `${pipe.id}Failures`);
  const granted = rightToSend(pipe, pipe.part, queue, template);
  if ("cannot" in granted) return granted;
  const place: Place = { uri: pipe.part.uri, path: below(settings.path, "DeadLetterConfig"), part: "value" };
  return [{ replace: place, by: { Arn: arnOf(queue) } }, queue, ...granted];
}

function ofSubscriber(subscriber: Subject, template: Template): Edits {
  const queue = deadLettersOf(subscriber);
  const granted = rightToSend(subscriber, subscriber.part, queue, template);
  return "cannot" in granted ? granted : [{ set: subscriber, property: "failureDestination", to: arnOf(queue) }, queue, ...granted];
}

/** The role of a function or schedule may send to the queue: a policy in the role itself, so that it is there before anything checks it. */
function rightToSend(of: Subject, holder: Part, queue: NewResource, template: Template): Edits {
  const role = namedBy(holder, "role", template);
  if (role?.kind !== "role") return { cannot: `the role of ${of.name} is not in this template, so its right to send cannot be added` };
  const condition = conditionOf(queue.beside.part);
  if (condition !== undefined && condition !== conditionOf(role)) return { cannot: `the role of ${of.name} is there when the queue is not` };
  const statement = { Effect: "Allow", Action: "sqs:SendMessage", Resource: arnOf(queue) };
  const policy = { PolicyName: `send-to-${queue.id}`, PolicyDocument: document(statement) };
  return [{ append: new Subject(role), property: "inlinePolicies", item: policy }];
}

const document = (statement: Content): Content => ({ Version: "2012-10-17", Statement: [statement] });

const failuresOf = (fn: Subject): NewResource => setAside(fn, `${fn.id}Failures`);
const deadLettersOf = (by: Subject): NewResource => setAside(by, `${by.id}DeadLetterQueue`);

/** Those that can share a queue with one of them: of its kind, and there under the same condition. What arrives says where it comes from. */
function alike(one: Subject, among: readonly Subject[]): readonly Subject[] {
  const same = among.filter(({ part }) => part.kind === one.part.kind && conditionOf(part) === conditionOf(one.part));
  return same.some(({ id }) => id === one.id) ? [...new Map(same.map((each) => [each.id, each])).values()] : [one];
}

/** The rules of targets, as far as they are written as such. */
function rulesOf(targets: readonly Subject[], template: Template): readonly Subject[] {
  return targets.flatMap((target) => {
    const rule = target.part.kind === "ruleTarget" && !isEvent(target, template) ? template.parts.get(target.part.owner ?? "") : undefined;
    return rule ? [new Subject(rule)] : [];
  });
}

/** A queue that keeps messages as long as there is, for people come late. */
function setAside(beside: Subject, id: string): NewResource {
  return { add: "queue", id, beside, properties: { messageRetentionPeriod: MESSAGE_RETENTION.maximum.value } };
}

const isWrittenForSam = (part: Part): boolean => part.type.startsWith("AWS::Serverless::");

/** Whether a part is an event of a function or state machine, whose other half the transform makes. */
function isEvent({ part }: Subject, template: Template): boolean {
  for (let owner = template.parts.get(part.owner ?? ""); owner; owner = template.parts.get(owner.owner ?? "")) if (isWrittenForSam(owner)) return true;
  return false;
}

const conditionOf = (part: Part): string | undefined => literalText(entry(part.body, "Condition"));

/** The part of this template that a property names by reference, whichever conditions hold. */
function namedBy(part: Part, property: string, template: Template): Part | undefined {
  const written = part.fixed[property] ?? walk(part.body, part.binding.properties[property] ?? []);
  const id = written && nameIn(written);
  return id === undefined ? undefined : template.parts.get(id);
}

function nameIn(written: Expression): string | undefined {
  if (written.is === "ref" || written.is === "attribute") return written.name;
  const [only, ...others] = written.is === "text" ? written.parts.filter((part) => part !== "") : [];
  return only !== undefined && typeof only !== "string" && others.length === 0 ? nameIn(only) : undefined;
}
