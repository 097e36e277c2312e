import { deepStrictEqual } from "node:assert";
import { type Options, readCommand } from "../../../server/src/hosts/cli/arguments.ts";

const DEFAULTS: Options = { paths: ["."], format: "text", fix: false, failOn: "error", rules: [], today: undefined };

describe("arguments of the command line", () => {
  it("review the working directory by default", () => check("review", {}));
  it("name paths", () => check("review a.yaml stacks", { paths: ["a.yaml", "stacks"] }));
  it("may stand anywhere, with a sign of equality or without", () =>
    check("--format json review a.yaml --fail-on=warning b.yaml", { format: "json", failOn: "warning", paths: ["a.yaml", "b.yaml"] }));
  it("name rules", () => check("review --rule a-rule --rule b-rule", { rules: ["a-rule", "b-rule"] }));
  it("fix what is safe", () => check("review --fix safe", { fix: true }));
  it("set the day", () => check("review --today 2027-01-01", { today: "2027-01-01" }));
  it("take what follows two dashes for a path", () => check("review -- --fix", { paths: ["--fix"] }));

  it("ask for help or the version, whatever else they say", () => {
    deepStrictEqual(read("review --help"), { does: "help" });
    deepStrictEqual(read("-h"), { does: "help" });
    deepStrictEqual(read("--version"), { does: "version" });
  });

  const wrong: readonly (readonly [parameters: string, says: string])[] = [
    ["", "What is to be done? There is one command: review."],
    ["check a.yaml", 'There is no command "check"; there is one: review.'],
    ["review --format xml", "--format is text, json, sarif."],
    ["review --fail-on hint", "--fail-on is error, warning, information, never."],
    ["review --fix all", "--fix is safe: other fixes are for people to look at."],
    ["review --today tomorrow", "--today is a day, YYYY-MM-DD."],
    ["review --today 2026-02-30", "--today is a day, YYYY-MM-DD."],
    ["review --rule c-rule", 'There is no rule "c-rule".'],
    ["review --loud", "Unknown option '--loud'"],
    ["review --rule", "Option '--rule <value>' argument missing"],
  ];
  for (const [parameters, says] of wrong) it(`refuse \`${parameters}\``, () => deepStrictEqual(read(parameters), { does: "nothing", wrong: says }));
});

const read = (parameters: string) => readCommand(parameters.split(" ").filter(Boolean), new Set(["a-rule", "b-rule"]));

function check(parameters: string, expected: Partial<Options>): void {
  deepStrictEqual(read(parameters), { does: "review", ...DEFAULTS, ...expected });
}
