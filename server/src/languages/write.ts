import type { CodeEdit } from "../model/code/edit.ts";
import { writeJavaScript } from "./javascript/write.ts";
import { writePython } from "./python/write.ts";
import { cannot, type Writing, type WrittenCode } from "./shared/writing.ts";

/**
 * Writes a change of handler code as a person would in that file: its quotes, indentation and semicolons; comments stay. What is not surely right
 * is not written. The places of the edit are spans of this very text.
 */
export function writeCode(edit: CodeEdit, source: Writing): WrittenCode {
  if (source.module.broken.length > 0) return cannot("the file has a syntax error");
  const { module } = source;
  return module.language === "python" ? writePython(edit, source) : writeJavaScript(edit, source);
}
