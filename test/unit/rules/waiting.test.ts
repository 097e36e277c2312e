import { loadGrammars } from "../../../scripts/generate/example.ts";
import { check } from "./joined.ts";

const project = (code: string, runtime = "nodejs22.x") => ({
  "template.yaml": `Transform: AWS::Serverless-2016-10-31\nResources:\n  Orders: { Type: AWS::Serverless::Function, Properties: { Runtime: ${runtime}, CodeUri: src/, Handler: app.handler } }\n`,
  "src/app.mjs": `import { SQSClient, SendMessageCommand as Send } from "@aws-sdk/client-sqs";\nimport AWS from "aws-sdk";\nconst sqs = new SQSClient({});\nconst old = new AWS.SQS();\n${code}\n`,
});
const handler = (body: string) => `export const handler = async (event) => {\n${body}\n};`;
const called = (body: string) => `export const handler = (event, context, callback) => {\n${body}\n};`;

describe("promise-not-awaited", () => {
  before(loadGrammars);

  for (const [what, body, severity, call] of [
    ["a command of the SDK", "sqs.send(new Send({}));", "error", "SendMessage"],
    ["a promise of version 2", "old.sendMessage({}).promise();", "error", "SendMessage"],
    ["a request", "fetch(event.url);", "warning", "fetch"],
    ["a function of the project that waits", "save(); async function save() { await fetch(event.url); }", "warning", "save"],
    ["a chain that nobody waits for", "sqs.send(new Send({})).catch(() => {});", "warning", "SendMessage"],
    ["a command in a function that gives nothing", "event.Records.forEach((r) => { sqs.send(new Send({ MessageBody: r.body })); });", "error", "SendMessage"],
  ] as const) {
    it(`speaks of ${what}`, () =>
      check("promise-not-awaited", project(handler(body)), [`${severity}: Orders does not wait for ${call}: it may never finish.`]));
  }
  for (const [what, code] of [
    ["waits", handler("await sqs.send(new Send({}));")],
    ["returns", handler("return sqs.send(new Send({}));")],
    ["collects for Promise.all", handler("const all = []; all.push(sqs.send(new Send({}))); await Promise.all(all);")],
    ["waits for a variable later", handler("const sent = sqs.send(new Send({})); await sent;")],
    ["says void", handler("void sqs.send(new Send({}));")],
    ["hands it to waitUntil", handler("waitUntil(sqs.send(new Send({})));")],
    ["is called back", handler("sqs.send(new Send({}), (error) => console.log(error));")],
    ["gives no promise of version 2", handler("old.sendMessage({}, () => {});")],
    ["settles a promise with a chain", handler("await new Promise((resolve, reject) => { sqs.send(new Send({})).then(resolve, reject); });")],
    ["settles a promise by an async function", handler("await new Promise(async (resolve) => { sqs.send(new Send({})).then(resolve); });")],
    ["loads the module", `sqs.send(new Send({}));\n${handler("return 1;")}`],
    ["answers by a callback", called("sqs.send(new Send({})); callback(null, 1);")],
    ["calls an async function that is done at once", handler("note(); async function note() { console.log(1); }")],
  ] as const) {
    it(`is silent where the code ${what}`, () => check("promise-not-awaited", project(code), []));
  }
});

describe("async-callback-in-foreach", () => {
  before(loadGrammars);
  const save = "async (r) => { await fetch(r.url); }";

  for (const [what, body, method] of [
    ["forEach", `event.Records.forEach(${save});`, "forEach"],
    ["a map whose result is dropped", `event.Records.map(${save});`, "map"],
    ["a reduce whose result is dropped", "event.Records.reduce(async (before, r) => { await before; await fetch(r.url); }, null);", "reduce"],
  ] as const) {
    it(`speaks of ${what}`, () =>
      check("async-callback-in-foreach", project(handler(body)), [`error: Orders ends before its ${method} with an async function has done anything.`]));
  }
  for (const [what, code] of [
    ["waits for all", handler(`await Promise.all(event.Records.map(${save}));`)],
    ["returns the promises", handler(`return Promise.all(event.Records.map(${save}));`)],
    ["gives a function that waits for nothing", handler("event.Records.forEach(async (r) => { console.log(r); });")],
    ["loops over what a package makes", `import { from } from "rxjs";\n${handler(`from(event.Records).forEach(${save});`)}`],
    ["answers by a callback", called(`event.Records.forEach(${save}); callback(null, 1);`)],
    [
      "settles a promise when the last is done",
      handler("await new Promise((resolve) => { event.Records.forEach(async (r) => { await fetch(r.url); resolve(); }); });"),
    ],
  ] as const) {
    it(`is silent where the code ${what}`, () => check("async-callback-in-foreach", project(code), []));
  }
});

describe("callback-with-async", () => {
  before(loadGrammars);
  const both = "export const handler = async (event, context, callback) => { callback(null, 1); };";

  it("speaks of an async handler that calls back", () =>
    check("callback-with-async", project(both), ["warning: Orders is async, so what it says to callback is lost."]));
  for (const [what, code, name] of [
    ["a handler that calls back", called("callback(null, 1);"), "callback"],
    ["an async handler that calls back", both, "callback"],
    ["the context's own answers", "export const handler = (event, context) => { context.succeed(1); };", "context.succeed"],
  ] as const) {
    it(`speaks of ${what} on a runtime without callbacks`, () =>
      check("callback-with-async", project(code, "nodejs24.x"), [`error: Orders answers by ${name}, which nodejs24.x does not have any more.`]));
  }
  for (const [what, code, runtime] of [
    ["a handler that calls back where that is heard", called("callback(null, 1);"), "nodejs22.x"],
    ["a third parameter that is not called", "export const handler = async (event, context, callback) => 1;", "nodejs24.x"],
    ["a callback that is heard at once", both.replace("{ ", "{ context.callbackWaitsForEmptyEventLoop = false; "), "nodejs22.x"],
    ["a stream of the response", "export const handler = awslambda.streamifyResponse(async (event, stream, context) => { stream.end(1); });", "nodejs24.x"],
    [
      "a wrapped handler",
      `import middy from "@middy/core";\nexport const handler = middy(async (event, context, callback) => { callback(null, 1); });`,
      "nodejs24.x",
    ],
  ] as const) {
    it(`is silent about ${what}`, () => check("callback-with-async", project(code, runtime), []));
  }
});
