import { FIFO_DEAD_LETTER, REPEATS_SOON_SECONDS, RULE_RETRY, SCHEDULER_RETRY, SUBSCRIBER_RETRY } from "../../knowledge/events.ts";
import type { Resource } from "../../model/resource.ts";
import { type Unknown, unknown, type Value } from "../../model/value.ts";
import { type Delivery, deliveryOf } from "../../model/words/delivery.ts";
import { spelledDuration } from "../../model/words/durations.ts";
import { runs, secondsBetweenRuns } from "../../model/words/schedules.ts";
import { defineRule, type Finding, type Severity } from "../define.ts";

export default defineRule({
  id: "event-target-without-dead-letter",
  summary: "Rule or schedule drops what it cannot deliver",
  pillars: ["reliability"],
  tradeoffs: {
    "operational-excellence": "Somebody has to watch the dead-letter queue.",
    "cost-optimization": "One more queue, paid for by its requests.",
  },
  practices: ["REL05-BP03@latest"],
  lens: ["REL 2"],
  default: "on",
  severity: "warning",
  confidence: "high",
  why: `EventBridge tries a delivery for up to a day and then drops the event. Where a right is missing or the target is gone it does not even try again.
Nothing fails visibly: the event is simply not there. A dead-letter queue on the target keeps it with the reason. It matters most where deliveries do fail, at
HTTP endpoints and in other accounts, and for a schedule that runs once.`,
  ask: "Who would notice that an event did not arrive?",
  references: [
    "https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-rule-dlq.html",
    "https://docs.aws.amazon.com/scheduler/latest/UserGuide/configuring-schedule-dlq.html",
  ],
  on: ["ruleTarget", "schedule", "subscriber"],
  *check(target) {
    const found = target.is("subscriber") ? ofSubscriber(target) : target.is("ruleTarget", "schedule") ? ofTarget(target) : undefined;
    if (!found || "known" in found) return found;
    yield found;
  },
  examples: [
    {
      dialect: "sam",
      bad: `Transform: AWS::Serverless-2016-10-31
Resources:
  Invoice:
    Type: AWS::Serverless::StateMachine
    Properties:
      DefinitionUri: invoice.asl.json
      Events:
        ⟦Paid⟧:
          Type: EventBridgeRule
          Properties:
            Pattern:
              source: [orders]
`,
      good: `Transform: AWS::Serverless-2016-10-31
Resources:
  Invoice:
    Type: AWS::Serverless::StateMachine
    Properties:
      DefinitionUri: invoice.asl.json
      Events:
        Paid:
          Type: EventBridgeRule
          Properties:
            Pattern:
              source: [orders]
            DeadLetterConfig:
              Type: SQS
`,
    },
    {
      dialect: "cloudformation",
      bad: `Resources:
  Crm:
    Type: AWS::Events::ApiDestination
    Properties:
      ConnectionArn: !Ref ConnectionArn
      HttpMethod: POST
      InvocationEndpoint: https://crm.example.com/orders

  Forward:
    Type: AWS::Events::Rule
    Properties:
      EventPattern:
        source: [orders]
      Targets:
        - ⟦Id⟧: crm
          Arn: !GetAtt Crm.Arn
          RoleArn: !Ref RoleArn
`,
      good: `Resources:
  Crm:
    Type: AWS::Events::ApiDestination
    Properties:
      ConnectionArn: !Ref ConnectionArn
      HttpMethod: POST
      InvocationEndpoint: https://crm.example.com/orders

  Forward:
    Type: AWS::Events::Rule
    Properties:
      EventPattern:
        source: [orders]
      Targets:
        - Id: crm
          Arn: !GetAtt Crm.Arn
          RoleArn: !Ref RoleArn
          DeadLetterConfig:
            Arn: !GetAtt ForwardDeadLetterQueue.Arn

  ForwardDeadLetterQueue:
    Type: AWS::SQS::Queue
    Properties:
      MessageRetentionPeriod: 1209600

  ForwardDeadLetterQueuePolicy:
    Type: AWS::SQS::QueuePolicy
    Properties:
      Queues: [!Ref ForwardDeadLetterQueue]
      PolicyDocument:
        Version: "2012-10-17"
        Statement:
          - Effect: Allow
            Principal:
              Service: events.amazonaws.com
            Action: sqs:SendMessage
            Resource: !GetAtt ForwardDeadLetterQueue.Arn
            Condition:
              ArnEquals:
                aws:SourceArn: !GetAtt Forward.Arn
`,
    },
    {
      dialect: "cloudformation",
      bad: `Resources:
  ⟦Forward⟧:
    Type: AWS::EventsV2::Subscriber
    Properties:
      EventBusArn: !Ref BusArn
      InvokeConfiguration:
        TargetArn: !Ref Invoices
        RoleArn: !GetAtt ForwardRole.Arn

  ForwardRole:
    Type: AWS::IAM::Role

  Invoices:
    Type: AWS::SNS::Topic
`,
      good: `Resources:
  Forward:
    Type: AWS::EventsV2::Subscriber
    Properties:
      EventBusArn: !Ref BusArn
      InvokeConfiguration:
        TargetArn: !Ref Invoices
        RoleArn: !GetAtt ForwardRole.Arn
      OnFailureConfiguration:
        Arn: !GetAtt ForwardDeadLetterQueue.Arn

  ForwardDeadLetterQueue:
    Type: AWS::SQS::Queue
    Properties:
      MessageRetentionPeriod: 1209600

  ForwardRole:
    Type: AWS::IAM::Role
    Properties:
      Policies:
        - PolicyName: send-to-ForwardDeadLetterQueue
          PolicyDocument:
            Version: "2012-10-17"
            Statement:
              - Effect: Allow
                Action: sqs:SendMessage
                Resource: !GetAtt ForwardDeadLetterQueue.Arn

  Invoices:
    Type: AWS::SNS::Topic
`,
    },
  ],
});

