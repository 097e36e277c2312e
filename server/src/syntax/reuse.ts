import { flat } from "./flat.ts";
import type { Section } from "./tree.ts";

/** Reads one section's text; the same text always gives an equal section. */
export type SectionReader = (text: string) => Section;

/**
 * Gives each text its section: one of `previous` where the text is the same, else a new one. Sections mostly stay in
 * order, so both ends are walked first and only what lies between is looked up by text.
 */
export function reuseSections(
  texts: readonly string[],
  previous: readonly Section[],
  read: SectionReader,
): { readonly sections: readonly Section[]; readonly sectionsRead: number } {
  const sections: Section[] = new Array(texts.length);
  let front = 0;
  for (; front < texts.length && previous[front]?.text === texts[front]; front += 1) sections[front] = previous[front] as Section;
  let back = 0;
  const backMost = Math.min(texts.length, previous.length) - front;
  for (; back < backMost && previous[previous.length - 1 - back]?.text === texts[texts.length - 1 - back]; back += 1)
    sections[texts.length - 1 - back] = previous[previous.length - 1 - back] as Section;
  const between = new Map<string, Section>();
  for (const section of previous.slice(front, previous.length - back)) between.set(section.text, section);
  let sectionsRead = 0;
  for (let index = front; index < texts.length - back; index += 1) {
    const text = texts[index] ?? "";
    const known = between.get(text);
    // Twins in one document are two sections: a memo by section must not mix them up.
    if (known) between.delete(text);
    else sectionsRead += 1;
    sections[index] = known ?? read(flat(text));
  }
  return { sections, sectionsRead };
}
