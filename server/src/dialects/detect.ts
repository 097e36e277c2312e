import type { Dialect } from "../model/template.ts";
import type { Node } from "../syntax/node.ts";
import type { Tree } from "../syntax/tree.ts";
import { bodyOf, entriesOf, groupOf } from "./cloudformation/entries.ts";

/** Whether a text can be a template at all, by words alone: this costs microseconds and keeps other files from being read. */
export function mayBeTemplate(text: string): boolean {
  return /(?:^|[{,\s])["']?Resources["']?\s*:/.test(text) && /\bType["']?\s*:\s*["']?(?:AWS|Custom|Alexa|[A-Za-z0-9]+)::/.test(text);
}

/** What a document is, by its content: neither name nor language of the file count. */
export function dialectOf(tree: Tree): Dialect | undefined {
  const types = entriesOf(tree, "Resources").map((entry) => typeOf(bodyOf(entry)));
  if (transforms(groupOf(tree, "Transform")?.whole?.value).includes("AWS::Serverless-2016-10-31")) return "sam";
  if (types.some((type) => type?.startsWith("AWS::Serverless::"))) return "sam";
  return types.some((type) => type !== undefined && /^(AWS|Custom|Alexa)::/.test(type)) ? "cloudformation" : undefined;
}

function transforms(node: Node | undefined): readonly string[] {
  if (node?.kind === "scalar") return [String(node.value)];
  return node?.kind === "list" ? node.items.flatMap(transforms) : [];
}

function typeOf(body: ReturnType<typeof bodyOf>): string | undefined {
  const type = body.is === "map" ? body.entries.get("Type") : undefined;
  return type?.is === "literal" && typeof type.value === "string" ? type.value : undefined;
}
