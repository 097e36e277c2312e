import type { Graph } from "../graph.ts";
import type { Profile } from "../profile.ts";
import type { Resource } from "../resource.ts";
import { Structure } from "../structure.ts";
import type { Unknown } from "../value.ts";

/** The stages of an API that this template declares. Where some are declared as such, one that a deployment makes on its way serves nobody. */
export function stagesOf(graph: Graph, api: Resource<"api">): readonly Resource<"stage">[] {
  const stages = graph.referring(api, "stage", "api");
  const declared = stages.filter((stage) => stage.owner === undefined);
  return declared.length > 0 ? declared : stages;
}

/** The API of a stage, where this template has it. */
export function apiOf(stage: Resource<"stage">): Resource<"api"> | Unknown | undefined {
  const api = stage.reference("api");
  if (!api.known) return api;
  return api.value?.is("api") ? api.value : undefined;
}

/** The settings of a stage for some of its methods or routes, whichever way the API's kind writes them. */
export function methodSettings(stage: Resource<"stage">): readonly Structure[] | Unknown {
  const written = stage.has("methodSettings");
  if (!written.known) return written;
  if (!written.value) return [];
  const listed = stage.list("methodSettings");
  if (listed.known && listed.value) {
    const settings: Structure[] = [];
    for (const item of listed.value) {
      if (!item.known) return item;
      if (item.value instanceof Structure) settings.push(item.value);
    }
    return settings;
  }
  const mapped = stage.structure("methodSettings");
  if (!mapped.known) return mapped;
  const settings: Structure[] = [];
  for (const key of mapped.value?.keys ?? []) {
    const item = mapped.value?.structure(key);
    if (item && !item.known) return item;
    if (item?.value) settings.push(item.value);
  }
  return settings;
}

/** Whether a stage is one in which nothing lasting is kept, by a name that is written out. A parameter's default is only one of its values. */
export function isDevelopment(stage: Resource<"stage">, profile: Profile): boolean {
  const name = stage.text("stageName");
  return name.known && name.origin !== "parameter" && name.value !== undefined && profile.developmentStages.includes(name.value.toLowerCase());
}

/** Whether a stage limits how fast it is called: for all of it, or for one of its methods. */
export function isThrottled(stage: Resource<"stage">): boolean | Unknown {
  for (const property of ["throttlingRateLimit", "throttlingBurstLimit"] as const) {
    const limit = stage.has(property);
    if (!limit.known) return limit;
    if (limit.value) return true;
  }
  const settings = methodSettings(stage);
  if ("known" in settings) return settings;
  return settings.some((setting) => setting.keys.some((key) => key === "ThrottlingRateLimit" || key === "ThrottlingBurstLimit"));
}
