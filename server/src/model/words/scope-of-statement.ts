import { kindOfWholeType } from "../../knowledge/iam/arn-forms.ts";
import type { KindName } from "../kinds/index.ts";
import type { Resource } from "../resource.ts";
import { named, nounOf } from "./nouns.ts";
import { isStar, type Written, writtenItems } from "./statements.ts";

/** The kind of which a resource of a statement names every one (`table/*`); undefined for `*` and for what names some by name. */
export const wholeType = (written: Written): KindName | undefined => kindOfWholeType(written.text) as KindName | undefined;

/** Whether a resource of a statement is `*`, or every resource of one kind. */
export const isUnbounded = (written: Written): boolean => isStar(written) || wholeType(written) !== undefined;

/** The resources of this template that a statement names, in its order and each once. */
export function namedResources(statement: Resource<"statement">): readonly Resource[] {
  const found = writtenItems(statement.terms("resources")).items.flatMap(({ at }) => statement.meant(at.value) ?? []);
  return [...new Map(found.map((resource) => [resource.id, resource])).values()];
}

/** On what a statement allows, in words: `every resource`, `every table`, `Orders and Uploads`, `table/orders-*`. */
export function whereOf(statement: Resource<"statement">): string {
  const { items } = writtenItems(statement.terms("resources"));
  if (items.some(isStar) || items.length === 0) return "every resource";
  const words = items.map((item) => {
    const kind = wholeType(item);
    return kind ? `every ${nounOf(kind)}` : (statement.meant(item.at.value)?.name ?? resourcePart(item.text));
  });
  const all = [...new Set(words)];
  return all.length > 1 && all.join("").length > LONGEST ? `${all.length} resources` : named(all, "resource");
}

/** What follows the account in an ARN; a long one is shortened. */
function resourcePart(arn: string): string {
  // References such as `${AWS::Partition}` hold colons of their own.
  const part =
    [...arn.matchAll(/((?:\$\{[^}]*\}|[^:])*)(?::|$)/g)]
      .map(([, each]) => each)
      .slice(5)
      .join(":")
      .replace(/:$/, "") || arn;
  return part.length > LONGEST ? `${part.slice(0, LONGEST)}…` : part;
}

const LONGEST = 36;
