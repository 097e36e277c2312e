import type { Path } from "../../base/place.ts";
import type { Expression } from "../../model/expression.ts";

/** What the type of a resource says by itself: canonical property → value. */
const BY_TYPE: Readonly<Record<string, Readonly<Record<string, string | boolean>>>> = {
  "AWS::ApiGateway::RestApi": { protocol: "REST" },
  "AWS::CloudWatch::CompositeAlarm": { composite: true },
};

export function fixedBy(type: string, path: Path): Readonly<Record<string, Expression>> {
  return Object.fromEntries(Object.entries(BY_TYPE[type] ?? {}).map(([property, value]) => [property, { is: "literal", value, path } as const]));
}
