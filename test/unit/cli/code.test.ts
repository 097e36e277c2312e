import { deepStrictEqual } from "node:assert";
import { run } from "../../../server/src/hosts/cli/run.ts";
import { CODE_RULES } from "../engine/code-workspace.ts";
import { inFolder } from "./folder.ts";

const template = (codeUri: string, variable: string) => `Transform: AWS::Serverless-2016-10-31
Resources:
  Orders:
    Type: AWS::Serverless::Function
    Properties:
      CodeUri: ${codeUri}
      Handler: app.handler
      Runtime: nodejs24.x
      Environment: { Variables: { ${variable}: x } }
`;
const APP = "export const handler = async () => process.env.TABLE;\n";

type Files = Readonly<Record<string, string>>;

describe("pillar-hints review: code behind templates", () => {
  it("tells what stands in code where it stands", () =>
    check({ "shop/template.yaml": template("src/", "QUEUE"), "shop/src/app.ts": `\n${APP}` }, "review", [
      "shop/template.yaml:9: unread: Orders never reads QUEUE. → shop/src/app.ts:2",
      "shop/src/app.ts:2: handled: Orders is handled here.",
      "shop/src/app.ts:2: undeclared: Orders has no variable TABLE. → shop/template.yaml:3",
    ]));

  it("tells once what several templates say, and names those that alone say it", () =>
    check({ "a.yaml": template(".", "QUEUE"), "b.yaml": template(".", "TABLE"), "c.yaml": template("other/", "QUEUE"), "app.ts": APP }, "review", [
      "a.yaml:9: unread: Orders never reads QUEUE. → app.ts:1",
      "app.ts:1: handled: Orders is handled here.",
      "app.ts:1: undeclared: Orders has no variable TABLE (in a.yaml). → a.yaml:3",
    ]));

  it("finds the template of code that is named, and reviews both", () =>
    check(
      {
        "template.yaml": `${template("src/", "QUEUE")}  Bills:${template("bills/", "QUEUE").split("  Orders:")[1]}`,
        "src/app.ts": APP,
        "bills/app.ts": APP,
        "other/template.yaml": template("../src/", "QUEUE"),
      },
      "review src/app.ts",
      [
        "template.yaml:9: unread: Orders never reads QUEUE. → src/app.ts:1",
        "template.yaml:16: unread: Bills never reads QUEUE. → bills/app.ts:1",
        "src/app.ts:1: handled: Orders is handled here.",
        "src/app.ts:1: undeclared: Orders has no variable TABLE. → template.yaml:3",
      ],
    ));

  it("says where named code is nobody's", () =>
    check({ "template.yaml": template("src/", "QUEUE"), "src/app.ts": APP, "src/tool.py": "" }, "review src/tool.py", [
      "src/tool.py: No function of a template in this folder or above points here: it was not reviewed.",
    ]));
});

/** The findings that a run reports: file, line, rule, message, and what is related; then its problems. */
async function check(files: Files, command: string, expected: readonly string[]): Promise<void> {
  await inFolder(files, async (folder) => {
    let out = "";
    const surroundings = { rules: CODE_RULES, workingDirectory: folder, now: new Date("2026-11-24T12:00"), say: (text: string) => text };
    await run([...command.split(" "), "--format", "json"], { ...surroundings, out: (text) => (out += text) });
    const { findings, problems } = JSON.parse(out) as Printed;
    const said = findings.map(({ file, range, rule, message, related }) => {
      const others = related.map((each) => ` → ${each.file}:${each.range.start.line + 1}`);
      return `${file}:${range.start.line + 1}: ${rule}: ${message}${others.join("")}`;
    });
    deepStrictEqual([...said, ...problems.map(({ file, message }) => `${file}: ${message}`)], expected);
  });
}

interface Printed {
  readonly findings: readonly (At & { readonly rule: string; readonly message: string; readonly related: readonly At[] })[];
  readonly problems: readonly { readonly file: string; readonly message: string }[];
}

interface At {
  readonly file: string;
  readonly range: { readonly start: { readonly line: number } };
}
