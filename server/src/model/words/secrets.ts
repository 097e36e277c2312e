import type { Place } from "../../base/place.ts";
import { looksLikeSecretValue, namesSomething, secretForm, secretName } from "../../knowledge/secrets.ts";
import { embedded } from "../embedded.ts";
import type { Resource } from "../resource.ts";
import { literalTexts } from "../structure.ts";
import type { Subject } from "../subject.ts";
import { type WrittenWhole, wholeTexts } from "./written.ts";

/** A secret that is written out in a template. */
export interface WrittenSecret {
  /** What its form says that it is, with the article; undefined where only its name and its randomness speak. */
  readonly what: string | undefined;
  /** The key that it is written under. */
  readonly key: string;
  /** AWS's keys from the resource to it. */
  readonly keys: readonly string[];
  /** The secret itself; `whole` is the value that holds it. */
  readonly place: Place;
  readonly whole: Place;
}

/** The secrets written out in a resource or as the default of a parameter, whichever conditions hold. */
export function* secretsIn(subject: Subject): Generator<WrittenSecret> {
  for (const written of wholeTexts(subject)) {
    const key = subject.part.kind === "parameter" && written.keys.at(-1) === "Default" ? subject.id : (written.keys.at(-1) ?? "");
    const found = { key, keys: written.keys, whole: written.place };
    const form = secretForm(written.text);
    if (form) yield { ...found, what: form.what, place: written.literal ? narrowed(written, form.pattern) : written.place };
    else if (written.literal && !describes(written.keys) && underSecretName(key, written)) yield { ...found, what: undefined, place: written.place };
  }
}

/** Parts of a template that speak about it and configure nothing. */
const ABOUT: ReadonlySet<string> = new Set(["Metadata", "Tags", "Description", "ConstraintDescription", "AllowedPattern"]);
/** AWS's own properties that are called tokens and are none: addresses, ids, and words that make a request unique. */
const NO_SECRETS: ReadonlySet<string> = new Set(["ServiceToken", "EventSourceToken", "ClientToken", "ClientRequestToken"]);
/** A colon stands in condition keys (`token.actions.githubusercontent.com:sub`), which no secret is kept under. */
const isSecretKey = (key: string): boolean => secretName(key) && !NO_SECRETS.has(key) && !key.includes(":");
const describes = (keys: readonly string[]): boolean => keys.some((key) => ABOUT.has(key));

function underSecretName(key: string, written: WrittenWhole): boolean {
  const inside = /^\s*[{[]/.test(written.text) ? embedded({ is: "literal", value: written.text, path: written.place.path }) : undefined;
  if (!inside) return !/^\s*[{[]/.test(written.text) && isSecretKey(key) && looksLikeSecretValue(written.text);
  return [...literalTexts(inside)].some((item) => isSecretKey(item.keys.at(-1) ?? "") && looksLikeSecretValue(item.text));
}

/** Only the credential where it stands in a longer text, such as a script. */
function narrowed({ text, place }: WrittenWhole, pattern: RegExp): Place {
  const found = pattern.exec(text);
  return !found || found[0].length === text.length ? place : { ...place, within: { start: found.index, end: found.index + found[0].length } };
}

/** Whether a template is there for tests: it lies in a folder of tests or fixtures, whose secrets are made up. */
export function isForTests(subject: Subject): boolean {
  const folders = subject.part.uri.split("/").slice(-3, -1);
  return folders.some((folder) => /^(?:tests?|__tests__|specs?|fixtures|__fixtures__|testdata|mocks?|__mocks__)$/i.test(folder));
}

/**
 * Whether a parameter is meant to take a secret: by its name, while it is a free text. A parameter that takes one of a few
 * values, or the name, path or ARN of a secret, is none.
 */
export function takesSecret(parameter: Resource<"parameter">): boolean {
  return secretName(parameter.id) && isFreeText(parameter);
}

/** Whether a parameter takes any text, and not one of a list, a name of something, or what Parameter Store holds. */
export function isFreeText(parameter: Resource<"parameter">): boolean {
  const type = parameter.text("type");
  const description = parameter.text("description");
  const listed = parameter.has("allowedValues");
  if (!type.known || type.value !== "String" || !listed.known || listed.value) return false;
  return !namesSomething(parameter.id) && !/kms/i.test(parameter.id) && !(description.known && NAME_OF.test(description.value ?? ""));
}

const NAME_OF =
  /\b(?:names?|arn|path|id|identifier|prefix|suffix)\b(?: \(\w+\))? (?:of|for|to)\b|\b(?:secret|parameter|key)(?:'s)? (?:name|arn|path|id)\b|\barn\b/i;
