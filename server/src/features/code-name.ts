import { beginsIn } from "../engine/joined.ts";
import { upToThree } from "../engine/message.ts";
import { type CodeReview, templateName } from "../engine/review-code.ts";
import { grammarOf } from "../project/source.ts";

const LANGUAGES = { javascript: "JavaScript", typescript: "TypeScript", tsx: "TypeScript", python: "Python" } as const;

/** What a file of code is to its templates: `TypeScript handler of Orders (template.yaml)`, or `Python code of …` for what a handler imports. */
export function codeName({ uri, owners }: CodeReview, folders: readonly string[]): string {
  const grammar = grammarOf(uri);
  const joins = owners.flatMap((owner) => owner.joins);
  const handlers = joins.filter((join) => beginsIn(join, uri));
  const names = (handlers.length > 0 ? handlers : joins).map(({ fn }) => fn.name);
  const templates = owners.map(({ review }) => templateName(review.uri, folders));
  const role = handlers.length > 0 ? "handler" : "code";
  return `${grammar ? `${LANGUAGES[grammar]} ` : ""}${role} of ${upToThree([...new Set(names)])} (${upToThree(templates)})`;
}
