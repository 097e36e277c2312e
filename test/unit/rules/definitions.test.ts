import { match } from "node:assert";
import { reviewOf, TEMPLATE } from "../../../scripts/generate/example.ts";
import { RULES } from "../../../server/src/rules/index.ts";
import { check } from "./severities.ts";

/** An API whose routes stand in an OpenAPI definition, and the function behind them. */
const api = (definition: string, more = "", timeout = 3) => `Transform: AWS::Serverless-2016-10-31
Resources:
  Shop:
    Type: AWS::Serverless::Api
    Properties:
      StageName: live${more}
      DefinitionBody:
        openapi: 3.0.1
${definition.replace(/^/gm, "        ")}
  Order: { Type: AWS::Serverless::Function, Properties: { Timeout: ${timeout} } }
`;
const INTEGRATION = `x-amazon-apigateway-integration:
  type: aws_proxy
  uri: !Sub "arn:aws:apigateway:\${AWS::Region}:lambda:path/2015-03-31/functions/\${Order.Arn}/invocations"`;
const post = (said: string) => `paths:
  /orders:
    post:
${`${said}${INTEGRATION}`.replace(/^/gm, "      ")}`;

describe("routes in an OpenAPI definition", () => {
  const rule = "public-endpoint-unthrottled";
  const open = (definition: string, more = "") => check(rule, api(definition, more), ["information"]);
  const silent = (definition: string, more = "") => check(rule, api(definition, more), []);

  it("are open where nothing asks who calls", () => open(post("")));
  it("are open where an operation asks nothing although the rest does", () => open(`${post("security: []\n")}\nsecurity: [{ users: [] }]`));
  it("are not open where the operation, the definition or the API asks", () => {
    silent(post("security: [{ users: [] }]\n"));
    silent(`${post("")}\nsecurity: [{ users: [] }]`);
    silent(post(""), "\n      Auth: { DefaultAuthorizer: AWS_IAM }");
    silent(post("x-amazon-apigateway-auth: { type: AWS_IAM }\n"));
  });
  it("are open where SAM's NONE switches the default off", () => open(post("security: [{ NONE: [] }]\n"), "\n      Auth: { DefaultAuthorizer: AWS_IAM }"));
  it("say nothing of an API that a policy keeps, or that is not reached directly", () => {
    silent(`${post("")}\nx-amazon-apigateway-policy: { Version: "2012-10-17" }`);
    silent(`${post("")}\nx-amazon-apigateway-endpoint-configuration: { disableExecuteApiEndpoint: true }`);
  });
  it("are not all known where a transform adds some", () => silent("Fn::Transform: { Name: AWS::Include, Parameters: { Location: !Ref Definition } }"));
  it("are not open by what answers preflight requests", () => silent(post("").replace("post:", "options:")));
  it("wait for their function", () => {
    check("timeout-beyond-caller", api(post(""), "", 60), ["warning"]);
    check("timeout-beyond-caller", api(post("").replace("type: aws_proxy", "timeoutInMillis: 5000"), "", 20), ["warning"]);
    check("timeout-beyond-caller", api(post(""), "", 29), []);
  });
});

describe("a budget", () => {
  const message = (more: string) =>
    reviewOf(
      new Map([[TEMPLATE, `${api(post(""))}${more}`]]),
      RULES.filter(({ id }) => id === "public-endpoint-unthrottled"),
    ).findings[0]?.message ?? "";
  it("limits nothing, so it never silences; without one here the message says so", () => {
    match(message(""), /^No throttle or budget here: /);
    match(message("  Costs: { Type: AWS::Budgets::Budget }\n"), /^No throttle: /);
  });
});
