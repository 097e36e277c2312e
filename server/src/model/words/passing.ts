import { limitsPassedRole } from "../../knowledge/iam/condition-keys.ts";
import type { Resource } from "../resource.ts";
import { isStar, narrowedBy, type Written, writtenItems } from "./statements.ts";

/** Whether an action of a statement lets its holder hand every role of the account to a service: `iam:PassRole`, `iam:Pass*` or `iam:*`. */
export function passesAnyRole(statement: Resource<"statement">, action: Written): boolean {
  if (!/^iam:(?:passrole|pass\*|\*)$/i.test(action.text)) return false;
  const narrowed = narrowedBy(statement, limitsPassedRole);
  return narrowed.known && !narrowed.value && writtenItems(statement.terms("resources")).items.some(isEveryRole);
}

/** Whether a resource of a statement is every role of an account: `*`, `arn:aws:iam::123456789012:role/*`. */
export const isEveryRole = (written: Written): boolean => isStar(written) || /^arn:.*:iam::.*:(?:role\/)?\*$/.test(written.text);
