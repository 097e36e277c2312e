import type { HttpCall, LocalCall, ServiceCall } from "../../model/code/facts.ts";
import { factsOf } from "../../model/code/handler.ts";
import { handlerOf } from "../../model/words/code/handler.ts";
import { asks } from "../../model/words/code/operations.ts";
import { callsBack, endsWithPromise, givesPromise, settlesPromise, staysBusy } from "../../model/words/code/promises.ts";
import { perInvocation } from "../../model/words/code/sites.ts";
import { defineRule } from "../define.ts";

export default defineRule({
  id: "promise-not-awaited",
  summary: "Handler starts a call and ends without waiting for it",
  pillars: ["reliability"],
  tradeoffs: { "performance-efficiency": "The handler now waits for the call." },
  practices: [],
  lens: ["REL 2"],
  default: "on",
  severity: "warning",
  confidence: "high",
  why: `When the promise of an asynchronous handler settles, Lambda freezes the environment. A call that nobody waited for may then finish during a later event, or never,
and its error is nobody's: the queue deletes the message and the caller hears that all went well.`,
  references: ["https://docs.aws.amazon.com/lambda/latest/dg/nodejs-handler.html"],
  on: "function",
  *check(fn, context) {
    const handler = handlerOf(fn, context);
    if (!handler.known) return handler;
    const { value: view } = handler;
    if (!endsWithPromise(view)) return;
    const calls = [
      ...factsOf(view, "service call").filter((call) => givesPromise(call, view)),
      ...factsOf(view, "http call").filter((call) => isPromised(call) && !callsBack(call.code)),
      ...factsOf(view, "local call").filter((call) => call.asynchronous && staysBusy(call)),
    ];
    for (const call of perInvocation(calls)) {
      const around = call.circumstances.through.at(-1);
      if (call.use.kind !== "dropped" || call.use.awaited || !around || settlesPromise(view, around)) continue;
      // Only of the SDK's calls is it sure that a function around that gives no promise could not have waited in another way.
      if (!around.asynchronous && (call.is !== "service call" || call.use.whole)) continue;
      const handled = call.use.whole;
      yield {
        at: call.place,
        aspect: nameOf(call),
        text: "{fn} does not wait for {call}: it may never finish.",
        many: "{names} do not wait for {call}: it may never finish.",
        values: { fn, call: nameOf(call) },
        severity: call.is === "service call" && !handled && !asks(call) ? "error" : "warning",
        confidence: handled ? "medium" : "high",
        fixes: around.asynchronous ? [{ title: `Wait for ${nameOf(call)}`, safety: "review", edits: [{ code: { verb: "await", call: call.place } }] }] : [],
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
        "src/app.ts": `import { SendMessageCommand, SQSClient } from "@aws-sdk/client-sqs";

const sqs = new SQSClient({});

export const handler = async (event: { body: string }) => {
  ⟦sqs.send(new SendMessageCommand({ QueueUrl: process.env.QUEUE_URL, MessageBody: event.body }))⟧;
  return { statusCode: 202 };
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
        "src/app.ts": `import { SendMessageCommand, SQSClient } from "@aws-sdk/client-sqs";

const sqs = new SQSClient({});

export const handler = async (event: { body: string }) => {
  await sqs.send(new SendMessageCommand({ QueueUrl: process.env.QUEUE_URL, MessageBody: event.body }));
  return { statusCode: 202 };
};
`,
      },
    },
  ],
});

/** Node's own modules give a request, not a promise. */
const isPromised = ({ library }: HttpCall): boolean => PROMISING.has(library);

const PROMISING: ReadonlySet<string> = new Set(["fetch", "axios", "got", "node-fetch", "undici", "ky", "cross-fetch"]);

const nameOf = (call: ServiceCall | HttpCall | LocalCall): string =>
  call.is === "service call" ? call.operation : call.is === "http call" ? call.library : call.name;
