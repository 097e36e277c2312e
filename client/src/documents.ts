/** Which documents concern us. The server detects templates and whose code a file is; here only languages and a cheap first look decide. */
import { Disposable, type TextDocument, type TextDocumentChangeEvent, type Uri, window, workspace } from "vscode";
import type { DocumentSelector } from "vscode-languageclient";

const TEMPLATE_LANGUAGES: readonly string[] = ["yaml", "json", "jsonc"];
const HANDLER_LANGUAGES: readonly string[] = ["javascript", "javascriptreact", "typescript", "typescriptreact", "python"];
/** One of these stands in every template that is worth starting the server for, and in nearly all code that runs behind one. */
const SIGN = /Resources|AWSTemplateFormatVersion|AWS::/;
const CODE_SIGN = /handler|lambda|aws-?sdk|boto3|process\.env|os\.environ/i;
const PROJECT_FILE = "pillar-hints.json";
/** A bound on the first look; the signs stand near the beginning or the file is none that anybody edits by hand. */
const LOOK_AT_CHARACTERS = 1_000_000;

/**
 * By language and not by scheme: a document may lie on disk, in a repository that is browsed, or nowhere yet. SAM's settings are
 * no template, but what is typed in them changes what templates say.
 */
export const ALL_DOCUMENTS = [...TEMPLATE_LANGUAGES, ...HANDLER_LANGUAGES].map((language) => ({ language }));
export const SELECTOR: DocumentSelector = [...ALL_DOCUMENTS, { pattern: "**/samconfig.toml" }];

/** The older side of a comparison: its findings would stand in the Problems panel beside those of the file itself. */
export function isHistory(uri: Uri): boolean {
  return uri.scheme === "git";
}

/** Calls back once, as soon as a document is open that may be a template, or the code behind one. */
export function whenConcerned(callback: () => void): Disposable {
  const watching: Disposable[] = [];
  const stop = new Disposable(() => {
    for (const each of watching.splice(0)) each.dispose();
  });
  const lookAt = (document: TextDocument | undefined) => decide(document !== undefined && mayConcern(document));
  const decide = (found: boolean) => {
    if (!found || watching.length === 0) return;
    stop.dispose();
    callback();
  };
  watching.push(
    workspace.onDidOpenTextDocument(lookAt),
    workspace.onDidChangeTextDocument((event) => decide(mayComeToConcern(event))),
    window.onDidChangeActiveTextEditor((editor) => lookAt(editor?.document)),
  );
  for (const document of workspace.textDocuments) lookAt(document);
  return stop;
}

function mayConcern(document: TextDocument): boolean {
  const sign = isHistory(document.uri) ? undefined : signOf(document);
  if (!sign) return false;
  return document.uri.path.endsWith(`/${PROJECT_FILE}`) || sign.test(document.getText().slice(0, LOOK_AT_CHARACTERS));
}

function signOf({ languageId }: TextDocument): RegExp | undefined {
  if (TEMPLATE_LANGUAGES.includes(languageId)) return SIGN;
  return HANDLER_LANGUAGES.includes(languageId) ? CODE_SIGN : undefined;
}

/** While somebody types, only the lines that changed can bring a sign. */
function mayComeToConcern({ document, contentChanges }: TextDocumentChangeEvent): boolean {
  const sign = signOf(document);
  if (!sign) return false;
  return contentChanges.some(({ text, range }) => sign.test(text) || sign.test(document.lineAt(Math.min(range.start.line, document.lineCount - 1)).text));
}