type Found = Finding | Unknown | undefined;

function ofTarget(target: Resource<"ruleTarget" | "schedule">): Found {
  const kept = target.has("deadLetterConfig");
  const clock = clockOf(target);
  if (!kept.known) return kept;
  if (!clock.known) return clock;
  const on = runs(clock.value);
  if (!on.known) return on;
  if (!on.value) return undefined;
  if (kept.value) return refused(target);
  const delivery = deliveryOf(target);
  const every = secondsBetweenRuns(clock.value);
  if (!delivery.known) return delivery;
  if (!every.known) return every;
  if (isSureToArrive(delivery.value) || (every.value ?? Number.POSITIVE_INFINITY) <= REPEATS_SOON_SECONDS) return undefined;
  const attempts = target.number("maximumRetryAttempts");
  const age = target.number("maximumEventAge");
  if (!attempts.known) return attempts;
  if (!age.known) return age;
  const limit = target.is("schedule") ? SCHEDULER_RETRY : RULE_RETRY;
  return missing(target, delivery.value, {
    severity: severityOf(delivery.value, every.value, attempts.value === 0),
    triesOnce: attempts.value === 0,
    age: age.value ?? limit.maximumAge.value,
  });
}

/** Subscribers give up within minutes, which every longer trouble of the target outlasts. */
function ofSubscriber(subscriber: Resource<"subscriber">): Found {
  const kept = subscriber.has("onFailure");
  const state = subscriber.text("state");
  if (!kept.known || kept.value) return kept.known ? undefined : kept;
  if (!state.known) return state;
  if (state.value === "STOPPED") return undefined;
  const delivery = deliveryOf(subscriber);
  const attempts = subscriber.number("maximumRetryAttempts");
  const age = subscriber.number("maximumEventAge");
  if (!delivery.known) return delivery;
  if (!attempts.known) return attempts;
  if (!age.known) return age;
  const triesOnce = attempts.value === 0;
  return missing(subscriber, delivery.value, {
    severity: triesOnce ? "error" : "warning",
    triesOnce,
    age: age.value ?? SUBSCRIBER_RETRY.maximumAge.value,
  });
}

interface Loss {
  readonly severity: Severity;
  readonly triesOnce: boolean;
  /** Seconds after which an event is dropped. */
  readonly age: number;
}

