import { ANSWER_BEFORE_CALLER_SECONDS } from "../../knowledge/apigateway.ts";
import type { Graph } from "../../model/graph.ts";
import type { Resource } from "../../model/resource.ts";
import type { Unknown } from "../../model/value.ts";
import { asynchronousSources } from "../../model/words/asynchronous.ts";
import { type WaitingCaller, waitingCallers } from "../../model/words/callers.ts";
import { defineRule } from "../define.ts";

export default defineRule({
  id: "timeout-beyond-caller",
  summary: "Function may run longer than its caller waits for it",
  pillars: ["reliability", "cost-optimization"],
  tradeoffs: { "operational-excellence": "A run that is slow but useful is cut: work that long has to move behind a queue or into a workflow." },
  practices: ["REL05-BP05@2024-06-27", "REL05-BP04@latest", "SUS03-BP03@2024-06-27"],
  lens: ["REL 2"],
  default: "on",
  severity: "warning",
  confidence: "high",
  why: `A caller that stops waiting gets an error while the function still works. Most callers then try again, so the work is done twice and paid for twice, and
nobody receives the first result. A function that gives up a little before its caller can say itself what went wrong.`,
  ask: "Does anybody need an answer that takes longer than the caller waits? Then let it start the work and fetch the result later.",
  references: [
    "https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-execution-service-limits-table.html",
    "https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-quotas.html",
    "https://docs.aws.amazon.com/elasticloadbalancing/latest/application/load-balancer-troubleshooting.html",
    "https://docs.aws.amazon.com/step-functions/latest/dg/state-task.html",
    "https://docs.aws.amazon.com/cognito/latest/developerguide/cognito-user-pools-working-with-lambda-triggers.html",
  ],
  on: "function",
  *check(fn, { graph }) {
    const durable = fn.has("durableConfig");
    const timeout = fn.number("timeout");
    if (!durable.known) return durable;
    if (!timeout.known) return timeout;
    if (durable.value) return undefined;
    const shortest = shortestOf(waitingCallers(graph, fn));
    if (!shortest || "known" in shortest) return shortest;
    const { by, name: caller, waits } = shortest;
    const answer = Math.floor(waits) - ANSWER_BEFORE_CALLER_SECONDS;
    if (timeout.value <= waits + ANSWER_BEFORE_CALLER_SECONDS || answer < 1) return undefined;
    yield {
      at: timeout,
      text: "{fn} may run {runs} s, but {caller} waits only {waits} s and gives up first.",
      many: "{names} may run {runs} s, but {caller} waits only {waits} s and gives up first.",
      values: { fn, runs: timeout.value, caller, waits, answer },
      severity: hasOtherWork(graph, fn) ? "hint" : "warning",
      cause: timeout.origin === "globals" ? `inherited ${caller} ${waits}` : fn.id,
      related: [[by, "{caller} waits {waits} s here"]],
      fixes: [
        {
          title: "Set the timeout of {fn} to {answer} s, so that it answers first",
          many: "Set the timeout of all {count} functions to {answer} s, so that they answer first",
          safety: "review",
          edits: [{ set: fn, property: "timeout", to: answer }],
        },
      ],
    };
    return undefined;
  },
  examples: [
    {
      dialect: "sam",
      bad: `Transform: AWS::Serverless-2016-10-31
Resources:
  Shop:
    Type: AWS::Serverless::HttpApi
  Export:
    Type: AWS::Serverless::Function
    Properties:
      Timeout: ⟦120⟧
      Events:
        Get:
          Type: HttpApi
          Properties: { ApiId: !Ref Shop, Method: GET, Path: /orders }
`,
      good: `Transform: AWS::Serverless-2016-10-31
Resources:
  Shop:
    Type: AWS::Serverless::HttpApi
  Export:
    Type: AWS::Serverless::Function
    Properties:
      Timeout: 29
      Events:
        Get:
          Type: HttpApi
          Properties: { ApiId: !Ref Shop, Method: GET, Path: /orders }
`,
    },
    {
      dialect: "cloudformation",
      bad: `Resources:
  Users:
    Type: AWS::Cognito::UserPool
    Properties:
      LambdaConfig:
        PreSignUp: !GetAtt CheckName.Arn
  CheckName:
    Type: AWS::Lambda::Function
    Properties:
      Timeout: ⟦30⟧
`,
      good: `Resources:
  Users:
    Type: AWS::Cognito::UserPool
    Properties:
      LambdaConfig:
        PreSignUp: !GetAtt CheckName.Arn
  CheckName:
    Type: AWS::Lambda::Function
    Properties:
      Timeout: 4
`,
    },
  ],
});

/** The caller that waits least; unknown where the only ones are. */
function shortestOf(callers: readonly (WaitingCaller | Unknown)[]): WaitingCaller | Unknown | undefined {
  const known = callers.filter((caller): caller is WaitingCaller => "waits" in caller);
  return known.toSorted((a, b) => a.waits - b.waits)[0] ?? callers[0];
}

/** Whether something that does not wait calls the function as well, and may need the time. */
function hasOtherWork(graph: Graph, fn: Resource<"function">): boolean {
  return graph.referring(fn, "eventSourceMapping", "function").length > 0 || asynchronousSources(graph, fn).length > 0;
}
