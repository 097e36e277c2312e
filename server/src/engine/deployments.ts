import { folderOf, nameOf, resolveUri } from "../base/address.ts";
import { once } from "../base/memo.ts";
import { readParametersFile } from "../dialects/deployments/parameters-file.ts";
import { readSamConfig } from "../dialects/deployments/samconfig.ts";
import { expressionOfGiven, type Given } from "../dialects/deployments/values.ts";
import type { Deployment } from "../model/deployment.ts";
import type { Expression } from "../model/expression.ts";
import type { Profile } from "../model/profile.ts";
import type { Deployments, Parameter } from "../model/scope.ts";
import { readWhole } from "../syntax/read.ts";
import { readToml } from "../syntax/toml.ts";
import { upToThree } from "./message.ts";
import type { FileState } from "./snapshot.ts";

/** What the snapshot has of a file or folder by its address; undefined for what was not read yet. */
export type Look = (uri: string) => FileState | undefined;

type Parameters = ReadonlyMap<string, Parameter>;

/**
 * The deployments of a template that files beside it name: environments of SAM's settings, and files of parameters. Where
 * only those for development are known, the others exist all the same: what they override is unknown.
 */
export function deploymentsBeside(template: string, parameters: Parameters, profile: Profile, look: Look): Deployments {
  const all = [...fromSettings(template, parameters, look), ...fromFiles(template, parameters, look)];
  const development = all.filter((each) => isDevelopment(each, profile));
  const others = all.filter((each) => !development.includes(each));
  if (others.length > 0) return { reviewed: others, leftOut: development.map(({ name }) => name) };
  return { reviewed: development.length > 0 ? [unlike(development, parameters)] : [], leftOut: [] };
}

/** What deployments for development say of the others: a parameter whose default they override has another value there, whichever. */
function unlike(development: readonly Deployment[], parameters: Parameters): Deployment {
  const unknowns = new Map<string, Expression>();
  for (const { name, default: otherwise } of parameters.values()) {
    const given = development.flatMap((each) => each.parameters.get(name) ?? []);
    if (given.every((value) => value.is === "literal" && otherwise?.is === "literal" && String(value.value) === String(otherwise.value))) continue;
    unknowns.set(name, { is: "unknown", reason: `${name} is known for development only`, path: otherwise?.path });
  }
  return { name: upToThree(development.map(({ name }) => name)), parameters: unknowns, decides: false };
}

function isDevelopment({ name, parameters }: Deployment, { developmentStages }: Profile): boolean {
  const values = [...parameters.values()].map((value) => (value.is === "literal" ? String(value.value) : ""));
  return [name, ...values].some((text) => developmentStages.includes(text.toLowerCase()));
}

/** What SAM calls its settings, the first that is there. Source: "AWS SAM CLI configuration file" in the AWS SAM developer guide, read on 2026-11-24. */
const SETTINGS = ["samconfig.toml", "samconfig.yaml", "samconfig.yml"];

/** The environment that is meant where none is named. Source as above. */
const UNNAMED = "default";

function fromSettings(template: string, parameters: Parameters, look: Look): readonly Deployment[] {
  const names = namesIn(folderOf(template), look);
  const name = SETTINGS.find((each) => names.includes(each));
  const uri = name && resolveUri(template, name);
  const state = uri ? look(uri) : undefined;
  if (!uri || state?.state !== "loaded") return [];
  return environmentsOf(state)
    .filter((given) => isFor(given, uri, template))
    .map((given) => deployment(given, { uri, parameters, name: given.name ?? UNNAMED, decides: given.name !== UNNAMED }));
}

const environmentsOf = once((state: Extract<FileState, { state: "loaded" }>): readonly Given[] =>
  readSamConfig(readToml(state.text) ?? readWhole(state.text).node),
);

/** Settings that name no template are for the one that SAM looks for. */
function isFor({ templates }: Given, settings: string, template: string): boolean {
  if (templates.length > 0) return templates.some((path) => resolveUri(settings, path) === template);
  return /^template\.(?:ya?ml|json)$/.test(nameOf(template));
}

const PARAMETERS_FILE = /^(?:(.+?)[._-])?param(?:eter)?s(?:[._-](.+))?\.json$/i;
const PARAMETERS_FOLDER = /^param(?:eter)?s\/$/i;

/** A folder of more files of parameters than these holds those of many templates. */
const MOST_FILES = 40;

function fromFiles(template: string, parameters: Parameters, look: Look): readonly Deployment[] {
  const folder = folderOf(template);
  const names = namesIn(folder, look);
  const own = names.filter((name) => PARAMETERS_FILE.test(name));
  const below = names
    .filter((name) => PARAMETERS_FOLDER.test(name))
    .flatMap((inner) =>
      namesIn(folder + inner, look)
        .filter((name) => /\.json$/i.test(name))
        .map((name) => inner + name),
    );
  const files = [...own, ...below];
  return files.length > MOST_FILES ? [] : files.flatMap((path) => fromFile(template, path, parameters, look));
}

/**
 * A file of parameters is for a template that has all of these parameters and lacks none that must be given: CloudFormation
 * accepts it for no other one.
 */
function fromFile(template: string, path: string, parameters: Parameters, look: Look): readonly Deployment[] {
  const uri = resolveUri(template, path);
  const state = uri ? look(uri) : undefined;
  if (!uri || state?.state !== "loaded") return [];
  const given = parametersIn(state);
  const fits = given && [...given.values.keys()].every((key) => parameters.has(key));
  if (!fits || [...parameters.values()].some((parameter) => !parameter.default && !given.values.has(parameter.name))) return [];
  const name = deploymentName(path, template);
  return [deployment(given, { uri, parameters, name: name ?? nameOf(uri), decides: name !== undefined })];
}

const parametersIn = once((state: Extract<FileState, { state: "loaded" }>): Given | undefined => readParametersFile(readWhole(state.text).node));

/** What a file calls its deployment: what is left of its name without the word for parameters and the name of the template. */
function deploymentName(path: string, template: string): string | undefined {
  const file = path.slice(path.lastIndexOf("/") + 1);
  const [, before, after] = PARAMETERS_FILE.exec(file) ?? [];
  const stem = before ?? after ?? (PARAMETERS_FILE.test(file) ? "" : file.replace(/\.json$/i, ""));
  const own = nameOf(template).replace(/\.[^.]*$/, "");
  const name = stem === own ? "" : stem.startsWith(own) ? stem.slice(own.length).replace(/^[._-]/, "") : stem;
  return name === "" ? undefined : name;
}

interface Source {
  readonly uri: string;
  readonly parameters: Parameters;
  readonly name: string;
  readonly decides: boolean;
}

function deployment({ values, open }: Given, { uri, parameters, name, decides }: Source): Deployment {
  const given = new Map<string, Expression>();
  for (const parameter of parameters.keys()) {
    const value = values.get(parameter) ?? (open ? { text: undefined, steps: [] } : undefined);
    if (value) given.set(parameter, expressionOfGiven(value, uri, parameter));
  }
  return { name, parameters: given, decides };
}

/** The names in a folder; none as long as it was not read. */
function namesIn(folder: string | undefined, look: Look): readonly string[] {
  const listing = folder === undefined ? undefined : look(folder);
  return listing?.state === "loaded" ? listing.text.split("\n") : [];
}
