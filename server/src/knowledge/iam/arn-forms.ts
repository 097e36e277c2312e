import type { IamAction } from "./actions.ts";

/**
 * How the parts of a resource are named in a policy: kind → the IAM resource types that belong to one resource of it, each with what follows that
 * resource's ARN. From AWS's Service Authorization Reference, looked up on 2026-11-24.
 */
const FORMS: Readonly<Record<string, ResourceForms>> = {
  table: { prefix: "dynamodb", suffixes: { table: "", index: "/index/*", stream: "/stream/*", backup: "/backup/*", export: "/export/*" } },
  bucket: { prefix: "s3", suffixes: { bucket: "", object: "/*" } },
  queue: { prefix: "sqs", suffixes: { queue: "" } },
  topic: { prefix: "sns", suffixes: { topic: "" } },
  eventBus: { prefix: "events", suffixes: { "event-bus": "" } },
  stateMachine: { prefix: "states", suffixes: { statemachine: "" } },
  function: { prefix: "lambda", suffixes: { function: "" } },
  stream: { prefix: "kinesis", suffixes: { stream: "", consumer: "/consumer/*" } },
  deliveryStream: { prefix: "firehose", suffixes: { deliverystream: "" } },
  secret: { prefix: "secretsmanager", suffixes: { Secret: "" } },
  configurationParameter: { prefix: "ssm", suffixes: { parameter: "" } },
  key: { prefix: "kms", suffixes: { key: "" } },
  // The ARN that CloudFormation gives for a log group ends in `:*`, so it takes in the streams.
  logGroup: { prefix: "logs", suffixes: { "log-group": "", "log-stream": "" } },
  userPool: { prefix: "cognito-idp", suffixes: { userpool: "" } },
  graphqlApi: { prefix: "appsync", suffixes: { graphqlapi: "", field: "/*" } },
};

interface ResourceForms {
  readonly prefix: string;
  /** IAM resource type → what follows the ARN of the resource. */
  readonly suffixes: Readonly<Record<string, string>>;
}

/** The service whose actions work on a kind of resource; `undefined` for kinds that have no form of their own. */
export const prefixOf = (kind: string): string | undefined => FORMS[kind]?.prefix;

/** The kinds of resource that a service's actions work on. */
export const kindsOf = (prefix: string): readonly string[] => Object.keys(FORMS).filter((kind) => FORMS[kind]?.prefix === prefix.toLowerCase());

/**
 * The kind of resource of which an ARN names every one: `arn:…:dynamodb:…:table/*`, `arn:aws:s3:::*`, `arn:…:secret:*`.
 * `undefined` for an ARN that names one resource or some by their names.
 * @param arn an ARN, whose parts before the resource may hold `${…}`
 */
export function kindOfWholeType(arn: string): string | undefined {
  const [, prefix, resource] = /^arn:(?:\$\{[^}]*\}|[^:]*):([a-z0-9-]+):(?:\$\{[^}]*\}|[^:]*):(?:\$\{[^}]*\}|[^:]*):(.+)$/.exec(arn) ?? [];
  if (prefix === undefined || resource === undefined) return undefined;
  return kindsOf(prefix).find((kind) => WHOLE_TYPES[kind]?.includes(resource));
}

/** The resource part of an ARN that names every resource of a kind. */
const WHOLE_TYPES: Readonly<Record<string, readonly string[]>> = {
  table: ["table/*", "*"],
  bucket: ["*", "*/*"],
  queue: ["*"],
  topic: ["*"],
  eventBus: ["event-bus/*", "*"],
  stateMachine: ["stateMachine:*", "*"],
  function: ["function:*", "*"],
  stream: ["stream/*", "*"],
  deliveryStream: ["deliverystream/*", "*"],
  secret: ["secret:*", "*"],
  configurationParameter: ["parameter/*", "*"],
  key: ["key/*", "*"],
  logGroup: ["log-group:*", "*", "log-group:*:*"],
  userPool: ["userpool/*", "*"],
  graphqlApi: ["apis/*", "*"],
};

/**
 * What a statement with this action must add to the ARN of a resource of this kind: `[""]` for the resource itself, `["", "/index/*"]` for a table and its
 * indexes, `["/*"]` for the objects of a bucket. `undefined` when the action can't name such a resource.
 */
export function arnSuffixes(kind: string, action: IamAction): readonly string[] | undefined {
  const forms = FORMS[kind];
  if (!forms || forms.prefix !== action.prefix) return undefined;
  const suffixes = action.resourceTypes.flatMap((type) => forms.suffixes[type.name] ?? []);
  return suffixes.length === 0 ? undefined : [...new Set(suffixes)].sort();
}
