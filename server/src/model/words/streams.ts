import type { Place } from "../../base/place.ts";
import { KAFKA_RETRIES_WITH_DESTINATION, RETENTION, STREAM_MAX_RECORD_AGE, STREAM_RETRIES } from "../../knowledge/streams.ts";
import type { Resource } from "../resource.ts";
import { isReference, partsOf, unknown, type Value } from "../value.ts";

/** What a mapping reads, and what messages call it. */
export interface PolledStream {
  readonly service: "kinesis" | "dynamodb" | "kafka";
  /** The stream or table, where this template declares it. */
  readonly source: Resource | undefined;
  /** Hours for which a record stays; undefined where the topic of a cluster decides, which no template shows. */
  readonly hours: Value<number | undefined>;
}

/** The stream that a mapping polls; undefined for a queue, a broker and the like, unknown where the source does not show. */
function streamOf(mapping: Resource<"eventSourceMapping">): Value<PolledStream | undefined> {
  const said = mapping.text("service");
  const source = mapping.reference("eventSource");
  const selfManaged = mapping.has("selfManagedSource");
  const resource = source.known ? source.value : undefined;
  const service = said.known && said.value !== undefined ? said.value : (serviceOfResource(resource) ?? serviceOfArn(mapping));
  const at = { known: true, place: mapping.place, origin: "literal", aspect: "eventSource" } as const;
  if (service === "kafka" || (selfManaged.known && selfManaged.value))
    return { ...at, value: { service: "kafka", source: undefined, hours: { ...at, value: undefined } } };
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
  if (resource?.is("kafkaCluster")) return "kafka";
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

/** How a mapping or a pipe reads a stream, and what it does with a record that keeps failing. */
export interface Polling {
  readonly stream: PolledStream;
  /** Tries after the first; negative for no limit. */
  readonly retries: number;
  /** Seconds after which a record is given up; negative for no limit. */
  readonly age: number;
  /** Whether records that are given up go anywhere. */
  readonly keeps: boolean;
  /** Where a pipe has these settings; a mapping has them as properties of its own. */
  readonly settings: Place | undefined;
}

/** The polling of a stream; undefined for other sources and for what is switched off. */
export function pollingOf(of: Resource<"eventSourceMapping" | "pipe">): Value<Polling | undefined> {
  return of.is("pipe") ? pollingOfPipe(of) : of.is("eventSourceMapping") ? pollingOfMapping(of) : unknown("nothing that polls");
}

function pollingOfMapping(mapping: Resource<"eventSourceMapping">): Value<Polling | undefined> {
  const stream = streamOf(mapping);
  const enabled = mapping.flag("enabled");
  const retries = mapping.number("maximumRetryAttempts");
  const age = mapping.number("maximumRecordAge");
  const keeps = mapping.has("onFailure");
  if (!stream.known) return stream;
  if (!enabled.known) return enabled;
  if (!stream.value || !enabled.value) return { ...stream, value: undefined };
  if (stream.value.service === "kafka") {
    // Without pollers of its own a mapping of Kafka takes none of these settings.
    const pollers = mapping.has("provisionedPollerConfig");
    if (!pollers.known || !pollers.value) return pollers.known ? { ...pollers, value: undefined } : pollers;
  }
  if (!retries.known) return retries;
  if (!age.known) return age;
  if (!keeps.known) return keeps;
  const givesUp = stream.value.service === "kafka" && keeps.value && retries.value < 0;
  return {
    ...retries,
    value: {
      stream: stream.value,
      retries: givesUp ? KAFKA_RETRIES_WITH_DESTINATION.value : retries.value,
      age: age.value,
      keeps: keeps.value,
      settings: undefined,
    },
  };
}

/** Kinds of sources of a pipe that are streams, and the key under which each is set up. */
const PIPED = { stream: ["kinesis", "KinesisStreamParameters"], table: ["dynamodb", "DynamoDBStreamParameters"] } as const;

function pollingOfPipe(pipe: Resource<"pipe">): Value<Polling | undefined> {
  const source = pipe.reference("source");
  const state = pipe.text("desiredState");
  const parameters = pipe.structure("sourceParameters");
  if (!source.known) return source;
  if (!state.known) return state;
  if (!parameters.known) return parameters;
  const resource = source.value;
  if (state.value !== "RUNNING" || !resource?.is("stream", "table")) return { ...source, value: undefined };
  const [service, key] = PIPED[resource.kind];
  const set = parameters.value?.structure(key);
  if (set && !set.known) return set;
  const retries = set?.value?.number("MaximumRetryAttempts");
  const age = set?.value?.number("MaximumRecordAgeInSeconds");
  const target = set?.value?.get("DeadLetterConfig");
  if (retries && !retries.known) return retries;
  if (age && !age.known) return age;
  const hours: Value<number> = resource.is("stream") ? resource.number("retentionPeriod") : { ...source, value: RETENTION.dynamodb.value };
  return {
    ...source,
    value: {
      stream: { service, source: resource, hours },
      retries: retries?.value ?? STREAM_RETRIES.value,
      age: age?.value ?? STREAM_MAX_RECORD_AGE.value,
      keeps: target !== undefined && (!target.known || target.value !== undefined),
      settings: set?.value?.place,
    },
  };
}
