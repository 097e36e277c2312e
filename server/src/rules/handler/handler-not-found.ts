import { meantBySpelling } from "../../base/spelling.ts";
import type { MissingEntry } from "../../model/code/entry.ts";
import type { MissingExport } from "../../model/code/handler.ts";
import type { Fix } from "../../model/edit.ts";
import type { Resource } from "../../model/resource.ts";
import type { Known } from "../../model/value.ts";
import { defineRule, type Finding } from "../define.ts";

export default defineRule({
  id: "handler-not-found",
  summary: "Function names a handler that its code does not have",
  pillars: ["operational-excellence", "reliability"],
  tradeoffs: {},
  practices: [],
  lens: ["OPS 2"],
  default: "on",
  severity: "error",
  confidence: "high",
  why: `Lambda looks for the handler when the function is called for the first time, not when it is deployed. A stack with a typo in a path, or with the name of a function
that was renamed, deploys without a word; then every call ends in \`Runtime.ImportModuleError\` or \`Runtime.HandlerNotFound\`.`,
  references: [
    "https://docs.aws.amazon.com/lambda/latest/dg/troubleshooting-deployment.html",
    "https://docs.aws.amazon.com/lambda/latest/dg/nodejs-handler.html",
  ],
  on: "function",
  *check(fn, context) {
    const code = context.codeOf(fn);
    if (!code.known) return code;
    if (code.value.is === "missing file") yield withoutModule(fn, code, code.value.missing);
    if (code.value.is === "missing export") yield withoutFunction(fn, code, code.value.missing);
  },
  examples: [
    {
      dialect: "sam",
      bad: {
        "template.yaml": `Transform: AWS::Serverless-2016-10-31
Resources:
  Orders:
    Type: AWS::Serverless::Function
    Properties:
      CodeUri: src/
      Handler: ⟦src/app.handler⟧
      Runtime: nodejs22.x
`,
        "src/app.js": `exports.handler = async (event) => event.body;
`,
      },
      good: {
        "template.yaml": `Transform: AWS::Serverless-2016-10-31
Resources:
  Orders:
    Type: AWS::Serverless::Function
    Properties:
      CodeUri: src/
      Handler: app.handler
      Runtime: nodejs22.x
`,
        "src/app.js": `exports.handler = async (event) => event.body;
`,
      },
    },
    {
      dialect: "sam",
      bad: {
        "template.yaml": `Transform: AWS::Serverless-2016-10-31
Resources:
  Report:
    Type: AWS::Serverless::Function
    Properties:
      CodeUri: report/
      Handler: ⟦app.lamda_handler⟧
      Runtime: python3.13
`,
        "report/app.py": `def lambda_handler(event, context):
    return event["id"]
`,
      },
      good: {
        "template.yaml": `Transform: AWS::Serverless-2016-10-31
Resources:
  Report:
    Type: AWS::Serverless::Function
    Properties:
      CodeUri: report/
      Handler: app.lambda_handler
      Runtime: python3.13
`,
        "report/app.py": `def lambda_handler(event, context):
    return event["id"]
`,
      },
    },
    {
      dialect: "cloudformation",
      bad: {
        "template.yaml": `Resources:
  Report:
    Type: AWS::Lambda::Function
    Properties:
      Role: arn:aws:iam::123456789012:role/report
      Handler: ⟦index.handler⟧
      Runtime: python3.13
      Code:
        ZipFile: |
          def lambda_handler(event, context):
              return event["id"]
`,
      },
      good: {
        "template.yaml": `Resources:
  Report:
    Type: AWS::Lambda::Function
    Properties:
      Role: arn:aws:iam::123456789012:role/report
      Handler: index.lambda_handler
      Runtime: python3.13
      Code:
        ZipFile: |
          def lambda_handler(event, context):
              return event["id"]
`,
      },
    },
  ],
});

function withoutModule(fn: Resource<"function">, at: Known<unknown>, { wanted, nearest }: MissingEntry): Finding {
  return {
    at,
    aspect: "handler",
    text: "{fn} cannot start: no module stands at {wanted}.",
    many: "{names} cannot start: no module stands at {wanted}.",
    values: { fn, wanted },
    fixes: nearest === undefined ? [] : [renamed(fn, nearest)],
  };
}

function withoutFunction(fn: Resource<"function">, at: Known<unknown>, { entry, offered }: MissingExport): Finding {
  const { exportName, source } = entry;
  const handler = fn.text("handler");
  const nearest = meantBySpelling(exportName, offered) ?? onlyOne(offered) ?? onlyOne(offered.filter((name) => USUAL.has(name)));
  const written = handler.known && at.aspect === "handler" && handler.value?.endsWith(`.${exportName}`) ? handler.value : undefined;
  return {
    at,
    aspect: "handler",
    text: "{fn} cannot start: {module} has no {name}.",
    many: "{names} cannot start: {module} has no {name}.",
    values: { fn, name: exportName, module: source.place.path ? "its inline code" : source.place.uri.slice(source.place.uri.lastIndexOf("/") + 1) },
    // A wrapper that the code goes through may offer the name after all.
    severity: "warning",
    confidence: "medium",
    fixes: nearest === undefined || written === undefined ? [] : [renamed(fn, `${written.slice(0, -exportName.length)}${nearest}`)],
  };
}

/** What handlers are called in AWS's own guides and tools. */
const USUAL: ReadonlySet<string> = new Set(["handler", "lambda_handler", "lambdaHandler"]);

const onlyOne = (names: readonly string[]): string | undefined => (names.length === 1 ? names[0] : undefined);

const renamed = (fn: Resource<"function">, to: string): Fix => ({
  title: `Set the handler of {fn} to ${to}`,
  safety: "review",
  edits: [{ set: fn, property: "handler", to }],
});
