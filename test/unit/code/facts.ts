import { reviewOf, TEMPLATE } from "../../../scripts/generate/example.ts";
import type { Section, Spelling } from "../../../scripts/generate/handlers/spelling.ts";
import type { Circumstances, Fact, Use } from "../../../server/src/model/code/facts.ts";
import type { FunctionCodeState, HandlerView } from "../../../server/src/model/code/handler.ts";
import type { Meaning } from "../../../server/src/model/code/meaning.ts";
import type { LanguageName } from "../../../server/src/model/code/module.ts";
import type { Value } from "../../../server/src/model/value.ts";
import { defineRule } from "../../../server/src/rules/define.ts";

const TEMPLATES: Readonly<Record<LanguageName, string>> = { javascript: templateOf("nodejs22.x"), python: templateOf("python3.13") };
const FILES: Readonly<Record<LanguageName, string>> = { javascript: "app.js", python: "app.py" };

function templateOf(runtime: string): string {
  return `Transform: AWS::Serverless-2016-10-31
Resources:
  Orders:
    Type: AWS::Serverless::Function
    Properties: { Runtime: ${runtime}, Handler: app.handler, CodeUri: . }
`;
}

/** What is known of the code of the function of a project whose template, where there is none, has a single one. */
export function codeOf(code: Spelling["code"], language: LanguageName): Value<FunctionCodeState> {
  const own = typeof code === "string" ? { [FILES[language]]: code } : code;
  let found: Value<FunctionCodeState> | undefined;
  const looking = defineRule({
    ...ABOUT,
    *check(fn, context) {
      found = context.codeOf(fn);
      yield* [];
      return undefined;
    },
  });
  const { crashes } = reviewOf(new Map(Object.entries({ [TEMPLATE]: TEMPLATES[language], ...own })), [looking]);
  if (!found || crashes.length > 0) throw new Error(crashes.map(({ message }) => message).join("\n") || "The function was not reviewed.");
  return found;
}

const ABOUT = {
  id: "looking",
  summary: "Looks at code",
  pillars: ["reliability"],
  tradeoffs: {},
  practices: [],
  default: "on",
  severity: "warning",
  confidence: "high",
  why: "Test.",
  references: [],
  on: "function",
  examples: [],
} as const;

/** A line for each fact, and one for each reason why something is not known. */
export function printedCode(code: Value<FunctionCodeState>, shows: Section["shows"]): readonly string[] {
  if (!code.known) return [`unknown: ${code.reason}`];
  if (code.value.is === "missing file") return ["no file"];
  if (code.value.is === "missing export") return [`no export, but ${code.value.missing.offered.join(", ")}`];
  const { view } = code.value;
  const facts = view.facts.filter(({ is }) => shows.includes(is)).map((fact) => `${printedFact(fact)}${around(fact)}`);
  return [
    ...(shows.includes("handler") ? [printedHandler(view)] : []),
    ...(shows.includes("package") ? view.packages.map(({ name }) => `package ${name}`) : []),
    ...facts,
    ...(view.resolved === true ? [] : [`not resolved: ${view.resolved.reason}`]),
    ...(view.complete === true || view.resolved !== true ? [] : [`not complete: ${view.complete.reason}`]),
  ];
}

