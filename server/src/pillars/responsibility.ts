/**
 * Who does what, for each kind of service: AWS is responsible for the security and operation *of* it, the customer for what is done *in* it. The more
 * managed a service is, the more stands on AWS's side, never all of it. After the shared responsibility model
 * (https://aws.amazon.com/compliance/shared-responsibility-model/, for Lambda https://docs.aws.amazon.com/lambda/latest/dg/runtime-management-shared.html),
 * looked up on 2026-11-24, in our own words.
 */
export interface Responsibility {
  /** What AWS does, as a list without a full stop. */
  readonly aws: string;
  /** What stays with the customer, likewise. */
  readonly customer: string;
  /** The part of the customer's side that an editor can look at. */
  readonly visible: string;
}

/** The split for a kind of resource, by its canonical name; `undefined` for kinds that have none of their own. */
export const responsibility = (kind: string): Responsibility | undefined => BY_KIND[kind];

/** The split for a function by how it is packaged and updated, which moves the line. */
export function functionResponsibility(how: {
  readonly image: boolean;
  readonly runtime: string | undefined;
  readonly updateMode: string | undefined;
}): Responsibility {
  if (how.image || how.runtime?.startsWith("provided")) return OWN_RUNTIME;
  return how.updateMode === undefined || how.updateMode === "Auto" ? AUTO_UPDATED : SELF_UPDATED;
}

const split = (aws: string, customer: string, visible: string): Responsibility => ({ aws, customer, visible });

const AUTO_UPDATED = split(
  "Isolation, host, operating system, runtime patches applied to your function",
  "Code, packages, layers, role, environment, timeout and memory, moving to a supported runtime",
  "All of it",
);
const SELF_UPDATED = split(
  "Isolation, host, publishing patched runtimes",
  "Code, packages, layers, role, environment; updating the function so that patches arrive, and leaving Manual soon",
  "The runtime management configuration, and all of the rest",
);
const OWN_RUNTIME = split(
  "Isolation, host, publishing base images",
  "Base image, system packages, rebuilding and redeploying, image scanning; code, role, environment",
  "Image tag, Dockerfile, role, environment",
);

const BUS = split(
  "Routing, retries up to a day, scaling",
  "Patterns, bus policy, roles of the targets, dead letters, archive, loops",
  "Rules, targets, pipes, policies",
);
const LOGS = split(
  "Ingest, storage, query",
  "What is written (no secrets), retention, class, access, dimensions, alarms",
  "Log groups, alarms, code that writes",
);
const SECRETS = split(
  "Encrypted storage, the rotation engine",
  "Access, rotation function and schedule, age of cached copies, no copies elsewhere",
  "Secrets, parameters, code that reads them",
);

const BY_KIND: Readonly<Record<string, Responsibility>> = {
  function: AUTO_UPDATED,
  functionUrl: split("TLS end point, scaling", "Authentication type, CORS, throttling by concurrency, a web ACL in front of it", "AuthType, Cors, concurrency"),
  api: split(
    "TLS, end points, scaling, basic protection from floods",
    "Authorization per route, validation, throttles, web ACL (REST), domain policy, logs",
    "Routes, methods, stages",
  ),
  graphqlApi: split(
    "Resolver runtime, scaling, subscriptions",
    "Authorization modes per type, limits of depth and resolvers, expiry of keys, logs",
    "Schema, API, resolvers",
  ),
  stateMachine: split(
    "State, durability, history, scaling",
    "Definition, retries, idempotency (Express), role, data in the history, log level",
    "The definition and its settings",
  ),
  queue: split(
    "Storage in several zones, delivery, scaling",
    "Queue policy, choice of encryption, visibility, dead letters, retention, idempotent consumers",
    "Queue, mapping, policy",
  ),
  topic: split("Fan-out, retries of deliveries", "Topic policy, subscriptions, filters, dead letters, encryption", "Topic, subscriptions, policy"),
  eventBus: BUS,
  rule: BUS,
  pipe: BUS,
  schedule: split("Firing on time, retries", "Expression, window, role of the target, dead letters, ending old schedules", "Schedules and their targets"),
  table: split(
    "Replication in three zones, patching, encryption at rest",
    "Key design, capacity mode and ceilings, access, expiry of items, recovery, Regions",
    "Table, code that reads and writes",
  ),
  bucket: split(
    "Durability, encryption of new objects, public access blocked by default",
    "Bucket policy, versioning, lifecycle, replication, classification of objects",
    "Bucket and its policy",
  ),
  stream: split("Durable shards, scaling on demand", "Mode, retention, keys, consumers, age of the iterator, choice of encryption", "Stream, mapping"),
  deliveryStream: split(
    "Delivery, buffering, scaling",
    "Rights on the destination, format and compression, prefix for errors, code that transforms",
    "Delivery stream",
  ),
  userPool: split(
    "Storage of credentials, signing of tokens, scaling",
    "Second factors, password policy, client secrets and flows, triggers, threat protection",
    "Pool, clients, triggers",
  ),
  secret: SECRETS,
  configurationParameter: SECRETS,
  key: split(
    "Hardware modules, durability of keys, rotation of key material when it is on",
    "Key policy, grants, choice of rotation, deletion window, planning for what depends on it",
    "Key and its policy",
  ),
  distribution: split(
    "Edge network, TLS, standard protection from floods",
    "Cache policy, access to the origin, TLS policy, web ACL rules and their tuning",
    "Distribution, web ACL",
  ),
  database: split(
    "Host, engine patches in your window, storage, failover",
    "Schema, queries, users, versions, windows, range of capacity, backups, network",
    "Cluster, instances, proxy",
  ),
  cache: split("Nodes, patching, scaling", "Access, limits, expiry, what happens on a miss", "Cache"),
  logGroup: LOGS,
  alarm: LOGS,
  fargateService: split(
    "Host, container runtime, isolation, patches by platform version",
    "Image, task role, network, size, scaling, redeploying to get patches",
    "Task, service",
  ),
  role: split(
    "Evaluation of policies, roles without keys, availability",
    "Every policy, trust and boundary; removing what is unused",
    "Roles, policies, code that uses them",
  ),
};
