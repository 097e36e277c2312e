import { deepStrictEqual } from "node:assert";
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { type Import, importsOf, ROOT, sourcesBelow } from "./sources.ts";

/** Each folder of the server imports only from itself and from the folders above it here. */
const LAYERS = ["base", "pillars", "knowledge", "syntax", "model", "dialects", "languages", "project", "rules", "engine", "features", "hosts"];

/** Each folder of `dialects/` imports only those before it: SAM is CloudFormation and more, never the other way round. */
const DIALECTS = ["iam", "asl", "openapi", "cloudformation", "sam", "serverless"];

/** Where the order of the layers would allow more than the design does. */
const NARROWER: Readonly<Record<string, readonly string[]>> = {
  rules: ["base", "pillars", "knowledge", "model"],
  languages: ["base", "pillars", "knowledge", "syntax", "model"],
};

/** Packages above the hosts, by layer; all of them are pure. */
const PACKAGES: Readonly<Record<string, readonly string[]>> = {
  syntax: ["yaml", "jsonc-parser", "web-tree-sitter", "smol-toml"],
  project: ["jsonc-parser", "ignore"],
  engine: ["jsonc-parser", "ignore"],
};
/** Packages of which a layer may know the types, which leave nothing behind after compiling. */
const PACKAGE_TYPES: Readonly<Record<string, readonly string[]>> = { features: ["vscode-languageserver-types"] };

const SERVER = "server/src/";
const SEAM = "server/src/hosts/lsp/protocol.ts";
const PILLARS = "server/src/pillars/pillars.ts";
const DEFINE = "server/src/rules/define.ts";
const RULE_INDEX = "server/src/rules/index.ts";

describe("layers", () => {
  it("knows every folder of the server", () => {
    const folders = readdirSync(join(ROOT, SERVER), { withFileTypes: true }).map(({ name }) => name);
    deepStrictEqual(
      folders.filter((name) => !LAYERS.includes(name)),
      [],
    );
  });

  it("imports go up", () => check(sourcesBelow("server/src"), goesUp));

  it("dialects import only those before them", () => check(sourcesBelow("server/src/dialects"), keepsDialectOrder));

  it("rules know nothing of each other: what they share are words of the model", () =>
    check(
      sourcesBelow("server/src/rules").filter((path) => path !== RULE_INDEX),
      (_, { file }) => file === undefined || layerOf(file) !== "rules" || file === DEFINE,
    ));

  it("nothing above the hosts imports the platform, and packages only where they belong", () =>
    check(
      sourcesBelow("server/src").filter((path) => layerOf(path) !== "hosts"),
      usesOwnPackages,
    ));

  it("the client knows nothing of the server but what they say to each other, and the names of the pillars", () =>
    check(sourcesBelow("client/src"), (_, { file }) => file === undefined || !file.startsWith(SERVER) || file === SEAM || file === PILLARS));

  it("what they say to each other is types and names only", () => check([SEAM], (_, { typeOnly }) => typeOnly));
});

/** Lists each import that is not allowed as `importer → imported`. */
function check(paths: readonly string[], allowed: (path: string, imported: Import) => boolean): void {
  const wrong = paths.flatMap((path) =>
    importsOf(path)
      .filter((imported) => !allowed(path, imported))
      .map(({ specifier }) => `${path} → ${specifier}`),
  );
  deepStrictEqual(wrong, []);
}

function layerOf(path: string): string {
  return path.slice(SERVER.length).split("/")[0] ?? "";
}

function goesUp(path: string, { file }: Import): boolean {
  if (file === undefined) return true;
  if (!file.startsWith(SERVER)) return false;
  const [own, other] = [layerOf(path), layerOf(file)];
  if (own === other) return true;
  return (NARROWER[own] ?? LAYERS.slice(0, LAYERS.indexOf(own))).includes(other);
}

function keepsDialectOrder(path: string, { file }: Import): boolean {
  const [own, other] = [dialectOf(path), file === undefined ? -1 : dialectOf(file)];
  return own === -1 || other <= own;
}

/** -1 for what the dialects share. */
function dialectOf(path: string): number {
  return layerOf(path) === "dialects" ? DIALECTS.indexOf(path.split("/")[3] ?? "") : -1;
}

function usesOwnPackages(path: string, { file, specifier, typeOnly }: Import): boolean {
  if (file !== undefined) return true;
  const layer = layerOf(path);
  return PACKAGES[layer]?.includes(specifier) === true || (typeOnly && PACKAGE_TYPES[layer]?.includes(specifier) === true);
}
