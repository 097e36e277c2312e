import { factsFrom } from "../fact.ts";

const fact = factsFrom("https://docs.aws.amazon.com/lambda/latest/dg/", "2026-11-24");

/** The first major version of Node.js on which Lambda gives handlers no callback. */
export const CALLBACKS_END_WITH = fact(24, "", "nodejs-handler.html");
