import { ROTATION_STEPS, SECRET_READS, type SecretRead } from "../../knowledge/code/secret-reads.ts";
import type { ServiceCall } from "../../model/code/facts.ts";
import { factsOf, type HandlerView } from "../../model/code/handler.ts";
import { runsSeldom } from "../../model/words/code/clock.ts";
import { isFixed } from "../../model/words/code/constant.ts";
import { runsAtDeployment } from "../../model/words/code/deployment.ts";
import { handlerOf } from "../../model/words/code/handler.ts";
import { mentions } from "../../model/words/code/mentions.ts";
import { perInvocation } from "../../model/words/code/sites.ts";
import { defineRule } from "../define.ts";

export default defineRule({
  id: "secret-read-per-invocation",
  summary: "Handler fetches the same secret or parameter anew for each event",
  pillars: ["performance-efficiency", "cost-optimization", "reliability"],
  tradeoffs: { security: "After a rotation, the old value is used until it is fetched again: keep the age short, and fetch anew when access is denied." },
  practices: ["PERF03-BP05@2024-06-27", "SUS03-BP03@2024-06-27"],
  default: "on",
  severity: "warning",
  confidence: "high",
  why: `Each fetch is a request that the caller waits for, that Secrets Manager bills, and that counts against a quota which the account shares: with enough events
at once, they fail because a setting could not be read. An execution environment can keep the value for some minutes. Powertools and the AWS Parameters and Secrets
extension do that; a variable of the module with an age does too.`,
  references: [
    "https://docs.aws.amazon.com/lambda/latest/dg/with-secrets-manager.html",
    "https://docs.aws.amazon.com/systems-manager/latest/userguide/ps-integration-lambda-extensions.html",
  ],
  on: "function",
  *check(fn, context) {
    const handler = handlerOf(fn, context);
    if (!handler.known) return handler;
    if (runsAtDeployment(context.graph, fn, handler.value) || runsSeldom(context.graph, fn) || rotates(handler.value)) return;
    const calls = factsOf(handler.value, "service call");
    for (const call of perInvocation(calls)) {
      const read = readOf(call);
      if (!read || call.circumstances.catches.length > 0 || calls.some((other) => changes(other, read))) continue;
      yield {
        at: call.place,
        aspect: call.operation,
        text: "{fn} fetches the same {what} anew for every event.",
        many: "{names} fetch the same {what} anew for every event.",
        values: { fn, what: read.what },
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
        "src/app.mjs": `import { GetSecretValueCommand, SecretsManagerClient } from "@aws-sdk/client-secrets-manager";

const secrets = new SecretsManagerClient({});

export const handler = async (event) => {
  const { SecretString } = await ⟦secrets.send(new GetSecretValueCommand({ SecretId: process.env.API_KEY_ARN }))⟧;
  return fetch(event.url, { headers: { "x-api-key": SecretString }, signal: AbortSignal.timeout(5000) });
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
        "src/app.mjs": `import { getSecret } from "@aws-lambda-powertools/parameters/secrets";

export const handler = async (event) => {
  const key = await getSecret(process.env.API_KEY_ARN, { maxAge: 300 });
  return fetch(event.url, { headers: { "x-api-key": key }, signal: AbortSignal.timeout(5000) });
};
`,
      },
    },
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
      Runtime: python3.13
`,
        "src/app.py": `import boto3

ssm = boto3.client("ssm")


def handler(event, context):
    rate = ⟦ssm.get_parameter(Name="/shop/rate")⟧["Parameter"]["Value"]
    return float(rate) * event["amount"]
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
      Runtime: python3.13
`,
        "src/app.py": `from aws_lambda_powertools.utilities import parameters


def handler(event, context):
    rate = parameters.get_parameter("/shop/rate", max_age=300)
    return float(rate) * event["amount"]
`,
      },
    },
  ],
});

/** What a call fetches, where it is the same for each event. */
function readOf({ service, operation, by, parameters }: ServiceCall): SecretRead | undefined {
  const read = SECRET_READS.find((each) => each.service === service && each.operation === operation);
  const named = read && parameters?.get(read.named);
  return named && isFixed(named) && by === "call" ? read : undefined;
}

const changes = ({ service, operation }: ServiceCall, read: SecretRead): boolean => service === read.service && read.changedBy.includes(operation);

const rotates = (view: HandlerView): boolean => ROTATION_STEPS.some((step) => mentions(view, step));
