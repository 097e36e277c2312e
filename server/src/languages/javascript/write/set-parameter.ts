import type { Span } from "../../../base/span.ts";
import type { CallCode, Code } from "../../../model/code/code.ts";
import { findCall } from "../../shared/find.ts";
import { appended } from "../../shared/listing.ts";
import { cannot, NOT_THERE, replaced, textAt, type Writing, type WrittenCode } from "../../shared/writing.ts";
import { objectOf } from "./origin.ts";
import { argumentsIn, entriesIn, key, literal } from "./text.ts";

/** An entry of the object that a call is given, or the command that is made in it. */
export function setParameter(writing: Writing, at: Span, name: string, to: string | number | boolean): WrittenCode {
  const found = findCall(writing.module, at);
  if (!found) return NOT_THERE;
  const call = commandIn(found.it);
  const [given] = call.arguments;
  const value = literal(to, writing.module.style);
  const entry = `${key(name, writing.module.style)}: ${value}`;
  if (!given) {
    if (call.argumentsAt.start === call.argumentsAt.end) return cannot("there are no brackets for it");
    const made = appended(writing, argumentsIn(call), `{ ${entry} }`);
    return "cannot" in made ? made : { edits: made };
  }
  const object = objectOf(given, found.around);
  if (!object) return cannot("its parameters are made elsewhere");
  const there = object.entries.find((each) => each.key === name);
  if (!there) {
    const made = appended(writing, entriesIn(object), entry);
    return "cannot" in made ? made : { edits: made };
  }
  if (!isLiteral(there.value)) return cannot(`${name} is computed`);
  return textAt(writing, there.value.at) === value ? cannot(`${name} is set already`) : { edits: [replaced(there.value.at, value)] };
}

/** `new InvokeCommand(…)` in `client.send(new InvokeCommand(…))`. */
export function commandIn(call: CallCode): CallCode {
  const [first] = call.arguments;
  return !call.construct && first?.is === "call" && first.construct ? first : call;
}

const isLiteral = ({ is }: Code): boolean => is === "text" || is === "number" || is === "flag" || is === "nothing";
