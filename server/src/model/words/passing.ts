import { limitsPassedRole } from "../../knowledge/iam/condition-keys.ts";
import type { Resource } from "../resource.ts";
import { isStar, narrowedBy, type Written, writtenItems } from "./statements.ts";

/** Whether an action of a statement lets its holder hand every role of the account to a service: `iam:PassRole`, `iam:Pass*` or `iam:*`. */
export function passesAnyRole(statement: Resource<"statement">, action: Written): boolean {
  if (!isPassing(action)) return false;
  const narrowed = narrowedBy(statement, limitsPassedRole);
  return narrowed.known && !narrowed.value && writtenItems(statement.terms("resources")).items.some(isEveryRole);
}

/** Whether an action lets its holder pass roles. */
export const isPassing = ({ text }: Written): boolean => /^iam:(?:passrole|pass\*|\*)$/i.test(text);

/** Whether a resource of a statement is every role of an account: `*`, `arn:aws:iam::123456789012:role/*`. */
export const isEveryRole = (written: Written): boolean => isStar(written) || /^arn:.*:iam::.*:(?:role\/)?\*$/.test(written.text);
