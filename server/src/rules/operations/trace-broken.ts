import type { Edit, Fix } from "../../model/edit.ts";
import type { Graph } from "../../model/graph.ts";
import type { Unknown } from "../../model/value.ts";
import { unknown } from "../../model/value.ts";
import { MOST_COMPARED } from "../../model/words/functions.ts";
import { functionsBeside, type Hop, hopsOf, isHop, isTracedByCaller, rightToTrace, tracingOf } from "../../model/words/tracing.ts";
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
    if (own.value || !isHop(graph, hop)) return;
    const beside = functionsBeside(graph, hop);
    const traced = tracedOf(beside);
    if ("known" in traced) return traced;
    if (traced.length === 0) return yield* untraced(graph, hop);
    if (hop.is("function") && (traced.length < FEWEST_TRACED || isTracedByCaller(graph, hop))) return;
    if (traced.length <= beside.length / 2) return;
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
      values: { hop, traced: traced.length, all: beside.length },
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

/** One hint a template, on its first function: whether to trace at all is a question of cost, and of what else is there. */
function* untraced(graph: Graph, hop: Hop): Generator<Finding, Unknown | undefined> {
  if (graph.first("function")?.id !== hop.id) return undefined;
  if (graph.count("function") > MOST_COMPARED) return unknown("there are too many functions to look at");
  const hops = hopsOf(graph);
  const traced = tracedOf(hops);
  if ("known" in traced) return traced;
  if (traced.length > 0 || hops.length < MANY_HOPS) return undefined;
  const edits = hops.map((one) => editsFor(graph, one));
  yield {
    at: hop,
    aspect: "untraced",
    text: "No traces: a request cannot be followed through {hop}, {second} and {more} more.",
    values: { hop, second: hops[1]?.name ?? "", more: hops.length - 2 },
    severity: "hint",
    related: hops.slice(1).map((one) => [one, "not traced"] as const),
    fixes: edits.includes(undefined) ? [] : [{ title: `Trace all ${hops.length}`, safety: "review", edits: edits.flatMap((each) => each ?? []) }],
  };
  return undefined;
}

/** What traces a hop of a template in which none is; undefined where nobody sees whether its role lets it. */
function editsFor(graph: Graph, hop: Hop): readonly Edit[] | undefined {
  const right = rightToTrace(graph, hop);
  const property = propertyOf(hop);
  const set: Edit = hop.is("stateMachine") ? { set: hop, property, to: true } : { setForAll: hop, property, to: activated(hop) };
  return right && [set, ...right];
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
