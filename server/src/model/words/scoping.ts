import { stepsOf } from "../../base/place.ts";
import { accessSet } from "../../knowledge/iam/access-sets.ts";
import type { IamAction, IamActions } from "../../knowledge/iam/actions.ts";
import { grants, type PolicyAccess, type PolicyTemplate, policyTemplatesOn } from "../../knowledge/iam/sam-policy-templates.ts";
import type { Content, Edit, Fix, Mentioned } from "../edit.ts";
import type { Graph } from "../graph.ts";
import type { KindName } from "../kinds/index.ts";
import type { Resource } from "../resource.ts";
import { arnsFor, parameterFor } from "./addresses.ts";
import { withoutWaiting } from "./cycles.ts";
import { named, nounOf } from "./nouns.ts";
import type { Held } from "./roles.ts";
import { isEveryAction, isWholeService, type Written, writtenItems } from "./statements.ts";

/** A wildcard of a statement, and the resources of this template that it is meant for. */
export interface Wildcard {
  readonly action: Written;
  readonly kind: KindName;
  readonly targets: readonly Resource[];
}

/**
 * Fixes that put one of SAM's policy templates on a resource in the place of a statement or a managed policy: reading and writing first, then reading,
 * then writing. Empty where SAM has none, or where the resource cannot be named there.
 * @param dropping a pattern such as `dynamodb:*`, whose actions that the template lacks are counted in the title
 */
export function templateFixes(graph: Graph, iam: IamActions | undefined, { instead, holder, target, replaced, dropping }: TemplateChoice): readonly Fix[] {
  return templatesOn(target).flatMap((template) => {
    const parameter = template.addresses && parameterFor(graph, instead, target, template.addresses.takes);
    if (!template.addresses || parameter === undefined) return [];
    const left = dropped(iam, dropping, target.kind, (action) => grants(template, action.id));
    return [
      {
        title: `Replace ${replaced} with ${template.name} on ${target.name}${left}`,
        safety: "review" as const,
        edits: [{ grant: template.name, parameters: { [template.addresses.parameter]: parameter }, to: holder, insteadOf: instead }],
      },
    ];
  });
}

export interface TemplateChoice {
  readonly instead: Held;
  readonly holder: Resource;
  readonly target: Resource;
  /** What the title says is replaced. */
  readonly replaced: string;
  readonly dropping: string;
}

/**
 * Fixes that write actions out in the place of wildcards: those that read and write, those that read, those that write. With `narrows` the resources of
 * the statement become the targets. Empty where one of the kinds has no such actions, or a target cannot be named.
 */
export function setFixes(
  graph: Graph,
  iam: IamActions | undefined,
  statement: Resource<"statement">,
  wildcards: readonly Wildcard[],
  narrows: boolean,
): readonly Fix[] {
  return (["read and write", "read", "write"] as const).flatMap((access) => setFix(graph, iam, statement, wildcards, narrows, access) ?? []);
}

/**
 * Fixes that put a statement on resources of this template in the place of a managed policy on a role: reading and writing first, then reading, then
 * writing. Empty where the kind has no such actions, or a resource cannot be named in the role.
 */
export function statementFixes(graph: Graph, iam: IamActions | undefined, choice: StatementChoice): readonly Fix[] {
  const accesses: readonly Access[] = choice.polled ? ["read and write", "read"] : ["read and write", "read", "write"];
  return accesses.flatMap((access) => statementFix(graph, iam, choice, access) ?? []);
}

export interface StatementChoice {
  /** The managed policy, which goes. */
  readonly instead: Resource<"policyAttachment">;
  readonly role: Resource<"role">;
  /** All of one kind. */
  readonly targets: readonly Resource[];
  /** Whether Lambda polls one of them in the name of the role, which takes the right to read. */
  readonly polled: boolean;
  /** What the title says is replaced. */
  readonly replaced: string;
}

