import { RETENTION } from "../../knowledge/streams.ts";
import type { Resource } from "../resource.ts";
import { isReference, partsOf, unknown, type Value } from "../value.ts";

/** What a mapping reads, and what messages call it. */
export interface PolledStream {
  readonly service: "kinesis" | "dynamodb";
  /** The stream or table, where this template declares it. */
  readonly source: Resource | undefined;
  /** Hours for which a record stays. */
  readonly hours: Value<number>;
}

/** The stream that a mapping polls; undefined for a queue, a broker and the like, unknown where the source does not show. */
export function streamOf(mapping: Resource<"eventSourceMapping">): Value<PolledStream | undefined> {
  const said = mapping.text("service");
  const source = mapping.reference("eventSource");
  const resource = source.known ? source.value : undefined;
  const service = said.known && said.value !== undefined ? said.value : (serviceOfResource(resource) ?? serviceOfArn(mapping));
  const at = { known: true, place: mapping.place, origin: "literal", aspect: "eventSource" } as const;
  if (service === undefined) return unknown("what it polls is known at deployment only", source.place);
  if (service !== "kinesis" && service !== "dynamodb") return { ...at, value: undefined };
  const hours: Value<number> = resource?.is("stream")
    ? resource.number("retentionPeriod")
    : { ...at, value: service === "kinesis" ? RETENTION.kinesis.value : RETENTION.dynamodb.value };
  return { ...at, value: { service, source: resource, hours } };
}

function serviceOfResource(resource: Resource | undefined): string | undefined {
  if (resource?.is("stream")) return "kinesis";
  if (resource?.is("table")) return "dynamodb";
  return resource ? "other" : undefined;
}

function serviceOfArn(mapping: Resource<"eventSourceMapping">): string | undefined {
  const arn = mapping.term("eventSource");
  if (!arn.known || arn.value === undefined || arn.value === null || isReference(arn.value)) return undefined;
  const text = partsOf(arn.value)
    .map((part) => (typeof part === "string" ? part : "…"))
    .join("");
  return /^arn:[^:]*:([a-z0-9-]+):/.exec(text)?.[1];
}
