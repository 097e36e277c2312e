import { stepsOf } from "../../base/place.ts";
import type { Edit } from "../../model/edit.ts";
import type { NodeEdit } from "../../syntax/edit.ts";
import { nodeAt } from "../../syntax/locate.ts";
import type { Tree } from "../../syntax/tree.ts";
import { standsElsewhere } from "./paths.ts";
import { type Spelling, spell } from "./spelling.ts";

type Grant = Extract<Edit, { readonly grant: string }>;

/** Writes a SAM policy template among the policies of a function or state machine, in the place of a statement or name where one is given. */
export function grantEdits(edit: Grant, tree: Tree, by: Spelling): readonly NodeEdit[] | { readonly cannot: string } {
  const holder = edit.to.part;
  const other = standsElsewhere(holder.path) ?? (edit.insteadOf && standsElsewhere(edit.insteadOf.part.path));
  if (other) return other;
  if (!holder.type.startsWith("AWS::Serverless::")) return { cannot: "policy templates exist on SAM functions and state machines only" };
  const policies = [...stepsOf(holder.path), "Properties", "Policies"];
  const value = spell({ [edit.grant]: edit.parameters }, by);
  const list = nodeAt(tree, policies);
  if (list && list.kind !== "list") return edit.insteadOf ? [{ op: "set", path: policies, value: [value] }] : { cannot: "Policies is not a list" };
  if (!edit.insteadOf) return [{ op: "append", path: policies, value }];
  const written = stepsOf(edit.insteadOf.part.path);
  const item = written.slice(0, policies.length + 1);
  if (written.length < item.length || item.slice(0, -1).join("/") !== policies.join("/")) return { cannot: "the statement stands in another policy" };
  const statements = nodeAt(tree, [...item, "Statement"]);
  if (written.length > item.length && statements?.kind === "list" && statements.items.length > 1)
    return [
      { op: "remove", path: written },
      { op: "append", path: policies, value },
    ];
  return [{ op: "set", path: item, value }];
}
