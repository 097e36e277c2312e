import { deepStrictEqual, match } from "node:assert";
import type { Diagnostic } from "vscode-languageserver";
import { grammar } from "../../../server/src/hosts/node/grammars.ts";
import { CODE_RULES } from "../engine/code-workspace.ts";
import { Editor, FOLDER, named, PUSHED, type Setup, URI, until } from "./editor.ts";

const TEMPLATE = `Transform: AWS::Serverless-2016-10-31
Resources:
  Orders:
    Type: AWS::Serverless::Function
    Properties:
      CodeUri: src/
      Handler: app.handler
      Runtime: nodejs24.x
      Environment: { Variables: { QUEUE: jobs } }
`;
const APP = `export const handler = async () => process.env.TABLE;\n`;
const CODE = `${FOLDER}/src/app.ts`;

const OURS = { pages: "test://pages/", commands: true };

describe("server: code and its template", () => {
  // Loading may take longer than an answer waits.
  before(() => grammar("typescript"));

  it("shows in the code what its template's review finds there", async () => {
    const editor = await started({ files: onDisk(TEMPLATE) });
    editor.open(APP, CODE, "typescript");
    deepStrictEqual(await editor.pull(CODE), ["1 handled", "1 undeclared"]);
  });

  it("points from one to the other, each in its own lines", async () => {
    const editor = await started({ files: onDisk(TEMPLATE) });
    editor.open(`\n\n${APP}`, CODE, "typescript");
    editor.open(TEMPLATE);
    await editor.pull(CODE);
    const [, inCode] = (await items(editor, CODE)).map(relatedOf);
    const [inTemplate] = (await items(editor, URI)).map(relatedOf);
    deepStrictEqual([inCode, inTemplate], [[`${URI} 3`], [`${CODE} 3`]]);
  });

  it("takes the unsaved text of both, and asks to be asked when one changes the other", async () => {
    const editor = await started({ files: onDisk("", "") });
    editor.open(TEMPLATE);
    editor.open(APP, CODE, "typescript");
    deepStrictEqual([await editor.pull(CODE), await editor.pull()], [["1 handled", "1 undeclared"], ["9 unread"]]);
    editor.write(APP.replace("TABLE", "QUEUE"), CODE);
    await until(() => (editor.heard.refreshes > 0 ? true : undefined));
    deepStrictEqual([await editor.pull(CODE), await editor.pull()], [["1 handled"], []]);
    const before = editor.heard.refreshes;
    editor.write(TEMPLATE.replace("QUEUE", "TABLE"));
    await until(() => (editor.heard.refreshes > before ? true : undefined));
    deepStrictEqual([await editor.pull(), await editor.pull(CODE)], [["9 unread"], ["1 handled", "1 undeclared"]]);
  });

  it("pushes to the other where the client does not ask", async () => {
    const editor = await started({ capabilities: PUSHED, files: onDisk("", "") });
    editor.open(TEMPLATE);
    editor.open(APP, CODE, "typescript");
    await pushedTo(editor, CODE, (found) => found.includes("1 undeclared"));
    editor.write(TEMPLATE.replace("QUEUE", "TABLE"));
    deepStrictEqual(await pushedTo(editor, CODE, (found) => !found.includes("1 undeclared")), ["1 handled"]);
  });

  it("asks for nothing anew when a change concerns nobody else", async () => {
    const editor = await started({ files: onDisk("", "") });
    editor.open(TEMPLATE);
    editor.open(APP, CODE, "typescript");
    await editor.pull(CODE);
    await editor.pull();
    await new Promise((resolve) => setTimeout(resolve, 300));
    const before = editor.heard.refreshes;
    editor.write(`${APP}\n// More to come.\n`, CODE);
    await new Promise((resolve) => setTimeout(resolve, 400));
    deepStrictEqual(editor.heard.refreshes, before);
  });

  it("holds back what is new in the other while somebody types", async () => {
    const editor = await started({ files: onDisk("", "") });
    editor.open(TEMPLATE);
    editor.open(APP.replace("TABLE", "QUEUE"), CODE, "typescript");
    deepStrictEqual([await editor.pull(CODE), await editor.pull()], [["1 handled"], []]);
    const at = APP.indexOf("TABLE");
    editor.edit({ start: { line: 0, character: at }, end: { line: 0, character: at } }, "X", undefined, CODE);
    deepStrictEqual([await editor.pull(CODE), await editor.pull()], [["1 handled"], []]);
    await new Promise((resolve) => setTimeout(resolve, 800));
    deepStrictEqual([await editor.pull(CODE), await editor.pull()], [["1 handled", "1 undeclared"], ["9 unread"]]);
  });

  it("follows files that change on disk: code, templates, and folders", async () => {
    const files = onDisk(TEMPLATE.replace("src/", "other/"));
    const editor = await started({ files });
    editor.open(APP, CODE, "typescript");
    deepStrictEqual(await editor.pull(CODE), []);
    files.set("template.yaml", TEMPLATE);
    await changed(editor, URI, 2);
    deepStrictEqual(await editor.pull(CODE), ["1 handled", "1 undeclared"]);
    files.delete("template.yaml");
    await changed(editor, URI, 3);
    deepStrictEqual(await editor.pull(CODE), []);
    files.set("other.yaml", TEMPLATE);
    await changed(editor, `${FOLDER}/other.yaml`, 1);
    deepStrictEqual(await editor.pull(CODE), ["1 handled", "1 undeclared"]);
  });

  it("follows templates elsewhere that come to claim it", async () => {
    const files = new Map([
      ["infra/one.yaml", TEMPLATE.replace("src/", "../other/")],
      ["src/app.ts", APP],
    ]);
    const editor = await started({ files });
    editor.open(APP, CODE, "typescript");
    deepStrictEqual(await editor.pull(CODE), []);
    files.set("infra/deep/two.yaml", TEMPLATE.replace("src/", "../../src/"));
    await changed(editor, `${FOLDER}/infra/deep/two.yaml`, 1);
    deepStrictEqual(await editor.pull(CODE), ["1 handled", "1 undeclared"]);
  });

  it("has a status for code: whose it is, or that it is nobody's", async () => {
    const editor = await started({ files: onDisk(TEMPLATE), initializationOptions: OURS });
    editor.open(APP, CODE, "typescript");
    editor.open(APP, `${FOLDER}/tool.ts`, "typescript");
    await editor.pull(CODE);
    await editor.pull(`${FOLDER}/tool.ts`);
    const [own, other] = [await statusOf(editor, CODE, "reviewed"), await statusOf(editor, `${FOLDER}/tool.ts`, "unowned")];
    deepStrictEqual([own?.dialect, own?.findings, own?.pillars, other?.findings], ["TypeScript handler of Orders (template.yaml)", 2, { reliability: 2 }, 0]);
  });

  it("explains a finding in code", async () => {
    const editor = await started({ files: onDisk(TEMPLATE) });
    editor.open(APP, CODE, "typescript");
    const hover = await editor.request("textDocument/hover", { textDocument: { uri: CODE }, position: { line: 0, character: APP.indexOf("TABLE") } });
    match(JSON.stringify(hover), /\*\*Orders\*\* has no variable TABLE/);
  });
});

