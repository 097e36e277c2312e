import { deepStrictEqual } from "node:assert";
import { loadGrammars, reviewOf, TEMPLATE } from "../../../scripts/generate/example.ts";
import { RULES } from "../../../server/src/rules/index.ts";

const SPEAKING = ["scan-on-request-path", "pagination-missing"];
const HTTP = "Events: { Get: { Type: HttpApi, Properties: { Method: GET, Path: /items } } }";
const SCHEDULE = "Events: { Nightly: { Type: Schedule, Properties: { Schedule: rate(1 day) } } }";

/** What both rules that see scans say about a handler that runs a statement. */
function check(events: string, scan: string, expected: readonly string[]): void {
  const template = `Transform: AWS::Serverless-2016-10-31
Resources:
  Items:
    Type: AWS::Serverless::Function
    Properties: { Runtime: python3.13, CodeUri: src/, Handler: app.handler, ${events} }
`;
  const code = `import boto3

table = boto3.resource("dynamodb").Table("items")


def handler(event, context):
    return ${scan}["Items"]
`;
  const files = new Map([
    [TEMPLATE, template],
    ["src/app.py", code],
  ]);
  const rules = RULES.filter(({ id }) => SPEAKING.includes(id));
  const { findings, inCode, crashes } = reviewOf(files, rules);
  deepStrictEqual(crashes, []);
  deepStrictEqual(
    [...findings, ...inCode].map(({ rule, severity }) => `${rule.id} ${severity}`),
    expected,
  );
}

describe("scan-on-request-path", () => {
  before(loadGrammars);

  it("speaks of a filter more loudly than of a list of everything, and alone", () => {
    check(HTTP, 'table.scan(FilterExpression="status = :s")', ["scan-on-request-path warning"]);
    check(HTTP, "table.scan()", ["scan-on-request-path information"]);
  });
  it("leaves a scan by the clock to the rule about pages", () => check(SCHEDULE, "table.scan()", ["pagination-missing warning"]));
  it("is silent about a limited number of items and about an index", () => {
    check(HTTP, "table.scan(Limit=10)", []);
    check(HTTP, 'table.scan(IndexName="open")', ["pagination-missing warning"]);
  });
});
