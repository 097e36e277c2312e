import { factsOf } from "../../model/code/handler.ts";
import { endsCallbacks } from "../../model/words/code/callbacks.ts";
import { handlerOf } from "../../model/words/code/handler.ts";
import { mentions } from "../../model/words/code/mentions.ts";
import { perInvocation } from "../../model/words/code/sites.ts";
import { defineRule } from "../define.ts";

export default defineRule({
  id: "callback-with-async",
  summary: "Handler answers by a callback that Lambda does not hear",
  pillars: ["reliability", "operational-excellence"],
  tradeoffs: {},
  practices: [],
  default: "on",
  severity: "warning",
  confidence: "high",
  why: `An asynchronous handler answers with what its promise gives; what it says to the callback is lost when the promise settles first. From Node.js 24 on Lambda gives handlers no
callback and no \`context.done\`, \`succeed\` or \`fail\`: a handler with a third parameter does not even start.`,
  references: ["https://docs.aws.amazon.com/lambda/latest/dg/nodejs-handler.html"],
  on: "function",
  *check(fn, context) {
    const handler = handlerOf(fn, context);
    if (!handler.known) return handler;
    const { value: view } = handler;
    if (!view.handler || view.handler.wrappers.length > 0) return;
    const { asynchronous } = view.handler.code;
    const runtime = fn.text("runtime");
    const gone = runtime.known && runtime.value !== undefined && endsCallbacks(runtime.value);
    // What is said to the callback is heard at once where the code asks for that.
    if (!gone && (!asynchronous || mentions(view, "callbackWaitsForEmptyEventLoop"))) return;
    const calls = perInvocation(factsOf(view, "callback call"));
    for (const call of gone ? calls.slice(0, 1) : calls.filter(({ name }) => name === "callback")) {
      yield {
        at: call.place,
        aspect: call.name,
        text: gone ? "{fn} answers by {name}, which {runtime} does not have any more." : "{fn} is async, so what it says to {name} is lost.",
        values: { fn, name: call.name, runtime: runtime.known ? (runtime.value ?? "") : "" },
        severity: gone ? "error" : "warning",
      };
    }
  },
  examples: [
    {
      dialect: "sam",
      bad: {
        "template.yaml": `Transform: AWS::Serverless-2016-10-31
Resources:
  Prices:
    Type: AWS::Serverless::Function
    Properties:
      CodeUri: src/
      Handler: app.handler
      Runtime: nodejs22.x
`,
        "src/app.mjs": `export const handler = async (event, context, callback) => {
  const response = await fetch(process.env.PRICES_URL);
  ⟦callback(null, await response.json())⟧;
};
`,
      },
      good: {
        "template.yaml": `Transform: AWS::Serverless-2016-10-31
Resources:
  Prices:
    Type: AWS::Serverless::Function
    Properties:
      CodeUri: src/
      Handler: app.handler
      Runtime: nodejs22.x
`,
        "src/app.mjs": `export const handler = async (event, context, callback) => {
  const response = await fetch(process.env.PRICES_URL);
  return await response.json();
};
`,
      },
    },
  ],
});
