import { VERIFYING_METHODS } from "../../knowledge/code/verifiers.ts";
import type { Meaning } from "../../model/code/meaning.ts";
import { madeBy, methodOf } from "./meanings.ts";

/** What a call verifies with, where it does; `namesOf` gives the verifying names of a package, none for all of them. */
export function verifierOf(callee: Meaning, namesOf: (name: string) => readonly string[] | undefined): string | undefined {
  const method = methodOf(callee);
  if (method && VERIFYING_METHODS.has(method.name)) return method.name;
  if (callee.is === "external") {
    const names = namesOf(callee.package);
    return names && (names.length === 0 || names.includes(callee.path.join("."))) ? (callee.path.at(-1) ?? callee.package) : undefined;
  }
  const made = method && madeBy(method.on, ({ package: from }) => namesOf(from)?.length === 0);
  return made ? method.name : undefined;
}
