import type { Edit, Fix } from "../../model/edit.ts";
import type { Graph } from "../../model/graph.ts";
import type { Unknown } from "../../model/value.ts";
import { unknown } from "../../model/value.ts";
import { MOST_COMPARED } from "../../model/words/functions.ts";
import { type Hop, hopsOf, isTracedByCaller, rightToTrace, tracingOf } from "../../model/words/tracing.ts";
import { defineRule, type Finding } from "../define.ts";

export default defineRule({
  id: "trace-broken",
  summary: "One hop of a traced system is not traced, so its traces end there",
  pillars: ["operational-excellence"],
  tradeoffs: { "cost-optimization": "Each recorded trace is paid for.", "performance-efficiency": "Recording takes a little time of each request." },
  practices: ["OPS01-BP04@latest", "REL06-BP07@latest"],
  lens: ["OPS 1"],
  default: "on",
  severity: "information",
  confidence: "high",
  why: `A trace follows one request through every hop that takes part. Where most functions are traced and one is not, the request disappears just there,
and what happened behind it cannot be told from the trace. Where nothing is traced, several logs have to be laid side by side to learn where a request was
slow or failed.`,
  ask: "Which question cannot be answered with a sample of the traces and all errors?",
  references: [
    "https://docs.aws.amazon.com/lambda/latest/dg/services-xray.html",
    "https://docs.aws.amazon.com/step-functions/latest/dg/concepts-xray-tracing.html",
    "https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-xray.html",
  ],
  on: ["function", "stateMachine", "stage"],
  *check(hop, { graph }) {
    const own = tracingOf(hop);
    if (!own.known) return own;
    if (own.value) return;
    if (graph.count("function") > MOST_COMPARED) return unknown("there are too many functions to compare");
    const hops = hopsOf(graph);
    if (!hops.some(({ id }) => id === hop.id)) return;
    const traced = tracedOf(hops);
    if ("known" in traced) return traced;
    if (traced.length === 0) {
      if (hops.length >= MANY_HOPS) yield untraced(graph, hop, hops);
      return;
    }
    if (hop.is("function") && isTracedByCaller(graph, hop)) return;
    const functions = hops.filter((other) => other.is("function") && other.id !== hop.id);
    const active = functions.filter(({ id }) => traced.some((other) => other.id === id)).length;
    if (active <= functions.length / 2 || (hop.is("function") && active < FEWEST_TRACED)) return;
    yield {
      at: own,
      aspect: propertyOf(hop),
      cause: hop.kind,
      text: hop.is("stage")
        ? "{hop} is not traced, functions behind it are: what a request waits for at the gateway is lost."
        : "{hop} is not traced, {traced} of {all} functions beside it are: traces end there.",
      many: hop.is("stage")
        ? "{names} are not traced, functions behind them are: what a request waits for there is lost."
        : "{names} are not traced, {traced} functions beside them are: traces end there.",
      values: { hop, traced: active, all: functions.length },
      // The way behind the gateway can still be followed.
      severity: hop.is("stage") ? "hint" : "information",
      fixes: fixes(graph, hop),
    };
  },
  examples: [
    {
      dialect: "sam",
      bad: `Transform: AWS::Serverless-2016-10-31
Globals:
  Function:
    Tracing: Active
Resources:
  Charge:
    Type: AWS::Serverless::Function
    Properties:
      Handler: charge.handler
  ⟦Checkout⟧:
    Type: AWS::Serverless::StateMachine
    Properties:
      DefinitionUri: checkout.asl.json
`,
      good: `Transform: AWS::Serverless-2016-10-31
Globals:
  Function:
    Tracing: Active
Resources:
  Charge:
    Type: AWS::Serverless::Function
    Properties:
      Handler: charge.handler
  Checkout:
    Type: AWS::Serverless::StateMachine
    Properties:
      DefinitionUri: checkout.asl.json
      Tracing:
        Enabled: true
`,
    },
    {
      dialect: "sam",
      bad: `Transform: AWS::Serverless-2016-10-31
Globals:
  Function:
    Tracing: Active
Resources:
  ⟦Shop⟧:
    Type: AWS::Serverless::Api
    Properties:
      StageName: live
  Order:
    Type: AWS::Serverless::Function
    Properties:
      Events:
        Create:
          Type: Api
          Properties: { RestApiId: !Ref Shop, Method: POST, Path: /orders }
`,
      good: `Transform: AWS::Serverless-2016-10-31
Globals:
  Function:
    Tracing: Active
Resources:
  Shop:
    Type: AWS::Serverless::Api
    Properties:
      StageName: live
      TracingEnabled: true
  Order:
    Type: AWS::Serverless::Function
    Properties:
      Events:
        Create:
          Type: Api
          Properties: { RestApiId: !Ref Shop, Method: POST, Path: /orders }
`,
    },
    {
      dialect: "cloudformation",
      bad: `Resources:
  Charge:
    Type: AWS::Lambda::Function
    Properties:
      Handler: charge.handler
      TracingConfig:
        Mode: Active
  Checkout:
    Type: AWS::StepFunctions::StateMachine
    Properties:
      RoleArn: !GetAtt CheckoutRole.Arn
      TracingConfiguration:
        Enabled: ⟦false⟧
  CheckoutRole:
    Type: AWS::IAM::Role
`,
      good: `Resources:
  Charge:
    Type: AWS::Lambda::Function
    Properties:
      Handler: charge.handler
      TracingConfig:
        Mode: Active
  Checkout:
    Type: AWS::StepFunctions::StateMachine
    Properties:
      RoleArn: !GetAtt CheckoutRole.Arn
      TracingConfiguration:
        Enabled: true
  CheckoutRole:
    Type: AWS::IAM::Role
    Properties:
      ManagedPolicyArns: [!Sub "arn:\${AWS::Partition}:iam::aws:policy/AWSXRayDaemonWriteAccess"]
`,
    },
    {
      dialect: "sam",
      bad: `Transform: AWS::Serverless-2016-10-31
Globals:
  Function:
    Runtime: nodejs24.x
Resources:
  ⟦Order⟧:
    Type: AWS::Serverless::Function
  Charge:
    Type: AWS::Serverless::Function
  Checkout:
    Type: AWS::Serverless::StateMachine
    Properties:
      DefinitionUri: checkout.asl.json
`,
      good: `Transform: AWS::Serverless-2016-10-31
Globals:
  Function:
    Runtime: nodejs24.x
    Tracing: Active
Resources:
  Order:
    Type: AWS::Serverless::Function
  Charge:
    Type: AWS::Serverless::Function
  Checkout:
    Type: AWS::Serverless::StateMachine
    Properties:
      DefinitionUri: checkout.asl.json
      Tracing:
        Enabled: true
`,
    },
  ],
});

