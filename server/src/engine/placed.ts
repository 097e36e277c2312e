import { nameOf } from "../base/address.ts";
import { once } from "../base/memo.ts";
import { elsewhere, type Place, rootOf, stepsOf } from "../base/place.ts";
import { type Span, shifted } from "../base/span.ts";
import type { Rule } from "../rules/define.ts";
import { anchorAt, locate } from "../syntax/locate.ts";
import { entryOf, type Node } from "../syntax/node.ts";
import { readWhole } from "../syntax/read.ts";
import type { PlacedSection, Tree } from "../syntax/tree.ts";
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

/** A draft in one text. */
export interface Placed {
  /** With the offsets of this very text; undefined where its place cannot be found. */
  readonly single: Single | undefined;
  /** What each of its places stands in, its own first; undefined where they have to be looked for in every text. */
  readonly stands: readonly Stand[] | undefined;
}

/** A section of the text, or a file that does not change with it. */
type Stand = PlacedSection | "elsewhere";

/** A draft where it stands. What stands in another document is shown where that is taken in. */
export function placed(rule: Rule, draft: Draft, by: Shown): Placed {
  const found = spanOf(draft.place, by);
  if (!found) return NOWHERE;
  const stands = [found.stand];
  const related = draft.related.flatMap(({ place, message }) => {
    const at = spanOf(place, by);
    stands.push(at?.stand);
    return at ? [{ place, uri: at.uri, span: at.span, message: withWhere(message, at.where) }] : [];
  });
  const fingerprint = `${rule.id}:${draft.subject}:${draft.aspect}`;
  const message = withWhere(draft.message, found.where);
  const many = draft.many === undefined ? undefined : withWhere(draft.many, found.where);
  const { uri, span } = found;
  const single = { ...draft, rule, message, many, fingerprint, subjects: [draft.subject], fingerprints: [fingerprint], uri, span, related };
  return { single, stands: stands.every((stand) => stand !== undefined) ? stands : undefined };
}

const NOWHERE: Placed = { single: undefined, stands: undefined };

/** The same draft in the next text of the same outline; undefined where a section that it stands in has changed. */
export function moved(of: Placed, { placed: sections }: Tree): Placed | undefined {
  const { single, stands } = of;
  if (!single || !stands) return undefined;
  const now: Stand[] = [];
  let still = true;
  for (const stand of stands) {
    const next = stand === "elsewhere" ? stand : sections[stand.index];
    if (!next || sectionOf(next) !== sectionOf(stand)) return undefined;
    if (startOf(next) !== startOf(stand)) still = false;
    now.push(next);
  }
  if (still) return of;
  const by = (at: number) => startOf(now[at]) - startOf(stands[at]);
  const related = single.related.map((one, at) => ({ ...one, span: shifted(one.span, by(at + 1)) }));
  return { single: { ...single, span: shifted(single.span, by(0)), related }, stands: now };
}

const sectionOf = (stand: Stand) => (stand === "elsewhere" ? undefined : stand.section);
const startOf = (stand: Stand | undefined): number => (stand === undefined || stand === "elsewhere" ? 0 : stand.start);

interface Found {
  readonly uri: string;
  readonly span: Span;
  /** Undefined where it has to be looked for in every text. */
  readonly stand: Stand | undefined;
  /** Names the document and line where it really stands; empty for this text. */
  readonly where: string;
}

function spanOf({ uri, path, part, within }: Place, { uri: own, tree, snapshot }: Shown): Found | undefined {
  const other = elsewhere(path);
  if (!other && uri !== own) return path === undefined && within ? { uri, span: within, stand: "elsewhere", where: "" } : undefined;
  const anchor = other ? undefined : anchorAt(tree, stepsOf(path), part, within);
  if (anchor) return { uri: own, span: shifted(anchor.span, anchor.placed.start), stand: anchor.placed, where: "" };
  const span = other ? locate(tree, stepsOf(other.from), rootOf(other.from) === "Parameters" ? "key" : "value") : locate(tree, stepsOf(path), part, within);
  return span && { uri: own, span, stand: undefined, where: other ? nameOf(other.uri) + lineIn(snapshot.files.get(other.uri), stepsOf(path)) : "" };
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
