/** https://docs.python.org/3/reference/lexical_analysis.html#escape-sequences, read 2026-11-24. */
const ESCAPE = /\\(\n|[0-7]{1,3}|x[0-9a-fA-F]{2}|u[0-9a-fA-F]{4}|U[0-9a-fA-F]{8}|N\{[^}]*\}|[\s\S])/g;

const SINGLE: Readonly<Record<string, string>> = {
  "\n": "",
  "\\": "\\",
  "'": "'",
  '"': '"',
  a: "\x07",
  b: "\b",
  f: "\f",
  n: "\n",
  r: "\r",
  t: "\t",
  v: "\v",
};

/** The value of what is written between the quotes; undefined where it names a character, because the names are not known here. */
export function unescaped(written: string, kind: "text" | "bytes"): string | undefined {
  let known = true;
  const value = written.replace(ESCAPE, (whole: string, code: string) => {
    const single = SINGLE[code];
    if (single !== undefined) return single;
    if (/^[0-7]/.test(code)) return String.fromCodePoint(Number.parseInt(code, 8));
    if (/^x./.test(code)) return fromHex(code);
    if (kind === "bytes") return whole;
    if (/^[uU]./.test(code)) return fromHex(code);
    if (/^N\{/.test(code)) known = false;
    return whole;
  });
  return known ? value : undefined;
}

function fromHex(code: string): string {
  const point = Number.parseInt(code.slice(1), 16);
  return point > 0x10ffff ? "" : String.fromCodePoint(point);
}
