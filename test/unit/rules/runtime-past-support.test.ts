import { strictEqual } from "node:assert";
import { loadGrammars, reviewOf, TEMPLATE } from "../../../scripts/generate/example.ts";
import { RULES } from "../../../server/src/rules/index.ts";

describe("runtime-past-support", () => {
  before(loadGrammars);

  const moves: readonly [what: string, code: string, title: string][] = [
    ["a handler that returns", "exports.handler = async () => 1;\n", "Move Orders to nodejs24.x"],
    [
      "a handler that only calls back, which nodejs24.x does not hear",
      "exports.handler = (event, context, callback) => callback(null, 1);\n",
      "Move Orders to nodejs22.x",
    ],
  ];
  for (const [what, code, title] of moves) it(what, () => check(code, title));
});

/** The first fix for a function on Node.js 18 with this handler. */
function check(code: string, title: string): void {
  const template = `Transform: AWS::Serverless-2016-10-31
Resources:
  Orders:
    Type: AWS::Serverless::Function
    Properties:
      CodeUri: src/
      Handler: app.handler
      Runtime: nodejs18.x
`;
  const files = new Map([
    [TEMPLATE, template],
    ["src/app.js", code],
  ]);
  const { findings } = reviewOf(
    files,
    RULES.filter(({ id }) => id === "runtime-past-support"),
    "2026-11-24",
  );
  strictEqual(findings[0]?.fixes[0]?.title, title);
}
