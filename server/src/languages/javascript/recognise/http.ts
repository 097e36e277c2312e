import { HTTP_LIBRARIES } from "../../../knowledge/code/http.ts";
import type { CallFact, HttpCall, SeenCall } from "../../../model/code/facts.ts";
import type { Meaning } from "../../../model/code/meaning.ts";
import { entriesOf, madeBy, methodOf, moduleName } from "../../shared/meanings.ts";

const VERBS: ReadonlySet<string> = new Set(["get", "post", "put", "patch", "delete", "head", "options", "request"]);
const TIMEOUTS: readonly string[] = [
  "timeout",
  "signal",
  "headersTimeout",
  "bodyTimeout",
  "connectTimeout",
  "open_timeout",
  "response_timeout",
  "read_timeout",
];

/** Libraries that give up by themselves: `ky` after ten seconds. */
const OWN_TIMEOUT: ReadonlySet<string> = new Set(["ky"]);

/** Requests by `fetch`, by Node's own modules and by the usual libraries. */
export function recogniseHttp(call: SeenCall): CallFact | undefined {
  const found = requestOf(call.callee, call);
  if (!found) return undefined;
  const { library, method, instance } = found;
  const [url] = call.arguments;
  const own = call.arguments.filter((argument) => argument.is !== "function");
  // What a package made may be options; a body that stands before them is none.
  const last = call.arguments.at(-1);
  const made = (last?.is === "made" || last?.is === "member") && call.arguments.length > (BODIED.has(method ?? "") ? 2 : 1);
  const timeout = OWN_TIMEOUT.has(library) ? "set" : timeoutOf([...own, ...instance]);
  const { code, place, circumstances, use } = call;
  return { is: "http call", library, method, url, timeout: timeout === "absent" && made ? "unknown" : timeout, use, code, place, circumstances };
}

/** Verbs whose second argument is what they send. */
const BODIED: ReadonlySet<string> = new Set(["post", "put", "patch"]);

interface Found {
  readonly library: string;
  readonly method: string | undefined;
  /** The options of the instance that the request is made with. */
  readonly instance: readonly Meaning[];
}

function requestOf(callee: Meaning, call: SeenCall): Found | undefined {
  if (callee.is === "external") {
    const name = moduleName(callee.package);
    const [member] = callee.path;
    if (name === "")
      return callee.path.join(".") === "fetch" || callee.path.join(".") === "globalThis.fetch"
        ? { library: "fetch", method: undefined, instance: [] }
        : undefined;
    if (!HTTP_LIBRARIES.javascript.has(name) || call.code.construct) return undefined;
    if (member === undefined || member === "fetch" || member === "default") return { library: name, method: undefined, instance: [] };
    return VERBS.has(member) ? { library: name, method: member, instance: [] } : undefined;
  }
  const method = methodOf(callee);
  const on = method && VERBS.has(method.name) ? method.on : callee;
  const made = madeBy(
    on,
    ({ package: from, path }) => HTTP_LIBRARIES.javascript.has(moduleName(from)) && /^(create|extend|defaults|instance)$/.test(path.at(-1) ?? ""),
  );
  if (made?.callee.is !== "external" || (method && !VERBS.has(method.name))) return undefined;
  return { library: moduleName(made.callee.package), method: method?.name, instance: made.arguments };
}

/** A timeout in any of the options; unknown where one of them can't be followed. */
function timeoutOf(options: readonly Meaning[]): HttpCall["timeout"] {
  let unknown = false;
  for (const one of options) {
    if (one.is === "object") {
      const entries = entriesOf(one);
      if (TIMEOUTS.some((key) => entries?.entries.has(key))) return "set";
      if (one.open || entries?.entries.has("httpsAgent") || entries?.entries.has("agent") || entries?.entries.has("dispatcher")) unknown = true;
    } else if (one.is === "unknown" || one.is === "either") unknown = true;
  }
  return unknown ? "unknown" : "absent";
}
