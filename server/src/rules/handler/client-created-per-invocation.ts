import { DISTINGUISHING_OPTIONS } from "../../knowledge/sdk/client-options.ts";
import type { ClientCreation } from "../../model/code/facts.ts";
import { factsOf } from "../../model/code/handler.ts";
import { runsSeldom } from "../../model/words/code/clock.ts";
import { isFixed } from "../../model/words/code/constant.ts";
import { runsAtDeployment } from "../../model/words/code/deployment.ts";
import { handlerOf } from "../../model/words/code/handler.ts";
import { perInvocation } from "../../model/words/code/sites.ts";
import { billedByInstance } from "../../model/words/functions.ts";
import { defineRule } from "../define.ts";

export default defineRule({
  id: "client-created-per-invocation",
  summary: "Handler makes an AWS SDK client anew for each event",
  pillars: ["performance-efficiency", "cost-optimization", "sustainability", "reliability"],
  tradeoffs: {},
  practices: ["SUS03-BP03@2024-06-27"],
  default: "on",
  severity: "warning",
  confidence: "high",
  why: `A new client finds credentials and an endpoint and opens a new TLS connection, and in Python it reads the description of the service as well.
An execution environment serves many events, one after the other: a client that is made when the module is loaded keeps its connection for all of them.`,
  references: ["https://docs.aws.amazon.com/lambda/latest/dg/best-practices.html"],
  on: "function",
  *check(fn, context) {
    const byInstance = billedByInstance(fn);
    if (!byInstance.known || byInstance.value) return byInstance.known ? undefined : byInstance;
    const handler = handlerOf(fn, context);
    if (!handler.known) return handler;
    if (runsAtDeployment(context.graph, fn, handler.value) || runsSeldom(context.graph, fn)) return;
    for (const client of perInvocation(factsOf(handler.value, "client"))) {
      if (client.dependsOnEvent || client.circumstances.catches.length > 0 || isPerCaller(client)) continue;
      yield {
        at: client.place,
        aspect: client.service ?? client.spelled,
        text: "{fn} makes a new {client} for every event.",
        many: "{names} make a new {client} for every event.",
        values: { fn, client: nameOf(client) },
        fixes: [
          {
            title: `Make the ${nameOf(client)} once, when the module is loaded`,
            safety: isConstant(client) ? "safe" : "review",
            edits: [{ code: { verb: "hoist", call: client.place } }],
          },
        ],
      };
    }
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
      Handler: app.handler
      Runtime: nodejs22.x
`,
        "src/app.ts": `import { DynamoDBClient, GetItemCommand } from "@aws-sdk/client-dynamodb";

export const handler = async (event: { id: string }) => {
  const client = ⟦new DynamoDBClient({})⟧;
  return client.send(new GetItemCommand({ TableName: process.env.TABLE, Key: { id: { S: event.id } } }));
};
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
        "src/app.ts": `import { DynamoDBClient, GetItemCommand } from "@aws-sdk/client-dynamodb";

const client = new DynamoDBClient({});

export const handler = async (event: { id: string }) => {
  return client.send(new GetItemCommand({ TableName: process.env.TABLE, Key: { id: { S: event.id } } }));
};
`,
      },
    },
    {
      dialect: "cloudformation",
      bad: `Resources:
  Orders:
    Type: AWS::Lambda::Function
    Properties:
      Handler: index.handler
      Runtime: python3.13
      Role: !ImportValue OrdersRole
      Code:
        ZipFile: |
          import boto3

          def handler(event, context):
              s3 = ⟦boto3.client("s3")⟧
              return s3.head_bucket(Bucket=event["bucket"])
`,
      good: `Resources:
  Orders:
    Type: AWS::Lambda::Function
    Properties:
      Handler: index.handler
      Runtime: python3.13
      Role: !ImportValue OrdersRole
      Code:
        ZipFile: |
          import boto3

          s3 = boto3.client("s3")

          def handler(event, context):
              return s3.head_bucket(Bucket=event["bucket"])
`,
    },
  ],
});

/** Credentials or a Region that are found out for each event, such as those of a tenant or an assumed role; options that cannot be followed may hold them. */
function isPerCaller({ options }: ClientCreation): boolean {
  return !options || [...(options ?? [])].some(([name, value]) => DISTINGUISHING_OPTIONS.has(name) && !isFixed(value));
}

const isConstant = ({ options }: ClientCreation): boolean => [...(options?.values() ?? [])].every(isFixed);

const nameOf = ({ spelled, service, sdk }: ClientCreation): string => (sdk === "boto3" ? `${service ?? "boto3"} ${spelled}` : spelled);
