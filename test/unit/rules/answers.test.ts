import { loadGrammars } from "../../../scripts/generate/example.ts";
import { check } from "./joined.ts";

const FUNCTION = "Type: AWS::Serverless::Function, Properties: { CodeUri: src/, Handler: app.handler, Timeout: 30";
const template = (runtime: string, more = "") => `Transform: AWS::Serverless-2016-10-31\nResources:\n  Orders: { ${FUNCTION}, Runtime: ${runtime}${more} } }\n`;
const python = (body: string, more = "") => ({
  "template.yaml": template("python3.13", more),
  "src/app.py": `import boto3\nimport requests\nsqs = boto3.client("sqs")\nevents = boto3.client("events")\ns3 = boto3.client("s3")\ntable = boto3.resource("dynamodb").Table("orders")\n${body}\n`,
});
const javascript = (body: string, more = "") => ({
  "template.yaml": template("nodejs22.x", more),
  "src/app.mjs": `import { EventBridgeClient, PutEventsCommand } from "@aws-sdk/client-eventbridge";\nimport axios from "axios";\nimport https from "https";\nconst events = new EventBridgeClient({});\n${body}\n`,
});
const py = (...lines: readonly string[]) => `def handler(event, context):\n${lines.map((line) => `    ${line}`).join("\n")}`;
const js = (body: string) => `export const handler = async (event) => {\n${body}\n};`;

describe("batch-result-not-checked", () => {
  before(loadGrammars);
  const rule = "batch-result-not-checked";
  const failed = (severity: string) => [`${severity}: Orders does not look at FailedEntryCount of PutEvents, which may fail in part.`];
  const put = "events.send(new PutEventsCommand({ Entries: event.entries }))";

  it("speaks of an answer that is dropped, or of which something else is read", () => {
    check(rule, javascript(js(`await ${put};`)), failed("error"));
    check(rule, javascript(js(`const answer = await ${put}; return answer.$metadata;`)), failed("warning"));
    check(rule, python(py('events.put_events(Entries=event["entries"])')), failed("error"));
  });
  it("speaks of an answer that a function of the project returns to nobody", () =>
    check(rule, javascript(`const put = () => ${put.replace("event.entries", "list")};\nconst list = make();\n${js("await put();")}`), failed("warning")));
  for (const [what, body] of [
    ["reads what failed", `const answer = await ${put}; if (answer.FailedEntryCount) throw new Error("failed");`],
    ["takes what failed out of it", `const { FailedEntryCount } = await ${put}; if (FailedEntryCount) throw new Error("failed");`],
    ["returns it", `return ${put};`],
    ["hands it on", `inspect(await ${put});`],
    ["is called back with it", "events.putEvents({ Entries: event.entries }, (error, answer) => inspect(answer));"],
    ["sends one entry", "await events.send(new PutEventsCommand({ Entries: [{ Source: 'orders', Detail: event.detail }] }));"],
  ] as const) {
    it(`is silent where the code ${what}`, () => check(rule, javascript(js(body)), []));
  }
  it("is silent where a caller reads what failed", () =>
    check(rule, javascript(`const put = (event) => ${put};\n${js("const answer = await put(event); if (answer.FailedEntryCount) throw new Error();")}`), []));
  it("is silent about a writer that sends again by itself", () =>
    check(rule, python(py("with table.batch_writer() as batch:", '    batch.put_item(Item=event["item"])')), []));
});

