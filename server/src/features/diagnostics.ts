import type { Diagnostic, DiagnosticSeverity } from "vscode-languageserver-types";
import { NOTICE_SEVERITY } from "../engine/notices.ts";
import type { Notice, Related } from "../engine/reported.ts";
import { LONGEST_TEMPLATE } from "../engine/review.ts";
import type { Severity } from "../rules/define.ts";
import { rankOf, type Shown, shown, showsSeverity } from "./shown.ts";
import { positionsIn, type View } from "./view.ts";

/** What a diagnostic carries for the way back: nothing that could be looked up by it. */
export interface DiagnosticData {
  readonly rule: string;
  readonly fingerprint: string;
}

/** More than these are of no use to a reader and slow every editor down. */
export const MOST_DIAGNOSTICS = 500;

/** A cause that many resources share is not listed at every one of them, at every keystroke. */
const MOST_RELATED = 50;

const SOURCE = "pillar-hints";

/** What the editor underlines, most severe first; the last of very many says how many more there are. */
export function diagnosticsOf(view: View): Diagnostic[] {
  const { review, settings } = view;
  if (!settings.enable) return [];
  if (review.state === "tooLarge") return [line("information", `Not reviewed: the text is longer than ${LONGEST_TEMPLATE / 1_000_000} million characters.`)];
  const notices = review.notices.filter(({ code }) => showsSeverity(NOTICE_SEVERITY[code], settings));
  const items = [
    ...shown(review, settings).map((each) => ({ rank: rankOf(each.severity), make: () => ofFinding(view, each) })),
    ...notices.map((each) => ({ rank: rankOf(NOTICE_SEVERITY[each.code]), make: () => ofNotice(view, each) })),
  ].sort((a, b) => a.rank - b.rank);
  if (items.length <= MOST_DIAGNOSTICS) return items.map(({ make }) => make());
  const kept = items.slice(0, MOST_DIAGNOSTICS - 1).map(({ make }) => make());
  return [...kept, line("information", `${items.length - kept.length} more findings of this file are not listed.`)];
}

function ofFinding(view: View, { finding, severity }: Shown): Diagnostic {
  const { rule, fingerprint, message, related, span } = finding;
  const { client, positions } = view;
  const data: DiagnosticData = { rule: rule.id, fingerprint };
  return {
    range: positions.range(span),
    severity: numberOf(severity),
    source: `${SOURCE}/${rule.pillars[0]}`,
    code: rule.id,
    message: oneLine(message),
    ...(client.codeDescription && client.pages !== undefined ? { codeDescription: { href: `${client.pages}rules/${rule.id}` } } : {}),
    ...(client.relatedInformation && related.length > 0 ? { relatedInformation: related.slice(0, MOST_RELATED).flatMap((each) => ofRelated(view, each)) } : {}),
    ...(client.diagnosticData ? { data } : {}),
  };
}

function ofRelated(view: View, { uri, span, message }: Related) {
  const positions = positionsIn(view, uri);
  return positions ? [{ location: { uri, range: positions.range(span) }, message: oneLine(message) }] : [];
}

function ofNotice({ positions }: View, { code, message, span }: Notice): Diagnostic {
  return { range: positions.range(span), severity: numberOf(NOTICE_SEVERITY[code]), source: SOURCE, code, message: oneLine(message) };
}

/** A line about the file itself. */
function line(severity: Severity, message: string): Diagnostic {
  const start = { line: 0, character: 0 };
  return { range: { start, end: start }, severity: numberOf(severity), source: SOURCE, message };
}

const numberOf = (severity: Severity): DiagnosticSeverity => (rankOf(severity) + 1) as DiagnosticSeverity;

/** Names in a message come from the template, where anything may stand. */
const oneLine = (message: string): string => (/[\r\n]/.test(message) ? message.replace(/\s*[\r\n]+\s*/g, " ").trim() : message);
