import { strictEqual } from "node:assert";
import { isOpenUrl, openRoutes } from "../../../../server/src/model/words/open-entry.ts";
import { graphOf } from "../../templates.ts";

describe("routes that are open to everybody", () => {
  const check = (resources: string, expected: string) => {
    const graph = graphOf(`Resources:\n${resources}\n`);
    const [api] = graph.all("api");
    const open = api ? openRoutes(graph, api) : [];
    strictEqual("known" in open ? `unknown: ${open.reason}` : open.map(({ id }) => id).join(", "), expected);
  };
  const sam = (api: string, event: string, expected: string) =>
    check(
      `  Api: { Type: AWS::Serverless::Api, Properties: { StageName: live, ${api} } }
  Fn: { Type: AWS::Serverless::Function, Properties: { Events: { Get: { Type: Api, Properties: { RestApiId: !Ref Api, Path: /, Method: get, ${event} } } } } }`,
      expected,
    );
  it("ask nothing", () => sam("", "", "Fn/Events/Get"));
  it("switch the API's authorizer off", () => sam("Auth: { DefaultAuthorizer: Users }", "Auth: { Authorizer: NONE }", "Fn/Events/Get"));
  it("do not inherit one", () => sam("Auth: { DefaultAuthorizer: Users }", "", ""));
  it("do not have one", () => sam("", "Auth: { Authorizer: AWS_IAM }", ""));
  it("ask for no key", () => sam("Auth: { ApiKeyRequired: true }", "", ""));
  it("have no policy of their own", () => sam("", "Auth: { ResourcePolicy: { IpRangeWhitelist: [10.0.0.0/8] } }", ""));
  it("belong to no private API", () => sam("EndpointConfiguration: { Type: PRIVATE }", "", ""));
  it("nor to one in SAM's short form", () => sam("EndpointConfiguration: PRIVATE", "", ""));
  it("are unknown where they stand in a file of their own", () =>
    sam("DefinitionUri: api.yaml", "", "unknown: the routes of the API stand in a file of its own"));

  const method = (authorization: string, expected: string) =>
    check(
      `  Api: { Type: AWS::ApiGateway::RestApi }
  Get: { Type: AWS::ApiGateway::Method, Properties: { RestApiId: !Ref Api, HttpMethod: GET, ${authorization} } }`,
      expected,
    );
  it("say so, on a REST API", () => method("AuthorizationType: NONE", "Get"));
  it("are unknown until they say so", () => method("", "unknown: the method does not say how it authorizes"));
  it("need not say so on an HTTP API", () =>
    check(
      `  Api: { Type: AWS::ApiGatewayV2::Api, Properties: { ProtocolType: HTTP } }
  Get: { Type: AWS::ApiGatewayV2::Route, Properties: { ApiId: !Ref Api, RouteKey: GET / } }
  Preflight: { Type: AWS::ApiGatewayV2::Route, Properties: { ApiId: !Ref Api, RouteKey: OPTIONS / } }`,
      "Get",
    ));
  it("are the way in of a WebSocket API, and no other of its routes", () =>
    check(
      `  Api: { Type: AWS::ApiGatewayV2::Api, Properties: { ProtocolType: WEBSOCKET } }
  Connect: { Type: AWS::ApiGatewayV2::Route, Properties: { ApiId: !Ref Api, RouteKey: $connect } }
  Send: { Type: AWS::ApiGatewayV2::Route, Properties: { ApiId: !Ref Api, RouteKey: send } }`,
      "Connect",
    ));
});

describe("function URLs that are open to everybody", () => {
  const check = (resources: string, expected: unknown) => {
    const graph = graphOf(`Resources:\n${resources}\n`);
    const [url] = graph.all("functionUrl");
    strictEqual(url && isOpenUrl(graph, url), expected);
  };
  const plain = (more: string) => `  Fn: { Type: AWS::Lambda::Function }
  Url: { Type: AWS::Lambda::Url, Properties: { AuthType: NONE, TargetFunctionArn: !Ref Fn } }
${more}`;
  it("ask nothing, where SAM gives the permission", () =>
    check("  Fn: { Type: AWS::Serverless::Function, Properties: { FunctionUrlConfig: { AuthType: NONE } } }", true));
  it("are closed by IAM", () => check("  Fn: { Type: AWS::Serverless::Function, Properties: { FunctionUrlConfig: { AuthType: AWS_IAM } } }", false));
  it("answer nobody without a permission", () => check(plain(""), false));
  it("answer everybody with one", () =>
    check(
      plain(`  Allow: { Type: AWS::Lambda::Permission, Properties: { FunctionName: !Ref Fn, Action: "lambda:InvokeFunctionUrl", Principal: "*" } }`),
      true,
    ));
});
