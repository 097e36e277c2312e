import { Composer, type Document, Lexer, Parser } from "yaml";

/** A document of npm `yaml`, with its errors in `errors`; undefined when the text nests too deeply for the stack. */
export type Composed = Document.Parsed | undefined;

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
  try {
    const [document] = new Composer(OPTIONS).compose(tokens(text, lexer), true, text.length);
    if (!document || document.errors.some((error) => error.code === "RESOURCE_EXHAUSTION")) return undefined;
    return document as Document.Parsed;
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}

function* tokens(text: string, lexer: { lex(text: string): Iterable<string> }) {
  const parser = new Parser();
  for (const lexeme of lexer.lex(text)) yield* parser.next(lexeme);
  yield* parser.end();
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
