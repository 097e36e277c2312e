import type { LanguageName } from "../../model/code/module.ts";

/** What the last stage of a Dockerfile says about the code in its image. */
export interface Dockerfile {
  /** By the name of the base image; undefined where that does not show. */
  readonly language: LanguageName | undefined;
  /** `CMD` as a list; undefined where it is written in another way. */
  readonly command: readonly string[] | undefined;
  /** What is copied from the build's folder to the folder of the code. */
  readonly copies: readonly Copy[];
}

interface Copy {
  /** A path in the build's folder. */
  readonly source: string;
  /** Below the folder of the code, with a `/` at the end; empty for that folder itself. */
  readonly target: string;
}

/** Lambda's base images have the code in this folder and start there (docs.aws.amazon.com/lambda/latest/dg/images-create.html, looked up on 2026-11-24). */
const TASK_ROOT = /^(?:\$\{?LAMBDA_TASK_ROOT\}?|\/var\/task|\.)(?:\/|$)/;

export function readDockerfile(text: string): Dockerfile {
  let found: Dockerfile = { language: undefined, command: undefined, copies: [] };
  for (const line of text.replace(/\\[ \t]*\r?\n/g, " ").split(/\r?\n/)) {
    const [, instruction = "", rest = ""] = /^\s*([A-Za-z]+)\s+(.*?)\s*$/.exec(line) ?? [];
    switch (instruction.toUpperCase()) {
      case "FROM":
        found = { language: languageIn(rest), command: undefined, copies: [] };
        break;
      case "CMD":
        found = { ...found, command: listIn(rest) };
        break;
      case "COPY":
      case "ADD":
        found = { ...found, copies: [...found.copies, ...copiesIn(rest)] };
        break;
    }
  }
  return found;
}

function languageIn(image: string): LanguageName | undefined {
  if (/\bpython\b/.test(image)) return "python";
  return /\bnode(?:js)?\b/.test(image) ? "javascript" : undefined;
}

function listIn(argument: string): readonly string[] | undefined {
  try {
    const list: unknown = JSON.parse(argument);
    return Array.isArray(list) && list.every((item) => typeof item === "string") ? list : undefined;
  } catch {
    // The other form of `CMD` runs a shell.
    return undefined;
  }
}

/** What another stage made is no file of the workspace. */
function copiesIn(argument: string): readonly Copy[] {
  if (/(?:^|\s)--from=/.test(argument)) return [];
  const words = listIn(argument) ?? argument.split(/\s+/).filter((word) => !word.startsWith("--"));
  const to = words.at(-1) ?? "";
  if (!TASK_ROOT.test(to)) return [];
  const below = to.replace(TASK_ROOT, "").replace(/^\.?\/+/, "");
  const target = below === "" || below.endsWith("/") ? below : `${below}/`;
  return words.slice(0, -1).map((source) => ({ source: source.replace(/^\.?\/+/, "").replace(/^\.$/, ""), target }));
}
