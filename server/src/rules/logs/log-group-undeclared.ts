import { LOG_GROUP_PREFIX } from "../../knowledge/lambda.ts";
import { retentionAtLeast } from "../../knowledge/logs.ts";
import { idOf, type NewResource } from "../../model/edit.ts";
import type { Resource } from "../../model/resource.ts";
import { logGroupsOf } from "../../model/words/functions.ts";
import { defineRule } from "../define.ts";

export default defineRule({
  id: "log-group-undeclared",
  summary: "Function leaves its log group to Lambda, which keeps it for ever",
  pillars: ["cost-optimization", "security"],
  tradeoffs: { "operational-excellence": "Old log groups have to be imported or left behind once." },
  practices: ["COST04-BP05@2024-06-27", "SUS04-BP03@2024-06-27"],
  default: "on",
  severity: "information",
  confidence: "high",
  why: `A function without a declared log group gets one from Lambda when it first runs. That group has no expiry, belongs to no stack, and is still there and
still paid for when the stack is gone. One declared group with a retention, shared by all functions, takes a few lines.`,
  ask: "Which law, contract or investigation asks for how many days?",
  whoseJob: "Lambda writes the log; how long it is kept and who reads it is yours.",
  references: ["https://docs.aws.amazon.com/lambda/latest/dg/monitoring-cloudwatchlogs.html"],
  on: "function",
  *check(fn, { graph, profile }) {
    if (profile.logsElsewhere) return;
    const named = fn.has("logGroup");
    if (!named.known) return named;
    if (named.value) return;
    const groups = logGroupsOf(graph, fn, LOG_GROUP_PREFIX.value);
    if (!groups.known) return groups;
    if (groups.value.length > 0) return;
    const group = sharedGroup(fn, profile.logRetentionInDays);
    yield {
      at: fn,
      aspect: "logGroup",
      cause: "template",
      text: "No log group: Lambda makes one for {fn} that keeps its events for ever.",
      many: "No log groups: Lambda makes them for {names}, and they keep their events for ever.",
      values: { fn },
      fixes: [
        {
          title: `Log {fn} to a new group that keeps ${profile.logRetentionInDays} days (adds 1 resource)`,
          many: `Log all {count} functions to one new group that keeps ${profile.logRetentionInDays} days (adds 1 resource)`,
          safety: "review",
          edits: [group, isConditional(fn) ? { set: fn, property: "logGroup", to: idOf(group) } : { setForAll: fn, property: "logGroup", to: idOf(group) }],
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
    Runtime: nodejs24.x

Resources:
  ⟦Orders⟧:
    Type: AWS::Serverless::Function
    Properties:
      Handler: orders.handler

  Bills:
    Type: AWS::Serverless::Function
    Properties:
      Handler: bills.handler
`,
      good: `Transform: AWS::Serverless-2016-10-31

Globals:
  Function:
    Runtime: nodejs24.x
    LoggingConfig:
      LogGroup: !Ref FunctionLogs

Resources:
  Orders:
    Type: AWS::Serverless::Function
    Properties:
      Handler: orders.handler

  FunctionLogs:
    Type: AWS::Logs::LogGroup
    Properties:
      RetentionInDays: 30

  Bills:
    Type: AWS::Serverless::Function
    Properties:
      Handler: bills.handler
`,
    },
    {
      dialect: "cloudformation",
      bad: `Resources:
  ⟦Orders⟧:
    Type: AWS::Lambda::Function
    Properties:
      Handler: orders.handler
`,
      good: `Resources:
  Orders:
    Type: AWS::Lambda::Function
    Properties:
      Handler: orders.handler
      LoggingConfig:
        LogGroup: !Ref FunctionLogs
  FunctionLogs:
    Type: AWS::Logs::LogGroup
    Properties:
      RetentionInDays: 30
`,
    },
  ],
});

/** One group for all functions; a function under a condition gets its own, which is there under the same condition. */
function sharedGroup(fn: Resource<"function">, days: number): NewResource {
  const id = isConditional(fn) ? `${fn.id}Logs` : "FunctionLogs";
  return { add: "logGroup", id, beside: fn, properties: { retentionInDays: retentionAtLeast(days) } };
}

const isConditional = ({ part }: Resource<"function">): boolean => part.guards.length > 0;
