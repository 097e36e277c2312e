import { readFileSync } from "node:fs";
import { join } from "node:path";
import { type IamActions, iamActions } from "../../../../server/src/knowledge/iam/actions.ts";
import { ROOT } from "../../sources.ts";

/** The table of IAM actions as a host reads it. */
export function shippedActions(): IamActions {
  const actions = iamActions(readFileSync(join(ROOT, "server/src/knowledge/iam/iam-actions.generated.txt"), "utf8"));
  if (!actions) throw new Error("The table is a text, so its look-ups exist.");
  return actions;
}
