import type { Span } from "../../base/span.ts";
import { type Groups, NO_GROUPS, readPieces, wholeGroups } from "../groups.ts";
import { reuseSections } from "../reuse.ts";
import type { Section } from "../tree.ts";
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
  if (!cuts) return readInOnePiece(text, document, previous);
  const pieces = readPieces(text, cuts, previous, readSection);
  if (!needsWhole(text.slice(document.start, document.end), pieces.lendable)) return pieces;
  const whole = readInOnePiece(text, document, previous);
  const lendable = [...pieces.lendable, ...whole.lendable];
  const sectionsRead = pieces.sectionsRead + whole.sectionsRead;
  const better = whole.lendable.every((section) => section.problems.length === 0) ? whole : pieces;
  return { ...better, lendable, sectionsRead };
}

function readInOnePiece(text: string, document: Span, previous: readonly Section[]): Groups {
  const { sections, sectionsRead } = reuseSections([text.slice(document.start, document.end)], previous, readSection);
  const placed = sections.map((section) => ({ section, start: document.start }));
  return { groups: placed.flatMap(wholeGroups), placed, lendable: sections, sectionsRead };
}

/** Doubts of a section's reading whether its text was cut rightly, kept as long as the section is. */
const doubts = new WeakMap<Section, { readonly open: boolean; readonly unanchored: ReadonlySet<string> }>();

function readSection(text: string): Section {
  const { section, open, unanchored } = yamlSection(text);
  if (open || unanchored.size > 0) doubts.set(section, { open, unanchored });
  return section;
}

/** Only the whole document can help where an alias names an anchor of another section, or a quote or bracket goes on behind the cut. */
function needsWhole(text: string, sections: readonly Section[]): boolean {
  for (const section of sections) {
    const doubt = doubts.get(section);
    if (doubt?.open) return true;
    for (const name of doubt?.unanchored ?? []) if (hasAnchor(text, name)) return true;
  }
  return false;
}

function hasAnchor(text: string, name: string): boolean {
  for (let at = text.indexOf(`&${name}`); at >= 0; at = text.indexOf(`&${name}`, at + 1)) {
    if (/^[\s,[\]{}]?$/.test(text.charAt(at + 1 + name.length))) return true;
  }
  return false;
}
