import type { Severity } from "../rules/define.ts";
import type { Notice } from "./reported.ts";

/** How loud a notice is, wherever it is shown. */
export const NOTICE_SEVERITY: Readonly<Record<Notice["code"], Severity>> = {
  "allow-without-reason": "warning",
  "allow-unknown-rule": "warning",
  "allow-expired": "warning",
  "allow-unused": "information",
  "project-file": "warning",
};
