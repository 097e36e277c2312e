import type { Part } from "../../model/part.ts";
import { bindInside } from "../bind.ts";
import { attachmentsOf } from "../cloudformation/inside/policies.ts";
import { statementsOf } from "../iam/statements.ts";
import { at, type Branch, child, items, literal, refTo } from "../parts.ts";

/** `Policies` of a function or state machine in all its forms: names and ARNs, policy documents, policy templates. */
export function policiesOf(owner: Part): readonly Part[] {
  return items(at(owner.body, "Properties", "Policies")).flatMap((policy, index) => policyParts(owner, `Policies/${index}`, policy));
}

function policyParts(owner: Part, name: string, policy: Branch): readonly Part[] {
  const { expression } = policy;
  if (expression.is !== "map") return attachmentsOf(owner, name, [policy]);
  if (expression.entries.has("Statement")) return statementsOf(owner, name, [policy], "identity");
  const template = [...expression.entries.keys()][0];
  if (template === undefined || expression.entries.size !== 1) return [];
  const binding = bindInside("policyTemplate", { template: null, parameters: template, holder: null });
  return [child(owner, name, binding, policy, { template: literal(template, expression.path), holder: refTo(owner.id, owner.path) })];
}

export function trustOf(owner: Part): readonly Part[] {
  return statementsOf(owner, "AssumeRolePolicyDocument", at(owner.body, "Properties", "AssumeRolePolicyDocument"), "trust");
}
