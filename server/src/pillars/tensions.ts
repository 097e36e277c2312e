import { PILLARS, type PillarId } from "./pillars.ts";

/**
 * How pillars pull on each other: a six-by-six matrix, and twenty settings that move several pillars at once. A synthesis of our own from the trade-offs
 * that the framework and the services' guides name, written on 2026-11-24; prices and limits stand in `knowledge/`.
 */

/** `+` better, `-` worse, `0` no effect, `±` depends: the question decides. For cost, `+` means cheaper. */
export type Effect = "+" | "-" | "0" | "±";

export interface Setting {
  /** Kebab-case name, stable: decisions and views refer to it. */
  readonly id: string;
  /** The change that the effects are of: "More function memory". */
  readonly change: string;
  readonly effects: Readonly<Record<PillarId, Effect>>;
  /** What a reviewer must know before taking a side. */
  readonly question: string;
  /** Ids of the rules that speak about the setting, in either direction. */
  readonly rules: readonly string[];
}

/** What helping one pillar can cost another. */
export interface Tension {
  readonly helps: PillarId;
  readonly costs: PillarId;
  /** The settings through which it does; sentences without a full stop, for a list. */
  readonly through: string;
}

/** What helping `helps` can cost `costs`; `undefined` on the diagonal. */
export const tension = (helps: PillarId, costs: PillarId): Tension | undefined => TENSIONS.find((each) => each.helps === helps && each.costs === costs);

/** The settings that a rule speaks about. */
export const settingsOf = (rule: string): readonly Setting[] => SETTINGS.filter((setting) => setting.rules.includes(rule));

/** Reads one row of the matrix, in the order of `PILLARS` without the row's own. */
function row(helps: PillarId, cells: readonly [string, string, string, string, string]): readonly Tension[] {
  return PILLARS.filter((pillar) => pillar.id !== helps).map((pillar, index) => ({ helps, costs: pillar.id, through: cells[index] ?? "" }));
}

export const TENSIONS: readonly Tension[] = [
  ...row("operational-excellence", [
    "Debug level, data trace, whole events in logs and trace annotations put personal data into logs; one broad role for deployments",
    "Deployments to everybody at once; one stack for everything widens each failure",
    "Extensions, tracing layers and source maps lengthen the start",
    "Log ingestion, custom metrics with many dimensions, detailed API metrics, sampling of every request",
    "Retention for ever; a full copy of the stack for each branch",
  ]),
  ...row("security", [
    "A role for each function, a key for each resource, upkeep of networks and endpoints, rotation",
    "Attachment to a network (addresses, gateways), deleted or throttled keys, false blocks of a firewall, rights cut too tight",
    "Authorizers without a cache, secrets read in each call, a key call for each object, inspection on the way",
    "Web ACLs, customer managed keys, interface endpoints in each zone, data events, tiers of threat protection",
    "Several copies of every log for years; traffic through inspection",
  ]),
  ...row("reliability", [
    "Dead-letter queues, alarms and Regions to watch; canaries slow releases",
    "Queues, archives, backups and replicas are more places that hold data; retries repeat side effects; caches that fail open",
    "Idempotency look-ups, strong reads, backoff, long visibility timeouts, throttles of reserved concurrency",
    "Several zones, replicas, point-in-time recovery, database proxies, provisioned capacity as insurance",
    "Idle standby; backups of what can be rebuilt; work repeated by retries",
  ]),
  ...row("performance-efficiency", [
    "Caches to invalidate, memory to tune again, parallel code, builds for a second architecture",
    "Cached decisions and secrets outlive revocation; state in a snapshot of the start; more surface at the edge",
    "High parallelism floods what comes after; larger batches fail together; eventual reads",
    "Memory beyond the sweet spot, provisioned concurrency, cache clusters, fan-out consumers, parallelization",
    "Capacity kept warm, a refresh every minute, replicas near every user",
  ]),
  ...row("cost-optimization", [
    "Sampling, cheaper log classes, Express workflows without history, fewer alarms",
    "No web ACL on an HTTP API, AWS owned keys, short retention, parameters without rotation",
    "One gateway for all zones, one zone, throughput ceilings, no recovery points",
    "Less memory, no provisioned concurrency, longer batch windows, databases that wake up slowly, archive classes",
    "Mostly aligned. Not: the cheapest Region may have the dirtiest grid; cheap storage invites hoarding; commitments keep old hardware in use",
  ]),
  ...row("sustainability", [
    "Flexible windows and short-lived stages make times and places less predictable",
    "Deleting early removes evidence",
    "No idle standby, fewer backups, scaling to zero",
    "Relaxed objectives, batching, a low-carbon Region far from users, arm64 for vector-heavy code",
    "A low-carbon Region may cost more; refactoring takes people",
  ]),
];

/** Effects in the order of `PILLARS`. */
type Effects = readonly [Effect, Effect, Effect, Effect, Effect, Effect];

function setting(id: string, change: string, effects: Effects, question: string, rules: readonly string[] = []): Setting {
  const signed = Object.fromEntries(PILLARS.map((pillar, index) => [pillar.id, effects[index]]));
  return { id, change, effects: signed as Record<PillarId, Effect>, question, rules };
}

