import { span } from "../../base/span.ts";
import type { Code, NumberCode, TemplateCode, TextCode } from "../../model/code/code.ts";
import { codeOf } from "./expressions.ts";
import { kept, type Part, partsOf, type Reading, spanOf, wordAt } from "./syntax.ts";

export function textCode(reading: Reading, part: Part): TextCode {
  if (reading.text.startsWith("'", part.start)) reading.seen.singleQuotes++;
  else reading.seen.doubleQuotes++;
  return { is: "text", value: textOf(reading, part.start + 1, part.end - 1), at: spanOf(part) };
}

/** A template literal; one without code in it is a text. */
export function templateOrText(reading: Reading, part: Part): TemplateCode | TextCode {
  const template = templateCode(reading, part);
  const [first, ...more] = template.parts;
  if (more.length > 0 || (first !== undefined && typeof first !== "string")) return template;
  return { is: "text", value: first ?? "", at: template.at };
}

export function templateCode(reading: Reading, part: Part): TemplateCode {
  const parts: (string | Code)[] = [];
  let from = part.start + 1;
  const upTo = (end: number) => {
    if (end > from) parts.push(textOf(reading, from, end));
  };
  for (const child of substitutionsOf(reading, part)) {
    upTo(child.start);
    for (const inner of partsOf(reading, child)) parts.push(codeOf(reading, inner));
    from = child.end;
  }
  upTo(part.end - 1);
  return { is: "template", parts, at: spanOf(part) };
}

function substitutionsOf(reading: Reading, part: Part): readonly Part[] {
  if (!reading.text.slice(part.start, part.end).includes("${")) return [];
  return partsOf(reading, part).filter(({ kind }) => kind === "template_substitution");
}

/** A number of any notation; what is above 2⁵³ (BigInt) is rounded. */
export function numberCode(reading: Reading, part: Part): NumberCode {
  const digits = reading.text.slice(part.start, part.end).replaceAll("_", "").replace(/n$/, "");
  const value = /^0[0-7]+$/.test(digits) ? Number.parseInt(digits, 8) : Number(digits);
  return { is: "number", value, at: spanOf(part) };
}

/** What the source text of a literal says, between its quotes. */
export function textOf(reading: Reading, start: number, end: number): string {
  if (end <= start) return "";
  const word = wordAt(reading, start, end);
  if (!word.includes("\\") && !word.includes("\r")) return word;
  return kept(reading, word.replace(/\r\n?/g, "\n").replace(ESCAPE, unescaped));
}

const ESCAPE = /\\(?:u\{([\da-fA-F]{1,6})\}|u([\da-fA-F]{4})|x([\da-fA-F]{2})|([0-7]{1,3})|([\s\S]))/g;
const CONTROLS: Readonly<Record<string, string>> = { n: "\n", t: "\t", r: "\r", b: "\b", f: "\f", v: "\v" };
const LINE_ENDS: ReadonlySet<string> = new Set(["\n", "\u2028", "\u2029"]);

function unescaped(_: string, point?: string, unit?: string, byte?: string, octal?: string, other = ""): string {
  const hex = point ?? unit ?? byte;
  if (hex !== undefined) return characterOf(Number.parseInt(hex, 16));
  if (octal !== undefined) return characterOf(Number.parseInt(octal, 8));
  return LINE_ENDS.has(other) ? "" : (CONTROLS[other] ?? other);
}

/** Numbers above Unicode's last are errors of the language; they stand for nothing. */
const characterOf = (point: number): string => (point > 0x10ffff ? "" : String.fromCodePoint(point));

/** The span between the quotes of a text. */
export const innerSpan = (part: Part) => span(part.start + 1, Math.max(part.start + 1, part.end - 1));
