import type { Span } from "../../base/span.ts";
import { type GroupPiece, type Groups, NO_GROUPS, readPieces, wholeGroups } from "../groups.ts";
import { MAXIMUM_SECTIONS } from "../limits.ts";
import { hasMark } from "../marks.ts";
import { reuseSections } from "../reuse.ts";
import type { Section } from "../tree.ts";
import { readAnchored } from "./anchored.ts";
import { cut } from "./cut.ts";
import { documents } from "./documents.ts";
import { yamlSection } from "./section.ts";

/** Reads the first document of a YAML text that is a map with entries, else the first one. Never throws. */
export function readYamlGroups(text: string, previous: readonly Section[]): Groups {
  let first: Groups | undefined;
  for (const document of documents(text)) {
    const groups = readDocument(text, document, previous);
    if (groups.groups.length > 0) return groups;
    first ??= groups;
  }
  return first ?? NO_GROUPS;
}

function readDocument(text: string, document: Span, previous: readonly Section[]): Groups {
  const cuts = cut(text, document.start, document.end);
  if (!cuts || countOf(cuts) > MAXIMUM_SECTIONS) return readInOnePiece(text, document, previous);
  const pieces = readPieces(text, cuts, previous, readSection);
  if (!needsWhole(text.slice(document.start, document.end), pieces.lendable)) return pieces;
  const anchored = isOpen(pieces.lendable)
    ? undefined
    : readAnchored({ text, document, cuts, alone: pieces, shares: sharing(pieces.lendable) }, previous, readSection);
  if (anchored) return anchored;
  const whole = readInOnePiece(text, document, previous);
  const lendable = [...pieces.lendable, ...whole.lendable];
  const sectionsRead = pieces.sectionsRead + whole.sectionsRead;
  const better = whole.lendable.every((section) => section.problems.length === 0) ? whole : pieces;
  return { ...better, lendable, sectionsRead };
}

const countOf = (cuts: readonly GroupPiece[]): number => cuts.reduce((count, { entries }) => count + (entries?.length ?? 1), 0);

function readInOnePiece(text: string, document: Span, previous: readonly Section[]): Groups {
  const { sections, sectionsRead } = reuseSections(text, [document], previous, readSection);
  const placed = sections.map((section, index) => ({ section, index, start: document.start }));
  return { groups: placed.flatMap(wholeGroups), placed, lendable: sections, sectionsRead };
}

/** Doubts of a section's reading whether its text was cut rightly, kept as long as the section is. */
const doubts = new WeakMap<Section, { readonly open: boolean; readonly unanchored: ReadonlySet<string> }>();

function readSection(text: string): Section {
  const { section, open, unanchored } = yamlSection(text);
  if (open || unanchored.size > 0) doubts.set(section, { open, unanchored });
  return section;
}

/**
 * Only the whole document can help where an alias names an anchor of another section, or a quote or bracket goes on
 * behind the cut. Most open quotes are half typed instead, and the whole is slow to read, so it must look promising: what
 * stands before the first doubt is without problems, and behind an open quote something else looks broken too.
 */
function needsWhole(text: string, sections: readonly Section[]): boolean {
  const first = sections.findIndex((section) => section.problems.length > 0);
  const [section, ...rest] = first < 0 ? [] : sections.slice(first);
  const doubt = section && doubts.get(section);
  if (!doubt) return false;
  if (doubt.open) return rest.some(({ problems }) => problems.length > 0) || (rest[0] !== undefined && !isBalanced(rest[0].text));
  const onlyAliases = [section, ...rest].every(({ problems }) => problems.every(({ code }) => code === "UNRESOLVED_ALIAS"));
  return onlyAliases && [...doubt.unanchored].every((name) => hasMark(text, "&", name));
}

/** Whether the first doubt is a quote or bracket without an end. */
function isOpen(sections: readonly Section[]): boolean {
  const section = sections.find(({ problems }) => problems.length > 0);
  return section !== undefined && doubts.get(section)?.open === true;
}

/** Quotes and brackets of a text come in pairs, as far as counting can tell. */
function isBalanced(text: string): boolean {
  const count = (characters: RegExp) => text.match(characters)?.length ?? 0;
  return count(/"/g) % 2 === 0 && count(/'/g) % 2 === 0 && count(/[[{]/g) === count(/[\]}]/g);
}

/** Whether a section uses an anchor of another one, or defines one that another one uses. */
function sharing(sections: readonly Section[]): (section: Section) => boolean {
  const wanted = new Set(sections.flatMap((section) => [...(doubts.get(section)?.unanchored ?? [])]));
  return (section) => (doubts.get(section)?.unanchored.size ?? 0) > 0 || [...wanted].some((name) => hasMark(section.text, "&", name));
}
