import type { Moving } from "../../shared/hoist.ts";

export const JAVASCRIPT_MOVING: Moving = { prefix: /^(?:export\s+(?:default\s+)?)?$/, blankLines: 1 };
