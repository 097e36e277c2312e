import { type Path, pathOf } from "../../base/place.ts";
import type { Expression, Include } from "../../model/expression.ts";
import type { Node } from "../../syntax/node.ts";
import type { Tree } from "../../syntax/tree.ts";
import type { Beside } from "../beside.ts";
import { bodyOf, entriesOf, groupOf, SYNTAX_ERROR } from "./entries.ts";
import { expressionOf, scan } from "./expression.ts";
import { includeOf, isInclude } from "./include.ts";
import { contentOf, included } from "./included.ts";

/** One group of a template, such as its resources, with what it includes. */
export interface ReadGroup {
  /** Key → what the entry says. The path of an entry leads to where it is written, perhaps in another document. */
  readonly entries: ReadonlyMap<string, Expression>;
  /** Why there may be more entries than these; undefined when there are not. */
  readonly open: string | undefined;
}

/** Reads a group; an entry of the template itself stands before an included one of its name. */
export function readGroup(tree: Tree, key: string, beside: Beside): ReadGroup {
  const entries = new Map<string, Expression>();
  let open = broken(tree, key) ? SYNTAX_ERROR : undefined;
  const add = (content: Expression | undefined) => {
    if (content?.is !== "map") open ??= content?.is === "unknown" ? content.reason : MORE;
    else {
      open ??= content.open;
      for (const [name, value] of content.entries) if (!entries.has(name)) entries.set(name, value);
    }
  };
  const within: (Include | undefined)[] = [];
  for (const written of entriesOf(tree, key)) {
    if (written.key === "Fn::Transform") within.push(includeOf(written.value, pathOf([key, written.key])));
    else if (written.key.startsWith("Fn::")) open ??= MORE;
    else if (!entries.has(written.key)) entries.set(written.key, included(bodyOf(written), beside));
  }
  for (const include of within) add(include && contentOf(include, beside));
  for (const include of aroundAll(tree)) {
    const whole = include && contentOf(include, beside);
    if (whole?.is !== "map" || whole.entries.has(key)) add(whole?.is === "map" ? whole.entries.get(key) : whole);
  }
  return { entries, open };
}

const MORE = "a loop or a transform adds entries at deployment";

/** What a whole group says, for groups that are read as one. */
export function groupBody(tree: Tree, key: string, beside: Beside): Expression | undefined {
  const group = groupOf(tree, key);
  const { entries, open } = readGroup(tree, key, beside);
  if (!group && entries.size === 0 && open === undefined) return undefined;
  const path = pathOf([key]);
  if (group?.whole && group.whole.value?.kind !== "map") return expressionOf(group.whole.value, path, scan(open));
  return open ? { is: "map", entries, path, open } : { is: "map", entries, path };
}

function broken(tree: Tree, key: string): boolean {
  const group = groupOf(tree, key);
  return group?.sections?.some(({ section }) => section.problems.length > 0) || (group?.whole?.placed.section.problems.length ?? 0) > 0;
}

/** The includes that stand for parts of the whole template; undefined for one whose document lies elsewhere. */
function aroundAll(tree: Tree): readonly (Include | undefined)[] {
  const path = pathOf(["Transform"]);
  const group = groupOf(tree, "Transform");
  const whole = group?.whole?.value;
  if (whole?.kind === "list") return whole.items.flatMap((item, index) => includeIn(item, { up: path, step: index }));
  const entries = group?.sections?.flatMap(({ section }) => section.entries);
  return includeIn(entries ? { kind: "map", flow: false, entries, span: { start: 0, end: 0 } } : whole, path);
}

const includeIn = (node: Node | undefined, path: Path | undefined): readonly (Include | undefined)[] => (isInclude(node) ? [includeOf(node, path)] : []);
