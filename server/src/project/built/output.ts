import { resolveFolder } from "../../base/address.ts";

/** A place in a path at which the output of a build may begin. */
export interface Output {
  /** The folder in which the output's folder stands, where its source is to be looked for. */
  readonly base: string;
  /** Whether the folder holds output by all conventions, so that nothing in it is a source. */
  readonly sure: boolean;
  /** What stands below the output's folder, divided by `/`. */
  readonly rest: string;
}

/** Folders that builds write into and nobody edits. */
const OUTPUT: ReadonlySet<string> = new Set(["dist", "build", "out", ".build", ".dist", ".esbuild", ".webpack", ".aws-sam"]);
/** Names that are given to output by some and to sources by others. */
const PERHAPS: ReadonlySet<string> = new Set([
  "lib",
  "output",
  "bundle",
  "bundled",
  "bundles",
  "compiled",
  "target",
  "artifacts",
  "deploy",
  "bin",
  "es",
  "cjs",
  "esm",
]);

export const isOutputFolder = (name: string): boolean => OUTPUT.has(name);

/**
 * Where output may begin on the way from a folder to a module, outermost first.
 * @param from a folder above the module: what lies above it is nobody's choice of this project
 * @param path from there to the module, divided by `/`
 */
export function outputsIn(from: string, path: string): readonly Output[] {
  const steps = path.split("/");
  const found: Output[] = [];
  for (const [index, step] of steps.slice(0, -1).entries()) {
    if (!OUTPUT.has(step) && !PERHAPS.has(step)) continue;
    const base = resolveFolder(from, steps.slice(0, index).join("/"));
    if (base !== undefined) found.push({ base, sure: OUTPUT.has(step), rest: steps.slice(index + 1).join("/") });
    // What a build made below its own output has its source outside of it.
    if (OUTPUT.has(step)) break;
  }
  return found;
}
