/** Version 2 of the SDK for JavaScript. Source: AWS's announcement of its end of support (AWS developer blog), and "Building Lambda functions with Node.js", read 2026-11-24. */
export const JAVASCRIPT_V2 = {
  package: "aws-sdk",
  /** Service by service, without the rest. */
  partOf: /^aws-sdk\/clients\//,
  ended: "2025-09-08",
  /** The last runtimes that brought it along. */
  inRuntimes: /^nodejs(?:\d\.|1[0246]\.)/,
} as const;

/** Whether a runtime brings version 2 along. */
export const bringsV2 = (runtime: string): boolean => JAVASCRIPT_V2.inRuntimes.test(runtime);

/** Whether a module is version 2's for one service alone. */
export const isPartOfV2 = (name: string): boolean => JAVASCRIPT_V2.partOf.test(name);
