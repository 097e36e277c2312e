import { deepStrictEqual } from "node:assert";
import { codeName } from "../../../server/src/features/code-name.ts";
import { handled, undeclared } from "../code-rules.ts";
import { codeReviewIn } from "./code-workspace.ts";
import { type Files, FOLDER } from "./workspace.ts";

/** A template with functions of the same code: `Name: variable` declares the variable. */
const template = (codeUri: string, functions: Readonly<Record<string, string>>, handler = "app.handler") =>
  `Transform: AWS::Serverless-2016-10-31\nResources:\n${Object.entries(functions)
    .map(
      ([name, variable]) =>
        `  ${name}:\n    Type: AWS::Serverless::Function\n    Properties:\n      CodeUri: ${codeUri}\n      Handler: ${handler}\n      Runtime: nodejs24.x\n      Environment: { Variables: { ${variable}: x } }\n`,
    )
    .join("")}`;

const APP = "export const handler = async () => process.env.TABLE;\n";

describe("a review of code", () => {
  describe("finds the templates that it belongs to", () => {
    it("in its own folder", () => check({ "template.yaml": template(".", { Orders: "A" }), "app.ts": APP }, "app.ts", ["Orders has no variable TABLE."]));

    it("in a folder above", () =>
      check({ "shop/template.yml": template("src/orders/", { Orders: "A" }), "shop/src/orders/app.ts": APP }, "shop/src/orders/app.ts", [
        "Orders has no variable TABLE.",
      ]));

    it("whatever they are called, but not among the files of other tools", () =>
      check(
        { "stack.json.template": "", "orders.template": template(".", { Orders: "A" }), "package.json": template(".", { Other: "B" }), "app.ts": APP },
        "app.ts",
        ["Orders has no variable TABLE."],
      ));

    it("anywhere else in the workspace where none above has it", () =>
      check(
        {
          "template.yaml": template("other/", { Other: "A" }),
          "infra/stacks/app.yaml": template("../../src/", { Orders: "A" }),
          "src/app.ts": APP,
        },
        "src/app.ts",
        ["Orders has no variable TABLE."],
      ));

    it("for what a handler imports", () =>
      check(
        {
          "template.yaml": template("src/", { Orders: "A" }),
          "src/app.ts": 'import { table } from "./lib/table";\nexport const handler = async () => table();\n',
          "src/lib/table.ts": "export const table = () => process.env.TABLE;\n",
        },
        "src/lib/table.ts",
        ["Orders has no variable TABLE."],
        "TypeScript code of Orders (template.yaml)",
      ));

    it("and says so when there is none", async () => {
      const { review } = await codeReviewIn({ "template.yaml": template("other/", { Other: "A" }), "src/app.ts": APP }, "src/app.ts");
      deepStrictEqual([review.state, review.findings, review.wanted], ["unowned", [], []]);
    });

    it("but not for a file beside the code that nothing imports", async () => {
      const files = { "template.yaml": template("src/", { Orders: "A" }), "src/app.ts": APP, "src/tool.ts": APP };
      deepStrictEqual((await codeReviewIn(files, "src/tool.ts")).review.state, "unowned");
    });
  });

  it("reads each of many templates once, and only those whose code may stand elsewhere in full", async () => {
    const others = Object.fromEntries(Array.from({ length: 50 }, (_, at) => [`services/s${at}/template.yaml`, template("src/", { Fn: "A" })]));
    const files = { ...others, "infra/app.yaml": template("../src/", { Orders: "A" }), "src/app.ts": APP, "node_modules/p/template.yaml": "" };
    const { read, snapshot, review } = await codeReviewIn(files, "src/app.ts");
    deepStrictEqual(review.state, "reviewed");
    const templates = read.filter((path) => path.endsWith("template.yaml") || path === "infra/app.yaml");
    deepStrictEqual([templates.length, new Set(templates).size], [51, 51]);
    deepStrictEqual(
      [...snapshot.files.keys()].filter((uri) => uri.includes("/services/")),
      [],
    );
  });

  describe("of several functions and templates", () => {
    it("says once what several functions of a template say", () =>
      check(
        { "template.yaml": template(".", { Orders: "TABLE", Bills: "TABLE" }), "app.ts": APP },
        "app.ts",
        ["Orders and Bills are handled here."],
        undefined,
        [handled],
      ));

    it("says once what all templates say", () =>
      check(
        { "a.yaml": template(".", { Orders: "A" }), "b.yaml": template(".", { Orders: "A" }), "app.ts": APP },
        "app.ts",
        ["Orders has no variable TABLE."],
        "TypeScript handler of Orders (a.yaml and b.yaml)",
      ));

    it("names the template of what only one of them says", () =>
      check({ "a.yaml": template(".", { Orders: "A" }), "b.yaml": template(".", { Orders: "TABLE" }), "app.ts": APP }, "app.ts", [
        "Orders has no variable TABLE (in a.yaml).",
      ]));
  });

  it("keeps apart what stands at the same offset of two files", async () => {
    const files = {
      "template.yaml": `${template("a/", { Orders: "A" })}${template("b/", { Bills: "A" }).replace(/^.*\n.*\n/, "")}`,
      "a/app.ts": APP,
      "b/app.ts": APP,
    };
    await check(files, "a/app.ts", ["Orders has no variable TABLE."]);
    await check(files, "b/app.ts", ["Bills has no variable TABLE."]);
  });

  it("leaves alone what its template's project file excludes", () =>
    check({ "template.yaml": template("src/", { Orders: "A" }), "src/app.ts": APP, "pillar-hints.json": '{ "exclude": ["src/"] }' }, "src/app.ts", []));
});

async function check(files: Files, path: string, expected: readonly string[], name?: string, rules = [undeclared]): Promise<void> {
  const { review } = await codeReviewIn(files, path, rules);
  deepStrictEqual([review.state, review.findings.map(({ message }) => message)], ["reviewed", expected]);
  if (name !== undefined) deepStrictEqual(codeName(review, [FOLDER]), name);
}
