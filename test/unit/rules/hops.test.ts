import { check } from "./severities.ts";

const SAM = "Transform: AWS::Serverless-2016-10-31\nResources:\n";
const fn = (id: string, properties: string) => `  ${id}: { Type: AWS::Serverless::Function, Properties: { ${properties} } }\n`;

describe("trace-broken", () => {
  const rule = "trace-broken";
  const ACTIVE = "Tracing: Active";
  const MACHINE = "  Checkout: { Type: AWS::Serverless::StateMachine, Properties: { DefinitionUri: a.json } }\n";
  const calledBy = (api: string, own = "") =>
    `  Shop: { Type: AWS::Serverless::Api, Properties: { StageName: live${api} } }\n${fn("C", `${own}Events: { Get: { Type: Api, Properties: { RestApiId: !Ref Shop, Method: get, Path: / } } }`)}`;

  it("speaks of a function among traced ones, but not beside a single one, which may have nothing to do with it", () => {
    check(rule, SAM + fn("A", ACTIVE) + fn("B", ACTIVE) + fn("C", ""), ["information"]);
    check(rule, SAM + fn("A", ACTIVE) + fn("C", ""), []);
  });
  it("is silent on a function that a traced stage calls, for its header has the call traced", () => {
    check(rule, SAM + fn("A", ACTIVE) + fn("B", ACTIVE) + calledBy(", TracingEnabled: true"), []);
    check(rule, SAM + fn("A", ACTIVE) + fn("B", ACTIVE) + calledBy(""), ["information"]);
  });
  it("hints at a stage in front of traced functions", () => {
    check(rule, SAM + calledBy("", `${ACTIVE}, `), ["hint"]);
    check(rule, SAM + calledBy(", TracingEnabled: true", `${ACTIVE}, `), []);
  });
  it("takes no stage of an HTTP API for a hop", () =>
    check(rule, `${SAM}${fn("A", ACTIVE)}  Shop: { Type: AWS::Serverless::HttpApi, Properties: { StageName: live } }\n`, []));
  it("gives one hint a template where nothing of a longer way is traced", () => {
    check(rule, SAM + fn("A", "") + fn("B", "") + MACHINE, ["hint"]);
    check(rule, SAM + fn("A", "") + MACHINE, []);
  });
  it("is silent where another tracer takes part", () =>
    check(rule, SAM + fn("A", "") + fn("B", 'Layers: ["arn:aws:lambda:eu-west-1:464622532012:layer:Datadog-Node20-x:1"]') + MACHINE, []));
});

describe("validator-without-model", () => {
  const rule = "validator-without-model";
  const method = (models: string, integration: string) => `Resources:
  Create: { Type: AWS::ApiGateway::Method, Properties: { RestApiId: !Ref Shop, HttpMethod: POST, RequestValidatorId: !Ref Bodies, RequestModels: { ${models} }, Integration: { ${integration} } } }
  Bodies: { Type: AWS::ApiGateway::RequestValidator, Properties: { RestApiId: !Ref Shop, ValidateRequestBody: true } }
  Shop: { Type: AWS::ApiGateway::RestApi }
`;
  it("speaks of a model that only some content types have", () => {
    check(rule, method("application/json: Order", "Type: AWS_PROXY"), ["information"]);
    check(rule, method("application/json: Order, application/xml: Order", "Type: AWS"), ["information"]);
  });
  it("is silent where a model stands for all of them", () => check(rule, method("application/json: Order, $default: Order", "Type: AWS_PROXY"), []));
  it("is silent where the integration turns other content types away, which a proxy does not", () => {
    check(rule, method("application/json: Order", "Type: AWS, PassthroughBehavior: NEVER"), []);
    check(rule, method("application/json: Order", "Type: AWS_PROXY, PassthroughBehavior: NEVER"), ["information"]);
  });
});

describe("provisioned-concurrency-always-on", () => {
  const provisioned = (count: number) => SAM + fn("A", `AutoPublishAlias: live, ProvisionedConcurrencyConfig: { ProvisionedConcurrentExecutions: ${count} }`);
  it("is silent on a single environment, which is the least that scaling keeps", () => {
    check("provisioned-concurrency-always-on", provisioned(1), []);
    check("provisioned-concurrency-always-on", provisioned(2), ["warning"]);
  });
});
