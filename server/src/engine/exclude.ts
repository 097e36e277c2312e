import ignore from "ignore";
import { once } from "../base/memo.ts";

/**
 * Whether the project file leaves a template out.
 * @param patterns as in `.gitignore`, relative to the project file
 * @param file path relative to the project file, with forward slashes
 */
export function excludes(patterns: readonly string[], file: string): boolean {
  return patterns.length > 0 && ignore.isPathValid(file) && matcher(patterns).ignores(file);
}

const matcher = once((patterns: readonly string[]) => ignore({ ignorecase: false }).add(patterns));
