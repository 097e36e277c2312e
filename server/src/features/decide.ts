import type { TextEdit, WorkspaceEdit } from "vscode-languageserver-types";
import { Lines } from "../base/lines.ts";
import { governing, PROJECT_FILE } from "../engine/governing.ts";
import type { Reported } from "../engine/reported.ts";
import type { Snapshot } from "../engine/snapshot.ts";
import { read } from "../syntax/read.ts";
import { write } from "../syntax/write.ts";
import { isSpread, type Permission } from "./allow.ts";
import type { View } from "./view.ts";

/**
 * Records a permission in the project file, for templates that have no place for it: in the one that governs the
 * template, else in a new one at the top of its workspace folder.
 */
export function decisionEdit(view: View, finding: Reported, permission: Permission): WorkspaceEdit | { readonly cannot: string } {
  const place = projectPlace(view.snapshot, view.review.uri);
  if (!place || !view.client.documentChanges) return { cannot: "it lies in no workspace folder that could hold a pillar-hints.json" };
  // A finding of several resources is decided for the file, as the comment for it would be.
  const about = isSpread(finding) ? {} : { fingerprint: finding.fingerprint };
  const decision = { rule: finding.rule.id, ...about, file: place.file, ...permission };
  const version = null;
  if (place.text !== undefined) {
    const edits = appended(place.text, decision);
    return "cannot" in edits ? edits : { documentChanges: [{ textDocument: { uri: place.uri, version }, edits: edits.edits }] };
  }
  if (!view.client.createsFiles) return { cannot: "there is no pillar-hints.json, and the editor can't make one" };
  const start = { line: 0, character: 0 };
  const edits = [{ range: { start, end: start }, newText: `${JSON.stringify({ decisions: [decision] }, null, 2)}\n` }];
  return {
    documentChanges: [
      { kind: "create", uri: place.uri, options: { ignoreIfExists: true } },
      { textDocument: { uri: place.uri, version }, edits },
    ],
  };
}

interface ProjectPlace {
  readonly uri: string;
  /** Absent where the file is to be made. */
  readonly text?: string;
  /** Path of the template relative to the project file. */
  readonly file: string;
}

/** Undefined where it is not known whether there is one, and where there is no folder for one. */
function projectPlace(snapshot: Snapshot, uri: string): ProjectPlace | undefined {
  const { governing: found, file, wanted } = governing(snapshot, uri);
  const state = found && snapshot.files.get(found.uri);
  if (found) return state?.state === "loaded" ? { uri: found.uri, text: state.text, file } : undefined;
  const folder = snapshot.folders.filter((each) => uri.startsWith(`${each}/`)).sort((a, b) => b.length - a.length)[0];
  if (folder === undefined || wanted.length > 0) return undefined;
  return { uri: `${folder}/${PROJECT_FILE}`, file: decodeURIComponent(uri.slice(folder.length + 1)) };
}

function appended(text: string, decision: Readonly<Record<string, string>>): { readonly edits: TextEdit[] } | { readonly cannot: string } {
  const written = write(read(text), [{ op: "append", path: ["decisions"], value: decision }]);
  if ("cannot" in written) return written;
  const lines = new Lines(text);
  return { edits: written.edits.map(({ span, text: newText }) => ({ range: lines.range(span), newText })) };
}
