import type { Moving } from "../../shared/hoist.ts";

export const PYTHON_MOVING: Moving = { prefix: /^$/, blankLines: 2 };