function statementFix(graph: Graph, iam: IamActions | undefined, { instead, role, targets, replaced }: StatementChoice, access: Access): Fix | undefined {
  const [first] = targets;
  const actions = first && actionsOf(first.kind, access);
  if (!first || !actions) return undefined;
  const known = actions.flatMap((action) => iam?.action(action) ?? []);
  const arns = targets.map((target) => arnsFor(graph, role, target, known));
  if (known.length < actions.length || arns.some((each) => each === undefined)) return undefined;
  const on = targets.map(({ name }) => name);
  const resources = arns.flatMap((each) => each ?? []);
  const statement: Content = { Effect: "Allow", Action: actions, Resource: resources.length === 1 ? (resources[0] ?? []) : resources };
  return {
    title: `Replace ${replaced} with ${worded(actions, access)} ${named(on, nounOf(first.kind))}`,
    safety: "review",
    edits: [
      {
        append: role,
        property: "inlinePolicies",
        item: { PolicyName: `use-${named(on, nounOf(first.kind)).replaceAll(" ", "-")}`, PolicyDocument: { Version: POLICY_VERSION, Statement: [statement] } },
      },
      { remove: instead },
      ...targets.flatMap((target) => withoutWaiting(role, target)),
    ],
  };
}

/** The edition of IAM's policy language. */
const POLICY_VERSION = "2012-10-17";

/** The edits that narrow a statement to some targets: one ARN as it is, several as a list. */
export function resourcesEdits(statement: Resource<"statement">, arns: readonly Mentioned[], targets: readonly Resource[]): readonly Edit[] {
  const { owner } = statement;
  const waits = owner ? targets.flatMap((target) => withoutWaiting(owner, target)) : [];
  return [{ set: statement, property: "resources", to: arns.length === 1 ? (arns[0] ?? []) : arns }, ...waits];
}

/** The worst action that a wildcard lets in: it deletes the resource, or gives rights to others. Undefined when none does. */
export function worstOf(actions: readonly IamAction[], kind: KindName | undefined): IamAction | undefined {
  const deletes = `Delete${kind === undefined ? "" : kind.charAt(0).toUpperCase() + kind.slice(1)}`;
  return (
    actions.find(({ name }) => name === deletes) ??
    actions.find(({ level, name }) => level === "Permissions management" && GIVES_RIGHTS.test(name)) ??
    actions.filter(({ name }) => name.startsWith("Delete")).sort((a, b) => a.name.length - b.name.length)[0]
  );
}

/** AWS counts some reading actions as managing permissions; these words tell the ones that do. */
const GIVES_RIGHTS = /Policy|Acl|Permission|Grant/;

type Access = "read and write" | "read" | "write";

function setFix(
  graph: Graph,
  iam: IamActions | undefined,
  statement: Resource<"statement">,
  wildcards: readonly Wildcard[],
  narrows: boolean,
  access: Access,
): Fix | undefined {
  const sets = wildcards.map((wildcard) => actionsFor(wildcard, access, iam));
  if (sets.some((set) => set === undefined)) return undefined;
  const arns = narrows ? wildcards.map((wildcard, index) => targetArns(graph, iam, statement, wildcard, sets[index] ?? [])) : [];
  if (arns.some((each) => each === undefined)) return undefined;
  const replaced = wildcards.map(({ action }) => action.text);
  const targets = [...new Set(wildcards.flatMap((wildcard) => wildcard.targets.map(({ name }) => name)))];
  const [only, ...others] = wildcards;
  const left = only && others.length === 0 ? dropped(iam, only.action.text, only.kind, (action) => sets[0]?.includes(action.id) === true) : "";
  return {
    title: `Replace ${named(replaced, "wildcard")} with ${worded(
      sets.flatMap((set) => set ?? []),
      access,
    )} ${named(targets, nounOf(only?.kind ?? "other"))}${left}`,
    safety: "review",
    edits: [
      ...actionEdits(statement, wildcards, sets),
      ...(narrows
        ? resourcesEdits(
            statement,
            arns.flatMap((each) => each ?? []),
            wildcards.flatMap((wildcard) => wildcard.targets),
          )
        : []),
    ],
  };
}

/** `6 actions that read`; a few are named. */
function worded(actions: readonly string[], access: Access): string {
  const names = [...new Set(actions)].map((action) => action.split(":")[1] ?? action);
  return names.length < 3 ? `${names.join(" and ")} on` : `${names.length} actions that ${access}`;
}

