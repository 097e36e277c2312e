import type { Span } from "../../../base/span.ts";
import { findCall } from "../../shared/find.ts";
import { appended } from "../../shared/listing.ts";
import { cannot, NOT_THERE, replaced, textAt, type Writing, type WrittenCode } from "../../shared/writing.ts";
import { argumentsIn, isLiteral, literal } from "./text.ts";

/** A keyword argument of a call. */
export function setKeyword(writing: Writing, at: Span, name: string, to: string | number | boolean): WrittenCode {
  const found = findCall(writing.module, at);
  if (!found) return NOT_THERE;
  const { arguments: given, named } = found.it;
  const value = literal(to, writing.module.style);
  const there = named.get(name);
  if (there) {
    if (!isLiteral(there)) return cannot(`${name} is computed`);
    return textAt(writing, there.at) === value ? cannot(`${name} is set already`) : { edits: [replaced(there.at, value)] };
  }
  if (given.some(({ is }) => is === "spread")) return cannot("its arguments are not written out");
  if (given.some(({ is }) => is === "comprehension")) return cannot("its only argument is a generator without brackets of its own");
  const made = appended(writing, argumentsIn(found.it), `${name}=${value}`);
  return "cannot" in made ? made : { edits: made };
}

/** A request gives up after so many seconds: every library of Python calls it `timeout`. */
export function limitTime(writing: Writing, at: Span, seconds: number): WrittenCode {
  const found = findCall(writing.module, at);
  if (!found) return NOT_THERE;
  if (found.it.named.has("timeout")) return cannot("it gives up already");
  const { callee, arguments: given } = found.it;
  // The third argument of `urlopen(url, data, timeout)`.
  if (callee.is === "member" && callee.key === "urlopen" && given.length > 2) return cannot("it gives up already");
  return setKeyword(writing, at, "timeout", seconds);
}
