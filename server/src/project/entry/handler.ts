import type { LanguageName } from "../../model/code/module.ts";

/** What a handler names: a module by its path below the code, and what to call in it. */
export interface Named {
  /** Without an extension; folders are divided by `/`. */
  readonly path: string;
  readonly exportName: string;
}

/**
 * The readings of a handler in the order in which they are to be tried; none for one that the runtime refuses.
 *
 * Node.js divides the last name of the path at its first dot (`FUNCTION_EXPR` in github.com/aws/aws-lambda-nodejs-runtime-interface-client, looked up on
 * 2026-11-24) and refuses `..`; bundlers write files with dots in their names, so the last dot is tried too. Python imports a module, whose folders may be
 * divided by dots or slashes, up to the last dot.
 */
export function namedBy(handler: string, language: LanguageName): readonly Named[] {
  return language === "python" ? python(handler) : node(handler);
}

function python(handler: string): readonly Named[] {
  const dot = handler.lastIndexOf(".");
  const path = handler.slice(0, dot).replaceAll(".", "/");
  return dot > 0 ? named(path, handler.slice(dot + 1)) : [];
}

function node(handler: string): readonly Named[] {
  if (handler.includes("..")) return [];
  const folder = handler.slice(0, handler.lastIndexOf("/") + 1);
  const name = handler.slice(folder.length);
  const [first, last] = [name.indexOf("."), name.lastIndexOf(".")];
  if (first <= 0) return [];
  const under = folder.replace(/^\.\//, "");
  const atFirst = named(under + name.slice(0, first), name.slice(first + 1));
  return first === last ? atFirst : [...atFirst, ...named(under + name.slice(0, last), name.slice(last + 1))];
}

const named = (path: string, exportName: string): readonly Named[] => (exportName === "" ? [] : [{ path, exportName }]);
