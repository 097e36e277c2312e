import { accessSet } from "../../knowledge/iam/access-sets.ts";
import type { IamActions } from "../../knowledge/iam/actions.ts";
import { grants, policyTemplate } from "../../knowledge/iam/sam-policy-templates.ts";
import type { Graph } from "../graph.ts";
import type { Profile } from "../profile.ts";
import type { Resource } from "../resource.ts";
import { unknown, type Value } from "../value.ts";
import { allows, isEveryAction, isStar, writtenItems } from "./statements.ts";

/**
 * Whether something of this template may write to a table: a statement, a policy template or a connector gives it the right. A right on every table counts
 * for the tables that its holder mentions. Only what mentions the table is looked at, so the cost does not grow with the template.
 */
export function isWritten(graph: Graph, table: Resource<"table">, iam: IamActions): boolean {
  const mentioning = graph.mentioning(table);
  return (
    mentioning.some((by) => by.is("policyTemplate") && writesByTemplate(by, table)) ||
    mentioning.some((by) => by.is("statement") && writes(by, iam) && namesTable(by, table)) ||
    mentioning.some((by) => by.is("function", "stateMachine") && heldBy(graph, by).some((statement) => writes(statement, iam) && namesEveryTable(statement))) ||
    graph.referring(table, "connector", "destination").some(writesByConnector)
  );
}

const WRITES = accessSet("table")?.write ?? [];

function writesByTemplate(template: Resource<"policyTemplate">, table: Resource<"table">): boolean {
  const name = template.text("template");
  const known = name.known && name.value !== undefined ? policyTemplate(name.value) : undefined;
  const parameters = template.structure("parameters");
  if (!known?.addresses || !parameters.known || !WRITES.some((action) => grants(known, action))) return false;
  const named = parameters.value?.term(known.addresses.parameter);
  return named?.known === true && named.value !== undefined && named.value !== null && template.meant(named.value)?.id === table.id;
}

function writes(statement: Resource<"statement">, iam: IamActions): boolean {
  const allowed = allows(statement, "identity");
  if (!allowed.known || !allowed.value) return false;
  const actions = writtenItems(statement.terms("actions")).items;
  return actions.some((action) => isEveryAction(action) || iam.matching(action.text).some(({ id }) => WRITES.includes(id)));
}

const namesTable = (statement: Resource<"statement">, table: Resource<"table">): boolean =>
  writtenItems(statement.terms("resources")).items.some(({ at }) => statement.meant(at.value)?.id === table.id);

const namesEveryTable = (statement: Resource<"statement">): boolean =>
  writtenItems(statement.terms("resources")).items.some((resource) => isStar(resource) || /:table\/\*$/.test(resource.text));

/** The statements that somebody acts with: their own, those of their role, and those of policies beside the role. */
function heldBy(graph: Graph, user: Resource<"function" | "stateMachine">): readonly Resource<"statement">[] {
  const role = user.reference("role");
  const roles = role.known && role.value ? [role.value] : [];
  const policies = roles.flatMap((one) => graph.referring(one, "policy", "roles"));
  return [user, ...roles, ...policies].flatMap((holder) => graph.children(holder, "statement"));
}

function writesByConnector(connector: Resource<"connector">): boolean {
  return writtenItems(connector.terms("permissions")).items.some(({ text }) => text === "Write");
}

/** Whether a backup plan of this template takes the table; unknown where tags decide, here or in a plan of another template. */
export function isBackedUpElsewhere(graph: Graph, table: Resource<"table">): Value<boolean> {
  const tags = table.has("tags");
  if (!tags.known) return tags;
  if (tags.value && [...graph.texts(table)].some(({ keys, text }) => keys.includes("Tags") && /backup/i.test(text)))
    return unknown("a backup plan may choose the table by its tags", tags.place);
  const selections = graph.all("backupSelection");
  if (selections.length === 0) return { ...tags, value: false };
  if (graph.referring(table, "backupSelection", "resources").length > 0) return { ...tags, value: true };
  return unknown("a backup plan of this template may choose the table", selections[0]?.place);
}

/** Names of what is lost without harm, because it is rebuilt or short-lived. */
const PASSING =
  /cache|session|lock(?!er)|idempoten|connection|rate-?limit|throttl|token|nonce|temp(?!late)|tmp|log(?!in)|artifact|asset|website|web-?site|hosting|deploy|build|static|staging|pipeline|athena|query-?result|web-?content|frontend|stub|mock|fake|dummy/i;

/** Whether a store's own name says that it holds nothing of lasting value: a cache, sessions, locks, logs, build artifacts. */
export function isPassing(store: Resource, name: string | undefined): boolean {
  return PASSING.test(store.id) || (name !== undefined && PASSING.test(name));
}

/** Whether a condition makes the resource for a stage only in which nothing lasting is kept, as the condition's name says. */
export function isForDevelopment(of: Resource, { developmentStages }: Profile): boolean {
  return of.part.guards.some(({ condition, holds }) => {
    const words = condition
      .replace(/([a-z0-9])([A-Z])/g, "$1 $2")
      .toLowerCase()
      .split(/[^a-z0-9]+/);
    const negated = words.includes("not") || words.includes("non");
    return words.some((word) => developmentStages.includes(word)) && holds !== negated;
  });
}
