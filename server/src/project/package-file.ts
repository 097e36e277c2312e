import { folderOf, resolveUri } from "../base/address.ts";
import { type Answer, answer } from "./answer.ts";
import type { ProjectFiles } from "./files.ts";
import { asObject, asText, type JsonObject, jsonAt } from "./json.ts";
import { isThere, nearestUp } from "./look.ts";

/** What a `package.json` says. */
export interface PackageFile {
  /** Address of its folder. */
  readonly folder: string;
  readonly name: string | undefined;
  readonly json: JsonObject;
}

/** The nearest `package.json` upwards from a folder. */
export function nearestPackage(files: ProjectFiles, folder: string): Answer<PackageFile | undefined> {
  const uri = nearestUp(files, folder, ["package.json"]);
  return uri.known && uri.value !== undefined ? read(files, uri.value) : (uri as Answer<undefined>);
}

/** The `package.json` of a folder. */
export function packageIn(files: ProjectFiles, folder: string): Answer<PackageFile | undefined> {
  const uri = resolveUri(folder, "package.json");
  if (uri === undefined) return answer(undefined);
  const there = isThere(files, uri);
  if (!there.known) return there;
  return there.value ? read(files, uri) : answer(undefined);
}

function read(files: ProjectFiles, uri: string): Answer<PackageFile | undefined> {
  const found = jsonAt(files, uri);
  if (!found.known) return found;
  const json = found.value;
  return answer(json && { folder: folderOf(uri) ?? uri, name: asText(json.name), json });
}

/** The commands of a package, by name. */
export const scriptsOf = (of: PackageFile): Readonly<Record<string, string>> =>
  Object.fromEntries(Object.entries(asObject(of.json.scripts) ?? {}).flatMap(([name, command]) => (typeof command === "string" ? [[name, command]] : [])));
