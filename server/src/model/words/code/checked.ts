import { SPEAKS_OF_IDENTITY } from "../../../knowledge/code/verifiers.ts";
import type { Fact } from "../../code/facts.ts";
import { factsOf, type HandlerView } from "../../code/handler.ts";

/**
 * Whether a handler may check by itself who calls it: it verifies a token or a signature, reads what a caller would prove itself with, or imports or calls
 * something whose name says so. The entry is then not known to be open.
 */
export function isCheckedInCode(view: HandlerView): boolean {
  return factsOf(view, "verification").length > 0 || view.facts.some(provesCaller) || namesOf(view).some(speaksOfIdentity);
}

/** `authMiddleware`, `verify_jwt`, `@clerk/backend`, `./lib/session`. */
export const speaksOfIdentity = (name: string): boolean => SPEAKS_OF_IDENTITY.test(name.replace(/([a-z0-9])([A-Z])/g, "$1 $2").replace(/_/g, " "));

/** What requests carry to prove who sends them, and who an authorizer says it is. */
const PROOF = /authorization|authorizer|identity|cookie|signature|api-?key|token|secret|session/i;

function provesCaller(fact: Fact): boolean {
  if (fact.is === "event read") return fact.of === "event" && fact.path.some((key) => PROOF.test(key));
  return fact.is === "local call" && speaksOfIdentity(fact.name);
}

/** The names of what is imported, of the files that are reached, and of the wrappers around the handler. */
function namesOf({ packages, modules, handler }: HandlerView): readonly string[] {
  return [
    ...packages.map(({ name }) => name),
    ...modules.flatMap(({ module }) => module.imports.flatMap(({ specifier, name, local }) => [specifier, name, local ?? ""])),
    ...(handler?.wrappers ?? []),
  ];
}
