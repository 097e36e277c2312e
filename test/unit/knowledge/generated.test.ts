import { ok } from "node:assert";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { generated } from "../../../scripts/knowledge/iam-actions.ts";
import { ROOT } from "../sources.ts";

describe("generated knowledge", () => {
  for (const { path, text } of generated()) {
    it(`${path} is what its generator writes`, () =>
      ok(readFileSync(join(ROOT, path), "utf8") === text, `Run: node --import=tsx scripts/knowledge/iam-actions.ts`));
  }
});
