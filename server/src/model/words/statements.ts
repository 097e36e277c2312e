import type { Resource } from "../resource.ts";
import { type Item, isList, Structure } from "../structure.ts";
import { type Known, spelled, type Term, type Unknown, unknown, type Value } from "../value.ts";

/** One action or resource of a statement, as written. */
export interface Written {
  /** References as `${Id}`, parts that only deployment knows as `…`. */
  readonly text: string;
  readonly at: Known<Term>;
}

/** One entry of a `Condition`: `StringEquals: { aws:PrincipalOrgID: o-1 }`. */
export interface Constraint {
  readonly operator: string;
  readonly key: string;
  /** What the key is compared with; undefined where only deployment knows. */
  readonly values: readonly string[];
}

/** Whether a statement allows, and is of one use: what a role may do, or who may use a resource. */
export function allows(statement: Resource<"statement">, use: "identity" | "resource"): Value<boolean> {
  const of = statement.text("use");
  const effect = statement.text("effect");
  if (!of.known) return of;
  if (!effect.known) return effect;
  return { ...effect, value: of.value === use && effect.value === "Allow" };
}

/** The items of a list that are known, and why others are not. */
export function writtenItems(list: Value<readonly Value<Term>[]>): { readonly items: readonly Written[]; readonly open: Unknown | undefined } {
  if (!list.known) return { items: [], open: list };
  const items = list.value.flatMap((item) => (item.known ? [{ text: spelled(item.value), at: item }] : []));
  return { items, open: list.value.find((item): item is Unknown => !item.known) };
}

/** All constraints of a statement; empty without a condition, unknown where it was not wholly read. */
export function constraintsOf(statement: Resource<"statement">): Value<readonly Constraint[]> {
  const condition = statement.structure("condition");
  if (!condition.known) return condition;
  if (condition.value?.open !== undefined) return unknown(condition.value.open, condition.place);
  const constraints: Constraint[] = [];
  for (const operator of condition.value?.keys ?? []) {
    const compared = condition.value?.structure(operator);
    if (!compared?.known) return compared ?? unknown("the condition was not read");
    for (const key of compared.value?.keys ?? []) {
      const values = compared.value?.get(key);
      constraints.push({ operator, key, values: values?.known ? texts(values.value) : [] });
    }
  }
  return { ...condition, value: constraints };
}

/**
 * Whether a condition narrows a statement by a key of some sort. What excludes (`StringNotEquals`) or compares with everything (`*`, `0.0.0.0/0`) does not
 * narrow.
 */
export function narrowedBy(statement: Resource<"statement">, isKey: (key: string) => boolean): Value<boolean> {
  const constraints = constraintsOf(statement);
  if (!constraints.known) return constraints;
  return { ...constraints, value: constraints.value.some((one) => isKey(one.key) && !/Not|^Null$/.test(one.operator) && !one.values.some(isEverything)) };
}

/** Whether a resource of a statement is `*`. */
export const isStar = (written: Written): boolean => written.text === "*";

/** Whether an action is the bare wildcard of all services. */
export const isEveryAction = (written: Written): boolean => /^\*(?::\*)?$/.test(written.text);

/** Whether an action has a wildcard. */
export const isWildcard = ({ text }: Written): boolean => /[*?]/.test(text);

/** Whether an action is a wildcard over all that a service offers: `dynamodb:*`. */
export const isWholeService = ({ text }: Written): boolean => /^[^*]+:\*$/.test(text);

/** Whether an action is a wildcard over a verb: `s3:Put*`, and not `s3:PutObject*`, which says on what. */
export const isVerb = ({ text }: Written): boolean => /^[^*:]+:[A-Za-z][a-z]+\*$/.test(text);

/** Whether an action makes what is not there yet, and so works on nothing that a template could name. */
export const creates = ({ text }: Written): boolean => /:create/i.test(text);

const isEverything = (text: string): boolean => /^(?:\*+|0\.0\.0\.0\/0|::\/0)$/.test(text);

function texts(item: Item | undefined): readonly string[] {
  if (item === undefined || item instanceof Structure) return [];
  if (isList(item)) return item.flatMap((one) => (one.known ? texts(one.value) : []));
  return [spelled(item)];
}
