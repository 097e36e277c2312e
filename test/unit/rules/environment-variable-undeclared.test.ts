import { loadGrammars } from "../../../scripts/generate/example.ts";
import { check } from "./joined.ts";

const template = (properties: string) =>
  `Transform: AWS::Serverless-2016-10-31\nResources:\n  Orders: { Type: AWS::Serverless::Function, Properties: { CodeUri: src/, Handler: app.handler, ${properties} } }\n`;
const NODE = "Runtime: nodejs22.x";
const PYTHON = "Runtime: python3.13";
const node = (code: string, expected: readonly string[], more = "") =>
  check("environment-variable-undeclared", { "template.yaml": template(NODE + more), "src/app.js": code }, expected);
const python = (code: string, expected: readonly string[]) =>
  check("environment-variable-undeclared", { "template.yaml": template(PYTHON), "src/app.py": code }, expected);
const HANDLER = "def handler(event, context):\n    return 1\n";
const UNDECLARED = "Orders reads TABLE, which it does not declare.";

describe("environment-variable-undeclared", () => {
  before(loadGrammars);

  it("speaks of what stops the module, and of what is read for each event", () => {
    python(`import os\nT = os.environ["TABLE"]\n${HANDLER}`, [`error: ${UNDECLARED}`]);
    node("exports.handler = async () => fetch(process.env.TABLE);\n", [`warning: ${UNDECLARED}`]);
  });
  it("is silent where the code can do without it", () => {
    python(`import os\nT = os.environ.get("TABLE")\n${HANDLER}`, []);
    python(`import os\ntry:\n    T = os.environ["TABLE"]\nexcept KeyError:\n    T = None\n${HANDLER}`, []);
    node('exports.handler = async () => process.env.TABLE ?? "orders";\n', []);
    node("exports.handler = async () => { if (process.env.TABLE) return process.env.TABLE; };\n", []);
    node('exports.handler = async () => { if (process.env.STAGE === "test") return process.env.TABLE; };\n', []);
  });
  it("is silent where nothing that the handler goes through uses it", () =>
    node("const table = process.env.TABLE;\nexports.other = () => table;\nexports.handler = async () => 1;\n", []));
  it("is silent on what Lambda sets, and on what the code sets itself", () => {
    node("exports.handler = async () => process.env.AWS_REGION;\n", []);
    node('process.env.TABLE = "x";\nexports.handler = async () => process.env.TABLE;\n', []);
    node('require("dotenv").config();\nexports.handler = async () => process.env.TABLE;\n', []);
  });
  it("is silent where the variables are not all known", () =>
    node("exports.handler = async () => process.env.TABLE;\n", [], ", Environment: { Variables: { Fn::Transform: { Name: Fill } } }"));
});
