import { factsOf } from "../../model/code/handler.ts";
import { handlerOf } from "../../model/words/code/handler.ts";
import { perInvocation } from "../../model/words/code/sites.ts";
import { defineRule } from "../define.ts";

export default defineRule({
  id: "async-callback-in-foreach",
  summary: "Handler gives a loop an asynchronous function and does not wait for it",
  pillars: ["reliability"],
  tradeoffs: { "performance-efficiency": "A loop that waits takes one item after the other." },
  practices: [],
  lens: ["REL 2"],
  default: "on",
  severity: "error",
  confidence: "high",
  why: `\`forEach\` does not wait for what its function gives. The handler returns before any item is done: Lambda freezes the environment, SQS deletes the batch, and an error becomes
an unhandled rejection that no record is blamed for.`,
  references: ["https://docs.aws.amazon.com/lambda/latest/dg/nodejs-handler.html"],
  on: "function",
  *check(fn, context) {
    const handler = handlerOf(fn, context);
    if (!handler.known) return handler;
    for (const each of perInvocation(factsOf(handler.value, "each call"))) {
      const dropped = each.method === "forEach" || (each.use.kind === "dropped" && (each.method === "map" || each.method === "flatMap"));
      if (!dropped || !each.callback.asynchronous || !isList(each.over.is)) continue;
      yield {
        at: each.place,
        aspect: each.method,
        text: "{fn} ends before its {method} with an async function has done anything.",
        many: "{names} end before their {method} with an async function has done anything.",
        values: { fn, method: each.method },
        fixes: [{ title: "Wait for each item", safety: "review", edits: [{ code: { verb: "await each", call: each.place } }] }],
      };
    }
  },
  examples: [
    {
      dialect: "sam",
      bad: {
        "template.yaml": `Transform: AWS::Serverless-2016-10-31
Resources:
  Worker:
    Type: AWS::Serverless::Function
    Properties:
      CodeUri: src/
      Handler: app.handler
      Runtime: nodejs22.x
`,
        "src/app.js": `const { save } = require("./orders");

exports.handler = async (event) => {
  ⟦event.Records.forEach(async (record) => {
    await save(JSON.parse(record.body));
  })⟧;
};
`,
        "src/orders.js": `exports.save = async (order) => fetch(process.env.ORDERS_URL, { method: "POST", body: JSON.stringify(order) });
`,
      },
      good: {
        "template.yaml": `Transform: AWS::Serverless-2016-10-31
Resources:
  Worker:
    Type: AWS::Serverless::Function
    Properties:
      CodeUri: src/
      Handler: app.handler
      Runtime: nodejs22.x
`,
        "src/app.js": `const { save } = require("./orders");

exports.handler = async (event) => {
  for (const record of event.Records) {
    await save(JSON.parse(record.body));
  }
};
`,
        "src/orders.js": `exports.save = async (order) => fetch(process.env.ORDERS_URL, { method: "POST", body: JSON.stringify(order) });
`,
      },
    },
  ],
});

/** What is surely a list: an object of a class of its own may well wait. */
const isList = (is: string): boolean => is !== "instance" && is !== "class" && is !== "function" && is !== "external";
