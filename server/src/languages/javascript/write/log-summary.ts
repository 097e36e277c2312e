import type { Span, TextEdit } from "../../../base/span.ts";
import type { CallCode, FunctionCode, Parameter } from "../../../model/code/code.ts";
import { CONTEXT, givenEvent, mayBeCalled } from "../../shared/entry.ts";
import { findCall } from "../../shared/find.ts";
import { commentsIn } from "../../shared/lines.ts";
import { boundIn, namesUsed } from "../../shared/names.ts";
import { cannot, inserted, NOT_THERE, replaced, textAt, type Writing, type WrittenCode } from "../../shared/writing.ts";
import { packageOf } from "./origin.ts";
import { contextType } from "./types.ts";

/** A logging call that is given the request's id and the number of records, in place of the event. */
export function logSummary(writing: Writing, at: Span): WrittenCode {
  const found = findCall(writing.module, at);
  if (!found) return NOT_THERE;
  const call = found.it;
  const used = new Set(call.arguments.flatMap((each) => [...namesUsed(each)]));
  const given = givenEvent(found.around.functions, used);
  if (!given) return cannot("the handler's event is not in reach");
  if (commentsIn(writing, call.argumentsAt).length > 0) return cannot("there is a comment in it");
  const context = contextOf(writing, given.fn);
  if (!context) return cannot("the handler's context is not in reach");
  const entries = [`requestId: ${context.name}.awsRequestId`, ...(hasRecords(writing, given.fn) ? [`records: ${given.event}.Records?.length`] : [])];
  const written = `(${argumentsFor(writing, call, `{ ${entries.join(", ")} }`)})`;
  if (textAt(writing, call.argumentsAt) === written) return cannot("it is a summary already");
  return { edits: [...context.edits, replaced(call.argumentsAt, written)] };
}

/** How each library takes an object: Pino before the message, those of AWS and Winston behind it, the console alone. */
function argumentsFor(writing: Writing, call: CallCode, summary: string): string {
  const library = packageOf(call.callee, writing.module);
  const [first] = call.arguments;
  const { quote } = writing.module.style;
  if (library === undefined || library === "" || library === "console") return summary;
  const message = first?.is === "text" ? textAt(writing, first.at) : undefined;
  if (library.startsWith("pino")) return message === undefined ? summary : `${summary}, ${message}`;
  return `${message ?? `${quote}Event${quote}`}, ${summary}`;
}

interface Context {
  readonly name: string;
  readonly edits: readonly TextEdit[];
}

/** What a function calls the context; a parameter is added to a handler that has none. */
function contextOf(writing: Writing, fn: FunctionCode): Context | undefined {
  const [first, second] = fn.parameters;
  if (second)
    return second.to.is === "name" && !second.rest && (CONTEXT.test(second.to.name) || mayBeCalled(fn, writing.module))
      ? { name: second.to.name, edits: [] }
      : undefined;
  if (!first || first.rest || boundIn(fn).has("context") || !mayBeCalled(fn, writing.module)) return undefined;
  return { name: "context", edits: added(writing, fn, first) };
}

function added(writing: Writing, fn: FunctionCode, first: Parameter): readonly TextEdit[] {
  const written = textAt(writing, first.at);
  // An arrow with a single plain parameter needs no brackets.
  if (first.at.start === fn.at.start || /^async\s+$/.test(writing.text.slice(fn.at.start, first.at.start)))
    return [replaced(first.at, `(${written}, context)`)];
  const end = Math.max(first.at.end, first.default?.at.end ?? 0);
  if (!isAnnotated(writing, first)) return [inserted(end, ", context")];
  const { type, edits } = contextType(writing);
  return [inserted(end, `, context: ${type}`), ...edits];
}

const typeOf = (writing: Writing, { to, at }: Parameter): string => /^\??\s*:\s*([\s\S]*)$/.exec(writing.text.slice(to.at.end, at.end))?.[1] ?? "";

const isAnnotated = (writing: Writing, parameter: Parameter): boolean => typeOf(writing, parameter) !== "";

/** Whether an event of that type may be asked for records: a compiler refuses to where the type has none. */
function hasRecords(writing: Writing, { parameters: [event] }: FunctionCode): boolean {
  const type = event ? typeOf(writing, event) : "";
  return type === "" || RECORDS.test(type);
}

/** Types of events with records, of `@types/aws-lambda`, and what may be anything. */
const RECORDS =
  /^(?:any\b|SQSEvent|SNSEvent|S3Event|KinesisStreamEvent|DynamoDBStreamEvent|SESEvent|CloudFrontRequestEvent|CloudFrontResponseEvent|CodeCommitEvent)|\bRecords\b/;
