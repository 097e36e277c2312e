import { BOTO3_IDENTIFIERS, BOTO3_RESOURCES } from "../../../knowledge/sdk/boto3-resources.ts";
import type { CallFact, SeenCall, ServiceCall } from "../../../model/code/facts.ts";
import type { Made, Meaning } from "../../../model/code/meaning.ts";
import { comesFromEvent } from "../../../model/code/origin.ts";
import { entriesOf, methodOf } from "../../shared/meanings.ts";
import { type Client, clientIn, makesClient, type ResourceObject, resourceIn } from "./boto3-objects.ts";

/** Clients, resources and sessions of boto3 and its asynchronous forms, and what is called on them. */
export function recogniseBoto3(call: SeenCall): CallFact | undefined {
  const { callee, place, circumstances } = call;
  const made: Made = { is: "made", callee, code: call.code, arguments: call.arguments, named: call.named, once: false, place };
  const creates = makesClient(made);
  if (creates) return created(call, creates.service, creates.resource);
  const method = methodOf(callee);
  if (!method) return undefined;
  const on = resourceIn(method.on);
  if (on) return ofResource(on, method.name, call, method.on);
  const client = clientIn(method.on);
  if (client && !client.resource) return ofClient(client, method.name, call, method.on);
  if (client && method.name !== "*") return undefined;
  if (client) return { is: "unfollowed call", reason: "an operation whose name is computed", place, circumstances };
  return ofHelper(method.on, method.name, call);
}

function created(call: SeenCall, service: Meaning | undefined, resource: boolean): CallFact {
  const { code, named, place, circumstances } = call;
  const values = [...call.arguments, ...named.values()];
  return {
    is: "client",
    service: service?.is === "text" ? service.value : undefined,
    sdk: "boto3",
    spelled: resource ? "resource" : "client",
    options: new Map([...named].filter(([name]) => name !== "service_name")),
    dependsOnEvent: values.some((value) => comesFromEvent(value) || value.is === "unknown"),
    code,
    place,
    circumstances,
  };
}

/** Methods of every client that call no operation, or are followed where their result is used. */
const LOCAL: ReadonlySet<string> = new Set(["get_paginator", "get_waiter", "can_paginate", "close", "meta", "exceptions", "__enter__", "__aenter__"]);

const TRANSFERS: Readonly<Record<string, string>> = {
  upload_file: "PutObject",
  upload_fileobj: "PutObject",
  download_file: "GetObject",
  download_fileobj: "GetObject",
  copy: "CopyObject",
  generate_presigned_post: "PutObject",
};

function ofClient({ service }: Client, method: string, call: SeenCall, client: Meaning): CallFact | undefined {
  if (LOCAL.has(method)) return undefined;
  if (method === "*") return { is: "unfollowed call", reason: "an operation whose name is computed", place: call.place, circumstances: call.circumstances };
  if (method === "generate_presigned_url") return presigned(service, call, client);
  const transfer = service === "s3" ? TRANSFERS[method] : undefined;
  if (transfer)
    return { ...serviceCall(call, service, transfer, method, client, transferred(method, call)), by: method.startsWith("generate") ? "presigner" : "upload" };
  return serviceCall(call, service, pascal(method), method, client, call.named);
}

/** `upload_file(Filename, Bucket, Key)` and its like take their parameters in order. */
function transferred(method: string, { arguments: given, named }: SeenCall): ReadonlyMap<string, Meaning> {
  const names = method.startsWith("upload") ? ["Filename", "Bucket", "Key"] : method === "copy" ? ["CopySource", "Bucket", "Key"] : ["Bucket", "Key"];
  const inOrder = names.flatMap((name, index) => (given[index] ? [[name, given[index]] as const] : []));
  return new Map([...inOrder, ...named]);
}

function presigned(service: string, call: SeenCall, client: Meaning): CallFact {
  const operation = call.arguments[0] ?? call.named.get("ClientMethod");
  const parameters = entriesOf(call.arguments[1] ?? call.named.get("Params"))?.entries;
  if (operation?.is !== "text")
    return { is: "unfollowed call", reason: "an operation whose name is computed", place: call.place, circumstances: call.circumstances };
  return { ...serviceCall(call, service, pascal(operation.value), "generate_presigned_url", client, parameters), by: "presigner" };
}

/** `client.get_paginator("scan").paginate(…)`, `client.get_waiter("…").wait(…)`. */
function ofHelper(on: Meaning, method: string, call: SeenCall): CallFact | undefined {
  if (on.is !== "made" || on.callee.is !== "member") return undefined;
  const client = clientIn(on.callee.of);
  const name = on.arguments[0] ?? on.named.get("operation_name") ?? on.named.get("waiter_name");
  if (!client || name?.is !== "text") return undefined;
  if (on.callee.key === "get_paginator" && method === "paginate") {
    return { ...serviceCall(call, client.service, pascal(name.value), "get_paginator", on.callee.of, call.named), by: "paginator" };
  }
  if (on.callee.key === "get_waiter" && method === "wait")
    return { ...serviceCall(call, client.service, "Wait", name.value, on.callee.of, call.named), by: "waiter" };
  return undefined;
}

const COLLECTING: ReadonlySet<string> = new Set(["all", "filter", "limit", "pages"]);

function ofResource({ service, type, identifiers, collection, batch }: ResourceObject, method: string, call: SeenCall, client: Meaning): CallFact | undefined {
  const names = BOTO3_IDENTIFIERS[service]?.[type] ?? [];
  const known = names.flatMap((name, index) => (identifiers[index] ? [[name, identifiers[index]] as const] : []));
  const parameters = new Map([...known, ...call.named]);
  if (batch) {
    if (method !== "put_item" && method !== "delete_item") return undefined;
    return { ...serviceCall(call, service, "BatchWriteItem", method, client, parameters), by: "batch writer" };
  }
  const operations = BOTO3_RESOURCES[service]?.[type];
  if (collection !== undefined) {
    const operation = COLLECTING.has(method) ? operations?.[collection] : undefined;
    return operation === undefined ? undefined : { ...serviceCall(call, service, operation, `${collection}.${method}`, client, parameters), by: "paginator" };
  }
  const operation = operations?.[method];
  return operation === undefined ? undefined : serviceCall(call, service, operation, method, client, parameters);
}

function serviceCall(
  call: SeenCall,
  service: string,
  operation: string,
  spelled: string,
  client: Meaning,
  parameters: ReadonlyMap<string, Meaning> | undefined,
): ServiceCall {
  const { code, open, place, circumstances, use } = call;
  return { is: "service call", service, operation, sdk: "boto3", spelled, parameters, open, by: "call", client, use, code, place, circumstances };
}

/** `list_objects_v2` → `ListObjectsV2`. */
const pascal = (name: string): string =>
  name
    .split("_")
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
    .join("");
