import { factsFrom } from "./fact.ts";

const fact = factsFrom("https://docs.aws.amazon.com/appsync/latest/devguide/", "2026-11-24");

/** At this level, with verbose content, requests and responses of every resolver are written. */
export const FIELD_LOG_OF_EVERYTHING = fact("ALL", "", "monitoring.html");
