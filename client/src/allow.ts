/** The command behind "Allow with a reason…": asks for both first, so that cancelling changes nothing. */
import { window } from "vscode";
import type { BaseLanguageClient, WorkspaceEdit } from "vscode-languageclient";
import { ALLOW, type AllowParams } from "../../server/src/hosts/lsp/protocol.ts";
import { isoDate, monthsFrom, problemOfEnd } from "./dates.ts";
import { applyEdit } from "./edits.ts";

const MONTHS_AHEAD = 6;

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
    validateInput: (text) => problemOfEnd(text.trim(), isoDate(new Date())),
  });
  if (until === undefined) return;
  const parameters: AllowParams = { uri, rule, fingerprint, reason: reason.trim(), ...(until.trim() === "" ? {} : { until: until.trim() }) };
  await applyEdit(client, () => client.sendRequest<WorkspaceEdit | null>(ALLOW, parameters));
}
