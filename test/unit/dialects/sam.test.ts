import { deepEqual } from "node:assert/strict";
import type { Part } from "../../../server/src/model/part.ts";
import { graphOf, template } from "../templates.ts";

/** The parts that SAM makes of one function with the given properties, as `id kind`. */
function parts(properties: string, globals = ""): readonly string[] {
  const text = `Transform: AWS::Serverless-2016-10-31\n${globals}Resources:\n  Fn:\n    Type: AWS::Serverless::Function\n    Properties:\n${indented(properties)}`;
  return [...template(text).parts.values()].map((part: Part) => `${part.id} ${part.kind}${part.implied ? " (implied)" : ""}`);
}

const indented = (text: string): string => text.replace(/^/gm, "      ");

describe("A SAM function", () => {
  it("stands alone", () => deepEqual(parts("Handler: app.handler"), ["Fn function"]));
  it("is polled through a mapping of its own", () =>
    deepEqual(parts("Events:\n  Jobs:\n    Type: SQS\n    Properties:\n      Queue: !GetAtt Jobs.Arn"), ["Fn function", "Fn/Events/Jobs eventSourceMapping"]));
  it("implies an API that no event names", () =>
    deepEqual(parts("Events:\n  Get:\n    Type: HttpApi"), [
      "Fn function",
      "Fn/Events/Get route",
      "ServerlessHttpApi api (implied)",
      "ServerlessHttpApi/Stage stage (implied)",
    ]));
  it("is the target of a rule", () =>
    deepEqual(parts("Events:\n  Nightly:\n    Type: Schedule\n    Properties:\n      Schedule: rate(1 day)"), [
      "Fn function",
      "Fn/Events/Nightly rule",
      "Fn/Events/Nightly/Target ruleTarget",
    ]));
  it("has a URL", () => deepEqual(parts("FunctionUrlConfig:\n  AuthType: NONE"), ["Fn function", "Fn/FunctionUrlConfig functionUrl"]));
  it("has policies in all their forms", () =>
    deepEqual(
      parts(
        "Policies:\n  - AWSLambdaBasicExecutionRole\n  - DynamoDBReadPolicy:\n      TableName: !Ref Orders\n  - Statement:\n      - Effect: Allow\n        Action: s3:GetObject\n        Resource: '*'\n      - Effect: Deny\n        Action: '*'\n        Resource: '*'\n  - !If [Prod, AdministratorAccess, !Ref AWS::NoValue]",
      ),
      [
        "Fn function",
        "Fn/Policies/0/0 policyAttachment",
        "Fn/Policies/1 policyTemplate",
        "Fn/Policies/2/0 statement",
        "Fn/Policies/2/1 statement",
        "Fn/Policies/3/0 policyAttachment",
      ],
    ));
  it("has one policy that is no list", () => deepEqual(parts("Policies: AmazonS3FullAccess"), ["Fn function", "Fn/Policies/0/0 policyAttachment"]));
});

/** A property of function `Fn` as `value origin`, with Globals above it. */
function inherited(globals: string, properties: string, ask: "timeout" | "runtime" | "architectures" | "environment"): string {
  const text = `Transform: AWS::Serverless-2016-10-31\nGlobals:\n  Function:\n${globals.replace(/^/gm, "    ")}\nResources:\n  Fn:\n    Type: AWS::Serverless::Function\n    Properties:\n${indented(properties)}`;
  const fn = graphOf(text).resource("Fn");
  if (!fn?.is("function")) return "no function";
  if (ask === "timeout") return said(fn.number("timeout"));
  if (ask === "runtime") return said(fn.text("runtime"));
  if (ask === "environment") {
    const variables = fn.structure("environment");
    return variables.known ? (variables.value?.keys.join(" ") ?? "") : variables.reason;
  }
  const items = fn.terms("architectures");
  return items.known ? items.value.map((item) => (item.known ? String(item.value) : "?")).join(" ") : items.reason;
}

const said = (value: { known: true; value: unknown; origin: string } | { known: false; reason: string }): string =>
  value.known ? `${value.value} ${value.origin}` : value.reason;

describe("Globals", () => {
  it("give what a function leaves out", () => deepEqual(inherited("Timeout: 20", "Handler: a.b", "timeout"), "20 globals"));
  it("give way to the function's own value", () => deepEqual(inherited("Timeout: 20", "Timeout: 5", "timeout"), "5 literal"));
  it("merge maps key by key", () =>
    deepEqual(inherited("Environment:\n  Variables:\n    A: 1\n    B: 1", "Environment:\n  Variables:\n    B: 2\n    C: 2", "environment"), "A B C"));
  it("append lists behind the inherited items", () =>
    deepEqual(inherited("Architectures: [x86_64]", "Architectures: [arm64]", "architectures"), "x86_64 arm64"));
});
