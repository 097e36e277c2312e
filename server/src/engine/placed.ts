import { nameOf } from "../base/address.ts";
import { once } from "../base/memo.ts";
import { elsewhere, type Place, rootOf, stepsOf } from "../base/place.ts";
import type { Span } from "../base/span.ts";
import type { Rule } from "../rules/define.ts";
import { locate } from "../syntax/locate.ts";
import { entryOf, type Node } from "../syntax/node.ts";
import { readWhole } from "../syntax/read.ts";
import type { Tree } from "../syntax/tree.ts";
import type { Draft } from "./check.ts";
import type { Single } from "./merge.ts";
import { withWhere } from "./message.ts";
import type { FileState, Snapshot } from "./snapshot.ts";

/** The text that findings are shown in. */
export interface Shown {
  readonly uri: string;
  readonly tree: Tree;
  readonly snapshot: Snapshot;
}

/** A draft with the offsets of this very text; nothing where its place cannot be found. What stands in another document is shown where that is taken in. */
export function placed(rule: Rule, draft: Draft, by: Shown): readonly Single[] {
  const found = spanOf(draft.place, by);
  if (!found) return [];
  const related = draft.related.flatMap(({ place, message }) => {
    const at = spanOf(place, by);
    return at ? [{ place, span: at.span, message: withWhere(message, at.where) }] : [];
  });
  const fingerprint = `${rule.id}:${draft.subject}:${draft.aspect}`;
  const message = withWhere(draft.message, found.where);
  const many = draft.many === undefined ? undefined : withWhere(draft.many, found.where);
  return [{ ...draft, rule, message, many, fingerprint, subjects: [draft.subject], fingerprints: [fingerprint], span: found.span, related }];
}

interface Found {
  readonly span: Span;
  /** Names the document and line where it really stands; empty for this text. */
  readonly where: string;
}

function spanOf({ uri, path, part, within }: Place, { uri: own, tree, snapshot }: Shown): Found | undefined {
  const other = elsewhere(path);
  if (!other && uri !== own) return path === undefined && within ? { span: within, where: "" } : undefined;
  const span = other ? locate(tree, stepsOf(other.from), rootOf(other.from) === "Parameters" ? "key" : "value") : locate(tree, stepsOf(path), part, within);
  return span && { span, where: other ? nameOf(other.uri) + lineIn(snapshot.files.get(other.uri), stepsOf(path)) : "" };
}

function lineIn(file: FileState | undefined, steps: readonly (string | number)[]): string {
  if (file?.state !== "loaded") return "";
  let node = nodeOf(file);
  let at = steps.length === 0 ? node?.span.start : undefined;
  for (const step of steps) {
    const entry = node?.kind === "map" ? entryOf(node, String(step)) : undefined;
    node = node?.kind === "list" ? node.items[Number(step)] : entry?.value;
    at = entry?.key.span.start ?? node?.span.start ?? at;
  }
  return at === undefined ? "" : `:${file.text.slice(0, at).split("\n").length}`;
}

/** Settings in TOML have no lines here: this reads YAML and JSON. */
const nodeOf = once((file: Extract<FileState, { state: "loaded" }>): Node | undefined => readWhole(file.text).node);
