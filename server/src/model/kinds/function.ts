import { EPHEMERAL_STORAGE, MEMORY, TIMEOUT } from "../../knowledge/lambda.ts";
import { kind, number, reference, structure, terms, text } from "../kind.ts";

export const lambdaFunction = kind("function", {
  functionName: text(),
  description: text(),
  packageType: text({ default: "Zip" }),
  runtime: text(),
  handler: text(),
  /** Folder or archive with the code, relative to the template. */
  codeUri: text(),
  inlineCode: text(),
  /** How the code is built when that does not go by the runtime: `esbuild`, `makefile`. */
  buildMethod: text(),
  /** Options of the build, such as the `EntryPoints` of esbuild. */
  buildProperties: structure(),
  /** Folder in which the image is built, relative to the template. */
  dockerContext: text(),
  /** Path of the Dockerfile below that folder. */
  dockerfile: text({ default: "Dockerfile" }),
  imageConfig: structure(),
  timeout: number({ unit: "s", default: TIMEOUT.default }),
  memorySize: number({ unit: "MB", default: MEMORY.default }),
  ephemeralStorage: number({ unit: "MB", default: EPHEMERAL_STORAGE.default }),
  architectures: terms(),
  layers: terms(),
  role: reference(),
  environment: structure(),
  tracing: text({ default: "PassThrough" }),
  logGroup: reference(),
  logFormat: text({ default: "Text" }),
  reservedConcurrency: number(),
  provisionedConcurrency: number(),
  alias: text(),
  deadLetterTarget: reference(),
  /** What is sent on failure and where, as written; SAM can make the queue itself (`Type: SQS`). */
  onFailure: structure(),
  failureDestination: reference(),
  successDestination: reference(),
  maximumRetryAttempts: number(),
  maximumEventAge: number({ unit: "s" }),
  vpcConfig: structure(),
  durableConfig: structure(),
  capacityProviderConfig: structure(),
  snapStart: text(),
});
