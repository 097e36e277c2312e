import type { Dialect } from "../model/template.ts";
import { TOO_DEEP } from "../syntax/limits.ts";
import type { Node } from "../syntax/node.ts";
import type { Group, Tree } from "../syntax/tree.ts";
import { bodyOf, entriesOf, groupOf } from "./cloudformation/entries.ts";

/** Whether a text can be a template at all, by words alone: this costs microseconds and keeps other files from being read. */
export function mayBeTemplate(text: string): boolean {
  return /(?:^|[{,\s])["']?Resources["']?\s*:/.test(text) && (/\bType["']?\s*:\s*["']?[A-Za-z0-9]+::/.test(text) || VERSION.test(text));
}

const VERSION = /(?:^|[{,\s])["']?AWSTemplateFormatVersion["']?\s*:/;

/** What a document is, by its content: neither name nor language of the file count. */
export function dialectOf(tree: Tree): Dialect | undefined {
  if (transforms(groupOf(tree, "Transform")?.whole?.value).includes("AWS::Serverless-2016-10-31")) return "sam";
  const types = entriesOf(tree, "Resources").map((entry) => typeOf(bodyOf(entry)));
  if (types.some((type) => type?.startsWith("AWS::Serverless::"))) return "sam";
  if (types.some((type) => type !== undefined && /^(AWS|Custom|Alexa)::/.test(type))) return "cloudformation";
  return dialectOfUnread(tree);
}

/** A document whose resources could not be read is still what its other words say, so that its problems are told. */
function dialectOfUnread(tree: Tree): Dialect | undefined {
  const resources = groupOf(tree, "Resources");
  const hidden = resources ? unreadTexts(resources) : tree.problems.some(({ code }) => code === TOO_DEEP.code) ? [tree.text] : [];
  const types = hidden.flatMap((text) => [...text.matchAll(/\bType["']?\s*:\s*["']?((?:AWS|Custom|Alexa)::[A-Za-z0-9]+)/g)].map(([, type]) => type));
  if (types.includes("AWS::Serverless")) return "sam";
  const versioned = resources && tree.problems.length > 0 && groupOf(tree, "AWSTemplateFormatVersion");
  return types.length > 0 || versioned ? "cloudformation" : undefined;
}

const unreadTexts = ({ sections, whole }: Group): readonly string[] =>
  [...(sections ?? []), ...(whole ? [whole.placed] : [])].filter(({ section }) => section.problems.length > 0).map(({ section }) => section.text);

function transforms(node: Node | undefined): readonly string[] {
  if (node?.kind === "scalar") return [String(node.value)];
  return node?.kind === "list" ? node.items.flatMap(transforms) : [];
}

function typeOf(body: ReturnType<typeof bodyOf>): string | undefined {
  const type = body.is === "map" ? body.entries.get("Type") : undefined;
  return type?.is === "literal" && typeof type.value === "string" ? type.value : undefined;
}
