import { deepStrictEqual } from "node:assert";
import { isHeavy, isNative, type PackageRegistry } from "../../../server/src/knowledge/native-modules.ts";
import { tracingVendor } from "../../../server/src/knowledge/tracing-vendors.ts";

describe("packages with compiled code", () => {
  check(isNative, "npm", {
    native: ["sharp", "bcrypt", "@prisma/client", "@img/sharp-linux-x64", "@sparticuz/chromium"],
    not: ["@aws-sdk/client-s3", "lodash", "@imgix/js-core", "zod"],
  });
  check(isNative, "pypi", {
    native: ["numpy", "psycopg2-binary", "PyNaCl", "pydantic_core", "Ruamel.Yaml.Clib"],
    not: ["boto3", "requests", "aws-lambda-powertools"],
  });
});

describe("packages that take long to load", () => {
  check(isHeavy, "npm", {
    native: ["@aws-sdk/client-dynamodb", "aws-sdk", "pg", "express", "@nestjs/core"],
    not: ["uuid", "zod", "@aws-lambda-powertools/logger"],
  });
  check(isHeavy, "pypi", { native: ["boto3", "pandas", "SQLAlchemy", "google.cloud.storage", "langchain-core"], not: ["pyyaml", "aws_lambda_powertools"] });
});

describe("tracing by others", () => {
  const cases: readonly (readonly [sign: string, vendor: string | undefined])[] = [
    ["layer arn:aws:lambda:eu-west-1:464622532012:layer:Datadog-Node22-x:120", "Datadog"],
    ["layer arn:aws:lambda:eu-west-1:901920570463:layer:aws-otel-nodejs-amd64-ver-1-30-2:1", "OpenTelemetry"],
    ["layer arn:aws:lambda:eu-west-1:615299751070:layer:AWSOpenTelemetryDistroPython:16", "OpenTelemetry"],
    ["variable NEW_RELIC_LICENSE_KEY", "New Relic"],
    ["variable OTEL_SERVICE_NAME", "OpenTelemetry"],
    ["variable AWS_LAMBDA_EXEC_WRAPPER", "a wrapper"],
    ["variable TABLE_NAME", undefined],
    ["variable ADD_ONS", undefined],
    ["layer arn:aws:lambda:eu-west-1:123456789012:layer:shared:3", undefined],
  ];
  for (const [sign, vendor] of cases) {
    it(`${sign} means ${vendor ?? "nothing"}`, () => {
      const [what, text = ""] = sign.split(" ");
      deepStrictEqual(tracingVendor(what === "layer" ? { layers: [text], variables: [] } : { layers: [], variables: [text] }), vendor);
    });
  }
});

function check(is: typeof isNative, registry: PackageRegistry, { native, not }: { readonly native: readonly string[]; readonly not: readonly string[] }): void {
  it(`of ${registry}: ${[...native, ...not].join(", ")}`, () => {
    deepStrictEqual(
      [...native, ...not].filter((name) => is(registry, name)),
      native,
    );
  });
}
