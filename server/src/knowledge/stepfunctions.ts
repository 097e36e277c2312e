import { factsFrom } from "./fact.ts";

const fact = factsFrom("https://docs.aws.amazon.com/step-functions/latest/dg/", "2026-11-24");

/** At this level with execution data every input and output is written. */
export const EXECUTION_LOG_OF_EVERYTHING = fact("ALL", "", "cw-logs.html");
