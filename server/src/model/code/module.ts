import type { Span } from "../../base/span.ts";
import type { Code, Statement } from "./code.ts";

export type LanguageName = "javascript" | "python";

/** What one file of handler code says, looking at no other file. */
export interface Module {
  readonly language: LanguageName;
  /** What could not be parsed; facts about absence do not hold when there is any. */
  readonly broken: readonly Span[];
  readonly imports: readonly Import[];
  readonly exports: readonly Export[];
  /** The statements of the module itself, in order; function and class declarations are among them. */
  readonly body: readonly Statement[];
  readonly comments: readonly Comment[];
  /** How the file is written, for edits in its style. */
  readonly style: CodeStyle;
}

/** A binding that an import at the top of a module makes. */
export interface Import {
  /** As written: `./lib/db`, `@aws-sdk/client-s3`; `.db` and `boto3.session` in Python. */
  readonly specifier: string;
  /** The imported name; `*` for the module as a whole, `default` for its default export. */
  readonly name: string;
  /**
   * What it is called here; undefined for an import for its effects alone, and for `from x import *`. `import a.b` of Python makes
   * two: `a` is called `a`, and `a.b`, a member of it, is called `a.b`.
   */
  readonly local: string | undefined;
  /** Types only, which are gone at run time. */
  readonly typeOnly: boolean;
  /** The whole statement. */
  readonly at: Span;
  readonly specifierAt: Span;
}

/** What a module offers. Python offers every name of its body, so it lists none. */
export interface Export {
  /** `default` for the default export; `*` for all of another module; `=` for what `module.exports` is assigned as a whole. */
  readonly name: string;
  readonly at: Span;
  /** The name alone, or what stands for it. */
  readonly nameAt: Span;
  readonly value: Code | undefined;
  /** A re-export: the other module, and the name there. */
  readonly from: { readonly specifier: string; readonly name: string } | undefined;
}

export interface Comment {
  /** Without its markers. */
  readonly text: string;
  readonly at: Span;
}

export interface CodeStyle {
  /** `"` or `'`, whichever is used more. */
  readonly quote: '"' | "'";
  readonly semicolons: boolean;
  /** One level, such as two spaces. */
  readonly indent: string;
  /** `import` statements, `require` calls, or neither yet. */
  readonly imports: "import" | "require";
}
