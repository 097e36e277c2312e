import { serviceOfPackage } from "../../../knowledge/sdk/clients.ts";
import { documentOperation, operationOf } from "../../../knowledge/sdk/document-client.ts";
import type { CallFact, SeenCall, ServiceCall } from "../../../model/code/facts.ts";
import type { External, Made, Meaning } from "../../../model/code/meaning.ts";
import { comesFromEvent } from "../../../model/code/origin.ts";
import { entriesOf, madeBy, makerOf, methodOf } from "../../shared/meanings.ts";

const LIB_DYNAMODB = "@aws-sdk/lib-dynamodb";
const LIB_STORAGE = "@aws-sdk/lib-storage";
const PRESIGNER = "@aws-sdk/s3-request-presigner";

/** Clients, commands, paginators, waiters, uploads and presigned addresses of the SDK for JavaScript, version 3. */
export function recogniseV3(call: SeenCall): CallFact | undefined {
  const { callee } = call;
  if (callee.is === "external") return ofExternal(callee, call);
  const method = methodOf(callee);
  if (!method) return undefined;
  if (method.name === "*") return computedMethod(call);
  if (method.name === "send") return sent(method.on, call);
  const upload = method.name === "done" ? madeBy(method.on, ({ package: from, path }) => from === LIB_STORAGE && path[0] === "Upload") : undefined;
  if (upload) return uploaded(upload, call);
  const client = clientIn(method.on);
  if (client?.aggregated && !NO_OPERATIONS.has(method.name))
    return service(call, client.service, calledBy(client, method.name), method.name, method.on, call.arguments[0]);
  return undefined;
}

function ofExternal(callee: External, call: SeenCall): CallFact | undefined {
  const [name = ""] = callee.path;
  if (call.code.construct && callee.path.length === 1) return created(callee, name, call);
  // What is kept on `globalThis` is no more than a name, but the command says what is called.
  if (callee.package === "" && callee.path.length > 1 && callee.path.at(-1) === "send") return commanded(call.arguments[0], undefined, call, "call");
  if (callee.package === LIB_DYNAMODB && callee.path[1] === "from") return undefined;
  if (callee.package === PRESIGNER && name === "getSignedUrl") return commanded(call.arguments[1], call.arguments[0], call, "presigner");
  const of = serviceOfPackage(callee.package) ?? (callee.package === LIB_DYNAMODB ? "dynamodb" : undefined);
  if (of === undefined) return undefined;
  if (/^paginated?[A-Z]/.test(name)) return paged(of, name, call);
  if (/^waitUntil[A-Z]|^waitFor[A-Z]/.test(name)) return { ...service(call, of, "Wait", name, clientOf(call.arguments[0]), call.arguments[1]), by: "waiter" };
  return undefined;
}

function created(callee: External, name: string, call: SeenCall): CallFact | undefined {
  const of = serviceOfPackage(callee.package);
  if (of === undefined || !isClientClass(name)) return undefined;
  const [options] = call.arguments;
  return {
    is: "client",
    service: of,
    sdk: "javascript-v3",
    spelled: name,
    options: entriesOf(options)?.entries,
    dependsOnEvent: comesFromEvent(options) || options?.is === "unknown",
    code: call.code,
    place: call.place,
    circumstances: call.circumstances,
  };
}

/** `S3Client`, and `S3` with a method for each operation; commands, errors and enumerations are none. */
const isClientClass = (name: string): boolean => !/(Command|Exception|Error|Serviceexception)$/.test(name) && /^[A-Z]/.test(name);

interface Client {
  readonly service: string;
  /** Has a method for each operation. */
  readonly aggregated: boolean;
  readonly document: boolean;
}

/** The client in what something is: made itself, or wrapped for tracing or documents. */
function clientIn(of: Meaning): Client | undefined {
  if (of.is === "either") return of.of.map(clientIn).find((client) => client !== undefined);
  if (of.is !== "made" || of.callee.is !== "external") return undefined;
  const { package: from, path } = of.callee;
  if (from === LIB_DYNAMODB) return { service: "dynamodb", aggregated: path[0] === "DynamoDBDocument", document: true };
  const name = serviceOfPackage(from);
  return name === undefined || !of.code.construct ? undefined : { service: name, aggregated: !path[0]?.endsWith("Client"), document: false };
}

const NO_OPERATIONS: ReadonlySet<string> = new Set(["send", "destroy", "middlewareStack", "use", "config"]);

const calledBy = ({ document }: Client, method: string): string => (document ? documentOperation(method) : operationOf(method));

function sent(client: Meaning, call: SeenCall): CallFact | undefined {
  const [command] = call.arguments;
  const fact = commanded(command, client, call, "call");
  if (fact || !clientIn(client)) return fact;
  return unfollowed(call, "a command that is not made where it is sent");
}

function commanded(command: Meaning | undefined, client: Meaning | undefined, call: SeenCall, by: ServiceCall["by"]): CallFact | undefined {
  const options = command?.is === "either" ? command.of : command ? [command] : [];
  for (const one of options) {
    const maker = makerOf(one);
    const name = maker?.path[0];
    if (!maker || !name?.endsWith("Command") || one.is !== "made") continue;
    const from = serviceOfPackage(maker.package) ?? (maker.package === LIB_DYNAMODB ? "dynamodb" : undefined);
    if (from === undefined) continue;
    const short = name.slice(0, -"Command".length);
    const operation = maker.package === LIB_DYNAMODB ? documentOperation(short) : short;
    return { ...service(call, from, operation, name, client, one.arguments[0]), by };
  }
  return undefined;
}

function paged(of: string, name: string, call: SeenCall): CallFact {
  const short = name.replace(/^paginated?/, "");
  return { ...service(call, of, documentOperation(short), name, clientOf(call.arguments[0]), call.arguments[1]), by: "paginator" };
}

function uploaded(upload: Made, call: SeenCall): CallFact {
  const options = entriesOf(upload.arguments[0])?.entries;
  return { ...service(call, "s3", "PutObject", "Upload", options?.get("client"), options?.get("params")), by: "upload" };
}

/** The client in `{ client, … }`. */
const clientOf = (options: Meaning | undefined): Meaning | undefined => entriesOf(options)?.entries.get("client");

function service(call: SeenCall, of: string, operation: string, spelled: string, client: Meaning | undefined, parameters: Meaning | undefined): ServiceCall {
  const { code, place, circumstances, use } = call;
  const given = entriesOf(parameters);
  return {
    is: "service call",
    service: of,
    operation,
    sdk: "javascript-v3",
    spelled,
    parameters: given?.entries,
    open: given?.open ?? true,
    by: "call",
    client: client ?? { is: "unknown", reason: "the client is not named", place },
    use,
    code,
    place,
    circumstances,
  };
}

/** `client[operation](…)`. */
function computedMethod(call: SeenCall): CallFact | undefined {
  if (call.callee.is !== "member" || call.callee.key !== "*") return undefined;
  return clientIn(call.callee.of) ? unfollowed(call, "an operation whose name is computed") : undefined;
}

const unfollowed = ({ place, circumstances }: SeenCall, reason: string): CallFact => ({ is: "unfollowed call", reason, place, circumstances });
