/**
 * Names the packages of other people that are inside the bundles, with their licences.
 */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

const LICENCE_FILE = /^(licen[cs]e|copying|notice)(\.(md|txt))?$/i;
const RULE = "=".repeat(80);

/**
 * @param {string} root Folder that the inputs are relative to.
 * @param {readonly string[]} inputs Paths of bundled files, with forward slashes.
 * @returns {string} The text of ThirdPartyNotices.txt, sorted by package.
 * @throws {Error} A bundled package that states no licence.
 */
export function thirdPartyNotices(root, inputs) {
  const folders = [...new Set(inputs.flatMap(packageFolder))].sort();
  const head = "Pillar Hints contains the following packages. Their licences are repeated below.\n";
  return [head, ...folders.map((folder) => notice(join(root, folder)))].join(`\n${RULE}\n\n`);
}

/** The innermost package folder of a bundled file: none for our own. */
function packageFolder(path) {
  const match = /^(?:.*\/)?node_modules\/(?:@[^/]+\/)?[^/]+/.exec(path);
  return match ? [match[0]] : [];
}

function notice(folder) {
  const { name, version, license } = JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
  const texts = readdirSync(folder)
    .filter((file) => LICENCE_FILE.test(file))
    .sort()
    .map((file) => readFileSync(join(folder, file), "utf8").trim());
  if (license === undefined && texts.length === 0) throw new Error(`The bundled package ${name} states no licence.`);
  return [`${name} ${version} (${license ?? "see below"})`, ...texts].join("\n\n").replaceAll("\r\n", "\n").concat("\n");
}
