import { loadGrammars } from "../../../scripts/generate/example.ts";
import { check, type Project } from "./joined.ts";

interface Setting {
  readonly properties?: string;
  readonly python?: boolean;
  readonly runtime?: string;
}

const project = (code: string, { properties = "", python = false, runtime = python ? "python3.13" : "nodejs22.x" }: Setting = {}): Project => ({
  "template.yaml": `Transform: AWS::Serverless-2016-10-31\nResources:\n  Fn: { Type: AWS::Serverless::Function, Properties: { CodeUri: src/, Handler: app.handler, Runtime: ${runtime}${properties} } }\n`,
  [`src/app.${python ? "py" : "js"}`]: code,
});
const SELDOM = ", Events: { Daily: { Type: Schedule, Properties: { Schedule: rate(1 day) } } }";

describe("connection-opened-per-invocation", () => {
  before(loadGrammars);
  const rule = "connection-opened-per-invocation";
  const pool = (given: string) =>
    `const { Pool } = require("pg");\nexports.handler = async (event) => new Pool({ connectionString: ${given} }).query("SELECT 1");\n`;
  const SPEAKS = ["warning: Fn opens a new connection by pg for every event."];

  it("speaks of one that is the same for all events", () => check(rule, project(pool("process.env.DSN")), SPEAKS));
  it("is silent where the event or a fetched token decides", () => {
    check(rule, project(pool("event.dsn")), []);
    check(rule, project(pool("await token()")), []);
  });
  it("is silent where nothing is kept, or must not be", () => {
    check(rule, project(pool("process.env.DSN"), { properties: SELDOM }), []);
    check(rule, project(pool("process.env.DSN"), { properties: ", SnapStart: { ApplyOn: PublishedVersions }" }), []);
  });
  it("is silent on one that is kept", () =>
    check(rule, project(`const { Pool } = require("pg");\nlet pool;\nexports.handler = async () => (pool ??= new Pool({})).query("SELECT 1");\n`), []));
});

describe("secret-read-per-invocation", () => {
  before(loadGrammars);
  const rule = "secret-read-per-invocation";
  const read = (name: string, more = "") =>
    `import boto3\nssm = boto3.client("ssm")\n\ndef handler(event, context):\n    ssm.get_parameter(Name=${name})\n${more}`;
  const python = { python: true };

  it("speaks of one that is the same for all events", () =>
    check(rule, project(read('"/shop/rate"'), python), ["warning: Fn fetches the same parameter anew for every event."]));
  it("is silent where the event names it", () => check(rule, project(read('event["name"]'), python), []));
  it("is silent where the handler keeps its state there", () =>
    check(rule, project(read('"/a"', '    ssm.put_parameter(Name="/a", Value="1")\n'), python), []));
  it("is silent where it rotates secrets", () => check(rule, project(read('"/a"', '    if event["Step"] == "createSecret":\n        pass\n'), python), []));
  it("is silent where runs are seldom", () => check(rule, project(read('"/a"'), { ...python, properties: SELDOM }), []));
});

describe("sdk-past-support", () => {
  before(loadGrammars);
  const rule = "sdk-past-support";
  const code = (from: string) => `const S3 = require("${from}");\nexports.handler = async () => S3;\n`;
  it("speaks of the whole and of parts", () => {
    check(rule, project(code("aws-sdk")), ["warning: Fn uses version 2 of the AWS SDK, without support since 2025-09-08: use version 3."]);
    check(rule, project(code("aws-sdk/clients/s3")), ["warning: Fn uses version 2 of the AWS SDK, without support since 2025-09-08: use version 3."]);
  });
  it("is silent on version 3, and on parts where the runtime brings them", () => {
    check(rule, project(code("@aws-sdk/client-s3")), []);
    check(rule, project(code("aws-sdk/clients/s3"), { runtime: "nodejs16.x" }), []);
  });
});

describe("whole-event-logged", () => {
  before(loadGrammars);
  const rule = "whole-event-logged";
  const ON = "warning: Fn has its logger write every event whole.";

  it("speaks of a logger that is asked to", () => {
    const decorated =
      "from aws_lambda_powertools import Logger\nlogger = Logger()\n\n@logger.inject_lambda_context(log_event=True)\ndef handler(event, context):\n    return 1\n";
    check(rule, project(decorated, { python: true }), [ON]);
    check(rule, project(decorated.replace("True", "False"), { python: true }), []);
    check(rule, project("exports.handler = async () => 1;\n", { properties: ', Environment: { Variables: { POWERTOOLS_LOGGER_LOG_EVENT: "true" } }' }), [ON]);
  });
  it("is silent on what is not written for every event", () => {
    check(rule, project("exports.handler = async (event) => { if (event.odd) console.log(event); };\n"), []);
    check(rule, project("exports.handler = async (event) => { console.debug(event); };\n"), []);
  });
  it("is silent on custom resources", () =>
    check(rule, project("exports.handler = async (event) => { console.log(event); return event.ResourceProperties; };\n"), []));
});

describe("client-created-per-invocation", () => {
  before(loadGrammars);
  const rule = "client-created-per-invocation";
  const code = (given: string) => `const { S3Client } = require("@aws-sdk/client-s3");\nexports.handler = async (event) => new S3Client(${given});\n`;

  it("speaks of one that is the same for all events", () => check(rule, project(code("{}")), ["warning: Fn makes a new S3Client for every event."]));
  it("is silent where options are found out for each event", () => {
    check(rule, project(code("{ region: event.region }")), []);
    check(rule, project(code("await options()")), []);
  });
  it("is silent where nothing is kept", () => check(rule, project(code("{}"), { properties: SELDOM }), []));
});
