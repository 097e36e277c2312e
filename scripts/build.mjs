/**
 * Bundles the extension, the language server and the command line into `dist/`. With `--debug`: readable, with source maps.
 */
import { chmodSync, copyFileSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import { argv } from "node:process";
import { ensureInstalled, root } from "./install.mjs";
import { thirdPartyNotices } from "./notices.mjs";
import { packagedReadme } from "./readme.mjs";
import { main, step } from "./steps.mjs";

/** The form of packages that a bundler can follow goes first: the other one of jsonc-parser asks for its parts at run time. */
const NODE = { platform: "node", format: "cjs", target: "node20", mainFields: ["module", "main"] };
const BROWSER = { platform: "browser", target: "es2022" };
const BUNDLES = [
  { entry: "client/src/client.node.ts", output: "client.js", ...NODE, external: ["vscode"] },
  { entry: "client/src/client.browser.ts", output: "client.browser.js", ...BROWSER, format: "cjs", external: ["vscode"] },
  { entry: "server/src/hosts/lsp/server.node.ts", output: "server.js", ...NODE },
  { entry: "server/src/hosts/lsp/server.worker.ts", output: "server.worker.js", ...BROWSER, format: "iife" },
  { entry: "server/src/hosts/cli/main.ts", output: "cli.js", ...NODE, banner: { js: "#!/usr/bin/env node" } },
];
/** Tree-sitter's own module, and the grammars of the languages that handlers are written in. */
const GRAMMARS = ["javascript", "typescript", "tsx", "python"].map((name) => `@vscode/tree-sitter-wasm/wasm/tree-sitter-${name}.wasm`);
const COPIES = [
  ["server/src/engine/pillar-hints.schema.json", "pillar-hints.schema.json"],
  ["server/src/knowledge/iam/iam-actions.generated.txt", "iam-actions.txt"],
  ...["web-tree-sitter/web-tree-sitter.wasm", ...GRAMMARS].map((file) => [`node_modules/${file}`, `grammars/${basename(file)}`]),
];
/** The form of web-tree-sitter that finds itself in a bundle; the other one asks for the address of its own file. */
const ALIAS = { "web-tree-sitter": join(root, "node_modules/web-tree-sitter/web-tree-sitter.cjs") };

/**
 * Builds everything.
 * @param {{ debug: boolean }} options
 */
export async function build({ debug }) {
  const { build: bundle } = await import("esbuild");
  const output = join(root, "dist");
  rmSync(output, { recursive: true, force: true });
  mkdirSync(join(output, "grammars"), { recursive: true });
  const results = await Promise.all(BUNDLES.map((each) => bundle(optionsOf(each, output, debug))));
  for (const [from, to] of COPIES) copyFileSync(join(root, from), join(output, to));
  writeFileSync(join(output, "README.md"), packagedReadme(readFileSync(join(root, "README.md"), "utf8")));
  writeFileSync(join(output, "ThirdPartyNotices.txt"), thirdPartyNotices(root, results.flatMap(inputsOf)));
  chmodSync(join(output, "cli.js"), 0o755);
}

function optionsOf({ entry, output, ...options }, folder, debug) {
  return {
    ...options,
    entryPoints: [join(root, entry)],
    outfile: join(folder, output),
    absWorkingDir: root,
    bundle: true,
    alias: ALIAS,
    minify: !debug,
    sourcemap: debug ? "linked" : false,
    metafile: true,
    legalComments: "none",
    logLevel: "warning",
  };
}

/** What really went into a bundle: an input that was shaken off as a whole is not shipped. */
function inputsOf({ metafile }) {
  return Object.values(metafile.outputs).flatMap((output) =>
    Object.entries(output.inputs)
      .filter(([, { bytesInOutput }]) => bytesInOutput > 0)
      .map(([path]) => path),
  );
}

if (argv[1] === import.meta.filename) {
  await main(async () => {
    await ensureInstalled();
    await step("Bundle", "Repair what esbuild names above.", () => build({ debug: argv.includes("--debug") }));
  });
}
