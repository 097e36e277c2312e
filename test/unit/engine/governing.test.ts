import { deepStrictEqual } from "node:assert";
import { excludes } from "../../../server/src/engine/exclude.ts";
import { governing } from "../../../server/src/engine/governing.ts";
import { emptySnapshot, type FileState } from "../../../server/src/engine/snapshot.ts";

const ABSENT: FileState = { state: "absent" };
const loaded = (text: string): FileState => ({ state: "loaded", text });

describe("the project file that governs a template", () => {
  it("is wanted in every folder up to the workspace folder", () =>
    check({}, { wanted: ["file:///w/a/b/pillar-hints.json", "file:///w/a/pillar-hints.json", "file:///w/pillar-hints.json"] }));

  it("is the nearest one", () =>
    check(
      {
        "file:///w/a/b/pillar-hints.json": ABSENT,
        "file:///w/a/pillar-hints.json": loaded('{ "exclude": ["near"] }'),
        "file:///w/pillar-hints.json": loaded("{}"),
      },
      { uri: "file:///w/a/pillar-hints.json", exclude: ["near"], file: "b/my stack.yaml" },
    ));

  it("is not known while a nearer one was not read", () =>
    check({ "file:///w/a/b/pillar-hints.json": ABSENT, "file:///w/pillar-hints.json": loaded("{}") }, { wanted: ["file:///w/a/pillar-hints.json"] }));

  it("is none where no folder has one", () =>
    check({ "file:///w/a/b/pillar-hints.json": ABSENT, "file:///w/a/pillar-hints.json": { state: "unreadable" }, "file:///w/pillar-hints.json": ABSENT }, {}));

  it("never stands above the workspace folder that holds the template", () =>
    check({ "file:///w/pillar-hints.json": loaded("{}"), "file:///w/a/b/pillar-hints.json": ABSENT }, {}, ["file:///w", "file:///w/a/b"]));

  it("stands beside a template outside every workspace folder", () => check({}, { wanted: ["file:///w/a/b/pillar-hints.json"] }, ["file:///elsewhere"]));

  it("is looked for at the root of a file system too", () => {
    deepStrictEqual(governing({ ...emptySnapshot("2026-11-24"), folders: ["memfs:"] }, "memfs:/t.yaml").wanted, ["memfs:/pillar-hints.json"].slice(0, 1));
    deepStrictEqual(governing(emptySnapshot("2026-11-24"), "untitled:Untitled-1").wanted, []);
  });
});

describe("exclusions", () => {
  const cases: readonly (readonly [pattern: string, file: string, excluded: boolean])[] = [
    ["legacy/", "legacy/a/template.yaml", true],
    ["legacy/", "legacy.yaml", false],
    ["/template.yaml", "template.yaml", true],
    ["/template.yaml", "a/template.yaml", false],
    ["template.yaml", "a/template.yaml", true],
    ["**/packaged*.yaml", "a/b/packaged-1.yaml", true],
    ["stacks/**/old.json", "stacks/x/y/old.json", true],
    ["*.json", "a.yaml", false],
    ["Legacy/", "legacy/a.yaml", false],
  ];
  for (const [pattern, file, excluded] of cases) {
    it(`${pattern} ${excluded ? "leaves out" : "keeps"} ${file}`, () => deepStrictEqual(excludes([pattern], file), excluded));
  }
  it("may keep what an earlier one leaves out", () => deepStrictEqual(excludes(["*.yaml", "!keep.yaml"], "keep.yaml"), false));
  it("leave out nothing that is not below the project file", () => deepStrictEqual(excludes(["*"], "../a.yaml"), false));
});

interface Expected {
  readonly uri?: string;
  readonly exclude?: readonly string[];
  readonly file?: string;
  readonly wanted?: readonly string[];
}

function check(files: Readonly<Record<string, FileState>>, expected: Expected, folders: readonly string[] = ["file:///w"]): void {
  const snapshot = { ...emptySnapshot("2026-11-24"), files: new Map(Object.entries(files)), folders };
  const { governing: found, file, wanted } = governing(snapshot, "file:///w/a/b/my%20stack.yaml");
  deepStrictEqual(
    { uri: found?.uri, exclude: found?.project.exclude, file, wanted },
    { uri: undefined, exclude: found ? [] : undefined, file: "my stack.yaml", wanted: [], ...expected },
  );
}
