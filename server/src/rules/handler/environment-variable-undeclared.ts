import { below } from "../../base/place.ts";
import { meantBySpelling } from "../../base/spelling.ts";
import { FILLS_ENVIRONMENT, isSetElsewhere } from "../../knowledge/code/environment.ts";
import { EXEC_WRAPPER } from "../../knowledge/handler-redirects.ts";
import type { EnvironmentRead } from "../../model/code/facts.ts";
import { factsOf, type HandlerView } from "../../model/code/handler.ts";
import { type Fix, idOf } from "../../model/edit.ts";
import type { Graph } from "../../model/graph.ts";
import type { KindName } from "../../model/kinds/index.ts";
import type { Resource } from "../../model/resource.ts";
import { handlerOf } from "../../model/words/code/handler.ts";
import { variablesOf } from "../../model/words/code/joined.ts";
import { distinct } from "../../model/words/code/sites.ts";
import { dependsOnVariables, isNeeded, loads, setsVariable } from "../../model/words/code/variables.ts";
import { standsIn } from "../../model/words/written.ts";
import { defineRule } from "../define.ts";

export default defineRule({
  id: "environment-variable-undeclared",
  summary: "Handler reads an environment variable that its function does not declare",
  pillars: ["reliability", "operational-excellence"],
  tradeoffs: {},
  practices: [],
  lens: ["OPS 2"],
  default: "on",
  severity: "error",
  confidence: "high",
  why: `Nothing compares what the code reads with what the template declares, until the code runs. A variable that is not there stops Python at the read, with a
\`KeyError\`, for every event; in JavaScript \`undefined\` flows on into a table name or an address, and the error that follows speaks of something else.`,
  references: ["https://docs.aws.amazon.com/lambda/latest/dg/configuration-envvars.html"],
  on: "function",
  *check(fn, context) {
    const declared = variablesOf(fn);
    const packaged = fn.text("packageType");
    if (!declared.known) return declared;
    if (!packaged.known) return packaged;
    if (packaged.value === "Image" || declared.value.includes(EXEC_WRAPPER)) return;
    const handler = handlerOf(fn, context);
    if (!handler.known) return handler;
    const { value: view } = handler;
    if (loads(view, FILLS_ENVIRONMENT)) return;
    const replaced = fn.structure("buildProperties");
    if (!replaced.known || replaced.value?.keys.includes("Define")) return;
    const names = new Set<string>();
    for (const read of distinct(factsOf(view, "environment read"))) {
      if (names.has(read.name) || declared.value.includes(read.name) || !isMissed(read, view)) continue;
      names.add(read.name);
      const meant = meantBySpelling(
        read.name,
        declared.value.filter((name) => !isRead(name, view)),
      );
      yield {
        at: read.place,
        aspect: read.name,
        text: meant === undefined ? "{fn} reads {name}, which it does not declare." : "{fn} reads {name}, but declares {meant}.",
        many: "{names} read {name}, which they do not declare.",
        values: { fn, name: read.name, meant: meant ?? "" },
        severity: read.throws && !read.circumstances.perInvocation ? "error" : "warning",
        related: [[fn, "the function"]],
        fixes: [...renaming(fn, read.name, meant), ...adding(fn, read.name, context.graph, view)],
      };
    }
  },
  examples: [
    {
      dialect: "sam",
      bad: {
        "template.yaml": `Transform: AWS::Serverless-2016-10-31
Resources:
  GetOrder:
    Type: AWS::Serverless::Function
    Properties:
      CodeUri: src/
      Handler: app.handler
      Runtime: nodejs22.x
      Environment:
        Variables:
          ORDER_TABLE: !Ref Orders

  Orders:
    Type: AWS::Serverless::SimpleTable
`,
        "src/app.ts": `import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { DynamoDBDocumentClient, GetCommand } from "@aws-sdk/lib-dynamodb";

const orders = DynamoDBDocumentClient.from(new DynamoDBClient({}));

export const handler = async ({ id }: { id: string }) =>
  (await orders.send(new GetCommand({ TableName: ⟦process.env.ORDERS_TABLE⟧, Key: { id } }))).Item;
`,
      },
      good: {
        "template.yaml": `Transform: AWS::Serverless-2016-10-31
Resources:
  GetOrder:
    Type: AWS::Serverless::Function
    Properties:
      CodeUri: src/
      Handler: app.handler
      Runtime: nodejs22.x
      Environment:
        Variables:
          ORDERS_TABLE: !Ref Orders

  Orders:
    Type: AWS::Serverless::SimpleTable
`,
        "src/app.ts": `import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { DynamoDBDocumentClient, GetCommand } from "@aws-sdk/lib-dynamodb";

const orders = DynamoDBDocumentClient.from(new DynamoDBClient({}));

export const handler = async ({ id }: { id: string }) =>
  (await orders.send(new GetCommand({ TableName: process.env.ORDERS_TABLE, Key: { id } }))).Item;
`,
      },
    },
    {
      dialect: "cloudformation",
      bad: {
        "template.yaml": `Resources:
  Notify:
    Type: AWS::Lambda::Function
    Properties:
      Role: arn:aws:iam::123456789012:role/notify
      Handler: index.handler
      Runtime: python3.13
      Code:
        ZipFile: |
          import os
          import boto3

          TOPIC = ⟦os.environ["TOPIC_ARN"]⟧
          sns = boto3.client("sns")

          def handler(event, context):
              sns.publish(TopicArn=TOPIC, Message=event["text"])

  Alerts:
    Type: AWS::SNS::Topic
`,
      },
      good: {
        "template.yaml": `Resources:
  Notify:
    Type: AWS::Lambda::Function
    Properties:
      Role: arn:aws:iam::123456789012:role/notify
      Handler: index.handler
      Runtime: python3.13
      Code:
        ZipFile: |
          import os
          import boto3

          TOPIC = os.environ["TOPIC_ARN"]
          sns = boto3.client("sns")

          def handler(event, context):
              sns.publish(TopicArn=TOPIC, Message=event["text"])
      Environment:
        Variables:
          TOPIC_ARN: !Ref Alerts

  Alerts:
    Type: AWS::SNS::Topic
`,
      },
    },
  ],
});

