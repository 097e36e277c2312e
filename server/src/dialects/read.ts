import type { Template } from "../model/template.ts";
import type { Tree } from "../syntax/tree.ts";
import { ALONE, type Beside } from "./beside.ts";
import { readCloudFormation } from "./cloudformation/read.ts";
import { dialectOf } from "./detect.ts";
import { readSam } from "./sam/read.ts";

/** What people call each dialect. */
export const DIALECT_NAMES = { sam: "SAM", cloudformation: "CloudFormation" } as const;

/** Reads a template by the dialect that its content shows; undefined for any other document. `previous` lends what did not change. */
export function readTemplate(uri: string, tree: Tree, beside: Beside = ALONE, previous?: Template): Template | undefined {
  const dialect = dialectOf(tree);
  if (dialect === undefined) return undefined;
  return dialect === "sam" ? readSam(uri, tree, beside, previous) : readCloudFormation(uri, tree, beside, previous);
}
