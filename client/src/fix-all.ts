/** The command "Fix All Safe Findings in File". */
import { type TextDocument, window } from "vscode";
import type { BaseLanguageClient } from "vscode-languageclient";
import { FIX_ALL, type FixAllParams, type FixAllResult } from "../../server/src/hosts/lsp/protocol.ts";
import { applyEdit } from "./edits.ts";
import { count } from "./status-text.ts";

const PREVIEW = "Preview the Rest";

/** Applies every safe fix, says what happened and offers the others in the refactor preview. */
export async function fixAllSafe(client: BaseLanguageClient, document: TextDocument): Promise<void> {
  const result = await request(client, document);
  const applied = result.edit === null || (await applyEdit(client, async () => result.edit));
  if (!applied) return;
  const offers = result.review === null ? [] : [PREVIEW];
  void window.showInformationMessage(summary(result), ...offers).then(async (answer) => {
    if (answer === PREVIEW) await previewRest(client, document);
  });
}

/** Asked for again: the safe fixes, and whatever was typed since, have moved the places. */
async function previewRest(client: BaseLanguageClient, document: TextDocument): Promise<void> {
  await applyEdit(client, async () => (await request(client, document)).review);
}

function request(client: BaseLanguageClient, document: TextDocument): Promise<FixAllResult> {
  const parameters: FixAllParams = { uri: client.code2ProtocolConverter.asUri(document.uri) };
  return client.sendRequest<FixAllResult>(FIX_ALL, parameters);
}

/** Such as "1 fixed, 7 need review, 2 have no fix". */
function summary({ fixed, needReview, withoutFix }: FixAllResult): string {
  return `${fixed} fixed, ${count(needReview, "needs", "need")} review, ${count(withoutFix, "has", "have")} no fix`;
}
