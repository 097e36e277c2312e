import { CHANGES_DATA, type Write, writeOf } from "../../../knowledge/code/writes.ts";
import type { ServiceCall } from "../../code/facts.ts";
import { factsOf, type HandlerView } from "../../code/handler.ts";
import type { Resource } from "../../resource.ts";
import { isUnknown } from "../../value.ts";
import { resourceOf } from "./joined.ts";
import { perInvocation } from "./sites.ts";

/** A call that changes data or sends something on. */
export interface Effect {
  readonly call: ServiceCall;
  readonly write: Write;
  /** What it writes to, where this template declares it. */
  readonly target: Resource | undefined;
}

/** What a handler changes for an event, each place once. Addresses that are only signed for others are none, and neither is SQL that cannot be read. */
export function effectsOf(fn: Resource<"function">, view: HandlerView): readonly Effect[] {
  return perInvocation(factsOf(view, "service call")).flatMap((call) => {
    const write = call.by === "presigner" || call.by === "waiter" ? undefined : writeOf(call.service, call.operation);
    if (!write || (write.to === "database" && !changesData(call))) return [];
    const named = write.named.map((name) => call.parameters?.get(name)).find((one) => one !== undefined);
    const found = named && resourceOf(named, fn);
    return [{ call, write, target: found && !isUnknown(found) ? found : undefined }];
  });
}

function changesData({ parameters }: ServiceCall): boolean {
  const sql = parameters?.get("sql");
  return sql?.is === "text" && CHANGES_DATA.test(sql.value);
}
