import type { Span } from "../../../base/span.ts";
import type { CallCode, Code } from "../../../model/code/code.ts";
import { type Around, findCall } from "../../shared/find.ts";
import { appended } from "../../shared/listing.ts";
import { cannot, inserted, NOT_THERE, type Writing, type WrittenCode } from "../../shared/writing.ts";
import { objectOf, packageOf } from "./origin.ts";
import { argumentsIn, entriesIn } from "./text.ts";

/** A request that gives up, as the library that makes it is told so. */
export function limitTime(writing: Writing, at: Span, seconds: number): WrittenCode {
  const found = findCall(writing.module, at);
  if (!found) return NOT_THERE;
  const library = packageOf(found.it.callee, writing.module);
  const limit = library === undefined ? undefined : limitOf(library, found.it, Math.round(seconds * 1000));
  if (!limit) return cannot("how its library is told to give up is not known");
  return withOption(writing, found.it, found.around, limit);
}

interface Limit {
  /** What stands in the options. */
  readonly entry: string;
  /** What would say the same in other words. */
  readonly names: readonly string[];
  /** Which argument the options are. */
  readonly index: number;
}

/** Limits that fetch and Node know. Their own `timeout` tells only that a socket is idle, and the request goes on (nodejs.org/api/http.html, 2026-11-24). */
const SIGNALS: readonly string[] = ["signal", "timeout", "headersTimeout", "bodyTimeout"];

function limitOf(library: string, call: CallCode, milliseconds: number): Limit | undefined {
  const signal = { entry: `signal: AbortSignal.timeout(${milliseconds})`, names: SIGNALS };
  const method = call.callee.is === "member" ? call.callee.key : undefined;
  switch (library) {
    case "":
      return isFetch(call.callee) ? { ...signal, index: 1 } : undefined;
    case "node-fetch":
    case "cross-fetch":
    case "undici":
      return { ...signal, index: 1 };
    case "http":
    case "https":
      return indexed(signal, isAddress(call.arguments[0]) ? 1 : 0);
    case "axios":
      return indexed({ entry: `timeout: ${milliseconds}`, names: ["timeout", "signal"] }, axiosIndex(call, method));
    case "got":
      return { entry: `timeout: { request: ${milliseconds} }`, names: ["timeout", "signal"], index: 1 };
    case "ky":
      return { entry: `timeout: ${milliseconds}`, names: ["timeout", "signal"], index: 1 };
    default:
      return undefined;
  }
}

const indexed = (limit: Omit<Limit, "index">, index: number | undefined): Limit | undefined => (index === undefined ? undefined : { ...limit, index });

function isFetch(callee: Code): boolean {
  return callee.is === "name" ? callee.name === "fetch" : callee.is === "member" && callee.key === "fetch" && callee.of.is === "name";
}

/** What is surely an address and no options. */
function isAddress(code: Code | undefined): boolean {
  return code?.is === "text" || code?.is === "template" || (code?.is === "operation" && code.operator === "+") || (code?.is === "call" && code.construct);
}

function axiosIndex({ arguments: [first] }: CallCode, method: string | undefined): number | undefined {
  if (method === "post" || method === "put" || method === "patch") return 2;
  if (method !== undefined && method !== "request") return 1;
  return isAddress(first) ? 1 : first?.is === "object" ? 0 : undefined;
}

function withOption(writing: Writing, call: CallCode, around: Around, { entry, names, index }: Limit): WrittenCode {
  const options = call.arguments[index];
  if (call.arguments.some(({ is }) => is === "spread")) return cannot("its arguments are not written out");
  if (!options) {
    if (call.arguments.length !== index || index === 0) return cannot("there is no place for its options");
    return edits(appended(writing, argumentsIn(call), `{ ${entry} }`));
  }
  if (options.is === "function") return { edits: [inserted(options.at.start, `{ ${entry} }, `)] };
  const object = objectOf(options, around);
  if (!object) return cannot("its options are made elsewhere");
  if (object.entries.some(({ key }) => names.includes(key))) return cannot("it gives up already");
  return edits(appended(writing, entriesIn(object), entry));
}

const edits = (made: ReturnType<typeof appended>): WrittenCode => ("cannot" in made ? made : { edits: made });