describe("pagination-missing", () => {
  before(loadGrammars);
  const rule = "pagination-missing";
  const first = (severity: string, operation: string) => [`${severity}: Orders reads only the first page of ${operation}, at most 1 MB.`];

  it("speaks of a query by how likely it is to be long", () => {
    check(rule, python(py('return table.query(KeyConditionExpression=Key("pk").eq(1))["Items"]')), first("hint", "Query"));
    check(rule, python(py('return table.query(KeyConditionExpression=Key("pk").eq(1), FilterExpression=open_only())["Items"]')), first("information", "Query"));
  });
  it("leaves a scan on a request path to the rule about it", () => {
    const asked = ", Events: { All: { Type: HttpApi, Properties: { Method: GET, Path: /orders } } }";
    check(rule, python(py('return table.scan()["Items"]'), asked), []);
    const nightly = ", Events: { Night: { Type: Schedule, Properties: { Schedule: rate(1 day) } } }";
    check(rule, python(py('return table.scan()["Items"]'), nightly), first("warning", "Scan"));
  });
  for (const [what, line] of [
    ["asks for a limit", 'return table.query(KeyConditionExpression=Key("pk").eq(1), Limit=5)["Items"]'],
    ["only counts", 'return table.query(KeyConditionExpression=Key("pk").eq(1), Select="COUNT")["Count"]'],
    ["names both keys", 'return table.query(KeyConditionExpression=Key("pk").eq(1) & Key("sk").eq(2))["Items"]'],
    ["hands the answer on", 'return collect(table.query(KeyConditionExpression=Key("pk").eq(1)))'],
    ["speaks of pages", 'return [table.query(KeyConditionExpression=Key("pk").eq(1))["Items"], event["LastEvaluatedKey"]]'],
    ["spreads parameters", "return table.query(**event)['Items']"],
    ["uses a paginator", 'return [page["Contents"] for page in s3.get_paginator("list_objects_v2").paginate(Bucket="orders")]'],
  ] as const) {
    it(`is silent where the code ${what}`, () => check(rule, python(py(line)), []));
  }
});

describe("http-call-without-timeout", () => {
  before(loadGrammars);
  const rule = "http-call-without-timeout";
  const waits = (library: string, severity = "warning") => [`${severity}: Orders may wait for ${library} until its own timeout of 30 s.`];

  it("speaks of requests that nothing ends", () => {
    check(rule, python(py('requests.get("https://example.com")')), waits("requests"));
    check(rule, javascript(js('await axios.post("https://example.com", event.order);')), waits("axios"));
    check(rule, javascript(js('await fetch("https://example.com");')), waits("fetch", "hint"));
  });
  for (const [what, body] of [
    ["gives a timeout", 'await axios.get("https://example.com", { timeout: 3000 });'],
    ["gives a signal", 'await fetch("https://example.com", { signal: AbortSignal.timeout(3000) });'],
    ["sets one for all requests", 'axios.defaults.timeout = 3000; await axios.get("https://example.com");'],
    ["races with a timer", 'await Promise.race([fetch("https://example.com"), timer()]);'],
    ["sets one on the request", 'const request = https.request("https://example.com"); request.setTimeout(3000);'],
    ["hands on options that cannot be followed", 'await axios.get("https://example.com", options());'],
    ["asks an extension", 'await fetch("http://localhost:2773/secretsmanager/get");'],
    ["asks the runtime", "await fetch(`http://${process.env.AWS_LAMBDA_RUNTIME_API}/2020-01-01/extension/register`);"],
  ] as const) {
    it(`is silent where the code ${what}`, () => check(rule, javascript(js(body)), []));
  }
  it("is silent where a Python program sets one", () => {
    check(rule, python(py('requests.get("https://example.com", timeout=3)')), []);
    check(rule, python(py("session = requests.Session()", 'session.get("https://example.com")')), []);
  });
  it("is silent where the function ends soon by itself", () => {
    const { "template.yaml": long, ...code } = python(py('requests.get("https://example.com")'));
    check(rule, { "template.yaml": (long ?? "").replace("Timeout: 30", "Timeout: 6"), ...code }, []);
  });
});

