import { type CodeAction, type Connection, ErrorCodes, LSPErrorCodes, ResponseError } from "vscode-languageserver";
import { isDate } from "../../engine/date.ts";
import { allowEdits } from "../../features/allow.ts";
import { asksFor, codeActionsOf } from "../../features/code-actions.ts";
import { debugReport } from "../../features/debug-report.ts";
import { decisionEdit } from "../../features/decide.ts";
import { findingBy } from "../../features/fixes.ts";
import { hoverOf } from "../../features/hover.ts";
import { pageOf } from "../../features/pages.ts";
import { type FixAllOutcome, fixingAll, isResolvable, resolving } from "../../features/resolve.ts";
import type { View } from "../../features/view.ts";
import { workspaceEdit } from "../../features/workspace-edit.ts";
import type { Life } from "./life.ts";
import {
  ALLOW,
  type AllowParams,
  APPLY_FIX,
  type ApplyFixParams,
  DEBUG_REPORT,
  FIX_ALL,
  type FixAllParams,
  PAGE,
  type PageParams,
  REVIEW,
  type ReviewParams,
} from "./protocol.ts";
import { moved, type Session } from "./session.ts";

const NOTHING: FixAllOutcome = { edit: null, review: null, fixed: 0, needReview: 0, withoutFix: 0 };

/** Registers the requests: each takes the newest view of a document and lets a feature answer. */
export function answerRequests(connection: Connection, life: Life): void {
  connection.languages.diagnostics.on(
    life.request(async ({ session }, { textDocument, previousResultId }, token) => {
      const view = await session.view(textDocument.uri, token);
      return view ? session.reports.answer(view, previousResultId) : { kind: "full", items: [] };
    }),
  );
  connection.onHover(
    life.request(async ({ session }, { textDocument, position }, token) => {
      const view = await session.view(textDocument.uri, token);
      return view ? hoverOf(view, position) : null;
    }),
  );
  connection.onCodeAction(
    life.request(async ({ session }, { textDocument, range, context }, token) => {
      const asked = asksFor(context.only);
      const view = asked.quickFixes || asked.fixAll ? await session.view(textDocument.uri, token) : undefined;
      return view ? codeActionsOf(view, range, context) : [];
    }),
  );
  connection.onCodeActionResolve(life.request(({ session }, action, token) => resolved(session, action, token)));
  answerOwnRequests(connection, life);
}

function answerOwnRequests(connection: Connection, life: Life): void {
  connection.onRequest(PAGE, life.request(pageFor));
  connection.onRequest(
    FIX_ALL,
    life.request(async ({ session }, { uri }: FixAllParams, token) => {
      const view = await session.view(uri, token);
      return view ? session.finish(view, fixingAll(view), token) : NOTHING;
    }),
  );
  connection.onRequest(
    APPLY_FIX,
    life.request(async ({ session }, params: ApplyFixParams, token) => {
      const view = await session.view(params.uri, token);
      return (view && (await session.finish(view, resolving(view, params), token))) ?? null;
    }),
  );
  connection.onRequest(
    ALLOW,
    life.request(async ({ session }, params: AllowParams, token) => {
      const view = await session.view(params.uri, token);
      return view ? allowed(view, params) : null;
    }),
  );
  connection.onRequest(
    REVIEW,
    life.request(async ({ session, publisher }, { uri }: ReviewParams, token) => {
      publisher.due(uri, "asked");
      await session.view(uri, token);
      return null;
    }),
  );
  connection.onRequest(
    DEBUG_REPORT,
    life.request(async ({ session }) => ({ markdown: debugReport(session.partner.client, await openViews(session), factsOf(session)) })),
  );
}

async function pageFor({ session: { partner, host } }: { readonly session: Session }, { page }: PageParams) {
  const { pages } = partner.client;
  const markdown = pageOf(page, host.rules, pages === undefined ? undefined : (to) => pages + to);
  return markdown === undefined ? null : { markdown };
}

async function resolved(session: Session, action: CodeAction, token: Parameters<Session["finish"]>[2]): Promise<CodeAction> {
  const { data, ...rest } = action;
  if (!isResolvable(data)) return action;
  const view = await session.view(data.uri, token);
  const edit = view && (await session.finish(view, resolving(view, data), token));
  if (!edit) throw moved();
  return { ...rest, edit };
}

function allowed(view: View, { fingerprint, reason, until }: AllowParams) {
  const finding = findingBy(view.review, fingerprint);
  if (!finding) return null;
  const reasoned = typeof reason === "string" && reason.trim() !== "";
  if (!reasoned || (until !== undefined && !isDate(until)))
    throw new ResponseError(ErrorCodes.InvalidParams, "A decision needs a reason, and a day as YYYY-MM-DD or none.");
  const permission = { reason: reason.replace(/\s+/g, " ").trim(), ...(until === undefined ? {} : { until }) };
  const written = allowEdits(view, finding, permission);
  if ("edits" in written) return workspaceEdit(view, written.edits);
  const decision = decisionEdit(view, finding, permission);
  if ("cannot" in decision) throw new ResponseError(LSPErrorCodes.RequestFailed, `Not allowed: ${written.cannot}, and ${decision.cannot}.`);
  return decision;
}

async function openViews(session: Session): Promise<readonly View[]> {
  const views = await Promise.all(session.documents.uris.map((uri) => session.view(uri)));
  return views.filter((view) => view !== undefined);
}

function factsOf({ documents, workspace: { snapshot }, host, partner }: Session): Readonly<Record<string, string | number>> {
  return {
    "open documents": documents.uris.length,
    "workspace folders": snapshot.folders.length,
    "files known": snapshot.files.size,
    rules: host.rules.length,
    "table of IAM actions": snapshot.iamActions === undefined ? "missing" : "loaded",
    diagnostics: partner.pulls ? "pulled" : "pushed",
    day: snapshot.today,
  };
}