/** From so many hops on, a request is hard to follow by logs: our choice. */
const MANY_HOPS = 3;

/** Functions need not call each other, so one that is traced says nothing yet about another: our choice. */
const FEWEST_TRACED = 2;

/** The hops that are traced; unknown where one of them is. */
function tracedOf(hops: readonly Hop[]): readonly Hop[] | Unknown {
  const traced: Hop[] = [];
  for (const hop of hops) {
    const tracing = tracingOf(hop);
    if (!tracing.known) return tracing;
    if (tracing.value) traced.push(hop);
  }
  return traced;
}

/** One hint a template: whether to trace at all is a question of cost, and of what else is there. */
function untraced(graph: Graph, hop: Hop, hops: readonly Hop[]): Finding {
  const possible = hops.every((one) => rightToTrace(graph, one) !== undefined);
  const edits: readonly Edit[] = [
    hop.is("stateMachine") ? { set: hop, property: "tracing", to: true } : { setForAll: hop, property: propertyOf(hop), to: activated(hop) },
    ...(rightToTrace(graph, hop) ?? []),
  ];
  return {
    at: hop,
    aspect: "untraced",
    cause: "untraced",
    text: "No traces: how a request fares in {hop} cannot be followed.",
    many: "No traces: a request cannot be followed through {names}.",
    values: { hop },
    severity: "hint",
    fixes: possible ? [{ title: "Trace {hop}", many: "Trace all {count}", safety: "review", edits }] : [],
  };
}

function fixes(graph: Graph, hop: Hop): readonly Fix[] {
  const right = rightToTrace(graph, hop);
  if (!right) return [];
  const property = propertyOf(hop);
  const set: Edit = hop.implied ? { setForAll: hop, property, to: activated(hop) } : { set: hop, property, to: activated(hop) };
  return [{ title: "Trace {hop} like its neighbours", many: "Trace all {count} like their neighbours", safety: "review", edits: [set, ...right] }];
}

const propertyOf = (hop: Hop): string => (hop.is("stage") ? "tracingEnabled" : "tracing");
const activated = (hop: Hop): string | boolean => (hop.is("function") ? "Active" : true);
