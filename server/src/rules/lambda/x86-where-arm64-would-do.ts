import { ARCHITECTURE } from "../../knowledge/lambda.ts";
import { isNative } from "../../knowledge/native-modules.ts";
import { runtime } from "../../knowledge/runtimes.ts";
import type { Context } from "../../model/context.ts";
import type { Resource } from "../../model/resource.ts";
import { unknown, type Value } from "../../model/value.ts";
import { sourceFolder } from "../../model/words/functions.ts";
import { MANIFESTS } from "../../model/words/manifests.ts";
import { defineRule } from "../define.ts";

export default defineRule({
  id: "x86-where-arm64-would-do",
  summary: "Function runs on x86 although its dependencies run on arm64 as they are",
  pillars: ["sustainability", "cost-optimization", "performance-efficiency"],
  tradeoffs: {
    "operational-excellence": "The function has to be built and tested on another architecture.",
    "performance-efficiency": "Code that lives off AVX instructions may be slower.",
  },
  practices: ["SUS05-BP02@2024-06-27", "COST06-BP02@2024-06-27", "PERF02-BP01@2024-06-27"],
  default: "on",
  severity: "hint",
  confidence: "medium",
  why: `Graviton processors do the same work for less energy, and Lambda charges about a fifth less for their time. A function whose dependencies are all
plain JavaScript or Python needs no other change than this line and one round of tests.`,
  ask: "Are all layers, wheels and native modules built for arm64, and who tests them?",
  references: ["https://docs.aws.amazon.com/lambda/latest/dg/foundation-arch.html"],
  on: "function",
  *check(fn, context) {
    const architectures = fn.terms("architectures");
    if (!architectures.known) return architectures;
    const [only] = architectures.value;
    if (only && !only.known) return only;
    if (only && only.value !== ARCHITECTURE.value) return;
    const fits = runsOnArm(fn, context);
    if (!fits.known) return fits;
    if (!fits.value) return;
    const { sustainabilityGoal } = context.profile;
    yield {
      at: architectures,
      severity: sustainabilityGoal ? "warning" : "hint",
      cause: "template",
      text: "{fn} runs on x86; its dependencies run on arm64 as they are, for about a fifth less.",
      many: "{names} run on x86; their dependencies run on arm64 as they are.",
      values: { fn },
      fixes: [
        {
          title: "Run {fn} on arm64 (rebuild and test its dependencies)",
          many: "Run all {count} functions on arm64 (rebuild and test their dependencies)",
          safety: "review",
          edits: [{ setForAll: fn, property: "architectures", to: ["arm64"] }],
        },
      ],
    };
  },
  examples: [
    {
      dialect: "sam",
      bad: {
        "template.yaml": `Transform: AWS::Serverless-2016-10-31
Resources:
  ⟦Orders⟧:
    Type: AWS::Serverless::Function
    Properties:
      Runtime: nodejs24.x
      CodeUri: src/
      Handler: app.handler
`,
        "src/package.json": `{ "dependencies": { "zod": "^4.0.0" } }
`,
      },
      good: {
        "template.yaml": `Transform: AWS::Serverless-2016-10-31
Resources:
  Orders:
    Type: AWS::Serverless::Function
    Properties:
      Runtime: nodejs24.x
      CodeUri: src/
      Handler: app.handler
      Architectures: [arm64]
`,
        "src/package.json": `{ "dependencies": { "zod": "^4.0.0" } }
`,
      },
    },
    {
      dialect: "cloudformation",
      bad: {
        "template.yaml": `Resources:
  Orders:
    Type: AWS::Lambda::Function
    Properties:
      Runtime: python3.13
      Architectures: ⟦[x86_64]⟧
      Code: ./src
`,
        "src/requirements.txt": `requests==2.32.5
`,
      },
      good: {
        "template.yaml": `Resources:
  Orders:
    Type: AWS::Lambda::Function
    Properties:
      Runtime: python3.13
      Architectures: [arm64]
      Code: ./src
`,
        "src/requirements.txt": `requests==2.32.5
`,
      },
    },
  ],
});

/** Whether a function's manifest shows that nothing in it is built for one architecture only. */
function runsOnArm(fn: Resource<"function">, { file }: Context): Value<boolean> {
  const packageType = fn.text("packageType");
  const identifier = fn.text("runtime");
  const layers = fn.terms("layers");
  const folder = sourceFolder(fn);
  if (!packageType.known) return packageType;
  if (!identifier.known) return identifier;
  if (!layers.known) return layers;
  if (!folder.known) return folder;
  const found = identifier.value === undefined ? undefined : runtime(identifier.value);
  const manifest = found && MANIFESTS[found.family];
  const plain = packageType.value !== "Image" && layers.value.length === 0 && found?.architectures.includes("arm64");
  if (!plain || !manifest || folder.value === undefined) return { ...identifier, value: false };
  const text = file(folder.value === "." ? manifest.name : `${folder.value}/${manifest.name}`);
  if (!text.known) return text;
  if (text.value === undefined) return unknown(`there is no ${manifest.name} beside the code`);
  const packages = manifest.packages(text.value);
  if (!packages) return unknown(`${manifest.name} cannot be read`);
  return { ...text, value: packages.every((name) => !isNative(manifest.registry, name)) };
}
