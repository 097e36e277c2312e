import { factsFrom } from "./fact.ts";

const fact = factsFrom("https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/", "2026-11-24");

/** Off unless switched on; then any second of the last days can be restored. */
export const POINT_IN_TIME_RECOVERY = {
  default: fact(false, "", "PointInTimeRecovery_Howitworks.html"),
  shortest: fact(1, "d", "PointInTimeRecovery_Howitworks.html"),
  longest: fact(35, "d", "PointInTimeRecovery_Howitworks.html"),
} as const;

export const DELETION_PROTECTION_DEFAULT = fact(false, "", "WorkingWithTables.Basics.html");
