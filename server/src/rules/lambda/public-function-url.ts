import type { Graph } from "../../model/graph.ts";
import type { Resource } from "../../model/resource.ts";
import type { Unknown } from "../../model/value.ts";
import { defineRule } from "../define.ts";

export default defineRule({
  id: "public-function-url",
  summary: "Function URL answers everybody on the internet",
  pillars: ["security", "cost-optimization"],
  tradeoffs: { "operational-excellence": "Callers must sign their requests; browsers and webhooks cannot without help." },
  practices: ["SEC03-BP07@2024-06-27"],
  lens: ["SEC 1"],
  default: "on",
  // Until the handler is read: it may check a token by itself.
  severity: "information",
  confidence: "medium",
  why: `With \`AuthType: NONE\` Lambda checks nothing: each request from anywhere runs the function and is paid for. A function URL has no web application
firewall and no throttle of its own; reserved concurrency is the only limit. The check has to stand in the code, or in front of the URL.`,
  ask: "Who may call this URL, and what stops somebody who calls it a million times?",
  whoseJob: "With AWS_IAM, Lambda checks the caller; with NONE, that is left to your code.",
  references: ["https://docs.aws.amazon.com/lambda/latest/dg/urls-auth.html"],
  on: "functionUrl",
  *check(url, { graph }) {
    const auth = url.text("authType");
    if (!auth.known) return auth;
    if (auth.value !== "NONE") return;
    const open = isOpen(graph, url);
    if (typeof open !== "boolean") return open;
    if (!open) return;
    yield {
      at: auth,
      text: "{url} answers everybody on the internet: AuthType NONE checks nothing.",
      values: { url },
      fixes: [{ title: "Let only signed requests of allowed callers in (AuthType AWS_IAM)", safety: "review", edits: [{ replace: auth, by: "AWS_IAM" }] }],
    };
  },
  examples: [
    {
      dialect: "sam",
      bad: `Transform: AWS::Serverless-2016-10-31
Resources:
  Quote:
    Type: AWS::Serverless::Function
    Properties:
      FunctionUrlConfig:
        AuthType: ⟦NONE⟧
`,
      good: `Transform: AWS::Serverless-2016-10-31
Resources:
  Quote:
    Type: AWS::Serverless::Function
    Properties:
      FunctionUrlConfig:
        AuthType: AWS_IAM
`,
    },
    {
      dialect: "cloudformation",
      bad: `Resources:
  Quote:
    Type: AWS::Lambda::Function
    Properties:
      Role: arn:aws:iam::123456789012:role/quote
      Code: { S3Bucket: code, S3Key: quote.zip }
  QuoteUrl:
    Type: AWS::Lambda::Url
    Properties:
      TargetFunctionArn: !GetAtt Quote.Arn
      AuthType: ⟦NONE⟧
  QuotePermission:
    Type: AWS::Lambda::Permission
    Properties:
      FunctionName: !Ref Quote
      Principal: "*"
      Action: lambda:InvokeFunctionUrl
      FunctionUrlAuthType: NONE
`,
      good: `Resources:
  Quote:
    Type: AWS::Lambda::Function
    Properties:
      Role: arn:aws:iam::123456789012:role/quote
      Code: { S3Bucket: code, S3Key: quote.zip }
  QuoteUrl:
    Type: AWS::Lambda::Url
    Properties:
      TargetFunctionArn: !GetAtt Quote.Arn
      AuthType: AWS_IAM
  QuotePermission:
    Type: AWS::Lambda::Permission
    Properties:
      FunctionName: !Ref Quote
      Principal: "*"
      Action: lambda:InvokeFunctionUrl
      FunctionUrlAuthType: NONE
`,
    },
  ],
});

/** A URL of its own is open only with a permission for everybody beside it; one that is written in its function gets it from the transform. */
function isOpen(graph: Graph, url: Resource<"functionUrl">): boolean | Unknown {
  if (url.owner) return true;
  const fn = url.reference("function");
  if (!fn.known || !fn.value) return fn.known ? false : fn;
  const target = fn.value;
  return graph.referring(target, "permission", "function").some((permission) => {
    const principal = permission.text("principal");
    const action = permission.text("action");
    return principal.known && principal.value === "*" && action.known && action.value === "lambda:InvokeFunctionUrl";
  });
}