describe("mutable-global-state", () => {
  before(loadGrammars);
  const rule = "mutable-global-state";
  const keeps = (name: string) => [`warning: Orders keeps ${name} of one event where the next one sees it.`];
  const adds = (name: string) => [`information: Orders adds to ${name} with every event and never empties it.`];

  it("speaks of a list that only grows", () => {
    check(rule, javascript(`const all = [];\n${js("all.push(event.body); return all;")}`), adds("all"));
    check(rule, python(`found = []\n${py('found.append(event["body"])', "return found")}`), adds("found"));
  });
  it("speaks of a value that is set for some events only, or for the first", () => {
    check(rule, javascript(`let user;\n${js("if (event.user) user = event.user; return greet(user);")}`), keeps("user"));
    check(rule, javascript(`let user;\n${js("if (!user) user = event.user; return greet(user);")}`), keeps("user"));
  });
  for (const [what, code] of [
    ["sets the value for each event", `let user;\n${js("user = event.user; return greet(user);")}`],
    ["keeps a client", `let client;\n${js("client ??= connect(); return client.load(event.id);")}`],
    ["keeps what all events say alike", `let stage;\n${js("stage ??= event.requestContext.stage; return greet(stage);")}`],
    ["empties the list", `let all = [];\n${js("all = []; all.push(event.body); return all;")}`],
    ["looks into a cache first", `const known = new Map();\n${js("if (!known.has(event.id)) known.set(event.id, event.body); return known.get(event.id);")}`],
    ["never reads it", `const all = [];\n${js("all.push(event.body);")}`],
  ] as const) {
    it(`is silent where the code ${what}`, () => check(rule, javascript(code), []));
  }
});

describe("error-swallowed", () => {
  before(loadGrammars);
  const rule = "error-swallowed";
  const queue = ", Events: { Jobs: { Type: SQS, Properties: { Queue: arn:aws:sqs:eu-west-1:111122223333:jobs } } }";
  const api = ", Events: { Post: { Type: HttpApi } }";
  const night = ", Events: { Night: { Type: Schedule, Properties: { Schedule: rate(1 day) } } }";
  const swallowed = ["warning: Orders swallows every error here: SQS takes the event as done."];
  const caught = (block: string, body = "await fetch(event.url);") => js(`try { ${body} } catch (error) { ${block} }`);

  it("speaks of a catch that only logs", () => {
    check(rule, javascript(caught("console.error(error);"), queue), swallowed);
    check(
      rule,
      python(py("try:", "    sqs.send_message(QueueUrl=event['url'], MessageBody='x')", "except Exception as error:", "    print(error)"), queue),
      swallowed,
    );
  });
  it("speaks more softly of a handler that answers requests", () =>
    check(rule, javascript(caught("console.error(error);"), api), ["information: Orders swallows every error here and answers as if all went well."]));
  for (const [what, code, more] of [
    ["throws it again", caught("console.error(error); throw error;"), queue],
    ["answers with a status", caught("return { statusCode: 500 };"), api],
    ["asks what it is", caught("if (error.name === 'Expected') return; throw error;"), queue],
    ["tells somebody", caught("alarm(error);"), queue],
    ["counts it", `let failed = 0;\n${caught("failed++;")}`, queue],
    ["protects no call that can fail for a while", caught("console.error(error);", "JSON.parse(event.body);"), queue],
    [
      "asks for the value afterwards",
      js("let order; try { order = await fetch(event.url); } catch (error) { console.error(error); } if (!order) throw new Error();"),
      queue,
    ],
    [
      "tries again",
      js("for (let n = 0; n < 3; n++) { try { await fetch(event.url); return 1; } catch (error) { console.error(error); } } throw new Error();"),
      queue,
    ],
    ["is started by a schedule", caught("console.error(error);"), night],
    ["is called by nobody in the template", caught("console.error(error);"), ""],
    [
      "tells its caller",
      `async function save(r) { try { await fetch(r.url); return true; } catch (error) { console.error(error); return false; } }\n${js("for (const r of event.Records) { if (!(await save(r))) throw new Error(); }")}`,
      queue,
    ],
  ] as const) {
    it(`is silent where the code ${what}`, () => check(rule, javascript(code, more), []));
  }
  it("is silent about an error that was expected", () =>
    check(
      rule,
      python(py("try:", "    sqs.send_message(QueueUrl=event['url'], MessageBody='x')", "except KeyError as error:", "    print(error)"), queue),
      [],
    ));
});
