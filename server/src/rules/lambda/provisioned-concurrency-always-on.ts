import { PROVISIONED_SCALING } from "../../knowledge/lambda.ts";
import { type Fix, idOf, type NewResource, textOf } from "../../model/edit.ts";
import type { Graph } from "../../model/graph.ts";
import type { Resource } from "../../model/resource.ts";
import { unknown, type Value } from "../../model/value.ts";
import { defineRule } from "../define.ts";

export default defineRule({
  id: "provisioned-concurrency-always-on",
  summary: "Provisioned concurrency stays on day and night, whatever the traffic",
  pillars: ["cost-optimization", "sustainability"],
  tradeoffs: { "performance-efficiency": "Beyond the scaled number starts are cold, and scaling takes minutes to follow a peak." },
  practices: ["COST09-BP03@2024-06-27", "COST06-BP03@2024-06-27"],
  default: "on",
  severity: "warning",
  confidence: "high",
  why: `Provisioned concurrency keeps environments warm and bills for every second of it, used or not. A target that follows its use, or a schedule for office
hours, buys the same quick starts for the hours in which somebody notices.`,
  ask: "Which promise to a user breaks on a cold start, and at which hours?",
  references: ["https://docs.aws.amazon.com/lambda/latest/dg/provisioned-concurrency.html"],
  on: ["function", "alias", "version"],
  *check(subject, { graph }) {
    const provisioned = subject.number("provisionedConcurrency");
    if (!provisioned.known) return provisioned;
    if (provisioned.value === undefined || provisioned.value <= LEAST) return;
    const scaled = isScaled(graph);
    if (!scaled.known) return scaled;
    if (scaled.value) return;
    yield {
      at: provisioned,
      text: "{subject} keeps {count} environments warm day and night, used or not.",
      values: { subject, count: provisioned.value },
      fixes: scaling(subject, provisioned.value),
    };
  },
  examples: [
    {
      dialect: "sam",
      bad: `Transform: AWS::Serverless-2016-10-31
Resources:
  Orders:
    Type: AWS::Serverless::Function
    Properties:
      Handler: app.handler
      AutoPublishAlias: live
      ProvisionedConcurrencyConfig:
        ProvisionedConcurrentExecutions: ⟦20⟧
`,
      good: `Transform: AWS::Serverless-2016-10-31
Resources:
  Orders:
    Type: AWS::Serverless::Function
    Properties:
      Handler: app.handler
      AutoPublishAlias: live
      ProvisionedConcurrencyConfig:
        ProvisionedConcurrentExecutions: 20
  OrdersConcurrency:
    Type: AWS::ApplicationAutoScaling::ScalableTarget
    DependsOn: OrdersAliaslive
    Properties:
      ServiceNamespace: lambda
      ScalableDimension: lambda:function:ProvisionedConcurrency
      ResourceId: !Sub "function:\${Orders}:live"
      MinCapacity: 1
      MaxCapacity: 20
  OrdersConcurrencyByUse:
    Type: AWS::ApplicationAutoScaling::ScalingPolicy
    Properties:
      PolicyName: by-use
      PolicyType: TargetTrackingScaling
      ScalingTargetId: !Ref OrdersConcurrency
      TargetTrackingScalingPolicyConfiguration:
        TargetValue: 0.7
        PredefinedMetricSpecification:
          PredefinedMetricType: LambdaProvisionedConcurrencyUtilization
`,
    },
    {
      dialect: "cloudformation",
      bad: `Resources:
  Live:
    Type: AWS::Lambda::Alias
    Properties:
      Name: live
      FunctionName: !Ref Orders
      FunctionVersion: !GetAtt Version.Version
      ProvisionedConcurrencyConfig:
        ProvisionedConcurrentExecutions: ⟦5⟧
  Orders:
    Type: AWS::Lambda::Function
    Properties:
      Handler: app.handler
`,
      good: `Resources:
  Live:
    Type: AWS::Lambda::Alias
    Properties:
      Name: live
      FunctionName: !Ref Orders
      FunctionVersion: !GetAtt Version.Version
      ProvisionedConcurrencyConfig:
        ProvisionedConcurrentExecutions: 5
  LiveConcurrency:
    Type: AWS::ApplicationAutoScaling::ScalableTarget
    DependsOn: Live
    Properties:
      ServiceNamespace: lambda
      ScalableDimension: lambda:function:ProvisionedConcurrency
      ResourceId: !Sub "function:\${Orders}:live"
      MinCapacity: 1
      MaxCapacity: 5
  LiveConcurrencyByUse:
    Type: AWS::ApplicationAutoScaling::ScalingPolicy
    Properties:
      PolicyName: by-use
      PolicyType: TargetTrackingScaling
      ScalingTargetId: !Ref LiveConcurrency
      TargetTrackingScalingPolicyConfiguration:
        TargetValue: 0.7
        PredefinedMetricSpecification:
          PredefinedMetricType: LambdaProvisionedConcurrencyUtilization
  Orders:
    Type: AWS::Lambda::Function
    Properties:
      Handler: app.handler
`,
    },
  ],
});

