import { CONNECTIONS } from "../../../knowledge/code/connections.ts";
import type { CallFact, SeenCall } from "../../../model/code/facts.ts";

/** Connections to databases and caches. */
export function recogniseConnection({ callee, code, arguments: given, place, circumstances }: SeenCall): CallFact | undefined {
  if (callee.is !== "external") return undefined;
  const names = CONNECTIONS.javascript[callee.package];
  if (!names?.includes(callee.path.join("."))) return undefined;
  return { is: "connection", library: callee.package, values: given, code, place, circumstances };
}
