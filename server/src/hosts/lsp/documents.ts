import type { DidChangeTextDocumentParams, Position, Range, TextDocumentContentChangeEvent, TextDocumentItem } from "vscode-languageserver";
import { TextDocument } from "vscode-languageserver-textdocument";

/** Languages of handler code, which is not reviewed yet. */
const HANDLER_LANGUAGES: ReadonlySet<string> = new Set(["javascript", "javascriptreact", "typescript", "typescriptreact", "python"]);

/** The documents that are open in the editor, as it tells of them. Whatever it tells, their texts stay whole. */
export class Documents {
  readonly #open = new Map<string, TextDocument>();
  readonly #log: (message: string) => void;

  constructor(log: (message: string) => void) {
    this.#log = log;
  }

  get(uri: string): TextDocument | undefined {
    return this.#open.get(uri);
  }

  get uris(): readonly string[] {
    return [...this.#open.keys()];
  }

  open({ uri, languageId, version, text }: TextDocumentItem): TextDocument {
    const document = TextDocument.create(uri, languageId, version, text);
    this.#open.set(uri, document);
    return document;
  }

  /** Undefined for changes that can't be followed: of a document that is not open, or older than what is known. */
  change({ textDocument: { uri, version }, contentChanges }: DidChangeTextDocumentParams): TextDocument | undefined {
    const document = this.#open.get(uri);
    if (!document) return this.#refuse(`A change of ${uri} is ignored: the document is not open.`);
    if (version <= document.version) return this.#refuse(`A change of ${uri} is ignored: version ${version} came after ${document.version}.`);
    // Each range counts in the text that the change before it left.
    for (const change of contentChanges) {
      const fitted = fittedTo(document, change);
      if (fitted) TextDocument.update(document, [fitted], version);
      else this.#log(`A part of a change of ${uri} is ignored: it has no text, or no range that can be read.`);
    }
    return document;
  }

  close(uri: string): void {
    this.#open.delete(uri);
  }

  #refuse(message: string): undefined {
    this.#log(message);
  }
}

export const isHandlerCode = ({ languageId }: TextDocument): boolean => HANDLER_LANGUAGES.has(languageId);

/** The change with its range inside the text; the library's line table does not survive one that reaches out of it. */
function fittedTo(document: TextDocument, change: TextDocumentContentChangeEvent): TextDocumentContentChangeEvent | undefined {
  if (typeof change?.text !== "string") return undefined;
  const range: unknown = "range" in change ? change.range : undefined;
  if (range === undefined) return { text: change.text };
  if (!isRange(range)) return undefined;
  const inside = (position: Position) => document.positionAt(document.offsetAt(position));
  return { text: change.text, range: { start: inside(range.start), end: inside(range.end) } };
}

function isRange(value: unknown): value is Range {
  const { start, end } = (value ?? {}) as Partial<Range>;
  return isPosition(start) && isPosition(end);
}

const isPosition = (value: Partial<Position> | undefined): value is Position => Number.isInteger(value?.line) && Number.isInteger(value?.character);
