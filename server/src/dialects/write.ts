import { same } from "../base/memo.ts";
import { type Step, stepsOf } from "../base/place.ts";
import type { TextEdit } from "../base/span.ts";
import { type Content, type Edit, Mentioned, type NewResource } from "../model/edit.ts";
import { Subject } from "../model/subject.ts";
import type { Template } from "../model/template.ts";
import type { NodeEdit } from "../syntax/edit.ts";
import { nodeAt } from "../syntax/locate.ts";
import type { Tree } from "../syntax/tree.ts";
import { write } from "../syntax/write.ts";
import { SECTION_OF } from "./sam/globals.ts";
import { addition, freeIds, typeOfAdded } from "./writing/added.ts";
import { failureEdits } from "./writing/failures.ts";
import { grantEdits } from "./writing/grant.ts";
import { chosenOn, propertyPath, standsElsewhere } from "./writing/paths.ts";
import { replacing } from "./writing/replacing.ts";
import { gathered } from "./writing/sets.ts";
import { type Spelling, spell } from "./writing/spelling.ts";

export type Written = { readonly edits: readonly TextEdit[] } | { readonly cannot: string };

/** The text of model edits in the document's own dialect and style, all computed against `tree`; or why it cannot be written. */
export function writeEdits(template: Template, tree: Tree, edits: readonly Edit[]): Written {
  const failing = edits.flatMap((edit) => ("sendFailuresOf" in edit ? [edit.sendFailuresOf] : []));
  const plain: Exclude<Edit, { readonly sendFailuresOf: unknown }>[] = [];
  for (const edit of edits) {
    if (!("sendFailuresOf" in edit)) plain.push(edit);
    else {
      const made = failureEdits(edit.sendFailuresOf, template, failing);
      if ("cannot" in made) return made;
      plain.push(...(made as typeof plain));
    }
  }
  const by: Spelling = {
    format: tree.format,
    ids: freeIds(
      plain.filter((edit): edit is NewResource => "add" in edit),
      template,
    ),
    typeOf: typeOfAdded,
  };
  const nodes: NodeEdit[] = [];
  for (const edit of plain) {
    const made = nodeEdits(edit, template, tree, by);
    if ("cannot" in made) return made;
    for (const one of made) {
      const cannot = replacing(one, tree);
      if (cannot !== undefined) return { cannot };
      if (!nodes.some((other) => saysTheSame(other, one))) nodes.push(one);
    }
  }
  return write(tree, insideFirst(gathered(tree, nodes)));
}

/** What changes inside a resource comes before what is added behind it: both may start at the same place of the text. */
function insideFirst(nodes: readonly NodeEdit[]): readonly NodeEdit[] {
  const isWhole = ({ op, path }: NodeEdit): boolean => op === "set" && path.length === 2;
  return [...nodes.filter((node) => !isWhole(node)), ...nodes.filter(isWhole)];
}

/** What several findings ask for is written once, wherever each would have put it. */
function saysTheSame(a: NodeEdit, b: NodeEdit): boolean {
  return same({ ...a, after: undefined }, { ...b, after: undefined });
}

type Made = readonly NodeEdit[] | { readonly cannot: string };

function nodeEdits(edit: Exclude<Edit, { readonly sendFailuresOf: unknown }>, template: Template, tree: Tree, by: Spelling): Made {
  if ("add" in edit) {
    const made = addition(edit, by);
    return "cannot" in made ? made : [made];
  }
  if ("grant" in edit) return grantEdits(edit, tree, by);
  if ("code" in edit) return { cannot: "code is written in its own language" };
  if ("setForAll" in edit) return setForAll(edit.setForAll, edit.property, edit.to, template, tree, by);
  if ("set" in edit) return setOn(edit.set, edit.property, edit.to, tree, by, edit.comment);
  if ("append" in edit) return append(edit.append, edit.property, edit.item, tree, by);
  if ("replace" in edit) {
    const place = "known" in edit.replace ? edit.replace.place : edit.replace;
    if (place.within) return { cannot: "only a part of the text would change" };
    const path = stepsOf(place.path);
    return standsElsewhere(place.path) ?? refusedReplacement(tree, path, edit.by) ?? [{ op: "set", path, value: spell(edit.by, by) }];
  }
  if ("rename" in edit) {
    const path = stepsOf(edit.rename.path);
    return standsElsewhere(edit.rename.path) ?? refusal(tree, path.slice(0, -1)) ?? [{ op: "rename", path, to: edit.to }];
  }
  const removed = edit.remove instanceof Subject ? edit.remove.place : "known" in edit.remove ? edit.remove.place : edit.remove;
  return standsElsewhere(removed.path) ?? [{ op: "remove", path: stepsOf(removed.path) }];
}

