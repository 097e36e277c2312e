import { factsOf } from "../../model/code/handler.ts";
import type { Meaning } from "../../model/code/meaning.ts";
import { handlerOf } from "../../model/words/code/handler.ts";
import { endsWithPromise, leavesWorkBehind, settlesPromise } from "../../model/words/code/promises.ts";
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
    const { value: view } = handler;
    if (!endsWithPromise(view)) return;
    for (const each of perInvocation(factsOf(view, "each call"))) {
      const { method, use, callback } = each;
      const around = each.circumstances.through.at(-1);
      const dropped = method === "forEach" || (GIVING.has(method) && use.kind === "dropped" && !use.awaited && !use.whole);
      if (!dropped || !callback.asynchronous || !isList(each.over) || (around && settlesPromise(view, around))) continue;
      if (!leavesWorkBehind(callback, view)) continue;
      yield {
        at: each.place,
        aspect: method,
        text: "{fn} ends before its {method} with an async function has done anything.",
        many: "{names} end before their {method} with an async function has done anything.",
        values: { fn, method },
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

/** Methods that give what the functions gave, for somebody to wait for. */
const GIVING: ReadonlySet<string> = new Set(["map", "flatMap", "reduce", "reduceRight"]);

/** What may well be a list: an object of a class of its own, or what a package makes, may wait. */
function isList(over: Meaning): boolean {
  if (over.is === "made") return over.callee.is !== "external" || over.callee.package === "";
  return over.is !== "instance" && over.is !== "class" && over.is !== "function" && over.is !== "external";
}
