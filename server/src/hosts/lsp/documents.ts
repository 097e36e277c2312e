import type { DidChangeTextDocumentParams, Position, Range, TextDocumentContentChangeEvent, TextDocumentItem } from "vscode-languageserver";
import { TextDocument } from "vscode-languageserver-textdocument";
import type { Typing } from "../../features/calm.ts";

/** Languages of handler code. */
const HANDLER_LANGUAGES: ReadonlySet<string> = new Set(["javascript", "javascriptreact", "typescript", "typescriptreact", "python"]);

/** The documents that are open in the editor, as it tells of them. Whatever it tells, their texts stay whole. */
export class Documents {
  readonly #open = new Map<string, TextDocument>();
  #typing: Typing | undefined;
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
    const document = TextDocument.create(uri, languageId, version, typeof text === "string" ? text : "");
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
    this.#typed(document, contentChanges);
    return document;
  }

  /** Where the letter was typed last, with the offset behind it; undefined once typing has settled. */
  get typing(): Typing | undefined {
    return this.#typing;
  }

  /** Nobody is typing any more. */
  settle(): void {
    this.#typing = undefined;
  }

  close(uri: string): void {
    this.#open.delete(uri);
    if (this.#typing?.uri === uri) this.#typing = undefined;
  }

  /** One letter more or less is typing; anything longer is a paste, a fix or a file read again. */
  #typed(document: TextDocument, changes: readonly TextDocumentContentChangeEvent[]): void {
    const [change] = changes;
    const letter = changes.length === 1 && change && "range" in change && isRange(change.range) && isLetter(change.range, change.text);
    this.#typing = letter ? { uri: document.uri, at: document.offsetAt(change.range.start) + change.text.length } : undefined;
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

/** One letter inserted, or something deleted. */
function isLetter({ start, end }: Range, text: unknown): text is string {
  return text === "" || (typeof text === "string" && text.length === 1 && start.line === end.line && start.character === end.character);
}

const isPosition = (value: Partial<Position> | undefined): value is Position => Number.isInteger(value?.line) && Number.isInteger(value?.character);
