import { nameOf } from "../../base/address.ts";
import { unknown } from "../../model/value.ts";
import { type Answer, answer } from "../answer.ts";
import type { ProjectFiles } from "../files.ts";
import { firstThere, isThere } from "../look.ts";
import { moduleFile } from "../module-file.ts";
import { packageIn } from "../package-file.ts";
import { grammarOf } from "../source.ts";
import { exportedBy, packageSource } from "./package-source.ts";

/** Extensions that an import may name although the file is written in TypeScript: the compiler keeps the specifier, so it names the output. */
const WRITTEN_FOR: Readonly<Record<string, readonly string[]>> = { js: ["ts", "tsx", "js"], mjs: ["mts", "mjs"], cjs: ["cts", "cjs"], jsx: ["tsx", "jsx"] };

/**
 * The file with code that an address means: with its extension or without, or the module of a folder. Unknown for a file that is there and holds no code
 * (`./events.json`, declarations of types).
 */
export function codeFile(files: ProjectFiles, uri: string): Answer<string | undefined> {
  const [, stem = "", extension = ""] = /^(.*)\.([a-z]+)$/.exec(uri) ?? [];
  const exact = firstThere(files, WRITTEN_FOR[extension]?.map((other) => `${stem}.${other}`) ?? (grammarOf(uri) ? [uri] : []));
  if (!exact.known || exact.value !== undefined) return exact;
  const module = uri.replace(/\/$/, "");
  const found = moduleFile(files, module, "javascript");
  if (!found.known || found.value !== undefined) return found;
  return byPackageFile(files, module) ?? noCode(files, module);
}

export function firstCodeFile(files: ProjectFiles, uris: readonly string[]): Answer<string | undefined> {
  for (const uri of uris) {
    const found = codeFile(files, uri);
    if (!found.known || found.value !== undefined) return found;
  }
  return answer(undefined);
}

/** A folder may say in a `package.json` which of its files it is. */
function byPackageFile(files: ProjectFiles, folder: string): Answer<string | undefined> | undefined {
  const there = isThere(files, `${folder}/`);
  if (!there.known) return there;
  const own = there.value ? packageIn(files, `${folder}/`) : answer(undefined);
  if (!own.known) return own;
  if (!own.value) return undefined;
  const source = packageSource(files, own.value, exportedBy(own.value, ""));
  return source.known && source.value === undefined ? undefined : source;
}

function noCode(files: ProjectFiles, uri: string): Answer<undefined> {
  const other = firstThere(files, [uri, `${uri}.json`, `${uri}.d.ts`]);
  if (!other.known) return other;
  return other.value === undefined ? answer(undefined) : unknown(`${nameOf(other.value)} holds no code`);
}
