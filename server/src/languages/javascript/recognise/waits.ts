import type { CallFact, SeenCall } from "../../../model/code/facts.ts";
import type { Meaning } from "../../../model/code/meaning.ts";
import { codesInAll } from "../../../model/code/traverse.ts";
import { moduleName } from "../../shared/meanings.ts";

/** `new Promise(resolve => setTimeout(resolve, n))`, `timers/promises`, `promisify(setTimeout)`, and the packages for it. */
export function recogniseSleep(call: SeenCall): CallFact | undefined {
  const milliseconds = waited(call);
  if (!milliseconds) return undefined;
  const { code, place, circumstances } = call;
  return { is: "sleep", seconds: milliseconds.is === "number" ? milliseconds.value / 1000 : undefined, code, place, circumstances };
}

const SLEEPERS: ReadonlySet<string> = new Set(["delay", "sleep-promise", "timers/promises"]);

function waited({ callee, arguments: given, place, circumstances }: SeenCall): Meaning | undefined {
  const computed: Meaning = { is: "unknown", reason: "it is computed", place };
  if (callee.is === "external") {
    const name = moduleName(callee.package);
    if (SLEEPERS.has(name) && (callee.path.length === 0 || callee.path[0] === "setTimeout")) return given[0] ?? computed;
    // A timer whose function settles the promise around it is a wait; any other one is not.
    const timer = name === "" && callee.path.join(".") === "setTimeout";
    return timer && settlesPromise(given[0], circumstances.through.at(-1)) ? (given[1] ?? computed) : undefined;
  }
  const promisified = callee.is === "made" && callee.callee.is === "external" && callee.callee.path.at(-1) === "promisify";
  const [wrapped] = callee.is === "made" ? callee.arguments : [];
  return promisified && wrapped?.is === "external" && wrapped.path.join(".") === "setTimeout" ? (given[0] ?? computed) : undefined;
}

/** `resolve`, or a function that calls it without a value (a value says who was first in a race), where `resolve` is the first parameter of the function around. */
function settlesPromise(given: Meaning | undefined, around: SeenCall["circumstances"]["through"][number] | undefined): boolean {
  const first = around?.parameters[0]?.to;
  if (!given || first?.is !== "name" || (around?.parameters.length ?? 0) > 2) return false;
  if (given.is !== "function") return given.is === "unknown";
  return [...codesInAll(given.code.body)].some(
    (code) => code.is === "call" && code.callee.is === "name" && code.callee.name === first.name && code.arguments.length === 0,
  );
}
