import type { Span } from "../../base/span.ts";
import type { Code } from "../../model/code/code.ts";
import { fieldOf, namedOf, type SyntaxNode } from "../../syntax/code/nodes.ts";
import { flat } from "../../syntax/flat.ts";
import { unescaped } from "./escapes.ts";
import { expression } from "./expressions.ts";
import { type Reading, spanOf } from "./reading.ts";

/** One literal, with its value; a template where there is code in it. */
export function string(reading: Reading, node: SyntaxNode): Code {
  return joined(pieces(reading, node), spanOf(node));
}

/** `"a" "b"`, which is one literal. */
export function concatenatedString(reading: Reading, node: SyntaxNode): Code {
  const all = namedOf(node).flatMap((part) => (part.kind === "string" ? pieces(reading, part) : [expression(reading, part)]));
  return joined(all, spanOf(node));
}

/** What is between the quotes of a literal; of a literal that is not closed, all that follows the first quote. */
export function insideOf(text: string, node: Span): Span {
  const { start, end } = opened(text, node);
  return { start, end };
}

type Piece = string | Code;

function joined(pieces: readonly Piece[], at: Span): Code {
  const parts: Piece[] = [];
  for (const piece of pieces) {
    const last = parts.at(-1);
    if (typeof piece === "string" && typeof last === "string") parts[parts.length - 1] = last + piece;
    else if (piece !== "") parts.push(piece);
  }
  const [first = "", second] = parts;
  if (second === undefined && typeof first === "string") return { is: "text", value: flat(first), at };
  return { is: "template", parts: parts.map((part) => (typeof part === "string" ? flat(part) : part)), at };
}

function pieces(reading: Reading, node: SyntaxNode): readonly Piece[] {
  const literal = opened(reading.text, node);
  if (literal.quote.length === 1) reading.style.quotes[literal.quote === "'" ? "'" : '"'] += 1;
  if (!isTemplate(reading.text, node.start)) return [piece(reading, literal, literal)];
  return namedOf(node).flatMap((part) => {
    if (part.kind === "string_start" || part.kind === "string_end") return [];
    return part.kind === "interpolation" ? interpolation(reading, part) : [piece(reading, literal, part)];
  });
}

interface Literal extends Span {
  readonly prefix: string;
  readonly quote: string;
}

const QUOTE = /(?:"""|'''|"|'|`)/y;

function opened(text: string, node: Span): Literal {
  const at = prefixEnd(text, node.start);
  QUOTE.lastIndex = at;
  const quote = QUOTE.exec(text)?.[0] ?? "";
  const start = at + quote.length;
  const closed = node.end - quote.length >= start && text.endsWith(quote, node.end);
  return { prefix: text.slice(node.start, at).toLowerCase(), quote, start, end: closed ? node.end - quote.length : node.end };
}

function prefixEnd(text: string, start: number): number {
  let at = start;
  while (at < text.length && !"\"'`".includes(text.charAt(at))) at += 1;
  return at;
}

/** Whether the literal at an offset may have code in it, by its prefix. */
export function isTemplate(text: string, start: number): boolean {
  return /[fFtT]/.test(text.slice(start, prefixEnd(text, start)));
}

function piece(reading: Reading, { prefix }: Literal, { start, end }: Span): Piece {
  // Python reads every line break as one sign, however the file ends its lines.
  const written = reading.text.slice(start, end).replaceAll("\r\n", "\n");
  const text = /[ft]/.test(prefix) ? written.replaceAll("{{", "{").replaceAll("}}", "}") : written;
  const value = prefix.includes("r") || !text.includes("\\") ? text : unescaped(text, prefix.includes("b") ? "bytes" : "text");
  return value ?? { is: "other", of: [], at: { start, end } };
}

/** What is formatted in some way is not the text of its value: it is kept as code only. */
function interpolation(reading: Reading, node: SyntaxNode): readonly Piece[] {
  const inner = fieldOf(node, "expression");
  if (!inner) return [{ is: "other", of: namedOf(node).map((part) => expression(reading, part)), at: spanOf(node) }];
  const code = expression(reading, inner);
  const echo = node.children.find(({ kind }) => kind === "=");
  const shown = echo ? [reading.text.slice(inner.start, echo.end)] : [];
  const formats = namedOf(node).filter(({ field, kind }) => field !== "expression" && (kind === "format_specifier" || kind === "type_conversion"));
  if (formats.length === 0 && !echo) return [code];
  const computed = formats.flatMap((format) => namedOf(format).flatMap(namedOf));
  return [...shown, { is: "other", of: [code, ...computed.map((part) => expression(reading, part))], at: spanOf(node) }];
}
