/**
 * What client and server say to each other beyond the Language Server Protocol. The client imports this file for its
 * types and names only; every message works without the others, so a client that knows none of them still gets
 * diagnostics, hovers and fixes.
 */
import type { FileState } from "../../engine/snapshot.ts";
import type { FixAllOutcome } from "../../features/resolve.ts";
import type { Settings } from "../../features/settings.ts";
import type { Status } from "../../features/status.ts";

/** `initializationOptions` of the client. All optional: another editor's client sends none. */
export interface InitializationOptions {
  /** Where links of findings point: rule `wildcard-action` opens `${pages}rules/wildcard-action`, the security pillar `${pages}pillars/security`. */
  readonly pages?: string;
  /** The client answers `pillarHints/readFile`; without it the server reads `file:` addresses from disk and nothing else. */
  readonly readsFiles?: boolean;
  /** The client has the commands below, so code actions and hovers may carry them. */
  readonly commands?: boolean;
  /** Where the files beside the server lie, with a slash at its end, for a server in a worker: it reads them by `pillarHints/readFile`. */
  readonly assets?: string;
}

/** Editor settings, section `pillarHints`. */
export type { Settings };

/** Server → client, after each review of an open document, when it says something new. */
export type StatusParams = Status;
export const STATUS = "pillarHints/status";

/** Client → server: Markdown of a page. `page` is `rules/<id>` or `pillars/<id>`. Answers `{ markdown }` or null. */
export interface PageParams {
  readonly page: string;
}
export interface PageResult {
  readonly markdown: string;
}
export const PAGE = "pillarHints/page";

/**
 * Client → server: all safe fixes of a document as one edit, and the fixes that need a look as another one for the refactor
 * preview. Both are computed against the present text, so whoever has applied one asks again for the other.
 */
export interface FixAllParams {
  readonly uri: string;
}
export type FixAllResult = FixAllOutcome;
export const FIX_ALL = "pillarHints/fixAll";

/** Client → server: the edit that records a decision for one finding. */
export interface AllowParams {
  readonly uri: string;
  readonly rule: string;
  readonly fingerprint: string;
  readonly reason: string;
  /** `YYYY-MM-DD`; absent for no end. */
  readonly until?: string;
}
/** Answers a WorkspaceEdit, or null when the finding is gone; fails with the reason where the file has no place for it. */
export const ALLOW = "pillarHints/allow";

/** Client → server: review a document now (run mode `manual`). */
export interface ReviewParams {
  readonly uri: string;
}
export const REVIEW = "pillarHints/review";

/** Client → server: a Markdown report for bug reports, without the text of any file. */
export interface DebugReportResult {
  readonly markdown: string;
}
export const DEBUG_REPORT = "pillarHints/debugReport";

/** Server → client: reads a file that the review needs, through the editor's file systems. */
export interface ReadFileParams {
  readonly uri: string;
}
export type ReadFileResult = FileState;
export const READ_FILE = "pillarHints/readFile";

/** Server → client: the bytes of a file that lies beside the server, for a server in a worker. Fails where there is none. */
export interface ReadBytesParams {
  readonly uri: string;
}
export type ReadBytesResult = Uint8Array;
export const READ_BYTES = "pillarHints/readBytes";

/** Commands that code actions and hovers of the server may name; the client registers them. */
export const COMMANDS = {
  /** Arguments: uri, rule, fingerprint. Asks for reason and end date, then requests `pillarHints/allow`. */
  allow: "pillarHints.allowWithReason",
  /** Arguments: page (`rules/<id>`). Opens the page as Markdown preview. */
  explain: "pillarHints.explain",
  /** Arguments: uri, rule, fingerprint, index of the fix. Applies it. */
  fix: "pillarHints.applyFix",
  /** Arguments: uri, line and character from 0. Opens the document there. */
  goTo: "pillarHints.goTo",
} as const;

/** Client → server, for the links of hovers: the edit of one fix. Answers a WorkspaceEdit or null. */
export interface ApplyFixParams {
  readonly uri: string;
  readonly rule: string;
  readonly fingerprint: string;
  readonly fix: number;
}
export const APPLY_FIX = "pillarHints/fix";
