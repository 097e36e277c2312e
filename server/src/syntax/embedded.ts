import type { Span } from "../base/span.ts";
import { blockSegments } from "./embedding/block.ts";
import { encoderOf } from "./embedding/encode.ts";
import { flowSegments } from "./embedding/flow.ts";
import type { Segment, Segments } from "./embedding/segments.ts";
import type { ScalarNode } from "./node.ts";

/** The text that a scalar stands for, with the way back to where it is written. */
export interface Decoded {
  readonly text: string;
  /** The host's span that a span of `text` is written in; a fold, an escape or an indentation that it touches is taken in. */
  toHost(span: Span): Span | undefined;
  /** The same for an edit: undefined where the span crosses a fold, an escape or a line end, so that replacing it could change more. */
  editable(span: Span): Span | undefined;
  /** The offset in `text` of an offset in the host; undefined outside of the scalar. */
  fromHost(offset: number): number | undefined;
  /** How a piece of text is written where `editable` allows to; undefined where it can't be, or needs other quotes. */
  encode(text: string): string | undefined;
}

/**
 * Decodes a scalar: plain, quoted or block, YAML or JSON.
 * @param hostText the text that the node's spans refer to; spans of the result's host side do too.
 */
export function decode(hostText: string, node: ScalarNode): Decoded {
  const segments = segmentsOf(hostText, node);
  const { text, list } = segments;
  return {
    text,
    toHost: (span) => toHost(list, text.length, span),
    editable: (span) => editable(list, text.length, span),
    fromHost: (offset) => fromHost(list, offset),
    encode: encoderOf(node),
  };
}

/** Where the own rules and the parser disagree, the parser's value stands, as one segment that can only be pointed at. */
function segmentsOf(hostText: string, node: ScalarNode): Segments {
  const found = node.style === "literal" || node.style === "folded" ? blockSegments(hostText, node) : flowSegments(hostText, node);
  const value = typeof node.value === "string" ? node.value : node.source;
  if (found.text === value) return found;
  return { text: value, list: [{ start: 0, end: value.length, host: node.span, exact: false }] };
}

function toHost(list: readonly Segment[], length: number, { start, end }: Span): Span | undefined {
  if (start < 0 || end < start || end > length) return undefined;
  const first = list.find((segment) => start < segment.end) ?? list.at(-1);
  const last = end > start ? list.find((segment) => end <= segment.end) : first;
  if (!first || !last) return undefined;
  const from = first.exact ? first.host.start + (start - first.start) : start >= first.end ? first.host.end : first.host.start;
  const to = end === start ? from : last.exact ? last.host.start + (end - last.start) : last.host.end;
  return { start: from, end: Math.max(from, to) };
}

function editable(list: readonly Segment[], length: number, { start, end }: Span): Span | undefined {
  if (start < 0 || end < start || end > length) return undefined;
  // At a border the later segment is taken: behind a line end that is the text of the new line.
  const segment = list.findLast((one) => one.exact && one.start <= start && end <= one.end);
  return segment && { start: segment.host.start + (start - segment.start), end: segment.host.start + (end - segment.start) };
}

function fromHost(list: readonly Segment[], offset: number): number | undefined {
  const segment = list.findLast(({ host }) => host.start <= offset && offset <= host.end);
  return segment && (segment.exact ? segment.start + (offset - segment.host.start) : segment.start);
}
