import { factsFrom } from "./fact.ts";

const fact = factsFrom("https://docs.aws.amazon.com/appsync/latest/devguide/", "2026-11-24");

/** At this level, with verbose content, requests and responses of every resolver are written. */
export const LOG_LEVEL = { default: fact("NONE", "", "monitoring.html"), everything: fact("ALL", "", "monitoring.html") } as const;
export const TRACING_DEFAULT = fact(false, "", "x-ray-tracing.html");
/** An API key is an identifier that travels with every client, and no authentication of a person. */
export const API_KEY_AUTHORIZATION = fact("API_KEY", "", "security-authz.html");
