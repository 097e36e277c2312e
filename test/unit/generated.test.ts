import { deepStrictEqual } from "node:assert";
import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { generatedFiles, textOf } from "../../scripts/generate/files.ts";
import { PAGE_FOLDERS } from "../../scripts/generate/pages.ts";
import { ROOT } from "./sources.ts";

const REMEDY = "run `npm run generate`";

describe("generated files", () => {
  let files: ReadonlyMap<string, string>;
  before(async () => {
    files = await generatedFiles();
  });

  it("say what the rules say", () => {
    const stale = [...files].filter(([path, text]) => !existsSync(join(ROOT, path)) || textOf(path) !== text).map(([path]) => path);
    deepStrictEqual(stale, [], REMEDY);
  });

  it("hold no page of a rule that is gone", () => {
    for (const folder of PAGE_FOLDERS) {
      const left = readdirSync(join(ROOT, folder)).filter((name) => !files.has(`${folder}/${name}`));
      deepStrictEqual(left, [], REMEDY);
    }
  });
});
