import type { Span } from "../base/span.ts";
import type { Tree } from "../syntax/tree.ts";
import { commentAllows } from "./allow-comments.ts";
import { metadataAllows } from "./allow-metadata.ts";
import type { Words } from "./allow-words.ts";
import { passed } from "./date.ts";
import { accepts } from "./decisions.ts";
import type { Decision } from "./project-file.ts";
import type { Notice, Reported } from "./reported.ts";

/** A permission, written in the template, for findings of some rules to stand there. Spans are offsets in the document. */
export interface Allow extends Words {
  /** All of it, where what is wrong with it is marked. */
  readonly span: Span;
  /** The whole file, one line, or one resource. */
  readonly covers: "file" | { readonly line: Span } | { readonly resource: string };
  /** The document has syntax errors, so findings may be missing only for the moment. */
  readonly unsure: boolean;
}

/** All allows of a document, in order of the text. Costs one search where there is none. */
export function allows(tree: Tree): readonly Allow[] {
  return [...commentAllows(tree), ...metadataAllows(tree)].sort((a, b) => a.span.start - b.span.start);
}

export interface Suppression<Finding extends Reported = Reported> {
  /** Each about one subject: what an allow says of one does not count for others. */
  readonly findings: readonly Finding[];
  readonly allows: readonly Allow[];
  readonly decisions: readonly Decision[];
  /** Path of the template relative to the project file. */
  readonly file: string;
  /** `YYYY-MM-DD`. */
  readonly today: string;
  /** The ids of all rules. */
  readonly rules: ReadonlySet<string>;
  /** Rules that could not decide somewhere in this document: an allow of theirs is never called useless. */
  readonly undecided?: ReadonlySet<string>;
}

export interface Suppressed<Finding extends Reported = Reported> {
  readonly shown: readonly Finding[];
  readonly allowed: readonly Finding[];
  readonly notices: readonly Notice[];
}

/** Takes allowed findings away, and says what is wrong with the allows themselves. */
export function applyAllows<Finding extends Reported>(input: Suppression<Finding>): Suppressed<Finding> {
  const shown: Finding[] = [];
  const allowed: Finding[] = [];
  const used = new Map<Allow, Set<string>>();
  for (const finding of input.findings) {
    const by = input.allows.filter((allow) => !passed(allow.until, input.today) && !allow.fault && permits(allow, finding));
    for (const allow of by) used.set(allow, (used.get(allow) ?? new Set()).add(finding.rule.id));
    if (by.length > 0 || input.decisions.some((decision) => accepts(decision, finding, input))) allowed.push(finding);
    else shown.push(finding);
  }
  return { shown, allowed, notices: input.allows.flatMap((allow) => noticesOf(allow, used.get(allow) ?? new Set(), input)) };
}

function permits({ rules, covers }: Allow, { rule, span, subject }: Reported): boolean {
  if (!rules.some(({ id }) => id === rule.id)) return false;
  if (covers === "file") return true;
  if ("line" in covers) return covers.line.start <= span.start && span.start <= covers.line.end;
  return subject === covers.resource || subject.startsWith(`${covers.resource}/`);
}

function noticesOf(allow: Allow, used: ReadonlySet<string>, { rules, today, undecided }: Suppression): readonly Notice[] {
  const { fault, until, reason, span } = allow;
  if (fault) return [{ code: "allow-unknown-rule", message: fault, span }];
  const notices: Notice[] = [];
  if (!reason) notices.push({ code: "allow-without-reason", message: "This allow gives no reason: say why it is right here, behind `--`.", span });
  if (until !== undefined && passed(until, today)) {
    return [...notices, { code: "allow-expired", message: `This allow ended on ${until}: repair what it allowed, or give it a new date.`, span }];
  }
  for (const { id, span: at } of allow.rules) {
    if (!rules.has(id)) notices.push({ code: "allow-unknown-rule", message: `There is no rule "${id}".`, span: at });
    else if (!used.has(id) && !allow.unsure && !undecided?.has(id))
      notices.push({ code: "allow-unused", message: `There is nothing to allow: ${id} finds nothing here.`, span: at });
  }
  return notices;
}
