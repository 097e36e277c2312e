/** Whether `&name` or `*name` stands in a text, or what looks like it. */
export function hasMark(text: string, mark: "&" | "*", name: string): boolean {
  for (let at = text.indexOf(mark + name); at >= 0; at = text.indexOf(mark + name, at + 1)) {
    if (/^[\s,[\]{}:]?$/.test(text.charAt(at + 1 + name.length))) return true;
  }
  return false;
}
