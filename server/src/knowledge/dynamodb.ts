import { factsFrom } from "./fact.ts";

const fact = factsFrom("https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/", "2026-11-24");

/** With point-in-time recovery, which is off unless switched on, any second of the last days can be restored: up to this many, and at least one. */
export const POINT_IN_TIME_RECOVERY = {
  longest: fact(35, "d", "PointInTimeRecovery_Howitworks.html"),
} as const;
