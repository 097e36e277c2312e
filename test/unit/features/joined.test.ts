import { deepStrictEqual } from "node:assert";
import { Lines } from "../../../server/src/base/lines.ts";
import type { Range } from "../../../server/src/base/span.ts";
import { textIn } from "../../../server/src/engine/snapshot.ts";
import { codeLensesOf } from "../../../server/src/features/code-lens.ts";
import { completionsOf } from "../../../server/src/features/completion.ts";
import { hoverOf } from "../../../server/src/features/hover.ts";
import { definitionOf, documentLinksOf, referencesOf } from "../../../server/src/features/navigation.ts";
import { readSettings } from "../../../server/src/features/settings.ts";
import type { View } from "../../../server/src/features/view.ts";
import { codeReviewIn } from "../engine/code-workspace.ts";
import { FOLDER } from "../engine/workspace.ts";
import { ABLE_CLIENT, positionOf } from "./view.ts";

const TEMPLATE = `Transform: AWS::Serverless-2016-10-31
Globals: { Function: { Environment: { Variables: { STAGE: live } } } }
Resources:
  Table:
    Type: AWS::DynamoDB::Table
  Jobs:
    Type: AWS::SQS::Queue
  Orders:
    Type: AWS::Serverless::Function
    Properties:
      CodeUri: src/
      Handler: app.handler
      Runtime: nodejs24.x
      Timeout: 30
      MemorySize: 512
      Architectures: [arm64]
      Environment:
        Variables:
          TABLE: !Ref Table
          UNUSED: x
      Events:
        Job: { Type: SQS, Properties: { Queue: !GetAtt Jobs.Arn } }
`;
const APP = `const table = process.env.TABLE;
export const handler = async () => [table, process.env.TABLE, process.env.STAGE, process.env.NONE];
`;
const PYTHON = `import os

def handler(event, context):
    return os.environ["TABLE"]
`;

describe("between a template and the code behind it", () => {
  describe("definitions", () => {
    it("lead from the handler to the function", () =>
      go(definitionOf, "template.yaml", "app.handler", ["src/app.ts:2 async () => [table, process.env.TABLE, process.env.STAGE, process.env.NONE]"]));
    it("lead from a variable in code to where the template declares it", () => go(definitionOf, "src/app.ts", "TABLE", ["template.yaml:19 TABLE"]));
    it("lead to what all functions inherit", () => go(definitionOf, "src/app.ts", "STAGE", ["template.yaml:2 STAGE"]));
    it("lead nowhere from what is not declared, and from other words", async () => {
      await go(definitionOf, "src/app.ts", "NONE", []);
      await go(definitionOf, "src/app.ts", "async", []);
      await go(definitionOf, "template.yaml", "nodejs24.x", []);
    });
  });

  describe("references", () => {
    it("of a variable are its reads in code", () =>
      go(referencesOf, "template.yaml", "TABLE", ["src/app.ts:1 process.env.TABLE", "src/app.ts:2 process.env.TABLE"]));
    it("of what nobody reads are none", () => go(referencesOf, "template.yaml", "UNUSED", []));
  });

  it("links lead both ways", async () => {
    deepStrictEqual(linked(await open("template.yaml")), ["app.handler → src/app.ts#L2,24"]);
    deepStrictEqual(linked(await open("src/app.ts")), [
      "process.env.TABLE → template.yaml#L19,11",
      "process.env.TABLE → template.yaml#L19,11",
      "process.env.STAGE → template.yaml#L2,52",
    ]);
  });

  describe("a hover on a variable", () => {
    it("names the resource behind it and its type", () => hovers("TABLE;", ["`TABLE` of **Orders**: **Table** · `AWS::DynamoDB::Table`"]));
    it("does not show literals", () => hovers("STAGE", ["`STAGE` of **Orders**: a literal in its template"]));
  });

  describe("lenses", () => {
    it("above a handler say whose it is, who calls it, and what it has", () =>
      lenses("src/app.ts", ["2 Orders · SQS → 30 s · 512 MB · arm64 · 3 hints → template.yaml 7:2"]));
    it("above a function lead to its handler", () => lenses("template.yaml", ["8 app.ts → line 2 → src/app.ts 1:23"]));
    it("can be switched off", () => lenses("src/app.ts", [], { codeLens: false }));
    it("lead nowhere where the client does not know how", async () => {
      const view = await open("template.yaml");
      deepStrictEqual(
        codeLensesOf({ ...view, client: { ...view.client, commands: undefined } }).map(({ command }) => command?.command),
        [""],
      );
    });
  });

  describe("completion", () => {
    it("names the variables after process.env", () => completes("process.env.TAB|", "TAB", ["STAGE", "TABLE", "UNUSED"]));
    it("names them in brackets", () => completes('process.env["|"]', "", ["STAGE", "TABLE", "UNUSED"]));
    it("names them in Python", () =>
      completes('x = os.environ["TA|"]', "TA", ["STAGE", "TABLE", "UNUSED"], {
        "template.yaml": TEMPLATE.replace("nodejs24.x", "python3.13"),
        "src/app.py": PYTHON,
      }));
    it("is silent elsewhere", () => completes("process.exit.|", "", []));
  });
});

