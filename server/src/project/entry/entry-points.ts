import { resolveUri } from "../../base/address.ts";
import type { Resource } from "../../model/resource.ts";
import { unknown } from "../../model/value.ts";
import { type Answer, answer } from "../answer.ts";
import type { ProjectFiles } from "../files.ts";
import { firstThere } from "../look.ts";
import { moduleFile } from "../module-file.ts";

/**
 * The entry point from which SAM's esbuild makes the module at `path`: outputs keep the names of their entry points, and the paths below the folder that
 * all have in common (https://esbuild.github.io/api/#outbase). Undefined where none becomes that module.
 */
export function entryPointOf(fn: Resource<"function">, folder: string, path: string, files: ProjectFiles): Answer<string | undefined> {
  const points = entryPoints(fn);
  if (!points.known) return points;
  const matching = points.value.filter((point) => isFor(point, path));
  const [point] = matching.length > 1 ? matching.filter((one) => stemOf(one) === path) : matching;
  const uri = point === undefined ? undefined : resolveUri(folder, point);
  if (uri === undefined) return answer(undefined);
  const exact = firstThere(files, [uri]);
  return !exact.known || exact.value !== undefined ? exact : moduleFile(files, uri, "javascript");
}

function entryPoints(fn: Resource<"function">): Answer<readonly string[]> {
  const properties = fn.structure("buildProperties");
  if (!properties.known) return properties;
  const points = properties.value?.list("EntryPoints");
  if (!points) return answer([]);
  if (!points.known) return points;
  const texts = (points.value ?? []).map((point) => (point.known && typeof point.value === "string" ? point.value : undefined));
  return texts.every((text) => text !== undefined) ? answer(texts) : unknown("an entry point of esbuild is known at deployment only");
}

const isFor = (point: string, path: string): boolean => stemOf(point) === path || stemOf(point).endsWith(`/${path}`);

const stemOf = (point: string): string => point.replace(/^\.\//, "").replace(/\.(?:[cm]?[jt]s|[jt]sx)$/, "");