export const SETTINGS: readonly Setting[] = [
  setting(
    "function-memory",
    "More function memory",
    ["0", "0", "+", "+", "±", "-"],
    "What p95 is required, and which memory meets it at the lowest measured cost?",
    ["memory-left-at-minimum", "memory-beyond-one-core"],
  ),
  setting(
    "provisioned-concurrency",
    "Provisioned concurrency",
    ["-", "0", "+", "+", "-", "-"],
    "Which promise to a user breaks on a cold start, and at which hours?",
    ["provisioned-concurrency-always-on"],
  ),
  setting(
    "snap-start",
    "SnapStart",
    ["-", "-", "0", "+", "±", "+"],
    "Is anything random, secret or connected created at init? Java (no charge) or Python/.NET (charged)?",
    ["snapshot-start-left-unused"],
  ),
  setting(
    "arm64",
    "arm64 instead of x86_64",
    ["-", "0", "0", "±", "+", "+"],
    "Are all layers, wheels and native modules built for arm64, and who tests them?",
    ["x86-where-arm64-would-do"],
  ),
  setting(
    "batch-size",
    "Larger batch and window",
    ["0", "0", "-", "±", "+", "+"],
    "How old may a record be when it is handled, and can one bad record be reported alone?",
    ["batch-of-one", "poison-record-blocks-shard"],
  ),
  setting("event-filter", "Filter at the source", ["-", "0", "±", "+", "+", "+"], "Who notices if the filter drops something that matters?", [
    "event-filter-missing",
    "event-pattern-too-wide",
  ]),
  setting(
    "concurrency-limit",
    "Reserved or maximum concurrency",
    ["-", "+", "±", "-", "+", "+"],
    "What can the slowest downstream take, and who may be turned away?",
    ["public-endpoint-unthrottled", "reserved-concurrency-starves-queue"],
  ),
  setting("caching", "Cache answers, authorizations, secrets", ["-", "-", "+", "+", "±", "+"], "How long may an answer, a permission or a password be wrong?", [
    "secret-in-environment",
    "secret-read-per-invocation",
    "cache-cluster-nobody-hits",
  ]),
  setting("network-attachment", "Attach the function to a VPC", ["-", "+", "-", "-", "-", "-"], "Which private resource or written control needs it?", [
    "function-in-network-without-need",
    "gateway-endpoint-missing",
  ]),
  setting("customer-key", "Customer managed key", ["-", "+", "-", "-", "-", "0"], "Who must be able to switch access off or prove each use of the key?", [
    "customer-managed-key-missing",
    "key-per-resource",
    "bucket-key-disabled",
  ]),
  setting(
    "tracing-rate",
    "Trace and measure every request",
    ["+", "-", "0", "-", "-", "-"],
    "Which question cannot be answered with 5 % of the traces and all errors?",
    ["trace-broken", "every-request-traced", "data-trace-enabled", "access-log-missing"],
  ),
  setting("log-retention", "Keep logs longer", ["+", "±", "0", "0", "-", "-"], "Which law, contract or investigation asks for how many days?", [
    "log-retention-unset",
    "log-group-undeclared",
    "log-class-above-need",
  ]),
  setting(
    "on-demand-table",
    "DynamoDB on demand instead of provisioned",
    ["+", "-", "+", "+", "±", "+"],
    "Is the traffic spiky, or flat and predictable for months?",
    ["on-demand-without-ceiling", "provisioned-capacity-without-scaling"],
  ),
  setting(
    "throttle",
    "Throughput ceiling or route throttle",
    ["-", "+", "±", "-", "+", "+"],
    "What is the highest honest peak, and what should happen above it?",
    ["public-endpoint-unthrottled", "usage-plan-without-limits", "on-demand-without-ceiling"],
  ),
  setting("strong-reads", "Strongly consistent reads", ["0", "0", "+", "-", "-", "-"], "Which decision would be wrong with a one-second-old value?"),
  setting(
    "redundancy",
    "Multi-AZ, readers, replicas, second Region",
    ["-", "-", "+", "±", "-", "-"],
    "What recovery time and point did the business sign, per stage?",
    ["single-availability-zone", "production-strength-in-development", "peak-setting-without-stated-need"],
  ),
  setting(
    "recovery-points",
    "Versioning, point-in-time recovery, backups",
    ["-", "+", "+", "0", "-", "-"],
    "Can this data be rebuilt from another source, and how fast?",
    ["table-without-point-in-time-recovery", "deletion-policy-missing", "bucket-versioning-missing", "noncurrent-versions-kept", "backup-retention-disabled"],
  ),
  setting(
    "http-api",
    "HTTP API instead of REST API",
    ["±", "-", "0", "+", "+", "+"],
    "Is WAF, validation, usage plans, a private endpoint or stage tracing required?",
    ["rest-api-without-its-features"],
  ),
  setting(
    "express-workflow",
    "Express instead of Standard workflow",
    ["-", "0", "-", "+", "±", "+"],
    "Is every task idempotent, shorter than five minutes, and is log history enough?",
    ["wait-inside-express-workflow", "express-beyond-its-limits", "express-without-logs"],
  ),
  setting(
    "direct-integration",
    "Direct integration instead of a function",
    ["-", "±", "+", "+", "+", "+"],
    "Will somebody need to validate, transform or unit-test this step soon?",
    ["function-wraps-one-call"],
  ),
];

/** Rules that speak up when something is tuned past what anybody asked for; each of them takes a decision record as its answer. */
export const PAST_NEED: readonly string[] = [
  "peak-setting-without-stated-need",
  "production-strength-in-development",
  "provisioned-concurrency-always-on",
  "memory-beyond-one-core",
  "ephemeral-storage-beyond-need",
  "cache-cluster-nobody-hits",
  "every-request-traced",
  "data-trace-enabled",
  "debug-logging-enabled",
  "log-retention-unset",
  "noncurrent-versions-kept",
  "every-minute-schedule",
  "key-per-resource",
  "minimum-capacity-always-on",
  "log-class-above-need",
  "function-in-network-without-need",
];
