import { deepStrictEqual } from "node:assert";
import { entryOf } from "../../../server/src/project/entry/entry-of.ts";
import { graphOf } from "../templates.ts";
import { filesOf, type Texts, WORKSPACE } from "./files.ts";

/** A template of SAM with one function, whose properties stand in one line. */
export const samFunction = (properties: string, metadata = ""): string =>
  `Transform: AWS::Serverless-2016-10-31
Resources:
  Fn:
    Type: AWS::Serverless::Function
    Properties: { ${properties} }
${metadata === "" ? "" : `    Metadata: { ${metadata} }\n`}`;

/** One function of SAM in `template.yaml`, the files beside it, and the answer. */
export function sam(title: string, properties: string, texts: Texts, expected: string): void {
  it(title, () => check(samFunction(properties), texts, expected));
}

/**
 * Checks where the first function of a template begins: `file export` (with `, built` for what a build makes from it), `missing …`, or `? reason`.
 * Paths are relative to the workspace, in which the template stands as `template.yaml`.
 */
export function check(template: string, texts: Texts, expected: string): void {
  const fn = graphOf(template).all("function")[0];
  if (!fn) throw new Error("The template has no function.");
  deepStrictEqual(spelled(entryOf(fn, filesOf({ "template.yaml": template, ...texts }).files)), expected);
}

function spelled(found: ReturnType<typeof entryOf>): string {
  if (!found.known) return `? ${found.reason}`;
  if (found.value.is === "missing") return `missing ${found.value.missing.wanted}, nearest ${found.value.missing.nearest ?? "none"}`;
  const { source, exportName, built } = found.value.entry;
  return `${source.place.uri.slice(WORKSPACE.length)} ${exportName}${built ? ", built" : ""}`;
}
