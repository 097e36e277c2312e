import { deepStrictEqual, match } from "node:assert";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { Ajv } from "ajv";
import { run } from "../../../server/src/hosts/cli/run.ts";
import type { Rule } from "../../../server/src/rules/define.ts";
import { RULES } from "../../../server/src/rules/index.ts";
import { ROOT } from "../sources.ts";
import { inFolder } from "./folder.ts";
import { crashing, TEST_RULES } from "./rules.ts";

const TEMPLATE = `Transform: AWS::Serverless-2016-10-31
Resources:
  Orders: # pillar-hints: allow nothing
    Type: AWS::Serverless::Function
    Properties:
      Timeout: 300
  Broken: [
`;

describe("SARIF", () => {
  it("is valid, whatever there is to report", () => check({ "a b/ü.yaml": TEMPLATE, "good.yaml": "Resources: {}" }, [...TEST_RULES, crashing]));
  it("is valid where there is nothing to report", () => check({ "good.yaml": "Resources: {}" }, TEST_RULES));
  it("is valid for the sample, with all rules", () => check({ "template.yaml": readFileSync(join(ROOT, "examples/orders/template.yaml"), "utf8") }, RULES));

  it("says where a finding stands, how to fix it and by what to know it again", async () => {
    const [only] = (await check({ "a b/ü.yaml": TEMPLATE }, TEST_RULES)).runs;
    const result = only?.results.find(({ ruleId }) => ruleId === "timeout-long");
    const artifactLocation = { uri: "a%20b/%C3%BC.yaml", uriBaseId: "%SRCROOT%" };
    deepStrictEqual(result, {
      ruleId: "timeout-long",
      ruleIndex: 3,
      level: "error",
      message: { text: "Orders may run 300 s." },
      locations: [
        {
          physicalLocation: { artifactLocation, region: { startLine: 6, startColumn: 16, endLine: 6, endColumn: 19 } },
          logicalLocations: [{ name: "Orders", kind: "resource" }],
        },
      ],
      relatedLocations: [
        {
          id: 1,
          message: { text: "the function" },
          physicalLocation: { artifactLocation, region: { startLine: 3, startColumn: 3, endLine: 3, endColumn: 9 } },
        },
      ],
      fixes: [
        {
          description: { text: "Set 60 s" },
          artifactChanges: [
            {
              artifactLocation,
              replacements: [{ deletedRegion: { startLine: 6, startColumn: 16, endLine: 6, endColumn: 19 }, insertedContent: { text: "60" } }],
            },
          ],
          properties: { safety: "review" },
        },
      ],
      partialFingerprints: { "pillarHints/v1": "timeout-long:Orders:timeout" },
      properties: { pillars: ["reliability"], severity: "error", confidence: "high" },
    });
  });

  it("carries the help of each rule that it names", async () => {
    const { rules } = (await check({ "a.yaml": TEMPLATE }, TEST_RULES)).runs[0]?.tool.driver ?? { rules: [] };
    deepStrictEqual(
      rules.map(({ id }) => id),
      ["allow-unknown-rule", "allow-without-reason", "memory-unset", "timeout-long"],
    );
    const rule = rules.find(({ id }) => id === "memory-unset");
    deepStrictEqual(rule?.shortDescription, { text: "Function has no memory." });
    const { text, markdown } = rule?.help ?? { text: "", markdown: "" };
    match(text, /^CPU grows with \*?memory\*?\.\n\nCosts .*More memory costs more\./);
    match(markdown, /^CPU grows with \*memory\*\.\n\n\*\*Costs\*\* .*More memory \*\*costs\*\* more\./);
  });

  it("tells of what was not reviewed and of what failed", async () => {
    const [invocation] = (await check({ "a.yaml": TEMPLATE }, [...TEST_RULES, crashing])).runs[0]?.invocations ?? [];
    deepStrictEqual(invocation?.executionSuccessful, false);
    deepStrictEqual(
      invocation?.toolExecutionNotifications.map(({ level }) => level),
      ["warning", "error"],
    );
    match(invocation?.toolExecutionNotifications[1]?.message.text ?? "", /^The rule crashing failed: .*out of order/);
  });
});

interface SarifRule {
  readonly id: string;
  readonly shortDescription: { readonly text: string };
  readonly help?: { readonly text: string; readonly markdown: string };
}

interface Log {
  readonly runs: readonly {
    readonly tool: { readonly driver: { readonly rules: readonly SarifRule[] } };
    readonly results: readonly { readonly ruleId: string }[];
    readonly invocations: readonly {
      readonly executionSuccessful: boolean;
      readonly toolExecutionNotifications: readonly { readonly level: string; readonly message: { readonly text: string } }[];
    }[];
  }[];
}

const { $schema, id, ...schema } = JSON.parse(readFileSync(join(ROOT, "test/fixtures/sarif/sarif-2.1.0-rtm.5.schema.json"), "utf8")) as Record<string, unknown>;
// The schema is of draft 4, which says the same as draft 7 by all the words that it uses but `$schema` and `id`.
const valid = new Ajv({ strict: false, validateFormats: false, unicodeRegExp: false }).compile(schema);

/** Reviews the files and holds the report against the schema of SARIF. */
async function check(files: Readonly<Record<string, string>>, rules: readonly Rule[]): Promise<Log> {
  return inFolder(files, async (folder) => {
    let out = "";
    const take = (text: string) => {
      out += text;
    };
    await run(["review", "--format", "sarif"], { rules, workingDirectory: folder, now: new Date(2026, 10, 24), out: take, say: take });
    const log: unknown = JSON.parse(out);
    valid(log);
    deepStrictEqual(valid.errors ?? [], []);
    return log as Log;
  });
}
