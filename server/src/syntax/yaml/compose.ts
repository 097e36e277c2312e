import { Composer, type CST, type Document, Lexer, Parser } from "yaml";
import { MAXIMUM_DEPTH, MAXIMUM_ERRORS, NotRead, TOO_DEEP, TOO_MANY_ERRORS } from "../limits.ts";

/** A document of npm `yaml`, with its errors in `errors`; or why the text is not read at all. */
export type Composed = Document.Parsed | NotRead;

/** Reads one document as YAML 1.2 wants it. */
export const composeStrict = (text: string): Composed => compose(text, new Lexer());

/**
 * Reads one document, but lets quoted scalars and flow collections continue at any indentation, as PyYAML does and
 * CloudFormation with it. Worth trying only when the strict reading has errors.
 */
export const composeLeniently = (text: string): Composed => compose(text, new LenientLexer());

// Unique keys are checked while nodes are built: the check of `yaml` compares each key with each other.
const OPTIONS = { logLevel: "silent", prettyErrors: false, uniqueKeys: false } as const;

function compose(text: string, lexer: { lex(text: string): Iterable<string> }): Composed {
  const composer = new Composer(OPTIONS);
  const errors = new ErrorCount();
  watch(composer as unknown as OpenComposer, errors);
  try {
    const [document] = composer.compose(tokens(text, lexer, errors), true, text.length);
    return document as Document.Parsed;
  } catch (error) {
    if (error instanceof NotRead) return error;
    throw error;
  }
}

/** The tokens of a text; it stops before the composer, which recurses, gets anything that could end the stack. */
function* tokens(text: string, lexer: { lex(text: string): Iterable<string> }, errors: ErrorCount): Generator<CST.Token> {
  const parser = new Parser();
  const { stack } = parser as unknown as OpenParser;
  for (const lexeme of lexer.lex(text)) {
    for (const token of parser.next(lexeme)) {
      if (token.type === "error") errors.add();
      yield token;
    }
    if (stack.length > MAXIMUM_DEPTH) throw TOO_DEEP;
  }
  yield* parser.end();
}

/** Counts errors, of which a text that is no YAML at all can have as many as characters. */
class ErrorCount {
  #count = 0;

  add(): void {
    this.#count += 1;
    if (this.#count > MAXIMUM_ERRORS) throw TOO_MANY_ERRORS;
  }
}

/** Leaves out warnings, of which every `!Ref` makes one: they are slow to make and nobody reads them. */
function watch(composer: OpenComposer, errors: ErrorCount): void {
  const { onError } = composer;
  composer.onError = (source, code, message, warning) => {
    if (warning) return;
    errors.add();
    onError(source, code, message);
  };
}

/** What the composer of `yaml` 2.9.1 keeps private. */
interface OpenComposer {
  onError: (source: unknown, code: string, message: string, warning?: boolean) => void;
}

/** What the parser of `yaml` 2.9.1 keeps private: the collections that are open. */
interface OpenParser {
  readonly stack: readonly unknown[];
}

type Steps = Generator<string, unknown>;

/** What the lexer of `yaml` 2.9.1 keeps private; the version is pinned and a test reads through it. */
interface OpenLexer {
  indentNext: number;
  lex(text: string): Generator<string>;
  parseQuotedScalar(): Steps;
  parseFlowCollection(): Steps;
}

const OpenLexer = Lexer as unknown as new () => OpenLexer;

class LenientLexer extends OpenLexer {
  override *parseQuotedScalar(): Steps {
    return yield* this.#unindented(super.parseQuotedScalar());
  }

  override *parseFlowCollection(): Steps {
    return yield* this.#unindented(super.parseFlowCollection());
  }

  *#unindented(steps: Steps): Steps {
    const indentNext = this.indentNext;
    this.indentNext = 0;
    try {
      return yield* steps;
    } finally {
      this.indentNext = indentNext;
    }
  }
}
