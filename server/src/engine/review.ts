import type { Rule } from "../rules/define.ts";
import type { Review } from "./reported.ts";
import type { Snapshot } from "./snapshot.ts";

export declare function review(snapshot: Snapshot, uri: string, rules: readonly Rule[], previous?: Review): Review;
