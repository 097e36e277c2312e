/** The end of the string that starts at `at`; undefined when its line ends first. */
export function endOfString(text: string, at: number): number | undefined {
  for (let end = at + 1; end < text.length; end += 1) {
    const code = text.charCodeAt(end);
    if (code === 34) return end + 1;
    if (code === 92) end += 1;
    else if (code === 10) return undefined;
  }
  return undefined;
}

/** The end of the comment that starts at `at`; undefined when none starts there, or it has no end. */
export function endOfComment(text: string, at: number): number | undefined {
  const sign = text[at + 1];
  const mark = sign === "/" ? "\n" : sign === "*" ? "*/" : undefined;
  if (mark === undefined) return undefined;
  const end = text.indexOf(mark, at + 2);
  if (mark === "\n") return end < 0 ? text.length : end;
  return end < 0 ? undefined : end + 2;
}

/** The offset of the first character from `at` on that is no blank and in no comment; the length of the text when there is none. */
export function skipTrivia(text: string, at: number): number {
  for (let here = at; here < text.length; ) {
    const character = text[here] ?? "";
    if (character === "/") {
      const end = endOfComment(text, here);
      if (end === undefined) return here;
      here = end;
    } else if (" \t\r\n\uFEFF".includes(character)) here += 1;
    else return here;
  }
  return text.length;
}

/** Whether more brackets than `limit` are open at once anywhere; brackets in strings do not count. Readers of JSON recurse. */
export function nestsDeeperThan(text: string, limit: number): boolean {
  let depth = 0;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code === 34) at = (endOfString(text, at) ?? at + 1) - 1;
    else if (code === 91 || code === 123) depth += 1;
    else if (code === 93 || code === 125) depth -= 1;
    if (depth > limit) return true;
  }
  return false;
}