/** What takes the place of a wildcard; of one over a verb, only what it covers, and reading is not told from writing. */
function actionsFor({ action, kind }: Wildcard, access: Access, iam: IamActions | undefined): readonly string[] | undefined {
  const set = actionsOf(kind, access);
  if (isWholeService(action) || isEveryAction(action)) return set;
  const covered = new Set(iam?.matching(action.text).map(({ id }) => id));
  const left = access === "read and write" ? set?.filter((each) => covered.has(each)) : undefined;
  return left && left.length > 0 ? left : undefined;
}

function actionsOf(kind: KindName, access: Access): readonly string[] | undefined {
  const set = accessSet(kind);
  if (!set) return undefined;
  if (access !== "read and write") return set.read.length > 0 && set.write.length > 0 ? set[access] : undefined;
  return [...new Set([...set.read, ...set.write])].sort();
}

function targetArns(graph: Graph, iam: IamActions | undefined, statement: Resource<"statement">, { targets }: Wildcard, set: readonly string[]) {
  const actions = set.flatMap((action) => iam?.action(action) ?? []);
  const arns = targets.map((target) => arnsFor(graph, statement, target, actions));
  return actions.length < set.length || arns.some((each) => each === undefined) ? undefined : arns.flatMap((each) => each ?? []);
}

/** Puts each set in the place of its wildcard; actions that stand in the statement already are not written twice. */
function actionEdits(statement: Resource<"statement">, wildcards: readonly Wildcard[], sets: readonly (readonly string[] | undefined)[]): readonly Edit[] {
  const { items } = writtenItems(statement.terms("actions"));
  const kept = items.filter((item) => !wildcards.some(({ action }) => action.text === item.text)).map(({ text }) => text);
  if (kept.length === 0) return [{ set: statement, property: "actions", to: [...new Set(sets.flatMap((set) => set ?? []))] }];
  return wildcards.flatMap(({ action }, index): readonly Edit[] => {
    const [first, ...rest] = (sets[index] ?? []).filter((each) => !kept.includes(each));
    if (first === undefined || typeof stepsOf(action.at.place.path).at(-1) !== "number") return [{ remove: action.at }];
    return [{ replace: action.at, by: first }, ...rest.map((item: Content): Edit => ({ append: statement, property: "actions", item }))];
  });
}

const ORDER: Readonly<Record<PolicyAccess, number>> = {
  crud: 0,
  full: 1,
  poll: 2,
  read: 2,
  decrypt: 2,
  invoke: 3,
  start: 3,
  send: 3,
  write: 3,
  encrypt: 3,
  callback: 4,
};

/** The policy templates that fit a resource, widest first: no edition that another one replaces, and nothing wider than reading and writing items. */
function templatesOn(target: Resource): readonly PolicyTemplate[] {
  const all = policyTemplatesOn(target.kind);
  const names = new Set(all.map(({ name }) => name));
  const hasCrud = all.some(({ addresses }) => addresses?.access === "crud");
  return all
    .filter(({ name, addresses }) => !names.has(`${name}_v2`) && !(hasCrud && addresses?.access === "full") && fitsName(name, target))
    .sort((a, b) => ORDER[a.addresses?.access ?? "callback"] - ORDER[b.addresses?.access ?? "callback"]);
}

/** SAM has two templates for parameters, and which one works hangs on the slash that the name starts with. */
function fitsName(template: string, target: Resource): boolean {
  if (!target.is("configurationParameter")) return true;
  const name = target.text("parameterName");
  return name.known && name.value !== undefined && name.value.startsWith("/") === template.includes("Slash");
}

/** ` (drops DeleteTable and 38 more)`, or nothing where that is not known. */
function dropped(iam: IamActions | undefined, pattern: string, kind: KindName, isKept: (action: IamAction) => boolean): string {
  const lost = iam?.matching(pattern).filter((action) => !isKept(action)) ?? [];
  const worst = worstOf(lost, kind) ?? lost[0];
  if (!worst) return "";
  return lost.length === 1 ? ` (drops ${worst.name})` : ` (drops ${worst.name} and ${lost.length - 1} more)`;
}