function printedHandler({ handler }: HandlerView): string {
  if (!handler) return "handler unknown";
  const parameters = handler.code.parameters.map(({ to }) => (to.is === "name" ? to.name : to.is));
  const file = handler.place.uri.replace(/^.*\/project\//, "");
  return `handler (${parameters.join(", ")}) in ${file}${handler.wrappers.length > 0 ? ` through ${handler.wrappers.join(", ")}` : ""}`;
}

/** Where a fact differs from what stands in the body of the handler itself, or what is used of it. */
function around(fact: Fact): string {
  const { perInvocation, loops, tries, catches, conditional } = fact.circumstances;
  const words = [
    ...("use" in fact ? [printedUse(fact.use)] : []),
    perInvocation ? "" : "once",
    ...loops.map(({ over }) => `in loop${over ? ` over ${meaning(over)}` : ""}`),
    tries.length > 0 ? "in try" : "",
    catches.length > 0 ? "in catch" : "",
    conditional && !catches.length ? "perhaps" : "",
    through(fact.circumstances),
  ];
  return words
    .filter((word) => word !== "")
    .map((word) => `, ${word}`)
    .join("");
}

function through({ through: functions, perInvocation }: Circumstances): string {
  const names = functions.slice(perInvocation ? 1 : 0).flatMap(({ name }) => name ?? []);
  return names.filter((name) => name !== "handler").length > 0 ? `through ${names.filter((name) => name !== "handler").join(" → ")}` : "";
}

function printedUse({ kind, awaited, keys, whole }: Use): string {
  const read = keys.size > 0 ? `${kind} ${[...keys].join("+")}${whole ? "+" : ""}` : kind;
  return awaited ? `awaited ${read}` : read;
}

function printedFact(fact: Fact): string {
  switch (fact.is) {
    case "service call":
      return `${fact.service}.${fact.operation}(${entries(fact.parameters)}${fact.open ? " …" : ""})${fact.by === "call" ? "" : ` by ${fact.by}`}`;
    case "client":
      return `client ${fact.service ?? "?"} (${entries(fact.options)})${fact.dependsOnEvent ? " of the event" : ""}`;
    case "connection":
      return `connection ${fact.library}`;
    case "http call":
      return `http ${fact.library}${fact.method ? ` ${fact.method}` : ""} ${meaning(fact.url)}, timeout ${fact.timeout}`;
    case "sleep":
      return `sleep ${fact.seconds ?? "?"}`;
    case "log":
      return `log ${fact.library} ${fact.level}${fact.interpolated ? " interpolated" : ""} ${fact.values.map(meaning).join(", ")}`;
    case "environment read":
      return ["env", fact.name, fact.hasDefault ? "default" : "", fact.throws ? "throws" : "", fact.guarded ? "guarded" : ""]
        .filter((word) => word !== "")
        .join(" ");
    case "callback call":
      return `callback ${fact.name}`;
    case "verification":
    case "batch answer":
      return `${fact.is} by ${fact.by}`;
    case "remaining time":
    case "throw":
      return fact.is;
    case "unfollowed call":
      return `unfollowed: ${fact.reason}`;
    case "local call":
      return `calls ${fact.name}${fact.asynchronous ? " async" : ""}`;
    case "each call":
      return `each ${fact.method} over ${meaning(fact.over)}${fact.callback.asynchronous ? " async" : ""}`;
    case "catch":
      return `catch ${fact.types.map(meaning).join(", ")}`.trim();
    case "return":
      return `return ${meaning(fact.value)}${fact.ofHandler ? "" : " inside"}`;
    case "event read":
      return `${fact.of}.${fact.path.join(".")}${fact.guarded ? " guarded" : ""}`;
    case "global write":
      return `${fact.how} ${fact.name}${fact.memo ? " memo" : ""}${fact.fromEvent ? " from event" : ""}`;
  }
}

function entries(of: ReadonlyMap<string, Meaning> | undefined): string {
  return of ? [...of].map(([key, value]) => `${key}: ${meaning(value)}`).join(", ") : "?";
}

/** A meaning in few words. */
function meaning(of: Meaning | undefined): string {
  switch (of?.is) {
    case undefined:
      return "nothing";
    case "text":
      return JSON.stringify(of.value);
    case "number":
    case "flag":
      return String(of.value);
    case "object":
      return `{${of.keys.map((key) => `${key}: ${meaning(of.get(key))}`).join(", ")}${of.open ? " …" : ""}}`;
    case "list":
      return `[${of.items.map(meaning).join(", ")}]`;
    case "template":
      return `\`${of.parts.map((part) => (part.is === "text" ? part.value : `{${meaning(part)}}`)).join("")}\``;
    case "variable":
      return `env.${of.name}`;
    case "external":
      return [of.package, ...of.path].filter((part) => part !== "").join(".");
    case "made":
      return `${meaning(of.callee)}()`;
    case "member":
      return `${meaning(of.of)}.${of.key}`;
    case "instance":
      return `a ${of.of.code.name ?? "class"}`;
    case "event":
    case "context":
      return [of.is, ...of.path].join(".");
    case "either":
      return of.of.map(meaning).join(" | ");
    default:
      return of?.is ?? "";
  }
}
