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

/** How Powertools is asked to log each event whole. Source: its documentation for Python and TypeScript, read 2026-11-24. */
export const EVENT_LOGGING = {
  variable: "POWERTOOLS_LOGGER_LOG_EVENT",
  methods: new Set(["inject_lambda_context", "injectLambdaContext"]),
  options: new Set(["log_event", "logEvent"]),
} as const;

/** Whether the name of a module says that it logs. */
export const speaksOfLogging = (name: string): boolean => /log|powertools/i.test(name);
