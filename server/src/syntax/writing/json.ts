import type { Data } from "../edit.ts";
import { entriesOf, isList, isScalar } from "./emit.ts";
import type { Layout } from "./layout.ts";

/** JSON over several lines; those behind the first begin with `margin`, and `unit` more a level. */
export function json(data: Data, margin: string, unit: string, layout: Layout): string {
  if (isScalar(data)) return JSON.stringify(data);
  const deeper = margin + unit;
  const line = `${layout.eol}${deeper}`;
  const end = `${layout.eol}${margin}`;
  if (isList(data)) return data.length === 0 ? "[]" : `[${line}${data.map((one) => json(one, deeper, unit, layout)).join(`,${line}`)}${end}]`;
  const entries = (entriesOf(data) ?? []).map(([name, value]) => `${JSON.stringify(name)}: ${json(value, deeper, unit, layout)}`);
  return entries.length === 0 ? "{}" : `{${line}${entries.join(`,${line}`)}${end}}`;
}

/** JSON on one line. */
export function jsonLine(data: Data): string {
  if (isScalar(data)) return JSON.stringify(data);
  if (isList(data)) return `[${data.map(jsonLine).join(", ")}]`;
  const entries = (entriesOf(data) ?? []).map(([name, value]) => `${JSON.stringify(name)}: ${jsonLine(value)}`);
  return entries.length === 0 ? "{}" : `{ ${entries.join(", ")} }`;
}
