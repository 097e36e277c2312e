import type { ScalarStyle } from "../node.ts";
import type { Layout } from "./layout.ts";

export type ScalarData = string | number | boolean | null;

/** Where a scalar is written: inside of brackets more has to be quoted. */
export type Around = "block" | "flow";

/** A scalar on one line, in quotes where any reader of YAML could take it for something else. */
export function scalar(data: ScalarData, around: Around, { quote, allQuoted }: Quoting): string {
  if (typeof data !== "string") return number(data);
  return isPlain(data, around) && !allQuoted ? data : quoted(data, quote);
}

type Quoting = Pick<Layout, "quote" | "allQuoted">;

/** A scalar in the quotes of the one that it replaces, where it still can. */
export function scalarLike(data: ScalarData, style: ScalarStyle, around: Around, { quote }: Quoting): string {
  if (typeof data !== "string" || (style !== "single" && style !== "double")) return scalar(data, around, { quote, allQuoted: false });
  return quoted(data, style === "single" ? "'" : '"');
}

function number(data: number | boolean | null): string {
  if (typeof data !== "number" || Number.isFinite(data)) return String(data);
  return Number.isNaN(data) ? ".nan" : data > 0 ? ".inf" : "-.inf";
}

/** Text in quotes. Single ones know no escapes, so what needs one gets double quotes. */
export function quoted(text: string, quote: '"' | "'"): string {
  if (quote === "'" && isPrintable(text)) return `'${text.replaceAll("'", "''")}'`;
  if (quote === '"' && isPrintable(text) && /["\\]/.test(text) && !text.includes("'")) return `'${text}'`;
  return JSON.stringify(text).replace(UNPRINTABLE, (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`);
}

/** Whether text can stand without quotes. */
export function isPlain(text: string, around: Around): boolean {
  if (text === "" || text !== text.trim() || !isPrintable(text)) return false;
  if (/^[-?:,[\]{}#&*!|>'"%@`=]/.test(text) || /^(?:<<|\.\.\.)/.test(text)) return false;
  if (/:(?:\s|$)|\s#/.test(text) || (around === "flow" && /[,[\]{}]/.test(text))) return false;
  return !OTHER_TYPES.test(text);
}

/** What YAML 1.1, which CloudFormation documents, or 1.2 read as something else than text: truth values, nothing, numbers, times and dates. */
const OTHER_TYPES = new RegExp(
  `^(?:${[
    "~|null|true|false|yes|no|on|off|y|n",
    "[-+]?\\.(?:inf|nan)",
    "[-+]?\\d[\\d_]*|[-+]?0x[\\da-f_]+|[-+]?0o[0-7_]+|[-+]?0b[01_]+",
    "[-+]?(?:\\d[\\d_]*)?\\.[\\d_]*(?:e[-+]?\\d+)?|[-+]?\\d[\\d_]*e[-+]?\\d+",
    "[-+]?\\d[\\d_]*(?::[0-5]?\\d)+(?:\\.\\d*)?",
    "\\d{4}-\\d{1,2}-\\d{1,2}(?:[Tt\\s].*)?",
  ].join("|")})$`,
  "i",
);

// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what must not stand in plain text.
const UNPRINTABLE = /[\u0000-\u001f\u007f-\u009f\u2028\u2029\ufeff\ufffe\uffff]/g;

const isPrintable = (text: string): boolean => text.search(UNPRINTABLE) < 0;
