/** Lists to choose from: rules to read about, and checks that could not decide. */
import { type ExtensionContext, languages, type QuickPickItem, Range, Selection, type TextEditor, TextEditorRevealType, window } from "vscode";
import type { StatusParams } from "../../server/src/hosts/lsp/protocol.ts";
import { openPage } from "./pages.ts";

const SOURCE = /^pillar-hints\//;

/** Lets the user choose a rule, those found in the open file first, and opens its page. */
export async function chooseRule(context: ExtensionContext): Promise<void> {
  const here = new Set(rulesHere());
  const known = Object.entries(knownRules(context)).map(([label, { description }]) => ({
    label,
    detail: description,
    ...(here.has(label) ? { description: "in this file" } : {}),
  }));
  const items = [...known.filter(({ label }) => here.has(label)), ...known.filter(({ label }) => !here.has(label))];
  const chosen = await window.showQuickPick(items, { title: "Explain Rule", placeHolder: "Which rule?", matchOnDetail: true });
  if (chosen !== undefined) await openPage(`rules/${chosen.label}`);
}

/** Lists each check that could not decide and why; choosing one goes to its line. */
export async function showUndecided(editor: TextEditor, status: StatusParams | undefined): Promise<void> {
  const items = (status?.undecided ?? []).map(({ rule, subject, reason, line }) => ({ label: rule, description: subject, detail: reason, line }));
  const none: readonly (QuickPickItem & { readonly line?: number | undefined })[] = [{ label: "Every check of this file could decide." }];
  const chosen = await window.showQuickPick(items.length === 0 ? none : items, {
    title: "Checks That Could Not Decide",
    matchOnDescription: true,
    matchOnDetail: true,
  });
  if (chosen?.line === undefined) return;
  const target = new Range(chosen.line, 0, chosen.line, 0);
  editor.selection = new Selection(target.start, target.end);
  editor.revealRange(target, TextEditorRevealType.InCenterIfOutsideViewport);
}

function rulesHere(): readonly string[] {
  const document = window.activeTextEditor?.document;
  const ours = document === undefined ? [] : languages.getDiagnostics(document.uri).filter(({ source }) => SOURCE.test(source ?? ""));
  return ours.flatMap(({ code }) => (typeof code === "object" ? [String(code.value)] : []));
}

type RuleSettings = Readonly<Record<string, { readonly description: string }>>;

/** The manifest lists every rule with its summary, so that the settings can complete their names. */
function knownRules(context: ExtensionContext): RuleSettings {
  const sections: readonly { readonly properties: Readonly<Record<string, { readonly properties?: RuleSettings }>> }[] =
    context.extension.packageJSON.contributes.configuration;
  return Object.assign({}, ...sections.map(({ properties }) => properties["pillarHints.rules"]?.properties ?? {}));
}
