/**
 * The offset of the first tag (`!`) or anchor (`&`) between `from` and the node that it belongs to. `from` is the end
 * of what stands before: only blanks, comments, indicators and the other property may lie between.
 */
export function propertiesStart(text: string, from: number, sign: "!" | "&"): number | undefined {
  let at = from;
  while (at < text.length) {
    const character = text[at] ?? "";
    if (character === sign) return at;
    if (character === "#") at = lineEnd(text, at);
    else if (character === "&" || character === "!") at = wordEnd(text, at);
    else if (BETWEEN.includes(character)) at += 1;
    else return undefined;
  }
  return undefined;
}

const BETWEEN = " \t\r\n:?-,[{";

function lineEnd(text: string, from: number): number {
  const at = text.indexOf("\n", from);
  return at < 0 ? text.length : at;
}

function wordEnd(text: string, from: number): number {
  let at = from;
  while (at < text.length && !" \t\r\n".includes(text[at] ?? " ")) at += 1;
  return at;
}
