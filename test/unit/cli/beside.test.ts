import { deepStrictEqual } from "node:assert";
import { readFileSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { FileState } from "../../../server/src/engine/snapshot.ts";
import { readFile, readFileNow } from "../../../server/src/hosts/node/files.ts";
import { Reviewer } from "../../../server/src/hosts/node/reviewer.ts";
import { handled } from "../code-rules.ts";
import { inFolder } from "./folder.ts";
import { TEST_RULES } from "./rules.ts";

const TEMPLATE = `Parameters:
  Seconds:
    Type: Number
    Default: 300
Resources:
  Orders:
    Type: AWS::Lambda::Function
    Properties:
      MemorySize: 512
      Timeout: !Ref Seconds
`;
const NESTING =
  "Resources:\n  Child:\n    Type: AWS::CloudFormation::Stack\n    Properties:\n      TemplateURL: a/b/template.yaml\n      Parameters:\n        Seconds: 30\n";

/** What the review of each of some files finds, one after the other by the same reviewer. */
const check = (files: Readonly<Record<string, string>>, expected: Readonly<Record<string, readonly string[]>>) =>
  inFolder(files, async (folder) => {
    const reviewer = new Reviewer({ rules: TEST_RULES, today: "2026-11-24", iamActions: undefined, folderOf: () => folder });
    const found: Record<string, readonly string[]> = {};
    for (const name of Object.keys(expected)) {
      const path = join(folder, name);
      found[name] = (await reviewer.review(path, readFileSync(path, "utf8"))).review.findings.map(({ message }) => message);
    }
    deepStrictEqual(found, expected);
  });

describe("files beside a template on the disk", () => {
  it("say how it is deployed", () =>
    check(
      {
        "template.yaml": TEMPLATE,
        "params/prod.json": '{ "Parameters": { "Seconds": "200" } }',
        "params/staging.json": '{ "Parameters": { "Seconds": "20" } }',
      },
      { "template.yaml": ["Orders may run 200 s (in prod) (prod.json:1)."] },
    ));

  it("nest it: a root two folders above is looked for", () => check({ "a/b/template.yaml": TEMPLATE, "template.yaml": NESTING }, { "a/b/template.yaml": [] }));

  it("that were read for another template change nothing", () =>
    check(
      {
        "a/b/c/d.yaml": TEMPLATE,
        "x/y.yaml": TEMPLATE,
        "template.yaml": NESTING.replace("a/b/template.yaml", "a/b/c/d.yaml"),
      },
      { "x/y.yaml": ["Orders may run 300 s."], "a/b/c/d.yaml": ["Orders may run 300 s."] },
    ));

  it("are found by the names in their folder, those of folders with a slash", () =>
    inFolder({ "b.json": "{}", "a/c.json": "{}" }, async (folder) => {
      const uri = `${pathToFileURL(folder).href}/`;
      deepStrictEqual(readFileNow(uri), { state: "loaded", text: "a/\nb.json" });
      deepStrictEqual(await readFile(uri), readFileNow(uri));
      deepStrictEqual([readFileNow(`${uri}missing/`), readFileNow(`${uri}b.json/`)], [{ state: "absent" }, { state: "absent" }]);
    }));
});

describe("code behind a template on the disk", () => {
  const FUNCTION =
    "Transform: AWS::Serverless-2016-10-31\nResources:\n  Orders:\n    Type: AWS::Serverless::Function\n    Properties: { CodeUri: src/, Handler: app.handler, Runtime: nodejs24.x }\n";

  it("is read with its grammar, and findings in it stand where they are", () =>
    inFolder({ "template.yaml": FUNCTION, "src/app.ts": "export const handler = async () => 1;\n" }, async (folder) => {
      const reviewer = new Reviewer({ rules: [handled], today: "2026-11-24", iamActions: undefined, folderOf: () => folder });
      const { review, snapshot } = await reviewer.review(join(folder, "template.yaml"), FUNCTION);
      deepStrictEqual([review.undecided, review.findings], [[], []]);
      deepStrictEqual(
        review.inCode.map(({ uri, span, message }) => [uri, textOf(snapshot.files.get(uri)).slice(span.start, span.end), message]),
        [[`${pathToFileURL(folder).href}/src/app.ts`, "async () => 1", "Orders is handled here."]],
      );
    }));

  it("may lie behind a link to a folder, and links that lead nowhere are files", () =>
    inFolder({ "shared/app.ts": "" }, (folder) => {
      symlinkSync(join(folder, "shared"), join(folder, "src"));
      symlinkSync(join(folder, "loop"), join(folder, "loop"));
      deepStrictEqual(readFileNow(`${pathToFileURL(folder).href}/`), { state: "loaded", text: "loop\nshared/\nsrc/" });
    }));
});

const textOf = (file: FileState | undefined): string => (file?.state === "loaded" ? file.text : "");
