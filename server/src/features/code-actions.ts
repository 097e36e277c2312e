import type { CodeAction, CodeActionContext, CodeActionKind, Diagnostic } from "vscode-languageserver-types";
import type { Range } from "../base/span.ts";
import type { Reported } from "../engine/reported.ts";
import type { Commands } from "./client.ts";
import type { DiagnosticData } from "./diagnostics.ts";
import { firstWritable, writtenFix } from "./fixes.ts";
import { finished, type Resolvable, resolving } from "./resolve.ts";
import { rankOf, shown } from "./shown.ts";
import type { View } from "./view.ts";

/** The kinds of our code actions. */
export const QUICK_FIX = "quickfix";
export const FIX_ALL_KIND = "source.fixAll.pillarHints";

/** Which of our kinds a request asks for. A source action is never offered unasked; nothing has to be reviewed to say so. */
export function asksFor(only: readonly CodeActionKind[] | undefined): { readonly quickFixes: boolean; readonly fixAll: boolean } {
  const within = (kind: string) => only?.some((wanted) => wanted === "" || kind === wanted || kind.startsWith(`${wanted}.`)) === true;
  return { quickFixes: only === undefined || within(QUICK_FIX), fixAll: within(FIX_ALL_KIND) };
}

/**
 * What can be done at a range, in this order: the fixes of each finding, one fix for all findings of a rule, permission
 * with a reason, explanation. Edits come when an action is chosen, where the editor can wait for them.
 */
export function codeActionsOf(view: View, range: Range, context: CodeActionContext): CodeAction[] {
  const asked = asksFor(context.only);
  if (!view.client.codeActions || view.review.state !== "reviewed") return [];
  const here = asked.quickFixes ? findingsIn(view, range) : [];
  return [...quickFixes(view, here, context.diagnostics), ...(asked.fixAll ? fixAllSafe(view) : [])];
}

function findingsIn(view: View, range: Range): readonly Reported[] {
  const [start, end] = [view.positions.offset(range.start), view.positions.offset(range.end)];
  return shown(view.review, view.settings)
    .filter(({ finding: { span } }) => span.start <= end && start <= span.end)
    .sort((a, b) => rankOf(a.severity) - rankOf(b.severity))
    .map(({ finding }) => finding);
}

function quickFixes(view: View, findings: readonly Reported[], diagnostics: readonly Diagnostic[]): CodeAction[] {
  const { commands } = view.client;
  const of = (finding: Reported) => diagnosticsOn(finding, diagnostics);
  const fixes = preferred(
    view,
    findings.flatMap((finding) => fixesOf(view, finding, of(finding))),
  );
  const rules = new Map(findings.map((finding) => [finding.rule.id, finding]));
  const everywhere = [...rules.values()].flatMap((finding) => fixAllOfRule(view, finding, of(finding)));
  if (!commands) return [...fixes, ...everywhere];
  const allows = findings.map((finding) => allow(view, finding, commands, of(finding)));
  return [...fixes, ...everywhere, ...allows, ...[...rules.values()].map((finding) => explain(finding, commands, of(finding)))];
}

type About = Pick<CodeAction, "diagnostics">;

/** The editor's own diagnostics of a finding, which it shows the actions with. */
function diagnosticsOn(finding: Reported, diagnostics: readonly Diagnostic[]): About {
  const own = diagnostics.filter(({ code, data }) => {
    const fingerprint = (data as Partial<DiagnosticData> | null | undefined)?.fingerprint;
    return fingerprint === undefined ? code === finding.rule.id : fingerprint === finding.fingerprint;
  });
  return own.length > 0 ? { diagnostics: own } : {};
}

function fixesOf(view: View, finding: Reported, about: About): CodeAction[] {
  return finding.fixes.flatMap((fix, index): CodeAction[] => {
    const written = writtenFix(view.review, finding, fix);
    const action = { title: "fix" in written ? written.fix.title : fix.title, kind: QUICK_FIX, ...about };
    if ("cannot" in written) return view.client.disabledActions ? [{ ...action, disabled: { reason: written.cannot } }] : [];
    return withEdit(view, action, { uri: view.review.uri, rule: finding.rule.id, fingerprint: finding.fingerprint, fix: index });
  });
}

/** Exactly one action is what "fix this" does: the first that can be done. */
function preferred(view: View, actions: readonly CodeAction[]): CodeAction[] {
  const first = actions.find(({ disabled }) => !disabled);
  return actions.map((action) => (action === first && view.client.preferredActions ? { ...action, isPreferred: true } : action));
}

function fixAllOfRule(view: View, { rule }: Reported, about: About): CodeAction[] {
  let fixable = 0;
  for (const { finding } of shown(view.review, view.settings)) {
    if (finding.rule.id === rule.id && firstWritable(view.review, finding)) fixable += 1;
    if (fixable > 1) return withEdit(view, { title: `Fix all '${rule.id}' in this file`, kind: QUICK_FIX, ...about }, { uri: view.review.uri, allOf: rule.id });
  }
  return [];
}

function allow({ review: { uri } }: View, { rule, fingerprint }: Reported, commands: Commands, about: About): CodeAction {
  const title = `Allow '${rule.id}' with a reason…`;
  return { title, kind: QUICK_FIX, ...about, command: { title, command: commands.allow, arguments: [uri, rule.id, fingerprint] } };
}

function explain({ rule }: Reported, commands: Commands, about: About): CodeAction {
  const title = `Explain '${rule.id}'`;
  return { title, kind: QUICK_FIX, ...about, command: { title, command: commands.explain, arguments: [`rules/${rule.id}`] } };
}

function fixAllSafe(view: View): CodeAction[] {
  const fixable = shown(view.review, view.settings).some(({ finding }) => firstWritable(view.review, finding, ({ safety }) => safety === "safe"));
  if (!fixable) return [];
  return withEdit(view, { title: "Fix all safe findings", kind: FIX_ALL_KIND }, { uri: view.review.uri, allSafe: true });
}

/** An action with its edit, or with what it takes to make it later. */
function withEdit(view: View, action: CodeAction, data: Resolvable): CodeAction[] {
  if (view.client.resolvesEdits) return [{ ...action, data }];
  const edit = finished(resolving(view, data));
  return edit ? [{ ...action, edit }] : [];
}
