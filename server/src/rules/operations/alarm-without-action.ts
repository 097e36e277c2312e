import { idOf } from "../../model/edit.ts";
import type { Graph } from "../../model/graph.ts";
import type { Resource } from "../../model/resource.ts";
import type { Term, Unknown, Value } from "../../model/value.ts";
import { alarmsAreHeard, alarmTopic, isUnheard, isUsed } from "../../model/words/alarms.ts";
import { defineRule, type Finding } from "../define.ts";

export default defineRule({
  id: "alarm-without-action",
  summary: "Alarm goes off and tells nobody",
  pillars: ["operational-excellence"],
  tradeoffs: {},
  practices: ["OPS06-BP01@latest", "REL06-BP03@2024-06-27"],
  lens: ["OPS 1"],
  default: "on",
  severity: "warning",
  confidence: "high",
  why: `An alarm without an action changes its colour in a console that nobody watches at night. It costs as much as one that wakes somebody, and it gives
the feeling of being told. Let it notify a topic, start a repair, or be part of a composite alarm that does; or drop it.`,
  ask: "Who does what when this alarm goes off?",
  references: ["https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/alarm-actions.html"],
  on: "alarm",
  *check(alarm, { graph }) {
    if (alarmsAreHeard(graph) || isUsed(graph, alarm)) return;
    const actions = alarm.terms("alarmActions");
    const named = alarm.has("alarmActions");
    const others = [alarm.terms("okActions"), alarm.terms("insufficientDataActions")];
    const enabled = alarm.flag("actionsEnabled");
    if (!actions.known) return named.known ? undefined : named;
    if (!enabled.known) return enabled;
    if (actions.value.length > 0 && !enabled.value) {
      yield {
        at: enabled,
        text: "{alarm} has actions, and all of them are switched off.",
        values: { alarm },
        // Somebody wrote it, perhaps while thresholds were being found.
        severity: "information",
        fixes: [{ title: "Switch the actions of {alarm} on", safety: "review", edits: [{ set: alarm, property: "actionsEnabled", to: true }] }],
      };
      return;
    }
    if (actions.value.length > 0) return yield* unheard(graph, alarm, actions.value);
    if (others.some((one) => !one.known || one.value.length > 0)) return;
    const topic = alarmTopic(graph);
    yield {
      at: alarm,
      aspect: "alarmActions",
      text: "No action: {alarm} goes off and tells nobody.",
      many: "No action: {names} go off and tell nobody.",
      values: { alarm, topic: topic ?? "" },
      cause: "no action",
      fixes: topic
        ? [
            {
              title: "Let {alarm} notify {topic}",
              many: "Let all {count} alarms notify {topic}",
              safety: "review",
              edits: [{ set: alarm, property: "alarmActions", to: [idOf(topic)] }],
            },
          ]
        : [],
    };
  },
  examples: [
    {
      dialect: "sam",
      bad: `Transform: AWS::Serverless-2016-10-31
Resources:
  Alarms:
    Type: AWS::SNS::Topic
    Properties:
      Subscription: [{ Protocol: email, Endpoint: !Ref OnCall }]

  ⟦OrdersErrors⟧:
    Type: AWS::CloudWatch::Alarm
    Properties:
      Namespace: AWS/Lambda
      MetricName: Errors
      Threshold: 1
`,
      good: `Transform: AWS::Serverless-2016-10-31
Resources:
  Alarms:
    Type: AWS::SNS::Topic
    Properties:
      Subscription: [{ Protocol: email, Endpoint: !Ref OnCall }]

  OrdersErrors:
    Type: AWS::CloudWatch::Alarm
    Properties:
      Namespace: AWS/Lambda
      MetricName: Errors
      Threshold: 1
      AlarmActions: [!Ref Alarms]
`,
    },
    {
      dialect: "cloudformation",
      bad: `{
  "Resources": {
    "OrdersErrors": {
      "Type": "AWS::CloudWatch::Alarm",
      "Properties": {
        "ActionsEnabled": ⟦false⟧,
        "AlarmActions": [{ "Ref": "Alarms" }],
        "Namespace": "AWS/Lambda",
        "MetricName": "Errors"
      }
    },
    "Alarms": {
      "Type": "AWS::SNS::Topic",
      "Properties": { "Subscription": [{ "Protocol": "email", "Endpoint": { "Ref": "OnCall" } }] }
    }
  }
}
`,
      good: `{
  "Resources": {
    "OrdersErrors": {
      "Type": "AWS::CloudWatch::Alarm",
      "Properties": {
        "ActionsEnabled": true,
        "AlarmActions": [{ "Ref": "Alarms" }],
        "Namespace": "AWS/Lambda",
        "MetricName": "Errors"
      }
    },
    "Alarms": {
      "Type": "AWS::SNS::Topic",
      "Properties": { "Subscription": [{ "Protocol": "email", "Endpoint": { "Ref": "OnCall" } }] }
    }
  }
}
`,
    },
    {
      dialect: "cloudformation",
      bad: `Resources:
  OrdersErrors:
    Type: AWS::CloudWatch::Alarm
    Properties:
      Namespace: AWS/Lambda
      MetricName: Errors
      AlarmActions:
        - ⟦!Ref Alarms⟧
  Alarms:
    Type: AWS::SNS::Topic
`,
      good: `Resources:
  OrdersErrors:
    Type: AWS::CloudWatch::Alarm
    Properties:
      Namespace: AWS/Lambda
      MetricName: Errors
      AlarmActions:
        - !Ref Alarms
  Alarms:
    Type: AWS::SNS::Topic
    Properties:
      Subscription:
        - Protocol: email
          Endpoint: !Ref OnCall
`,
    },
  ],
});

/** An alarm that notifies nothing but topics to which nobody listens. People may subscribe by hand, so this is said once a topic and not as a warning. */
function* unheard(graph: Graph, alarm: Resource<"alarm">, actions: readonly Value<Term>[]): Generator<Finding, Unknown | undefined> {
  const topics = actions.map((action) => (action.known ? alarm.meant(action.value) : undefined));
  const [first] = actions;
  const [topic] = topics;
  if (!first?.known || !topic) return undefined;
  for (const each of topics) {
    if (!each?.is("topic")) return undefined;
    const silent = isUnheard(graph, each);
    if (silent !== true) return silent === false ? undefined : silent;
  }
  yield {
    at: first,
    aspect: "subscriptions",
    text: "{alarm} notifies {topic}, to which nobody has subscribed in this template.",
    many: "{names} notify {topic}, to which nobody has subscribed in this template.",
    values: { alarm, topic },
    severity: "information",
    cause: `unheard ${topic.id}`,
    related: [[topic, "no subscription"]],
  };
  return undefined;
}
