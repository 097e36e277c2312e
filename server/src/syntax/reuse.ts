import { flat } from "./flat.ts";
import type { Section } from "./tree.ts";

/** Reads one section's text; the same text always gives an equal section. */
export type SectionReader = (text: string) => Section;

/** Where a section's text stands in the document. */
interface Extent {
  readonly start: number;
  readonly end: number;
}

/**
 * Gives each piece of `text` its section: one of `previous` where that has the same text, else a new one. Sections
 * mostly stay in order, so both ends are walked first and only what lies between is looked up by text.
 */
export function reuseSections(
  text: string,
  pieces: readonly Extent[],
  previous: readonly Section[],
  read: SectionReader,
): { readonly sections: readonly Section[]; readonly sectionsRead: number } {
  const most = Math.min(pieces.length, previous.length);
  let front = 0;
  while (front < most && isText(text, pieces[front], previous[front])) front += 1;
  let back = 0;
  while (back < most - front && isText(text, pieces[pieces.length - 1 - back], previous[previous.length - 1 - back])) back += 1;
  const between = new Map<string, Section>();
  for (const section of previous.slice(front, previous.length - back)) between.set(section.text, section);
  let sectionsRead = 0;
  const changed = pieces.slice(front, pieces.length - back).map(({ start, end }) => {
    const slice = text.slice(start, end);
    const known = between.get(slice);
    // Twins in one document are two sections: a memo by section must not mix them up.
    if (known) between.delete(slice);
    else sectionsRead += 1;
    return known ?? read(flat(slice));
  });
  return { sections: [...previous.slice(0, front), ...changed, ...previous.slice(previous.length - back)], sectionsRead };
}

function isText(text: string, piece: Extent | undefined, section: Section | undefined): boolean {
  if (!piece || !section || piece.end - piece.start !== section.text.length) return false;
  return text.slice(piece.start, piece.end) === section.text;
}
