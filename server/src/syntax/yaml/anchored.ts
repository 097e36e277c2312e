import { once } from "../../base/memo.ts";
import type { Span } from "../../base/span.ts";
import { type GroupPiece, type Groups, groupsOf, type Piece } from "../groups.ts";
import type { Entry } from "../node.ts";
import { reuseSections, type SectionReader } from "../reuse.ts";
import type { PlacedSection, Section } from "../tree.ts";

/** A document that was cut, and its sections as they say alone. */
export interface CutDocument {
  readonly text: string;
  readonly document: Span;
  readonly cuts: readonly GroupPiece[];
  readonly alone: Groups;
  /** Whether a section uses an anchor of another one, or defines one that another one uses. */
  readonly shares: (section: Section) => boolean;
}

/**
 * Reads the sections that share anchors together, at their places in a document from which all others are blanked
 * out; the others stay as they were read alone. So what shares none is lent as ever, and an alias still
 * means the last anchor of its name before it. Undefined where that can't be told, such as for a merge key among resources.
 */
export function readAnchored({ text, document, cuts, alone, shares }: CutDocument, previous: readonly Section[], read: SectionReader): Groups | undefined {
  const pieces = cuts.flatMap((group): readonly Piece[] => group.entries ?? [group]);
  const shared = new Set(alone.placed.filter(({ section }) => shares(section)));
  const others = alone.placed.flatMap((own) => (shared.has(own) ? [] : (pieces[own.index] ?? [])));
  const blanked = withoutPieces(text, document, others);
  const { sections, sectionsRead } = reuseSections(blanked, [{ start: 0, end: blanked.length }], previous, read);
  const [together] = sections;
  if (!together || together.problems.length > 0) return undefined;
  const byKey = sectionsByKey(together);
  const placed: PlacedSection[] = [];
  for (const own of alone.placed) {
    const section = shared.has(own) ? byKey.get((pieces[own.index]?.at ?? 0) - document.start) : undefined;
    if (shared.has(own) && !section) return undefined;
    placed.push(section ? { section, index: own.index, start: document.start } : own);
  }
  return { groups: groupsOf(cuts, placed), placed, lendable: [...alone.lendable, together], sectionsRead: alone.sectionsRead + sectionsRead };
}

/**
 * A document in which pieces are blanked out: each becomes one comment of the same length. Mere blanks would belong to a
 * text of several lines above them.
 */
function withoutPieces(text: string, document: Span, pieces: readonly Piece[]): string {
  let written = "";
  let at = document.start;
  for (const piece of pieces) {
    written += text.slice(at, piece.start) + blank(text, piece);
    at = piece.end;
  }
  return written + text.slice(at, document.end);
}

function blank(text: string, { start, end }: Piece): string {
  const last = text[end - 1] === "\n" ? "\n" : "";
  return `${"#".padEnd(end - start - last.length)}${last}`;
}

/** Each entry at the top of a section, and each one in those, as a section of its own, by where its key stands. */
const sectionsByKey = once((together: Section): ReadonlyMap<number, Section> => {
  const found = new Map<number, Section>();
  const add = (entry: Entry) => {
    if (!entry.merged) found.set(entry.key.span.start, { text: together.text, entries: [entry], problems: [] });
  };
  for (const entry of together.entries) {
    add(entry);
    if (entry.value?.kind === "map") for (const inner of entry.value.entries) add(inner);
  }
  return found;
});
