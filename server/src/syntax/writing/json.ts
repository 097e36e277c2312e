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
  const entries = (entriesOf(data) ?? []).map(([name, value]) => `${jsonKey(name, layout)}${json(value, deeper, unit, layout)}`);
  return entries.length === 0 ? "{}" : `{${line}${entries.join(`,${line}`)}${end}}`;
}

/** JSON on one line. */
export function jsonLine(data: Data, layout: Pick<Layout, "compact">): string {
  if (isScalar(data)) return JSON.stringify(data);
  const comma = commaOf(layout);
  if (isList(data)) return `[${data.map((one) => jsonLine(one, layout)).join(comma)}]`;
  const entries = (entriesOf(data) ?? []).map(([name, value]) => `${jsonKey(name, layout)}${jsonLine(value, layout)}`);
  return entries.length === 0 ? "{}" : inBraces(entries.join(comma), layout);
}

/** A key with its colon and the blank behind that. */
export const jsonKey = (name: string, { compact }: Pick<Layout, "compact">): string => `${JSON.stringify(name)}:${compact ? "" : " "}`;

export const commaOf = ({ compact }: Pick<Layout, "compact">): string => (compact ? "," : ", ");

export const inBraces = (entries: string, { compact }: Pick<Layout, "compact">): string => (compact ? `{${entries}}` : `{ ${entries} }`);

/** A list or map that is often written on one line: nothing but scalars stand in it. */
export const isShort = (data: Data): boolean =>
  !isScalar(data) && (isList(data) ? data : Object.values(Object.fromEntries(entriesOf(data) ?? []))).every(isScalar);
