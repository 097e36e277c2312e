import { deepStrictEqual } from "node:assert";
import { sourcesBelow, textOf } from "./sources.ts";

const MOST_LINES = 400;
/** Tables are as long as what they list. */
const DATA = /^server\/src\/(pillars|knowledge)\/|^server\/src\/rules\/index\.ts$/;
const RULE = /^server\/src\/rules\/[^/]+\/[^/]+\.ts$/;
const SAYS_NOTHING = /(^|\/)(utils?|helpers?|manager|common|misc)(\.ts)?(\/|$)/;

const OURS = ["server/src", "client/src", "scripts", "test"].flatMap(sourcesBelow);

describe("house rules", () => {
  it(`files have at most ${MOST_LINES} lines`, () => {
    check((path) => (DATA.test(path) ? 0 : Math.max(0, textOf(path).split("\n").length - 1 - MOST_LINES)), "lines too many");
  });

  it("only rules have a default export", () => {
    check((path) => (RULE.test(path) ? 0 : count(textOf(path), /^export default\b/gm)), "default exports");
  });

  it("imports end in .ts", () => {
    check((path) => count(textOf(path), /^(?:import|export)\b[^"';]*\bfrom "\.[^"]*(?<!\.ts|\.json|\.mjs)"/gm), "imports without it");
  });

  it("no file has a name that says nothing", () => check((path) => (SAYS_NOTHING.test(path) ? 1 : 0), "such names"));

  it("nothing is left to do", () => {
    check(
      (path) => (path.endsWith("house-rules.test.ts") ? 0 : count(textOf(path), /^\s*(?:\/\/|\*|\/\*\*?) (?:TODO|FIXME|XXX)\b/gm)),
      "comments that put something off",
    );
  });
});

/** Lists the files in which something is counted, with the number. */
function check(counted: (path: string) => number, what: string): void {
  const wrong = OURS.map((path) => [path, counted(path)] as const).filter(([, number]) => number > 0);
  deepStrictEqual(
    wrong.map(([path, number]) => `${path}: ${number} ${what}`),
    [],
  );
}

function count(text: string, what: RegExp): number {
  return [...text.matchAll(what)].length;
}