function refusal(tree: Tree, path: readonly Step[]): { readonly cannot: string } | undefined {
  const chosen = chosenOn(tree, path);
  return chosen === undefined ? undefined : { cannot: `the value is chosen by ${chosen}` };
}

/** A reference may stand in for another one; what a condition, a mapping or a list chooses stays chosen. */
function refusedReplacement(tree: Tree, path: readonly Step[], by: Content): { readonly cannot: string } | undefined {
  const chosen = chosenOn(tree, path);
  const refers = by instanceof Mentioned && chosen !== undefined && REFERENCES.test(chosen) && chosenOn(tree, path.slice(0, -1)) === undefined;
  return refers ? undefined : refusal(tree, path);
}

const REFERENCES = /^(?:!|Fn::)?(?:Ref|GetAtt|Sub|Join)$/;

function setOn(resource: Subject, property: string, to: Content | undefined, tree: Tree, by: Spelling, comment?: string): Made {
  const found = propertyPath(resource.part, property);
  if ("cannot" in found) return found;
  const refused = refusal(tree, found.path);
  if (refused) return refused;
  if (to === undefined) return [{ op: "remove", path: found.path }];
  const attribute = resource.part.binding.properties[property]?.[0] !== "Properties" && resource.part.owner === undefined && resource.part.kind !== "parameter";
  return [{ op: "set", path: found.path, value: spell(to, by), ...(attribute ? { after: "Type" } : {}), ...(comment === undefined ? {} : { comment }) }];
}

/** Writes where all resources of the type inherit from; on the resource itself where it has a value of its own or inherits nothing. */
function setForAll(resource: Subject, property: string, to: Content, template: Template, tree: Tree, by: Spelling): Made {
  const section = template.dialect === "sam" ? SECTION_OF[resource.type] : undefined;
  const steps = resource.part.binding.properties[property] ?? [];
  const path = section === undefined || steps[0] !== "Properties" || !isTransformed(tree) ? undefined : ["Globals", section, ...steps.slice(1)];
  // What the transform makes has no place but the one that it inherits from.
  if (path && resource.part.implied) return refusal(tree, path) ?? [{ op: "set", path, value: spell(to, by), after: "Transform" }];
  const found = propertyPath(resource.part, property);
  if ("cannot" in found) return found;
  if (path === undefined || nodeAt(tree, found.path) || isAlone(resource, path, template, tree)) return setOn(resource, property, to, tree, by);
  return refusal(tree, path) ?? [{ op: "set", path, value: spell(to, by), after: "Transform" }];
}

/** Whether a resource is the only one of its type, and nothing is inherited yet: a section for all would be longer and say no more. */
function isAlone({ part }: Subject, path: readonly string[], template: Template, tree: Tree): boolean {
  if (nodeAt(tree, path.slice(0, 2))) return false;
  for (const other of template.parts.values()) if (other.type === part.type && other.owner === undefined && other.id !== part.id) return false;
  return true;
}

/** Only a transform knows `Globals`; a file with its types may lack it, being a part of a template or not finished. */
const isTransformed = (tree: Tree): boolean => tree.groups.some(({ key }) => key === "Transform" || key === "Globals");

function append(resource: Subject, property: string, item: Content, tree: Tree, by: Spelling): Made {
  const found = propertyPath(resource.part, property);
  if ("cannot" in found) return found;
  const refused = refusal(tree, found.path);
  if (refused) return refused;
  const there = nodeAt(tree, found.path);
  if (there && there.kind !== "list") return { cannot: `${property} is not a list` };
  return [{ op: "append", path: found.path, value: spell(item, by) }];
}
