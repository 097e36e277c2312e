import { serviceOfClass, serviceOfClientFile } from "../../../knowledge/sdk/clients.ts";
import { documentOperation, operationOf } from "../../../knowledge/sdk/document-client.ts";
import type { CallFact, SeenCall } from "../../../model/code/facts.ts";
import type { External, Meaning } from "../../../model/code/meaning.ts";
import { comesFromEvent } from "../../../model/code/origin.ts";
import { entriesOf, methodOf } from "../../shared/meanings.ts";

interface Client {
  readonly service: string;
  readonly document: boolean;
}

/** Clients and operations of the SDK for JavaScript, version 2. */
export function recogniseV2(call: SeenCall): CallFact | undefined {
  const { callee, code, place, circumstances, use } = call;
  if (callee.is === "external" && code.construct) {
    const client = clientOf(callee);
    const [options] = call.arguments;
    if (!client) return undefined;
    return {
      is: "client",
      service: client.service,
      sdk: "javascript-v2",
      spelled: callee.path.join(".") || client.service,
      options: entriesOf(options)?.entries,
      dependsOnEvent: comesFromEvent(options) || options?.is === "unknown",
      code,
      place,
      circumstances,
    };
  }
  const method = methodOf(callee);
  const client = method && clientIn(method.on);
  if (!client) return undefined;
  if (method.name === "*") return { is: "unfollowed call", reason: "an operation whose name is computed", place, circumstances };
  if (LOCAL.has(method.name)) return undefined;
  const parameters = entriesOf(call.arguments[0]?.is === "function" ? undefined : call.arguments[0]);
  const upload = client.service === "s3" && method.name === "upload";
  return {
    is: "service call",
    service: client.service,
    operation: upload ? "PutObject" : client.document ? documentOperation(method.name) : operationOf(method.name),
    sdk: "javascript-v2",
    spelled: method.name,
    parameters: parameters?.entries,
    open: parameters?.open ?? true,
    by: upload ? "upload" : method.name.startsWith("getSignedUrl") ? "presigner" : method.name === "waitFor" ? "waiter" : "call",
    client: method.on,
    use,
    code,
    place,
    circumstances,
  };
}

/** Methods of every client, and of a document client, that call nothing. */
const LOCAL: ReadonlySet<string> = new Set(["createSet", "setupRequestListeners", "defineService", "makeUnauthenticatedRequest", "createPresignedPost"]);

function clientOf({ package: from, path }: External): Client | undefined {
  if (from === "aws-sdk") {
    const [name, inner] = path;
    return name === undefined || !/^[A-Z]/.test(name) || NO_CLIENTS.has(name)
      ? undefined
      : { service: serviceOfClass(name), document: inner === "DocumentClient" };
  }
  const [, file] = /^aws-sdk\/clients\/([a-z0-9]+)$/.exec(from) ?? [];
  return file === undefined ? undefined : { service: serviceOfClientFile(file), document: path[0] === "DocumentClient" };
}

const NO_CLIENTS: ReadonlySet<string> = new Set([
  "Config",
  "Credentials",
  "ChainableTemporaryCredentials",
  "TemporaryCredentials",
  "SharedIniFileCredentials",
  "EnvironmentCredentials",
  "CognitoIdentityCredentials",
  "CredentialProviderChain",
  "Endpoint",
  "HttpRequest",
  "Request",
  "Service",
  "Signers",
  "NodeHttpClient",
  "WebIdentityCredentials",
]);

function clientIn(of: Meaning): Client | undefined {
  if (of.is === "either") return of.of.map(clientIn).find((client) => client !== undefined);
  return of.is === "made" && of.callee.is === "external" && of.code.construct ? clientOf(of.callee) : undefined;
}
