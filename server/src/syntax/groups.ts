import type { Entry } from "./node.ts";
import { reuseSections, type SectionReader } from "./reuse.ts";
import type { Group, PlacedSection, Section } from "./tree.ts";

/** What both formats cut: the lines or property of one top-level key, and of its entries. Offsets are the document's. */
export interface Piece {
  /** Where the comments directly above the key begin. */
  readonly start: number;
  /** Where the key stands. */
  readonly at: number;
  readonly end: number;
}

export interface GroupPiece extends Piece {
  /** Present when the value is a map to be read entry by entry. */
  readonly entries: readonly Piece[] | undefined;
  /** The key, known without a parser wherever `entries` is present. */
  readonly header: { readonly key: string; readonly end: number } | undefined;
  /** Where the value ends, where that is not the end of its last entry: behind a closing bracket. */
  readonly valueEnd?: number;
}

/** The groups of one document, the sections that they consist of, and those from which the next reading may borrow. */
export interface Groups {
  readonly groups: readonly Group[];
  readonly placed: readonly PlacedSection[];
  readonly lendable: readonly Section[];
  readonly sectionsRead: number;
}

export const NO_GROUPS: Groups = { groups: [], placed: [], lendable: [], sectionsRead: 0 };

/** Reads each piece as a section. */
export function readPieces(text: string, cuts: readonly GroupPiece[], previous: readonly Section[], read: SectionReader): Groups {
  const pieces = cuts.flatMap((group): readonly Piece[] => group.entries ?? [group]);
  const { sections, sectionsRead } = reuseSections(text, pieces, previous, read);
  const placed = sections.map((section, index): PlacedSection => ({ section, index, start: pieces[index]?.start ?? 0 }));
  return { groups: groupsOf(cuts, placed), placed, lendable: sections, sectionsRead };
}

/** The groups of a cut whose sections were read, one for each entry or group that was not cut. */
export function groupsOf(cuts: readonly GroupPiece[], placed: readonly PlacedSection[]): readonly Group[] {
  const groups: Group[] = [];
  let next = 0;
  for (const { entries, header, at, valueEnd } of cuts) {
    const own = placed.slice(next, next + (entries?.length ?? 1));
    next += own.length;
    if (entries && header) groups.push(cutGroup(header, at, own, valueEnd));
    else for (const section of own) groups.push(...wholeGroups(section));
  }
  return groups;
}

/** Groups whose entries were read in one section. */
export const wholeGroups = (placed: PlacedSection): readonly Group[] => placed.section.entries.map((entry) => wholeGroup(placed, entry));

function cutGroup(header: { readonly key: string; readonly end: number }, at: number, sections: readonly PlacedSection[], valueEnd: number | undefined): Group {
  const last = sections.at(-1);
  const lastEntry = last?.section.entries.at(-1);
  const end = valueEnd ?? (last && lastEntry ? last.start + lastEntry.span.end : header.end);
  return { key: header.key, keySpan: { start: at, end: header.end }, span: { start: at, end }, sections };
}

function wholeGroup(placed: PlacedSection, { key, value, span }: Entry): Group {
  const by = placed.start;
  return {
    key: String(key.value),
    keySpan: { start: key.span.start + by, end: key.span.end + by },
    span: { start: span.start + by, end: span.end + by },
    whole: { placed, value },
  };
}
