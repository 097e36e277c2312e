/** The table of what is read from handler code: one fact, its spellings, and what each of them must give. Tests hold it to be true; the page is printed from it. */
import type { Fact } from "../../../server/src/model/code/facts.ts";
import type { LanguageName } from "../../../server/src/model/code/module.ts";

/** One way to write something. */
export interface Spelling {
  /** As the page shows it, in Markdown. */
  readonly as: string;
  /** The text of the handler's file, or several files by their paths; `handler` is exported by `app`. */
  readonly code: string | Readonly<Record<string, string>>;
  /** A line for each fact of the kinds that its section shows, in the order of a run. */
  readonly gives: readonly string[];
}

export interface Section {
  readonly fact: string;
  /** What is known of it, in a sentence. */
  readonly says: string;
  /** The kinds of facts that its spellings list; `handler` is the function itself, `package` an import of what is not from the workspace. */
  readonly shows: readonly (Fact["is"] | "handler" | "package")[];
  readonly spellings: Readonly<Record<LanguageName, readonly Spelling[]>>;
}

/** A handler of JavaScript, of whose body only a part matters. */
export const inHandler = (body: string, above = ""): string => `${above}\nexport const handler = async (event, context) => {\n${body}\n};\n`;

/** A handler of Python; the body is indented by four spaces. */
export const inPython = (body: string, above = ""): string => `${above}\ndef handler(event, context):\n    ${body.trim()}\n`;