/** The template and the code as they were saved. */
const onDisk = (template: string, code = APP) =>
  new Map([
    ["template.yaml", template],
    ["src/app.ts", code],
  ]);

const started = (setup: Setup): Promise<Editor> => Editor.start({ host: { rules: CODE_RULES }, ...setup });

async function items(editor: Editor, uri: string): Promise<readonly Diagnostic[]> {
  const report = await editor.report(undefined, uri);
  return report.kind === "full" ? report.items : [];
}

const relatedOf = ({ relatedInformation }: Diagnostic): readonly string[] =>
  (relatedInformation ?? []).map(({ location }) => `${location.uri} ${location.range.start.line + 1}`);

/** Tells that a file has changed (2), come (1) or gone (3), and waits until the server wants to be asked again. */
async function changed(editor: Editor, uri: string, type: 1 | 2 | 3): Promise<void> {
  const before = editor.heard.refreshes;
  editor.notify("workspace/didChangeWatchedFiles", { changes: [{ uri, type }] });
  await until(() => (editor.heard.refreshes > before ? true : undefined));
}

const pushedTo = (editor: Editor, uri: string, fulfils: (found: readonly string[]) => boolean) =>
  until(() => {
    const last = editor.heard.published
      .filter((each) => each.uri === uri)
      .at(-1)
      ?.diagnostics.map(named);
    return last && fulfils(last) ? last : undefined;
  });

const statusOf = (editor: Editor, uri: string, state: string) => until(() => editor.heard.statuses.find((each) => each.uri === uri && each.state === state));
