import { factsFrom } from "./fact.ts";

const fact = factsFrom("https://docs.aws.amazon.com/step-functions/latest/dg/", "2026-11-24");

export const TYPE_DEFAULT = fact("STANDARD", "", "choosing-workflow-type.html");
/** An Express workflow keeps no history: its log is the only one. */
export const EXPRESS_HAS_HISTORY = fact(false, "", "choosing-workflow-type.html");
export const MAXIMUM_DURATION = {
  express: fact(300, "s", "service-quotas.html"),
  standard: fact(31_536_000, "s", "service-quotas.html"),
} as const;
/** Logging is off unless set; at this level with execution data every input and output is written. */
export const LOG_LEVEL = { default: fact("OFF", "", "cw-logs.html"), everything: fact("ALL", "", "cw-logs.html") } as const;
export const TRACING_DEFAULT = fact(false, "", "concepts-xray-tracing.html");
