import { SDK_CLIENTS } from "../../knowledge/sdk/clients.ts";
import { bringsV2, isPartOfV2, JAVASCRIPT_V2 } from "../../knowledge/sdk/support.ts";
import { factsOf, type HandlerView } from "../../model/code/handler.ts";
import { handlerOf } from "../../model/words/code/handler.ts";
import { siteOf } from "../../model/words/code/sites.ts";
import { fitsMessage } from "../../model/words/nouns.ts";
import { defineRule } from "../define.ts";

export default defineRule({
  id: "sdk-past-support",
  summary: "Handler imports a version of the AWS SDK that has no support any more",
  pillars: ["security", "operational-excellence", "performance-efficiency", "sustainability"],
  tradeoffs: { "operational-excellence": "The newer version has other calls: each has to be moved and tested." },
  practices: ["PERF05-BP06@2024-06-27", "SUS06-BP02@2024-06-27"],
  default: "on",
  severity: "warning",
  confidence: "high",
  why: `Version 2 of the SDK for JavaScript has been out of support since 8 September 2025: nobody fixes what is found in it, and new services and Regions are missing.
Runtimes from Node.js 18 on do not have it, so the whole of it travels with the code and is loaded at each cold start. Version 3 has a package for each service.`,
  references: [
    "https://aws.amazon.com/blogs/developer/announcing-end-of-support-for-aws-sdk-for-javascript-v2/",
    "https://docs.aws.amazon.com/lambda/latest/dg/lambda-nodejs.html",
  ],
  on: "function",
  *check(fn, context) {
    const handler = handlerOf(fn, context);
    const runtime = fn.text("runtime");
    if (!handler.known) return handler;
    if (!runtime.known) return runtime;
    if (context.today < JAVASCRIPT_V2.ended) return;
    const brought = bringsV2(runtime.value ?? "");
    const instead = insteadOf(handler.value);
    const seen = new Set<string>();
    for (const { name, import: each, place } of handler.value.packages) {
      const isPart = isPartOfV2(each.specifier);
      if (each.typeOnly || (name !== JAVASCRIPT_V2.package && !isPart) || (isPart && brought) || seen.has(siteOf(place))) continue;
      seen.add(siteOf(place));
      yield {
        at: place,
        aspect: name,
        text: "{fn} uses version 2 of the AWS SDK, without support since {ended}: use {instead}.",
        many: "{names} use version 2 of the AWS SDK, without support since {ended}.",
        values: { fn, ended: JAVASCRIPT_V2.ended, instead },
      };
    }
  },
  examples: [
    {
      dialect: "sam",
      bad: {
        "template.yaml": `Transform: AWS::Serverless-2016-10-31
Resources:
  Orders:
    Type: AWS::Serverless::Function
    Properties:
      CodeUri: src/
      Handler: app.handler
      Runtime: nodejs22.x
`,
        "src/app.js": `const AWS = ⟦require("aws-sdk")⟧;

const s3 = new AWS.S3();

exports.handler = async (event) => s3.headBucket({ Bucket: event.bucket }).promise();
`,
      },
      good: {
        "template.yaml": `Transform: AWS::Serverless-2016-10-31
Resources:
  Orders:
    Type: AWS::Serverless::Function
    Properties:
      CodeUri: src/
      Handler: app.handler
      Runtime: nodejs22.x
`,
        "src/app.js": `const { HeadBucketCommand, S3Client } = require("@aws-sdk/client-s3");

const s3 = new S3Client({});

exports.handler = async (event) => s3.send(new HeadBucketCommand({ Bucket: event.bucket }));
`,
      },
    },
  ],
});

/** The package of the newer version, where the handler uses one service. */
function insteadOf(view: HandlerView): string {
  const services = new Set(factsOf(view, "client").flatMap(({ sdk, service }) => (sdk === "javascript-v2" && service !== undefined ? [service] : [])));
  const [only] = services;
  const known = services.size === 1 ? SDK_CLIENTS.find(({ service }) => service === only) : undefined;
  const name = known ? `@aws-sdk/client-${known.package}` : "";
  return name !== "" && fitsMessage(name) ? name : "version 3";
}
