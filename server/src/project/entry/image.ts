import { resolveFolder, resolveUri } from "../../base/address.ts";
import type { LanguageName } from "../../model/code/module.ts";
import type { Resource } from "../../model/resource.ts";
import { type Known, unknown, type Value } from "../../model/value.ts";
import type { ProjectFiles } from "../files.ts";
import { firstModule } from "../module-file.ts";
import { type Dockerfile, readDockerfile } from "./dockerfile.ts";
import type { FoundEntry } from "./entry-of.ts";
import { foundIn } from "./found.ts";
import { namedBy } from "./handler.ts";

/** The entry of a function that is an image: what its command names, at the places that the Dockerfile copies into the image. */
export function imageEntry(fn: Resource<"function">, files: ProjectFiles): Value<FoundEntry> {
  const context = contextOf(fn, files);
  if (!context.known) return context;
  const dockerfile = dockerfileOf(fn, context, files);
  if (!dockerfile.known) return dockerfile;
  const command = commandOf(fn, dockerfile);
  if (!command.known) return command;
  for (const language of LANGUAGES) {
    if (dockerfile.value.language !== undefined && dockerfile.value.language !== language) continue;
    for (const named of namedBy(command.value, language)) {
      const file = firstModule(files, placesOf(context.value, dockerfile.value, named.path), language);
      if (!file.known) return unknown(file.reason, command.place);
      const found =
        file.value === undefined ? undefined : foundIn(files, { uri: file.value, exportName: named.exportName, roots: [context.value], built: false }, command);
      if (found) return found;
    }
  }
  return unknown(`the module that the command of the image of ${fn.name} names was not found`, command.place);
}

const LANGUAGES: readonly LanguageName[] = ["javascript", "python"];

function contextOf(fn: Resource<"function">, files: ProjectFiles): Value<string> {
  const context = fn.text("dockerContext");
  if (!context.known) return context;
  const folder = context.value === undefined ? undefined : resolveFolder(fn.part.uri, context.value);
  if (folder === undefined || !files.includes(folder)) return unknown(`the image of ${fn.name} is not built in this workspace`, context.place);
  return { ...context, value: folder };
}

function dockerfileOf(fn: Resource<"function">, context: Known<string>, files: ProjectFiles): Value<Dockerfile> {
  const name = fn.text("dockerfile");
  if (!name.known) return name;
  const uri = resolveUri(context.value, name.value);
  const text = uri === undefined ? undefined : files.text(uri);
  if (text?.known === false) return unknown(text.reason, name.place);
  const read = text?.value === undefined ? undefined : readDockerfile(text.value);
  return read ? { ...name, value: read } : unknown(`the Dockerfile of ${fn.name} was not found`, name.place);
}

/** The template's command replaces that of the Dockerfile, and so does an entry point of its own. */
function commandOf(fn: Resource<"function">, dockerfile: Known<Dockerfile>): Value<string> {
  const config = fn.structure("imageConfig");
  if (!config.known) return config;
  const written = config.value?.list("Command");
  if (written?.known === false) return written;
  const own = written?.value?.map((item) => (item.known && typeof item.value === "string" ? item.value : ""));
  const [command, ...others] = own ?? dockerfile.value.command ?? [];
  const isStarted = config.value?.keys.includes("EntryPoint") === true;
  return command === undefined || command === "" || others.length > 0 || isStarted
    ? unknown(`the command of the image of ${fn.name} is no handler that is written out`, dockerfile.place)
    : { ...dockerfile, value: command };
}

/** Where a module of the image may stand before it is copied. */
function placesOf(context: string, { copies }: Dockerfile, path: string): readonly string[] {
  const copied = copies.flatMap(({ source, target }) => {
    if (!path.startsWith(target)) return [];
    const rest = path.slice(target.length);
    const file = source.replace(/\.\w+$/, "");
    return file !== source && file.slice(file.lastIndexOf("/") + 1) === rest ? [file] : [source === "" ? rest : `${source.replace(/\/$/, "")}/${rest}`];
  });
  return [...copied, path, `src/${path}`].flatMap((place) => resolveUri(context, place) ?? []);
}
