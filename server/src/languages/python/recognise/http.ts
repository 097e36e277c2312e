import type { CallFact, HttpCall, SeenCall } from "../../../model/code/facts.ts";
import type { Meaning } from "../../../model/code/meaning.ts";
import { madeBy, methodOf } from "../../shared/meanings.ts";

const VERBS: ReadonlySet<string> = new Set(["get", "post", "put", "patch", "delete", "head", "options", "request", "stream"]);

/** Requests by `requests`, `httpx`, `aiohttp`, `urllib`, `urllib3` and `http.client`. */
export function recogniseHttp(call: SeenCall): CallFact | undefined {
  const found = requestOf(call.callee, call);
  if (!found) return undefined;
  const { arguments: given, code, place, circumstances, use } = call;
  return { is: "http call", library: found.library, method: found.method, url: given[0], timeout: found.timeout, use, code, place, circumstances };
}

interface Found {
  readonly library: string;
  readonly method: string | undefined;
  readonly timeout: HttpCall["timeout"];
}

/** httpx has a timeout of five seconds of its own, and aiohttp one of five minutes: nothing is absent there. */
const OWN_TIMEOUT: ReadonlySet<string> = new Set(["httpx", "aiohttp"]);

function requestOf(callee: Meaning, call: SeenCall): Found | undefined {
  if (callee.is === "external") {
    const name = callee.path.join(".");
    const method = callee.path.at(-1) ?? "";
    if ((callee.package === "requests" || callee.package === "httpx") && callee.path.length === 1 && VERBS.has(method)) {
      return { library: callee.package, method, timeout: timeoutOf(call, callee.package) };
    }
    if (callee.package === "urllib" && name === "request.urlopen")
      return { library: "urllib", method: undefined, timeout: call.arguments.length > 2 ? "set" : timeoutOf(call, "urllib") };
    if (callee.package === "http" && /^client\.HTTPS?Connection$/.test(name))
      return { library: "http.client", method: undefined, timeout: timeoutOf(call, "http.client") };
    return undefined;
  }
  const method = methodOf(callee);
  if (!method || !VERBS.has(method.name)) return undefined;
  const made = madeBy(
    method.on,
    ({ package: from, path }) => /^(requests|httpx|aiohttp|urllib3)$/.test(from) && /(Session|session|Client|PoolManager)$/.test(path.at(-1) ?? ""),
  );
  if (made?.callee.is !== "external") return undefined;
  const library = made.callee.package;
  // An adapter that a session mounts, or a hook, may set it.
  const own = timeoutOf(call, library);
  return { library, method: method.name, timeout: made.named.has("timeout") ? "set" : own === "absent" && library === "requests" ? "unknown" : own };
}

function timeoutOf({ named, open }: SeenCall, library: string): HttpCall["timeout"] {
  if (named.has("timeout") || OWN_TIMEOUT.has(library)) return "set";
  return open ? "unknown" : "absent";
}
