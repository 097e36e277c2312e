import type { Code, ObjectCode, Statement } from "../../../model/code/code.ts";
import type { Module } from "../../../model/code/module.ts";
import { statementsIn } from "../../../model/code/traverse.ts";
import type { Around } from "../../shared/find.ts";
import { namesIn, rootName } from "../../shared/names.ts";

/** The package that what is called comes from: by its import, or by what the module makes of it. Empty for what no module declares. */
export function packageOf(callee: Code, module: Module, depth = 0): string | undefined {
  const name = rootName(callee);
  if (name === undefined || depth > 3) return undefined;
  const imported = module.imports.find(({ local }) => local === name);
  if (imported) return bare(imported.specifier);
  const declared = declarationsOf(name, module.body);
  const [only] = declared;
  if (!only) return "";
  if (declared.length > 1 || !only.value) return undefined;
  const source = only.value.is === "await" ? only.value.of : only.value;
  const required = source.is === "member" ? source.of : source;
  if (required.is === "import") return required.specifier === undefined ? undefined : bare(required.specifier);
  return packageOf(required, module, depth + 1);
}

const bare = (specifier: string): string => specifier.replace(/^node:/, "");

type Declaration = Extract<Statement, { readonly do: "declare" }>;

function declarationsOf(name: string, statements: readonly Statement[]): readonly Declaration[] {
  return [...statementsIn(statements)].filter((each): each is Declaration => each.do === "declare" && namesIn(each.to).includes(name));
}

/** An object literal, or the one that a name stands for which the innermost function declares once and outside of loops. */
export function objectOf(code: Code, { functions, statements }: Around): ObjectCode | undefined {
  if (code.is === "object") return code;
  const fn = functions.at(-1);
  if (code.is !== "name" || !fn || statements.some((each) => each.do === "loop" && fn.at.start <= each.at.start)) return undefined;
  const declared = declarationsOf(code.name, fn.body);
  const [only] = declared;
  return declared.length === 1 && only?.constant && only.value?.is === "object" && only.to.is === "name" ? only.value : undefined;
}