/** Whether anything in the template scales provisioned concurrency; which alias it means is often known at deployment only. */
function isScaled(graph: Graph): Value<boolean> {
  for (const target of graph.all("scalableTarget")) {
    const dimension = target.text("scalableDimension");
    if (!dimension.known) return dimension;
    if (dimension.value === PROVISIONED_SCALING.scalableDimension.value) return { ...dimension, value: true };
  }
  return { known: true, value: false, place: { uri: "", path: undefined, part: "value" }, origin: "absent", aspect: "scalableTarget" };
}

/** How many environments scaling by use keeps at least: whoever keeps just so many has nothing to scale. */
const LEAST = 1;

/** What is scaled: the function and its alias, and the resource that makes the alias. */
function scaledAlias(subject: Resource<"function" | "alias" | "version">): Value<{ readonly fn: Resource; readonly alias: string; readonly madeBy: string }> {
  if (subject.is("function")) {
    const alias = subject.text("alias");
    return alias.known && alias.value !== undefined
      ? { ...alias, value: { fn: subject, alias: alias.value, madeBy: `${subject.id}Alias${alias.value}` } }
      : unknown("no alias");
  }
  if (!subject.is("alias")) return unknown("a version cannot be scaled by its name");
  const name = subject.text("aliasName");
  const fn = subject.reference("function");
  return name.known && name.value !== undefined && fn.known && fn.value
    ? { ...name, value: { fn: fn.value, alias: name.value, madeBy: subject.id } }
    : unknown("no alias");
}

function scaling(subject: Resource<"function" | "alias" | "version">, most: number): readonly Fix[] {
  const scaled = scaledAlias(subject);
  if (!scaled.known) return [];
  const { fn, alias, madeBy } = scaled.value;
  const target: NewResource = {
    add: "scalableTarget",
    id: `${subject.id}Concurrency`,
    beside: subject,
    properties: {
      dependsOn: madeBy,
      serviceNamespace: PROVISIONED_SCALING.serviceNamespace.value,
      scalableDimension: PROVISIONED_SCALING.scalableDimension.value,
      resourceId: textOf`function:${idOf(fn)}:${alias}`,
      minCapacity: LEAST,
      maxCapacity: most,
    },
  };
  const policy: NewResource = {
    add: "scalingPolicy",
    id: `${subject.id}ConcurrencyByUse`,
    beside: subject,
    properties: {
      policyName: "by-use",
      policyType: "TargetTrackingScaling",
      target: idOf(target),
      targetValue: PROVISIONED_SCALING.target.value,
      metric: PROVISIONED_SCALING.metric.value,
    },
  };
  const title = `Scale the provisioned concurrency of {subject} from ${LEAST} to ${most} with its use (adds 2 resources)`;
  return [{ title, safety: "review", edits: [target, policy] }];
}
