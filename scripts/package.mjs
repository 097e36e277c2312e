/**
 * `npm run package [path]`: packages the extension, by default as `pillar-hints.vsix`; the build runs first, by the script `vscode:prepublish`.
 */
import { join } from "node:path";
import { argv, execPath } from "node:process";
import { ensureInstalled, root } from "./install.mjs";
import { run } from "./processes.mjs";
import { main, step } from "./steps.mjs";

const VSCE = join(root, "node_modules/@vscode/vsce/vsce");
const OPTIONS = ["--no-dependencies", "--allow-missing-repository", "--no-rewrite-relative-links"];
/** Made by the build. */
const README = "dist/README.md";

/**
 * @param {string} [folder] Extension to package; default this repository.
 * @param {string} [target] Path of the package.
 * @returns {Promise<string>} The path.
 */
export async function packageExtension(folder = root, target = join(root, "pillar-hints.vsix")) {
  const readme = folder === root ? ["--readme-path", README] : [];
  await run(execPath, [VSCE, "package", ...OPTIONS, ...readme, "--out", target], { cwd: folder, quiet: true });
  return target;
}

if (argv[1] === import.meta.filename) {
  await main(async () => {
    await ensureInstalled();
    console.log(
      await step("Build and package", "Repair what the output above names; `npm run check` finds most of it.", () => packageExtension(root, argv[2])),
    );
  });
}
