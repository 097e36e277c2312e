import type { Span } from "../../../base/span.ts";
import { CONTEXT, givenEvent, mayBeCalled } from "../../shared/entry.ts";
import { findCall } from "../../shared/find.ts";
import { commentsIn } from "../../shared/lines.ts";
import { namesUsed, rootName } from "../../shared/names.ts";
import { cannot, NOT_THERE, replaced, textAt, type Writing, type WrittenCode } from "../../shared/writing.ts";

/** A logging call that is given the request's id and the number of records, in place of the event. */
export function logSummary(writing: Writing, at: Span): WrittenCode {
  const found = findCall(writing.module, at);
  if (!found) return NOT_THERE;
  const { arguments: values, named, argumentsAt } = found.it;
  const used = new Set([...values, ...named.values()].flatMap((each) => [...namesUsed(each)]));
  const given = givenEvent(found.around.functions, used);
  if (!given) return cannot("the handler's event is not in reach");
  const second = given.fn.parameters[1]?.to;
  if (second?.is !== "name" || !(CONTEXT.test(second.name) || mayBeCalled(given.fn, writing.module))) return cannot("the handler's context is not in reach");
  if (given.fn.decorators.some((each) => rootName(each) === "event_source")) return cannot("its event is an object of a class");
  if (commentsIn(writing, argumentsAt).length > 0) return cannot("there is a comment in it");
  const { quote: q } = writing.module.style;
  const summary = `({${q}request_id${q}: ${second.name}.aws_request_id, ${q}records${q}: len(${given.event}.get(${q}Records${q}, []))})`;
  return textAt(writing, argumentsAt) === summary ? cannot("it is a summary already") : { edits: [replaced(argumentsAt, summary)] };
}
