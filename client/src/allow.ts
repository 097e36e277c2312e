/** The command behind "Allow with a reason…": asks for both first, so that cancelling changes nothing. */
import { window } from "vscode";
import type { BaseLanguageClient, WorkspaceEdit } from "vscode-languageclient";
import { ALLOW, type AllowParams } from "../../server/src/hosts/lsp/protocol.ts";
import { applyEdit } from "./edits.ts";

const MONTHS_AHEAD = 6;
const DATE = /^\d{4}-\d{2}-\d{2}$/;

/** Records a decision for one finding, if the user answers both questions. */
export async function allowWithReason(client: BaseLanguageClient, uri: string, rule: string, fingerprint: string): Promise<void> {
  const reason = await window.showInputBox({
    title: `Allow ${rule} (1/2)`,
    prompt: "Why is this right here? The reason stands where the decision is kept.",
    ignoreFocusOut: true,
    validateInput: (text) => (text.trim() === "" ? "A decision needs a reason." : undefined),
  });
  if (reason === undefined) return;
  const until = await window.showInputBox({
    title: `Allow ${rule} (2/2)`,
    prompt: "Until when? The finding comes back after that day. Leave it empty for no end.",
    value: isoDate(monthsFrom(new Date(), MONTHS_AHEAD)),
    ignoreFocusOut: true,
    validateInput: (text) => problemOf(text.trim(), isoDate(new Date())),
  });
  if (until === undefined) return;
  const parameters: AllowParams = { uri, rule, fingerprint, reason: reason.trim(), ...(until.trim() === "" ? {} : { until: until.trim() }) };
  await applyEdit(client, () => client.sendRequest<WorkspaceEdit | null>(ALLOW, parameters));
}

/** What is wrong with an end date; nothing with an empty one. */
function problemOf(text: string, today: string): string | undefined {
  if (text === "") return undefined;
  const exists = DATE.test(text) && !Number.isNaN(Date.parse(text)) && isoDate(new Date(`${text}T00:00`)) === text;
  if (!exists) return "Please write the day as YYYY-MM-DD.";
  return text < today ? "This day is over." : undefined;
}

/** The same day of a later month; its last day where that month is shorter. */
function monthsFrom(start: Date, months: number): Date {
  const lastDay = new Date(start.getFullYear(), start.getMonth() + months + 1, 0).getDate();
  return new Date(start.getFullYear(), start.getMonth() + months, Math.min(start.getDate(), lastDay));
}

/** `YYYY-MM-DD` of the user's own day. */
function isoDate(date: Date): string {
  const twoDigits = (value: number) => String(value).padStart(2, "0");
  return `${date.getFullYear()}-${twoDigits(date.getMonth() + 1)}-${twoDigits(date.getDate())}`;
}
