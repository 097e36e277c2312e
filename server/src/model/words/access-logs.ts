import { ACCESS_LOG_FORMATS, ACCESS_LOG_VARIABLES } from "../../knowledge/apigateway.ts";

/** The format to write for an API, as one JSON object a request. */
export function advisedFormat(protocol: string): Readonly<Record<string, string>> {
  if (protocol === "REST") return ACCESS_LOG_FORMATS.rest;
  return protocol === "HTTP" ? ACCESS_LOG_FORMATS.http : ACCESS_LOG_FORMATS.websocket;
}

/** Which of the variables that explain a failed request a format has. An extended request id names the request as well. */
export function explains(format: string): { readonly id: boolean; readonly reason: boolean } {
  const { requestId, reasons } = ACCESS_LOG_VARIABLES;
  return {
    id: format.includes(requestId.value) || format.includes("$context.extendedRequestId"),
    reason: reasons.value.some((reason) => format.includes(reason)),
  };
}

/** The same format with the missing variables at its end; undefined where it is no JSON object on one line. */
export function completed(format: string, protocol: string): string | undefined {
  const body = /^\s*\{([^{}\n]*)\}\s*$/.exec(format)?.[1]?.trimEnd();
  if (body === undefined) return undefined;
  const { id, reason } = explains(format);
  const advised = advisedFormat(protocol);
  const keys = [...(id ? [] : ["requestId"]), ...(reason ? [] : ["errorMessage", "integrationError"])];
  const added = keys.map((key) => `"${key}":"${advised[key] ?? ""}"`);
  return `{${[...(body.trim() === "" ? [] : [body.replace(/,$/, "")]), ...added].join(",")}}`;
}
