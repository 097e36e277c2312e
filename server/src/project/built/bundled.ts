import { resolveUri } from "../../base/address.ts";
import { type Answer, answer } from "../answer.ts";
import type { ProjectFiles } from "../files.ts";
import { firstThere, namesIn } from "../look.ts";
import { packageIn, scriptsOf } from "../package-file.ts";

/** Files in which people tell a bundler what to do. */
const SETTINGS = /^(?:webpack|rollup|esbuild|vite|tsup|build|bundle)(?:\.config)?(?:\.\w+)?\.[cm]?[jt]s$/;
/** Settings that are longer hold code of others. */
const LONGEST = 100_000;
/** A key in front of a path to a source: an entry of webpack, rollup or esbuild by its name. Only literals are read. */
const NAMED_ENTRY = /(?:["'`]([\w@./-]+)["'`]|([\w$]+))\s*:\s*["'`](\.{0,2}\/?[\w@./-]+\.(?:[cm]?[jt]s|[jt]sx))["'`]/g;
const ENTRY = /["'`\s](\.{0,2}\/?[\w@./*-]+\.(?:[cm]?[jt]s|[jt]sx))(?=["'`\s]|$)/g;
const ONE_OUTPUT = /--outfile[= ]["']?([\w@./-]+)\.[cm]?js/g;

/**
 * The source that a bundler is told to make a module of, by the commands in `package.json` and the bundler's own settings in a folder, as far as they
 * are written out.
 * @param module address of the built module, without an extension
 * @param endings how the path of the source may end
 */
export function bundledFrom(files: ProjectFiles, folder: string, module: string, endings: readonly string[]): Answer<string | undefined> {
  const texts = settingsIn(files, folder);
  if (!texts.known) return texts;
  for (const text of texts.value) {
    const paths = [...toOneFile(text, folder, module), ...named(text, endings), ...listed(text, endings)];
    const found = firstThere(
      files,
      paths.flatMap((path) => resolveUri(folder, path) ?? []),
    );
    if (!found.known || found.value !== undefined) return found;
  }
  return answer(undefined);
}

/** The commands of the package, each as one text, and the text of each settings file. */
function settingsIn(files: ProjectFiles, folder: string): Answer<readonly string[]> {
  const names = namesIn(files, folder);
  if (!names.known) return names;
  const texts: string[] = [];
  const own = packageIn(files, folder);
  if (!own.known) return own;
  if (own.value) texts.push(...Object.values(scriptsOf(own.value)));
  for (const name of names.value.filter((one) => SETTINGS.test(one))) {
    const uri = resolveUri(folder, name);
    const text = uri === undefined ? answer(undefined) : files.text(uri);
    if (!text.known) return text;
    if (text.value !== undefined && text.value.length <= LONGEST) texts.push(text.value);
  }
  return answer(texts);
}

/** `esbuild src/create.ts --bundle --outfile=dist/index.js`: each output with the last source in front of it. */
function toOneFile(command: string, folder: string, module: string): readonly string[] {
  return [...command.matchAll(ONE_OUTPUT)].flatMap(({ 1: output = "", index }) => {
    const before = [...command.slice(0, index).matchAll(ENTRY)].at(-1)?.[1];
    return before !== undefined && resolveUri(folder, output) === module ? [before] : [];
  });
}

function named(text: string, endings: readonly string[]): readonly string[] {
  return [...text.matchAll(NAMED_ENTRY)].flatMap(([, quoted, plain, path = ""]) => (endings.includes(quoted ?? plain ?? "") ? [path] : []));
}

function listed(text: string, endings: readonly string[]): readonly string[] {
  return [...text.matchAll(ENTRY)].flatMap(({ 1: path = "" }) => {
    const [stem, extension = ""] = [path.replace(/\.\w+$/, ""), /\.\w+$/.exec(path)?.[0]];
    if (/[\w-]\*|\*[\w-]/.test(stem)) return [];
    if (!stem.includes("*")) return endings.some((ending) => stem === ending || stem.endsWith(`/${ending}`)) ? [path] : [];
    // A pattern stands for all files below its first star; the output keeps their paths.
    return endings.map((ending) => stem.slice(0, stem.indexOf("*")) + ending + extension);
  });
}
