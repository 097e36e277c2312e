import { resolveUri } from "../base/address.ts";
import { once } from "../base/memo.ts";
import type { Beside, BesideDocument } from "../dialects/beside.ts";
import type { Profile } from "../model/profile.ts";
import { unknown } from "../model/value.ts";
import { readWhole } from "../syntax/read.ts";
import { deploymentsBeside, type Look } from "./deployments.ts";
import { insideFolders } from "./files.ts";
import { deploymentByParents } from "./parents.ts";
import type { FileState, Snapshot } from "./snapshot.ts";

/** A longer document is not read into a template; AWS itself accepts templates of one megabyte at most. In UTF-16 units. */
const LONGEST_DOCUMENT = 1_000_000;

/** What stands beside a template in a snapshot; `wanted` gathers the addresses that it was asked for and that were not read yet. */
export function besideOf(snapshot: Snapshot, template: string, profile: Profile, wanted: Set<string>): Beside {
  const look: Look = (uri) => {
    if (!insideFolders(uri, snapshot.folders)) return undefined;
    const state = snapshot.files.get(uri);
    if (!state) wanted.add(uri);
    return state;
  };
  return {
    document: (location) => {
      const uri = resolveUri(template, location);
      if (!uri || !insideFolders(uri, snapshot.folders)) return unknown(`${location} lies outside the workspace`);
      const state = look(uri);
      if (!state) return unknown(`${location} was not read yet`);
      if (state.state !== "loaded") return unknown(state.state === "absent" ? `${location} is not there` : `${location} cannot be read`);
      return state.text.length > LONGEST_DOCUMENT ? unknown(`${location} is too large`) : documentOf(state)(uri);
    },
    deployments: (parameters) => {
      if (parameters.size === 0) return { reviewed: [], leftOut: [] };
      const nested = deploymentByParents(snapshot, template, parameters, look);
      return nested ? { reviewed: [nested], leftOut: [] } : deploymentsBeside(template, parameters, profile, look);
    },
  };
}

/** The document of a text, the same object as long as the host has the same text at the same address. */
const documentOf = once((state: Extract<FileState, { state: "loaded" }>) => {
  const read = new Map<string, BesideDocument>();
  return (uri: string): BesideDocument => {
    const known = read.get(uri);
    if (known) return known;
    const { node, problems } = readWhole(state.text);
    const document = { uri, node, broken: problems.length > 0 };
    read.set(uri, document);
    return document;
  };
});
