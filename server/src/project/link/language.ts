import type { CallMeanings, Meaning } from "../../model/code/meaning.ts";
import type { LanguageName } from "../../model/code/module.ts";

/** `process.env.X` and `os.environ["X"]`; what has such a name is the environment in either language. */
export function environmentOf(of: Meaning, key: string, place: Meaning["place"]): Meaning | undefined {
  if (of.is !== "external" || !isEnvironment(of)) return undefined;
  // Methods of the dictionary are no variables.
  return of.package === "os" && /^[a-z]+$/.test(key) ? undefined : { is: "variable", name: key, default: undefined, place };
}

export function isEnvironment({ package: from, path }: Extract<Meaning, { is: "external" }>): boolean {
  const name = path.join(".");
  return (from === "" && name === "process.env") || (from === "os" && name === "environ") || (/^(node:)?process$/.test(from) && name === "env");
}

/** Functions that give what they are given, as far as names and origins go. */
const PASSING: Readonly<Record<LanguageName, ReadonlySet<string>>> = {
  javascript: new Set([
    "JSON.parse",
    "JSON.stringify",
    "Object.freeze",
    "Promise.resolve",
    "structuredClone",
    "decodeURIComponent",
    "encodeURIComponent",
    "String",
  ]),
  python: new Set(["json.loads", "json.dumps", "dict", "list", "str", "copy.deepcopy", "copy.copy", "urllib.parse.unquote_plus", "urllib.parse.unquote"]),
};

/** Wrappers that give the SDK, or a client of it, with tracing: `AWSXRay.captureAWSv3Client(client)`, `tracer.captureAWS(AWS)`. */
const TRACING = /^capture(AWS|AWSClient|AWSv3Client)$/;

/** What a call gives that gives its argument; undefined for other calls. */
export function passedThrough(language: LanguageName, callee: Meaning, call: CallMeanings): Meaning | undefined {
  const [first] = call.arguments;
  if (!first) return undefined;
  if (TRACING.test(callee.is === "external" ? (callee.path.at(-1) ?? "") : callee.is === "member" ? callee.key : "")) return first;
  if (callee.is !== "external") return undefined;
  const name = [callee.package, ...callee.path].filter((part) => part !== "").join(".");
  if (language === "javascript" && name === "Object.assign") return merged(first, call.arguments.slice(1));
  return PASSING[language].has(name) ? first : undefined;
}

/** An object that further ones are copied into; the last one that has a key counts. */
function merged(into: Meaning, others: readonly Meaning[]): Meaning {
  const objects = [into, ...others].filter((each) => each.is === "object");
  if (into.is !== "object") return into;
  const owner = (key: string) => objects.findLast(({ keys }) => keys.includes(key));
  return {
    is: "object",
    keys: [...new Set(objects.flatMap(({ keys }) => keys))],
    open: objects.length <= others.length || objects.some(({ open }) => open),
    get: (key) => owner(key)?.get(key),
    place: into.place,
  };
}

/** Methods of lists that call a function for each item. */
export const EACH_METHODS: ReadonlySet<string> = new Set([
  "forEach",
  "map",
  "flatMap",
  "filter",
  "some",
  "every",
  "find",
  "findIndex",
  "reduce",
  "reduceRight",
]);

/** Methods that put something into what they are called on. */
export const FILLING_METHODS: ReadonlySet<string> = new Set([
  "push",
  "unshift",
  "splice",
  "add",
  "set",
  "append",
  "appendleft",
  "extend",
  "insert",
  "update",
  "setdefault",
]);