function missing(target: Resource<"ruleTarget" | "schedule" | "subscriber">, delivery: Delivery, { severity, triesOnce, age }: Loss): Finding {
  return {
    at: target,
    aspect: target.is("subscriber") ? "onFailure" : "deadLetterConfig",
    text: textFor(target, delivery, triesOnce),
    many: "No dead-letter queue: {names} drop events that they cannot deliver.",
    values: { target, to: delivery.resource ?? NOUNS[delivery.service] ?? "its target", age: spelledAge(age) },
    severity,
    cause: severity,
    fixes: [
      {
        title: "Send events that {target} cannot deliver to a new queue",
        many: "Send events that all {count} cannot deliver to a new queue",
        safety: "review",
        edits: [{ sendFailuresOf: target }],
      },
    ],
  };
}

/** A dead-letter queue that the service does not take. */
function refused(target: Resource<"ruleTarget" | "schedule">): Found {
  const takes = target.is("schedule") ? FIFO_DEAD_LETTER.scheduler : FIFO_DEAD_LETTER.rule;
  const queue = target.reference("deadLetterTarget");
  if (takes.value || !queue.known || !queue.value?.is("queue")) return undefined;
  const fifo = queue.value.flag("fifoQueue");
  if (!fifo.known) return fifo;
  if (!fifo.value) return undefined;
  return { at: queue, text: "{target} cannot set events aside in {queue}: it needs a standard queue, not a FIFO one.", values: { target, queue: queue.value } };
}

/** What says when a target is called: its rule, or the schedule itself. */
function clockOf(target: Resource<"ruleTarget" | "schedule">): Value<Resource<"rule" | "schedule">> {
  const at = { known: true, place: target.place, origin: "literal", aspect: "rule" } as const;
  if (target.is("schedule")) return { ...at, value: target };
  const rule = target.is("ruleTarget") ? target.reference("rule") : undefined;
  return rule?.known && rule.value?.is("rule") ? { ...at, value: rule.value } : unknown("its rule is not in this template", target.place);
}

/** Lambda takes every event of a rule that may call the function; what the function then fails on is another rule's matter. A log group takes everything. */
const isSureToArrive = ({ service, resource }: Delivery): boolean => service === "logs" || (service === "lambda" && resource !== undefined);

/** Services at which deliveries fail even where all rights are right. */
const FAILING: ReadonlySet<string> = new Set(["http", "bus"]);

/**
 * How likely a loss is. What this template declares beside the rule rarely refuses a delivery for a whole day, and a schedule that goes on makes up for a
 * run; nobody repeats a single run.
 */
function severityOf({ service, resource }: Delivery, every: number | undefined, triesOnce: boolean): Severity {
  const likely = FAILING.has(service) || every === Number.POSITIVE_INFINITY || (every === undefined && resource === undefined);
  if (triesOnce) return likely ? "error" : "warning";
  return likely ? "warning" : "information";
}

/** A message that names one thing once: an event of a state machine is called by the state machine's name. */
function textFor(target: Resource, { resource }: Delivery, triesOnce: boolean): string {
  const own = resource?.name === target.name;
  if (triesOnce)
    return `No dead-letter queue: ${own ? "an event for {to} is dropped" : "{target} drops an event"} at the first failed delivery${own ? "" : " to {to}"}.`;
  return own
    ? "No dead-letter queue: an event that {to} has not taken within {age} is dropped."
    : "No dead-letter queue: {target} drops an event that {to} has not taken within {age}.";
}

const NOUNS: Readonly<Record<string, string>> = {
  http: "its endpoint",
  bus: "the other bus",
  states: "its state machine",
  ecs: "its cluster",
  lambda: "its function",
  sqs: "its queue",
  sns: "its topic",
};

const HOUR = 3600;

/** A day is said as 24 hours: the clock starts with each event. */
const spelledAge = (seconds: number): string => (seconds % HOUR === 0 ? `${seconds / HOUR} hour${seconds === HOUR ? "" : "s"}` : spelledDuration(seconds));
