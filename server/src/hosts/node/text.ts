import { Buffer } from "node:buffer";

/** A text as a file holds it, and what is needed to write it back byte for byte. */
export interface FileText {
  /** Without the byte order mark, as editors show it. */
  readonly text: string;
  readonly byteOrderMark: boolean;
  /** The bytes are UTF-8, so that writing the text gives them back. */
  readonly exact: boolean;
}

const BYTE_ORDER_MARK = "\uFEFF";
/** Text of the field has no zero byte; where these first bytes have one, the rest is not looked at. */
const PROBE_BYTES = 8192;

/** Decodes UTF-8, broken bytes replaced; undefined for bytes that are no such text (UTF-16 too has zero bytes). */
export function decoded(bytes: Buffer): FileText | undefined {
  if (bytes.subarray(0, PROBE_BYTES).includes(0)) return undefined;
  const whole = bytes.toString("utf8");
  const byteOrderMark = whole.startsWith(BYTE_ORDER_MARK);
  const exact = !whole.includes("\uFFFD") || Buffer.from(whole, "utf8").equals(bytes);
  return { text: byteOrderMark ? whole.slice(1) : whole, byteOrderMark, exact };
}

export const encoded = (of: Pick<FileText, "text" | "byteOrderMark">): Buffer => Buffer.from((of.byteOrderMark ? BYTE_ORDER_MARK : "") + of.text, "utf8");
