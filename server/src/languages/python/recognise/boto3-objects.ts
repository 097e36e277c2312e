import { BOTO3_RESOURCES } from "../../../knowledge/sdk/boto3-resources.ts";
import type { Made, Meaning } from "../../../model/code/meaning.ts";

export interface Client {
  readonly service: string;
  /** Made by `resource`, which has objects instead of operations. */
  readonly resource: boolean;
}

const SDKS: ReadonlySet<string> = new Set(["boto3", "aioboto3", "aiobotocore", "botocore"]);

/** What `boto3.client(…)` or a session's method is asked for; undefined for other calls. */
export function makesClient({ callee, arguments: given, named }: Made): { readonly service: Meaning | undefined; readonly resource: boolean } | undefined {
  const name = callee.is === "external" ? callee.path.at(-1) : callee.is === "member" ? callee.key : undefined;
  if (name !== "client" && name !== "resource" && name !== "create_client") return undefined;
  const ofSdk = callee.is === "external" ? SDKS.has(callee.package) : callee.is === "member" && isSession(callee.of);
  return ofSdk ? { service: given[0] ?? named.get("service_name"), resource: name === "resource" } : undefined;
}

/** The session of any SDK; `get_session()` gives one too. */
function isSession(of: Meaning): boolean {
  if (of.is === "either") return of.of.some(isSession);
  return of.is === "made" && of.callee.is === "external" && SDKS.has(of.callee.package) && /session$/i.test(of.callee.path.at(-1) ?? "");
}

export function clientIn(of: Meaning): Client | undefined {
  if (of.is === "either") return of.of.map(clientIn).find((client) => client !== undefined);
  const creates = of.is === "made" ? makesClient(of) : undefined;
  return creates?.service?.is === "text" ? { service: creates.service.value, resource: creates.resource } : undefined;
}

/** An object of a resource, such as a table, a collection of it, or the writer of a batch. */
export interface ResourceObject {
  readonly service: string;
  readonly type: string;
  readonly identifiers: readonly Meaning[];
  readonly collection: string | undefined;
  readonly batch: boolean;
}

/** `dynamodb.Table(name)`, `bucket.objects`, `table.batch_writer()`, and the resource itself. */
export function resourceIn(of: Meaning): ResourceObject | undefined {
  if (of.is === "either") return of.of.map(resourceIn).find((found) => found !== undefined);
  const client = clientIn(of);
  if (client?.resource) return { service: client.service, type: "ServiceResource", identifiers: [], collection: undefined, batch: false };
  if (of.is === "member") {
    const owner = resourceIn(of.of);
    const collects = owner && owner.collection === undefined && BOTO3_RESOURCES[owner.service]?.[owner.type]?.[of.key] !== undefined;
    return collects ? { ...owner, collection: of.key } : undefined;
  }
  if (of.is !== "made" || of.callee.is !== "member") return undefined;
  const owner = resourceIn(of.callee.of);
  if (!owner) return undefined;
  const given = [...of.arguments, ...of.named.values()];
  if (of.callee.key === "batch_writer") return { ...owner, batch: true };
  if (of.callee.key === "get_queue_by_name")
    return { ...owner, type: "Queue", identifiers: [{ is: "unknown", reason: "the address of a queue that is found by its name", place: of.place }] };
  if (!/^[A-Z]/.test(of.callee.key)) return undefined;
  const inherited = owner.type === "ServiceResource" ? [] : owner.identifiers;
  return { service: owner.service, type: of.callee.key, identifiers: [...inherited, ...given], collection: undefined, batch: false };
}
