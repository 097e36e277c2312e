import type { Part } from "../model/part.ts";
import type { Scope } from "../model/scope.ts";
import type { Links, Template } from "../model/template.ts";
import type { Rule } from "../rules/define.ts";
import { type Facts, type Outcome, runCheck } from "./check.ts";
import { FileAccess } from "./files.ts";
import type { FileState, Snapshot } from "./snapshot.ts";

/** A check's result and all that it depends on. */
interface Checked {
  readonly outcome: Outcome;
  readonly touched: ReadonlyMap<string, Part | undefined>;
  readonly files: ReadonlyMap<string, FileState | undefined>;
}

/** The results of all checks of one template, for the next review to lend. */
export interface Checks {
  readonly scope: Scope;
  readonly links: Links;
  readonly general: General;
  readonly byCheck: ReadonlyMap<string, Checked>;
  readonly run: number;
}

/** What every check may depend on beside the template; the same object as long as nothing of it changed. */
export type General = Omit<Facts, "file">;

/** Runs every rule on every subject, except where the previous result still stands on the same objects. */
export function checkAll(rules: readonly Rule[], template: Template, snapshot: Snapshot, general: General, previous: Checks | undefined): Checks {
  const lent = previous?.scope === template.scope && previous.links === template.links && previous.general === general ? previous.byCheck : undefined;
  const byCheck = new Map<string, Checked>();
  let run = 0;
  for (const rule of rules) {
    for (const id of subjectsOf(rule, template)) {
      const key = `${rule.id} ${id}`;
      let checked = lent?.get(key);
      if (!checked || !stands(checked, template, snapshot)) {
        checked = check(rule, id, template, snapshot, general);
        run += 1;
      }
      byCheck.set(key, checked);
    }
  }
  return { scope: template.scope, links: template.links, general, byCheck, run };
}

function subjectsOf(rule: Rule, template: Template): readonly string[] {
  const kinds = typeof rule.on === "string" ? [rule.on] : rule.on;
  return kinds.flatMap((kind) => template.links.kinds.get(kind) ?? []);
}

function stands(checked: Checked, template: Template, snapshot: Snapshot): boolean {
  for (const [id, part] of checked.touched) if (template.parts.get(id) !== part) return false;
  for (const [uri, file] of checked.files) if (snapshot.files.get(uri) !== file) return false;
  return true;
}

function check(rule: Rule, id: string, template: Template, snapshot: Snapshot, general: General): Checked {
  const touched = new Map<string, Part | undefined>();
  const files = new FileAccess(snapshot, template.uri, new Map());
  const outcome = runCheck(rule, id, template, { ...general, file: (relative) => files.text(relative) }, touched);
  return { outcome, touched, files: files.seen };
}
