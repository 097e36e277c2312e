/** Rules for tests of the program around rules: each finding is easy to provoke. */
import { defineRule, type Rule } from "../../../server/src/rules/define.ts";

const about = {
  pillars: ["performance-efficiency", "cost-optimization"],
  tradeoffs: { "cost-optimization": "More memory **costs** more." },
  practices: [],
  default: "on",
  confidence: "high",
  why: "CPU grows with *memory*.",
  references: ["https://docs.aws.amazon.com/lambda/latest/dg/configuration-memory.html"],
  on: "function",
  examples: [],
} as const;

/** No memory is set: a warning with a safe fix. */
export const memoryUnset = defineRule({
  ...about,
  id: "memory-unset",
  summary: "Function has no memory",
  severity: "warning",
  *check(fn) {
    const memory = fn.number("memorySize");
    if (!memory.known) return memory;
    if (memory.origin !== "default") return;
    yield {
      at: memory,
      text: "No memory: {fn} has {has} MB.",
      values: { fn, has: memory.value },
      fixes: [{ title: "Set 512 MB", safety: "safe", edits: [{ set: fn, property: "memorySize", to: 512 }] }],
    };
  },
});

/** A timeout of more than a minute: an error with a fix to look at. */
export const timeoutLong = defineRule({
  ...about,
  id: "timeout-long",
  summary: "Function may run long",
  severity: "error",
  pillars: ["reliability"],
  *check(fn) {
    const timeout = fn.number("timeout");
    if (!timeout.known) return timeout;
    if (timeout.value <= 60) return;
    yield {
      at: timeout,
      text: "{fn} may run {has} s.",
      values: { fn, has: timeout.value },
      related: [[fn, "the function"]],
      fixes: [{ title: "Set 60 s", safety: "review", edits: [{ set: fn, property: "timeout", to: 60 }] }],
    };
  },
});

/** Fails on every function. */
export const crashing = defineRule({
  ...about,
  id: "crashing",
  summary: "This rule is broken",
  severity: "warning",
  // biome-ignore lint/correctness/useYield: it never gets that far.
  *check() {
    throw new Error("out of order");
  },
});

export const TEST_RULES: readonly Rule[] = [memoryUnset, timeoutLong];
