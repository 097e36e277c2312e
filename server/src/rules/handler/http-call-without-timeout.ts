import { runsAtDeployment } from "../../model/words/code/deployment.ts";
import { handlerOf } from "../../model/words/code/handler.ts";
import { patienceIn, unlimitedRequests } from "../../model/words/code/requests.ts";
import { defineRule } from "../define.ts";

/** A function that may run no longer than this ends a hanging request soon enough by itself. Seconds. */
const SHORT = 6;

export default defineRule({
  id: "http-call-without-timeout",
  summary: "Request to another service has no timeout",
  pillars: ["reliability", "cost-optimization"],
  tradeoffs: { "operational-excellence": "The right time has to be found: a slow but good answer is given up as well." },
  practices: ["REL05-BP05@2024-06-27"],
  lens: ["REL 2"],
  default: "on",
  severity: "warning",
  confidence: "high",
  why: `A peer that takes the connection and never answers holds the function until the function's own timeout, in every retry again. The function then fails without having said
why, and its whole time is billed. A timeout of the request leaves time to answer, to log, or to try once more.`,
  references: ["https://docs.aws.amazon.com/wellarchitected/latest/framework/rel_mitigate_interaction_failure_client_timeouts.html"],
  on: "function",
  *check(fn, context) {
    const timeout = fn.number("timeout");
    if (!timeout.known || timeout.value <= SHORT) return timeout.known ? undefined : timeout;
    const handler = handlerOf(fn, context);
    if (!handler.known) return handler;
    if (runsAtDeployment(context.graph, fn, handler.value)) return;
    const seconds = patienceIn(timeout.value);
    for (const call of unlimitedRequests(handler.value)) {
      yield {
        at: call.place,
        aspect: call.library,
        text: "{fn} may wait for {library} until its own timeout of {timeout} s.",
        many: "{names} may wait for {library} until their own timeout.",
        values: { fn, library: call.library, timeout: timeout.value },
        severity: GIVES_UP_SOME_DAY.has(call.library) ? "hint" : "warning",
        related: [[timeout, "timeout of the function"]],
        fixes: [{ title: `Give up after ${seconds} s`, safety: "review", edits: [{ code: { verb: "limit time", call: call.place, seconds } }] }],
      };
    }
  },
  examples: [
    {
      dialect: "sam",
      bad: {
        "template.yaml": `Transform: AWS::Serverless-2016-10-31
Resources:
  Pay:
    Type: AWS::Serverless::Function
    Properties:
      CodeUri: src/
      Handler: app.handler
      Runtime: python3.13
      Timeout: 30
`,
        "src/app.py": `import os

import requests


def handler(event, context):
    return ⟦requests.post(os.environ["PARTNER_URL"], json=event["order"])⟧.status_code
`,
      },
      good: {
        "template.yaml": `Transform: AWS::Serverless-2016-10-31
Resources:
  Pay:
    Type: AWS::Serverless::Function
    Properties:
      CodeUri: src/
      Handler: app.handler
      Runtime: python3.13
      Timeout: 30
`,
        "src/app.py": `import os

import requests


def handler(event, context):
    return requests.post(os.environ["PARTNER_URL"], json=event["order"], timeout=10).status_code
`,
      },
    },
    {
      dialect: "sam",
      bad: {
        "template.yaml": `Transform: AWS::Serverless-2016-10-31
Resources:
  Pay:
    Type: AWS::Serverless::Function
    Properties:
      CodeUri: src/
      Handler: app.handler
      Runtime: nodejs22.x
      Timeout: 10
`,
        "src/app.mjs": `import axios from "axios";

export const handler = async (event) => {
  const { data } = await ⟦axios.post(process.env.PARTNER_URL, event.order)⟧;
  return data;
};
`,
      },
      good: {
        "template.yaml": `Transform: AWS::Serverless-2016-10-31
Resources:
  Pay:
    Type: AWS::Serverless::Function
    Properties:
      CodeUri: src/
      Handler: app.handler
      Runtime: nodejs22.x
      Timeout: 10
`,
        "src/app.mjs": `import axios from "axios";

export const handler = async (event) => {
  const { data } = await axios.post(process.env.PARTNER_URL, event.order, { timeout: 5000 });
  return data;
};
`,
      },
    },
  ],
});

/** Node's fetch gives up by itself when no headers have come for five minutes. */
const GIVES_UP_SOME_DAY: ReadonlySet<string> = new Set(["fetch", "undici"]);