/** A variable that the code cannot do without: it is asked for nowhere with a default or a condition, and the code does not set it. */
function isMissed(read: EnvironmentRead, view: HandlerView): boolean {
  if (isSetElsewhere(read.name)) return false;
  const { tries, conditional, perInvocation } = read.circumstances;
  if ((read.throws && tries.length > 0) || (conditional && !perInvocation) || dependsOnVariables(read, view)) return false;
  const optional = factsOf(view, "environment read").some(({ name, guarded, hasDefault }) => name === read.name && (guarded || hasDefault));
  return !optional && !setsVariable(read.name, view) && isNeeded(read, view);
}

const isRead = (name: string, view: HandlerView): boolean => factsOf(view, "environment read").some((read) => read.name === name);

function renaming(fn: Resource<"function">, name: string, meant: string | undefined): readonly Fix[] {
  const variables = fn.structure("environment");
  const at = meant !== undefined && variables.known ? variables.value?.get(meant) : undefined;
  if (!at?.place || !standsIn(fn, at.place)) return [];
  return [{ title: `Rename ${meant} to ${name}`, safety: "review", edits: [{ rename: at.place, to: name }] }];
}

/** Parameters of operations that name a resource, and what \`Ref\` of such a resource gives. */
const NAMED_BY: Readonly<Record<string, KindName>> = {
  TableName: "table",
  QueueUrl: "queue",
  TopicArn: "topic",
  Bucket: "bucket",
  StateMachineArn: "stateMachine",
};

/** The variable as a reference, where a call shows of which kind it is and there is one resource of that kind. */
function adding(fn: Resource<"function">, name: string, graph: Graph, view: HandlerView): readonly Fix[] {
  const kinds = factsOf(view, "service call").flatMap(({ parameters }) =>
    Object.entries(NAMED_BY).flatMap(([parameter, kind]) => {
      const given = parameters?.get(parameter);
      return given?.is === "variable" && given.name === name ? [kind] : [];
    }),
  );
  const [kind, ...others] = new Set(kinds);
  const [only, second] = kind === undefined ? [] : graph.all(kind);
  const variables = fn.structure("environment");
  if (!only || second || others.length > 0 || !variables.known) return [];
  const own = variables.value && standsIn(fn, variables.place) ? variables.place : undefined;
  const edit = own
    ? { replace: { ...own, path: below(own.path, name) }, by: idOf(only) }
    : ({ set: fn, property: "environment", to: { [name]: idOf(only) } } as const);
  return [{ title: `Declare ${name} as {resource}`.replace("{resource}", only.name), safety: "review", edits: [edit] }];
}