type Files = Readonly<Record<string, string>>;
const FILES: Files = { "template.yaml": TEMPLATE, "src/app.ts": APP };

/** The view of the template, or of the code behind it. */
async function open(path: string, settings: unknown = {}, files = FILES): Promise<View> {
  const code = Object.keys(files).find((each) => each.startsWith("src/")) ?? "";
  const { snapshot, review, reviewOf } = await codeReviewIn(files, code);
  return {
    review: path === "template.yaml" ? reviewOf(`${FOLDER}/${path}`) : review,
    snapshot,
    positions: new Lines(textIn(snapshot, `${FOLDER}/${path}`)),
    version: 1,
    settings: readSettings(settings).settings,
    client: ABLE_CLIENT,
    rules: [],
    revise: (_, previous) => previous,
  };
}

/** Where a position at some text leads: `path:line text`. */
async function go(feature: typeof definitionOf, path: string, at: string, expected: readonly string[]): Promise<void> {
  const view = await open(path);
  const found = feature(view, positionOf(FILES[path] ?? "", at, 1));
  deepStrictEqual(
    found.map(({ uri, range }) => `${pathOf(uri)}:${range.start.line + 1} ${textAt(FILES[pathOf(uri)] ?? "", range)}`),
    expected,
  );
}

const linked = (view: View): readonly string[] =>
  documentLinksOf(view).map(({ range, target }) => `${textAt(FILES[pathOf(view.review.uri)] ?? "", range)} → ${pathOf(target ?? "")}`);

async function hovers(at: string, expected: readonly string[]): Promise<void> {
  const found = hoverOf({ ...(await open("src/app.ts", { minimumSeverity: "error" })) }, positionOf(APP, at, 1));
  deepStrictEqual((found?.contents as { readonly value: string } | undefined)?.value.split("  \n"), expected);
}

async function lenses(path: string, expected: readonly string[], settings?: unknown): Promise<void> {
  const found = codeLensesOf(await open(path, settings));
  deepStrictEqual(
    found.map(({ range, command }) => {
      const [uri, line, character] = command?.arguments ?? [];
      return `${range.start.line + 1} ${command?.title} → ${pathOf(String(uri))} ${line}:${character}`;
    }),
    expected,
  );
}

/** What is offered at `|` in a line at the end of the code, in the place of what is typed already. */
async function completes(line: string, typed: string, expected: readonly string[], files = FILES): Promise<void> {
  const [code = ""] = Object.keys(files).filter((path) => path.startsWith("src/"));
  const text = `${files[code]}${line.replace("|", "")}\n`;
  const view = await open(code, {}, { ...files, [code]: text });
  const found = completionsOf(view, positionOf(text, line.replace("|", ""), line.indexOf("|")));
  deepStrictEqual(
    found.map(({ label }) => label),
    expected,
  );
  for (const { textEdit } of found) deepStrictEqual(textEdit && "range" in textEdit ? textAt(text, textEdit.range) : undefined, typed);
}

const pathOf = (uri: string): string => uri.slice(FOLDER.length + 1);

function textAt(text: string, range: Range): string {
  const lines = new Lines(text);
  return text.slice(lines.offset(range.start), lines.offset(range.end));
}
