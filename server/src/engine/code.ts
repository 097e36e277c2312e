import { readJavaScript } from "../languages/javascript/read.ts";
import { recogniseJavaScript } from "../languages/javascript/recognise.ts";
import { readPython } from "../languages/python/read.ts";
import { recognisePython } from "../languages/python/recognise.ts";
import { reread } from "../languages/shared/reread.ts";
import type { Entry, Source } from "../model/code/entry.ts";
import type { FunctionCodeState } from "../model/code/handler.ts";
import type { Module } from "../model/code/module.ts";
import type { Resource } from "../model/resource.ts";
import { type Known, unknown, type Value } from "../model/value.ts";
import { resolveImport } from "../project/imports/resolve.ts";
import { type Linked, link } from "../project/link/link.ts";
import { codeAt, grammarOf } from "../project/source.ts";
import type { CodeParser } from "../syntax/code/parser.ts";
import { type Asking, entryIn } from "./entries.ts";
import { FileAccess } from "./files.ts";
import { type FileState, grammarUri, predecessorOf, type Snapshot } from "./snapshot.ts";

const RECOGNISERS = { javascript: recogniseJavaScript, python: recognisePython } as const;

/** What linking one entry gave, and the files that it looked at. */
interface Kept {
  readonly key: string;
  readonly seen: ReadonlyMap<string, FileState | undefined>;
  readonly linked: Linked;
}

/** Lives as long as the file, or the reading of the inline code, that the entry is in. */
const linkedFrom = new WeakMap<object, Kept[]>();
const modules = new WeakMap<object, Module>();

/** The code behind a function. Whatever is looked at for it is a dependency of who asks. */
export function codeOf(fn: Resource<"function">, asking: Asking): Value<FunctionCodeState> {
  const { snapshot, access } = asking;
  const found = entryIn(fn, asking);
  if (!found.known) return found;
  if (found.value.is === "missing") return { ...found, value: { is: "missing file", missing: found.value.missing } };
  const { entry } = found.value;
  const anchor = anchorOf(entry.source, fn, snapshot);
  const linked = anchor ? keptLink(entry, anchor, snapshot, access) : unknown("the code was not read yet");
  return stateOf(linked, found);
}

function stateOf(linked: Linked, found: Known<unknown>): Value<FunctionCodeState> {
  return "known" in linked ? linked : { ...found, value: linked };
}

/** The object whose identity stands for the text of a source. */
function anchorOf({ place }: Source, fn: Resource<"function">, { files }: Snapshot): object | undefined {
  return place.path === undefined ? files.get(place.uri) : fn.part.body;
}

function keptLink(entry: Entry, anchor: object, snapshot: Snapshot, access: FileAccess): Linked {
  const key = [entry.source.place.uri, entry.exportName, ...entry.roots].join("\n");
  const there = linkedFrom.get(anchor) ?? [];
  const lent = there.find((one) => one.key === key && stands(one, snapshot));
  const kept = lent ?? linkNow(entry, anchor, snapshot, key);
  if (!lent) linkedFrom.set(anchor, [...there.filter((one) => one.key !== key), kept]);
  for (const [uri, state] of kept.seen) access.seen.set(uri, state);
  return kept.linked;
}

function stands({ seen }: Kept, { files }: Snapshot): boolean {
  for (const [uri, state] of seen) if (files.get(uri) !== state) return false;
  return true;
}

function linkNow(entry: Entry, anchor: object, snapshot: Snapshot, key: string): Kept {
  const access = new FileAccess(snapshot, entry.source.place.uri, new Map());
  const linked = link(
    entry,
    {
      resolve: (from, specifier, language, roots) => resolveImport(from, specifier, language, roots, access),
      source: (uri) => sourceAt(uri, access),
      module: (source) => moduleOf(source, source === entry.source ? anchor : snapshot.files.get(source.place.uri), snapshot, access),
    },
    RECOGNISERS,
  );
  return { key, seen: access.seen, linked };
}

function sourceAt(uri: string, access: FileAccess): Value<Source> {
  const grammar = grammarOf(uri);
  if (!grammar) return unknown("it is imported from a file that is no handler code");
  const text = codeAt(access, uri);
  if (!text.known) return text;
  if (text.value === undefined) return unknown("a file that is imported is not there");
  const place = { uri, path: undefined, part: "value" } as const;
  return { known: true, value: { place, text: text.value, grammar }, place, origin: "literal", aspect: "" };
}

/** A module is read once for each text of its file. */
function moduleOf(source: Source, anchor: object | undefined, { parsers }: Snapshot, access: FileAccess): Value<Module> {
  access.state(grammarUri(source.grammar));
  const parser = parsers.get(source.grammar);
  if (!parser || !anchor) return unknown("its language was not loaded yet");
  const module = modules.get(anchor) ?? rereadModule(source, anchor, parser) ?? readModule(source, parser);
  modules.set(anchor, module);
  return { known: true, value: module, place: source.place, origin: "literal", aspect: "" };
}

/** What the last change of a file left alone is not read again. */
function rereadModule(source: Source, anchor: object, parser: CodeParser): Module | undefined {
  const before = predecessorOf(anchor);
  const module = before && modules.get(before);
  if (!module || before.state !== "loaded") return undefined;
  return reread(source.text, { text: before.text, module }, (text) => readModule({ ...source, text }, parser));
}

const readModule = ({ text, grammar }: Source, parser: CodeParser): Module => (grammar === "python" ? readPython(text, parser) : readJavaScript(text, parser));
