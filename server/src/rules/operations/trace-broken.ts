import type { Graph } from "../../model/graph.ts";
import type { Resource } from "../../model/resource.ts";
import { type Known, type Unknown, unknown } from "../../model/value.ts";
import { answersCustomResources, MOST_COMPARED, tracedByVendor } from "../../model/words/functions.ts";
import { defineRule } from "../define.ts";

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
and what happened behind it cannot be told from the trace.`,
  ask: "Which question cannot be answered with a sample of the traces and all errors?",
  references: [
    "https://docs.aws.amazon.com/lambda/latest/dg/services-xray.html",
    "https://docs.aws.amazon.com/step-functions/latest/dg/concepts-xray-tracing.html",
  ],
  on: ["function", "stateMachine"],
  *check(hop, { graph }) {
    const own = tracingOf(hop);
    if (!own.known) return own;
    if (own.value || (hop.is("function") && answersCustomResources(graph, hop))) return;
    const others = tracedShare(graph, hop);
    if ("known" in others) return others;
    if (others.traced === 0 || others.traced < others.all / 2) return;
    const property = "tracing";
    yield {
      at: own,
      aspect: property,
      cause: hop.kind,
      text: "{hop} is not traced, {traced} of its {all} neighbours are: traces end there.",
      many: "{names} are not traced, {traced} of their neighbours are: traces end there.",
      values: { hop, traced: others.traced, all: others.all },
      fixes: [
        {
          title: "Trace {hop} like its neighbours",
          many: "Trace all {count} like their neighbours",
          safety: "review",
          edits: [{ set: hop, property, to: hop.is("stateMachine") ? true : "Active" }],
        },
      ],
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
      dialect: "cloudformation",
      bad: `Resources:
  Charge:
    Type: AWS::Lambda::Function
    Properties:
      Handler: charge.handler
      TracingConfig:
        Mode: Active
  Refund:
    Type: AWS::Lambda::Function
    Properties:
      Handler: refund.handler
      TracingConfig:
        Mode: ⟦PassThrough⟧
`,
      good: `Resources:
  Charge:
    Type: AWS::Lambda::Function
    Properties:
      Handler: charge.handler
      TracingConfig:
        Mode: Active
  Refund:
    Type: AWS::Lambda::Function
    Properties:
      Handler: refund.handler
      TracingConfig:
        Mode: Active
`,
    },
  ],
});

/** Whether a hop is traced by X-Ray, at the value that says so; unknown where another tracer takes part. */
function tracingOf(hop: Resource<"function" | "stateMachine">): Known<boolean> | Unknown {
  if (hop.is("stateMachine")) return hop.flag("tracing");
  if (!hop.is("function")) return unknown("nothing is known of its tracing");
  const mode = hop.text("tracing");
  if (!mode.known) return mode;
  const vendor = tracedByVendor(hop);
  if (!vendor.known) return vendor;
  return vendor.value === undefined ? { ...mode, value: mode.value === "Active" } : unknown(`${vendor.value} traces it`);
}

/** How many of the other functions are traced, and how many there are. */
function tracedShare(graph: Graph, hop: Resource): { readonly traced: number; readonly all: number } | Unknown {
  if (graph.count("function") > MOST_COMPARED) return unknown("there are too many functions to compare");
  const others = graph.all("function").filter((other) => other.id !== hop.id);
  let traced = 0;
  for (const other of others) {
    const tracing = tracingOf(other);
    if (!tracing.known) return tracing;
    if (tracing.value) traced += 1;
  }
  return { traced, all: others.length };
}
