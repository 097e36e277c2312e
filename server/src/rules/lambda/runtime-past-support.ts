import { type Lifecycle, lifecycle, runtime, smallestJump } from "../../knowledge/runtimes.ts";
import type { Fix } from "../../model/edit.ts";
import { failsOn } from "../../model/words/code/callbacks.ts";
import { defineRule, type Severity } from "../define.ts";

export default defineRule({
  id: "runtime-past-support",
  summary: "Function runs on a runtime that AWS no longer patches, or soon will not",
  pillars: ["security"],
  tradeoffs: { "operational-excellence": "Moving to another runtime has to be built and tested." },
  practices: ["SEC06-BP01@2024-06-27"],
  default: "on",
  severity: "warning",
  confidence: "high",
  why: `After its deprecation date a runtime gets no security patches and no support. Some months later Lambda refuses to create functions on it, and then
to update them: the day on which a fix has to go out is a bad day to find that out. Moving one version at a time, before the date, is the cheap way.`,
  whoseJob: "AWS patches the runtimes that it supports; moving to a supported one is yours.",
  references: ["https://docs.aws.amazon.com/lambda/latest/dg/lambda-runtimes.html"],
  on: "function",
  *check(fn, context) {
    const { today } = context;
    const packageType = fn.text("packageType");
    const identifier = fn.text("runtime");
    if (!packageType.known) return packageType;
    if (!identifier.known) return identifier;
    const found = identifier.value === undefined || packageType.value === "Image" ? undefined : runtime(identifier.value);
    if (!found) return;
    const stands = lifecycle(found, today);
    if (stands === "supported") return;
    const next = smallestJump(found, today, ({ id }) => !failsOn(id, fn, context));
    const fixes: readonly Fix[] = next
      ? [
          {
            title: `Move {fn} to ${next.id}`,
            many: `Move all {count} functions to ${next.id}`,
            safety: "review",
            edits: [{ replace: identifier, by: next.id }],
          },
        ]
      : [];
    yield {
      at: identifier,
      text: `{fn} runs on {runtime}, ${WORDS[stands]} {date}.`,
      many: `{names} run on {runtime}, ${WORDS[stands]} {date}.`,
      values: { fn, runtime: found.id, date: dateOf(stands, found) ?? "" },
      severity: SEVERITIES[stands],
      cause: found.id,
      fixes,
    };
  },
  examples: [
    {
      dialect: "sam",
      today: "2026-11-24",
      bad: `Transform: AWS::Serverless-2016-10-31
Resources:
  Orders:
    Type: AWS::Serverless::Function
    Properties:
      Handler: app.handler
      Runtime: ⟦python3.9⟧
`,
      good: `Transform: AWS::Serverless-2016-10-31
Resources:
  Orders:
    Type: AWS::Serverless::Function
    Properties:
      Handler: app.handler
      Runtime: python3.12
`,
    },
    {
      dialect: "cloudformation",
      today: "2026-11-24",
      bad: `Resources:
  Orders:
    Type: AWS::Lambda::Function
    Properties:
      Runtime: "⟦nodejs8.10⟧"
      Code: { S3Bucket: code, S3Key: orders.zip }
`,
      good: `Resources:
  Orders:
    Type: AWS::Lambda::Function
    Properties:
      Runtime: "nodejs24.x"
      Code: { S3Bucket: code, S3Key: orders.zip }
`,
    },
  ],
});

type Past = Exclude<Lifecycle, "supported">;

const WORDS: Readonly<Record<Past, string>> = {
  ending: "which loses support on",
  deprecated: "unpatched since",
  "create-blocked": "unpatched; new functions are refused since",
  "update-blocked": "and deployments fail since",
};

const SEVERITIES: Readonly<Record<Past, Severity>> = { ending: "hint", deprecated: "warning", "create-blocked": "warning", "update-blocked": "error" };

function dateOf(stands: Past, of: NonNullable<ReturnType<typeof runtime>>): string | undefined {
  if (stands === "update-blocked") return of.updateBlocked;
  return stands === "create-blocked" ? of.createBlocked : of.deprecated;
}
