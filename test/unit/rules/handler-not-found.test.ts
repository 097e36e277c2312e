import { loadGrammars } from "../../../scripts/generate/example.ts";
import { check, type Project } from "./joined.ts";

const rule = "handler-not-found";
const template = (properties: string, more = "") =>
  `Transform: AWS::Serverless-2016-10-31\n${more}Resources:\n  Orders: { Type: AWS::Serverless::Function, Properties: { Runtime: nodejs22.x, CodeUri: src/, ${properties} } }\n`;
const project = (properties: string, files: Project, more = ""): Project => ({ "template.yaml": template(properties, more), ...files });
const APP = { "src/app.js": "exports.handler = async () => 1;\n" };

describe("handler-not-found", () => {
  before(loadGrammars);

  it("speaks of a module that is not there", () => {
    check(rule, project("Handler: main.handler", APP), ["error: Orders cannot start: no module stands at src/main."]);
    check(rule, project("Handler: app.handler", APP), []);
  });
  it("speaks of a function that the module does not export", () => {
    check(rule, project("Handler: app.main", APP), ["warning: Orders cannot start: app.js has no main."]);
    check(rule, project("Handler: app.helper", { "src/app.ts": "function helper() {}\nexport const handler = async () => 1;\n" }), [
      "warning: Orders cannot start: app.ts has no helper.",
    ]);
  });
  it("says once what several functions inherit", () => {
    const globals = "Globals: { Function: { Handler: app.main } }\n";
    const both = `${template("", globals)}  Returns: { Type: AWS::Serverless::Function, Properties: { Runtime: nodejs22.x, CodeUri: src/ } }\n`;
    check(rule, { "template.yaml": both, ...APP }, ["warning: Orders and Returns cannot start: app.js has no main."]);
  });
  it("is silent where what the module exports does not show", () => {
    check(rule, project("Handler: app.main", { "src/app.js": "module.exports = wrap(require('./lib'));\n" }), []);
    check(rule, project("Handler: app.main", { "src/app.js": "export * from 'handlers';\n" }), []);
    check(rule, project("Handler: app.main", { "src/app.js": "exports.handler = (;\n" }), []);
    check(rule, project("Runtime: python3.13, Handler: app.main", { "src/app.py": "from handlers import *\n" }), []);
  });
  it("is silent where a build makes the module, or it is deployed from elsewhere", () => {
    check(rule, project("Handler: dist/main.handler", APP), []);
    check(rule, project("Handler: main.handler", { ...APP, "src/package.json": '{ "scripts": { "build": "tsc" } }' }), []);
    check(rule, project("CodeUri: s3://code/orders.zip, Handler: main.handler".replace("CodeUri", "Description"), { "src/README.md": "" }), []);
    check(rule, project("Handler: main.handler, Layers: [!Ref Shared]", APP), []);
    check(rule, project("PackageType: Image, Handler: main.handler", APP), []);
    check(rule, project("Runtime: java21, Handler: com.shop.Orders::handle", APP), []);
  });
  it("is silent where a wrapper of a layer loads the handler", () =>
    check(rule, project("Handler: main.handler, Environment: { Variables: { AWS_LAMBDA_EXEC_WRAPPER: /opt/otel-handler } }", APP), []));
  it("is silent where only deployment knows the handler", () =>
    check(rule, project("Handler: !Ref Name", APP, "Parameters: { Name: { Type: String } }\n"), []));
});
