import { factsFrom } from "../fact.ts";

const fact = factsFrom("https://docs.aws.amazon.com/lambda/latest/dg/", "2026-11-24");

/**
 * Variables that are there although no template declares them: those that the runtime sets, those that its operating system and language read, and those by which
 * AWS's own libraries are set up, which all have defaults.
 */
export const UNDECLARED_VARIABLES = fact(
  /^(?:AWS_.*|_HANDLER|_X_AMZN_TRACE_ID|LAMBDA_(?:TASK_ROOT|RUNTIME_DIR)|TZ|LANG|PATH|HOME|PWD|USER|SHELL|TMPDIR|HOSTNAME|LD_LIBRARY_PATH|NODE_.*|PYTHON.*|POWERTOOLS_.*|LOG_LEVEL|OTEL_.*|CI|DEBUG|IS_OFFLINE|IS_LOCAL|JEST_WORKER_ID|DD_.*|SENTRY_.*)$/,
  "",
  "configuration-envvars.html",
);

/** Packages that fill the environment from a file or from elsewhere, or that give every variable a default. */
export const FILLS_ENVIRONMENT: ReadonlySet<string> = new Set([
  "dotenv",
  "greengrasssdk",
  "dotenv-safe",
  "dotenv-expand",
  "dotenv-flow",
  "convict",
  "env-var",
  "envalid",
  "znv",
  "@t3-oss/env-core",
  "nconf",
  "config",
  "environs",
  "decouple",
  "pydantic_settings",
  "dynaconf",
]);

/** Whether a variable comes from Lambda itself, or from tools that set it where the template does not show. */
export const isSetElsewhere = (name: string): boolean => UNDECLARED_VARIABLES.value.test(name);
