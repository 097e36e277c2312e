import { type Place, placeOfValue } from "../../base/place.ts";
import { secretName } from "../../knowledge/secrets.ts";
import type { Expression } from "../expression.ts";
import type { Graph } from "../graph.ts";
import type { Resource } from "../resource.ts";
import { takesSecret } from "./secrets.ts";
import { entriesAt, spelledOut } from "./written.ts";

/** A secret that deployment writes into an environment variable of a function. */
export interface DeployedSecret {
  readonly function: Resource<"function">;
  /** Name of the variable. */
  readonly key: string;
  readonly place: Place;
  /** A condition chooses among several values, each of them a secret. */
  readonly chosen: boolean;
  readonly from: SecretSource;
}

export type SecretSource =
  | { readonly is: "parameter"; readonly id: string /** The template says itself that it is secret. */; readonly stated: boolean }
  /** `id` is the name or ARN of the secret as written, names as `${Name}`. */
  | { readonly is: "secret" | "secureParameter" | "configurationParameter"; readonly id: string };

/** The variables of a function that hold a secret after deployment, in whichever branch of their conditions. */
export function deployedSecrets(graph: Graph, fn: Resource<"function">): readonly DeployedSecret[] {
  const steps = fn.part.binding.properties.environment;
  if (!steps) return [];
  return [...entriesAt(fn, steps)].flatMap(([key, values]) => {
    if (isPlain(key) || READ_BY_EXTENSIONS.test(key)) return [];
    const sources = values.map((value) => sourceOf(graph, key, value));
    const [from] = sources;
    const [value] = values;
    if (!from || !value || sources.some((source) => source === undefined)) return [];
    return [{ function: fn, key, place: placeOfValue(fn.part.uri, value.path), chosen: values.length > 1, from }];
  });
}

/** Names under which configuration stands that is no secret, even where it is kept beside one. */
const isPlain = (key: string): boolean =>
  /(?:^|[_.-])(?:host|port|user|username|name|region|arn|id|engine)$/i.test(key) || /[a-z](?:Host|Port|User|Username|Name|Region|Arn|Id)$/.test(key);

/** Variables that a vendor's extension reads at its start, which no handler could fetch instead: Datadog, Dynatrace, Lumigo, New Relic, Splunk. */
const READ_BY_EXTENSIONS = /^(?:DD|DT|LUMIGO|NEW_RELIC|SPLUNK)_/;

function sourceOf(graph: Graph, key: string, value: Expression): SecretSource | undefined {
  if (value.is === "ref") return parameterOf(graph, key, value.name);
  const text = spelledOut(value);
  const found = text === undefined ? undefined : REFERENCE.exec(text);
  if (!found) return undefined;
  const [, service, rest = ""] = found;
  if (service === "ssm-secure") return { is: "secureParameter", id: rest };
  if (service === "ssm") return secretName(rest.replace(/:\d+$/, "").split("/").at(-1) ?? "") ? { is: "configurationParameter", id: rest } : undefined;
  const [id = "", field = ""] = rest.split(/:SecretString:?/);
  return isPlain(field.split(":")[0] ?? "") ? undefined : { is: "secret", id };
}

/** A dynamic reference. Source: "Get values stored in other services using dynamic references", CloudFormation user guide, read on 2026-11-24. */
const REFERENCE = /\{\{resolve:(secretsmanager|ssm-secure|ssm):((?:\$\{[^}]*\}|[^}])*)\}\}/;

function parameterOf(graph: Graph, key: string, id: string): SecretSource | undefined {
  const parameter = graph.resource(id);
  if (!parameter?.is("parameter") || isPlain(id)) return undefined;
  const hidden = parameter.flag("noEcho");
  if (hidden.known && hidden.value) return { is: "parameter", id, stated: true };
  return takesSecret(parameter) && secretName(key) ? { is: "parameter", id, stated: false } : undefined;
}

/** Every variable of the template's functions that holds the same secret, in the order of the template. */
export function sharing(graph: Graph, from: SecretSource): readonly DeployedSecret[] {
  return graph.all("function").flatMap((fn) => deployedSecrets(graph, fn).filter((other) => other.from.is === from.is && other.from.id === from.id));
}
