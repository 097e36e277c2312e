/** Packages whose loggers write structured lines. Names as in the registries, 2026-11-24. */
export const LOGGERS: Readonly<Record<"javascript" | "python", ReadonlySet<string>>> = {
  javascript: new Set([
    "@aws-lambda-powertools/logger",
    "pino",
    "winston",
    "bunyan",
    "loglevel",
    "lambda-log",
    "pino-lambda",
    "tslog",
    "@dazn/lambda-powertools-logger",
    "log4js",
    "consola",
  ]),
  python: new Set(["aws_lambda_powertools", "structlog", "loguru", "aws_lambda_logging", "pythonjsonlogger"]),
};

const LEVELS: Readonly<Record<string, "debug" | "info" | "warn" | "error">> = {
  trace: "debug",
  debug: "debug",
  verbose: "debug",
  silly: "debug",
  log: "info",
  info: "info",
  dir: "info",
  table: "info",
  notice: "info",
  warn: "warn",
  warning: "warn",
  error: "error",
  exception: "error",
  fatal: "error",
  critical: "error",
};

/** The level of a logger's method; undefined for a method that logs nothing. */
export const levelOf = (method: string): "debug" | "info" | "warn" | "error" | undefined => (Object.hasOwn(LEVELS, method) ? LEVELS[method] : undefined);
