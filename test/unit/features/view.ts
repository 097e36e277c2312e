/** What tests of features share: a template becomes the view of an editor, through the real review. */
import { Lines } from "../../../server/src/base/lines.ts";
import { review } from "../../../server/src/engine/review.ts";
import { apply, emptySnapshot } from "../../../server/src/engine/snapshot.ts";
import type { Client } from "../../../server/src/features/client.ts";
import { readSettings } from "../../../server/src/features/settings.ts";
import type { View } from "../../../server/src/features/view.ts";
import type { Rule } from "../../../server/src/rules/define.ts";
import { RULES } from "./rules.ts";

export const URI = "file:///project/template.yaml";
export const TODAY = "2026-11-24";

/** A client that can do everything. */
export const ABLE_CLIENT: Client = {
  markdown: true,
  relatedInformation: true,
  codeDescription: true,
  diagnosticData: true,
  codeActions: true,
  preferredActions: true,
  disabledActions: true,
  resolvesEdits: true,
  documentChanges: true,
  changeAnnotations: true,
  createsFiles: true,
  commands: { allow: "test.allow", explain: "test.explain", fix: "test.fix", goTo: "test.goTo" },
  pages: "test://pages/",
};

export interface Given {
  readonly settings?: unknown;
  readonly client?: Partial<Client>;
  readonly rules?: readonly Rule[];
}

/** The view of a text. */
export function viewOf(text: string, { settings, client, rules = RULES }: Given = {}): View {
  const snapshotOf = (of: string) =>
    apply(emptySnapshot(TODAY), { folders: ["file:///project"] }, { uri: URI, file: { state: "loaded", text: of } }, NO_PROJECT_FILE);
  return {
    review: review(snapshotOf(text), URI, rules),
    snapshot: snapshotOf(text),
    positions: new Lines(text),
    version: 7,
    settings: readSettings(settings).settings,
    client: { ...ABLE_CLIENT, ...client },
    rules,
    revise: (changed, previous) => review(snapshotOf(changed), URI, rules, previous),
  };
}

const NO_PROJECT_FILE = { uri: "file:///project/pillar-hints.json", file: { state: "absent" } } as const;

/** The position of the first `needle`, or of a place within it. */
export function positionOf(text: string, needle: string, within = 0) {
  const offset = text.indexOf(needle);
  if (offset < 0) throw new Error(`There is no "${needle}".`);
  return new Lines(text).position(offset + within);
}
