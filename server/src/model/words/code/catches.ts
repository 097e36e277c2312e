import type { Code, Statement } from "../../code/code.ts";
import type { CatchSeen } from "../../code/facts.ts";
import type { HandlerView } from "../../code/handler.ts";
import type { Meaning } from "../../code/meaning.ts";
import { comesFromEvent } from "../../code/origin.ts";
import { codesInAll, everyCodeIn, statementsIn } from "../../code/traverse.ts";

/** A catch in the handler itself, or in what is called for each record, that nothing else catches around. */
export function isOutermost({ circumstances, function: around }: CatchSeen, { handler }: HandlerView): boolean {
  if (circumstances.tries.length > 0 || circumstances.catches.length > 0) return false;
  const perRecord = circumstances.loops.every(({ over }) => comesFromEvent(over));
  if (around === handler?.code || !around) return perRecord;
  // What a function gives to its caller may say that it failed.
  return circumstances.loops.length > 0 && perRecord && !statementsIn(around.body).some(givesValue);
}

const givesValue = (statement: Statement): boolean => statement.do === "return" && statement.value !== undefined && statement.value.is !== "nothing";

/** All errors, or all of them by their common name. */
export const catchesAll = ({ types }: CatchSeen): boolean => types.length === 0 || types.every(isAnyError);

const isAnyError = (type: Meaning): boolean => type.is === "external" && type.package === "" && /^(?:Exception|BaseException|Error)$/.test(type.path.join("."));

/** Nothing in the block tells anybody: no throw, no answer, no call but of loggers, nothing that is written down for later. */
export function swallows({ code }: CatchSeen): boolean {
  for (const statement of statementsIn(code.body)) {
    if (statement.do === "throw" || statement.do === "branch" || statement.do === "leave") return false;
    if (statement.do === "return" && statement.value && statement.value.is !== "nothing" && !isEmptyAnswer(statement.value)) return false;
  }
  return [...everyCodeIn(code.body)].every((each) => each.is !== "call" || isLogging(each)) && !codesInAll(code.body).some(keepsCount);
}

const isEmptyAnswer = (code: Code): boolean => code.is === "flag" || code.is === "text" || (code.is === "object" && code.entries.length === 0 && !code.open);

/** `console.error(error)`, `logger.exception(…)`, `print(…)`, and what makes a text of an error for them. */
function isLogging({ callee }: Extract<Code, { is: "call" }>): boolean {
  if (callee.is === "name") return callee.name === "print" || callee.name === "str" || callee.name === "repr" || callee.name === "String";
  if (callee.is !== "member") return false;
  return /^(?:log|debug|info|warn|warning|error|exception|critical|print_exc|format_exc|stringify|toString|format)$/.test(callee.key);
}

/** Whether a block does nothing but call. */
export const logsOnly = (body: readonly Statement[]): boolean => body.every(({ do: does }) => does === "evaluate");

/** What is protected calls something that can fail for a while: not only metrics or a cleanup. */
export function doesWork({ body, place }: CatchSeen, view: HandlerView): boolean {
  const from = body[0]?.at.start ?? 0;
  const to = body.at(-1)?.at.end ?? 0;
  const inside = (uri: string, at: number | undefined) => uri === place.uri && at !== undefined && at >= from && at < to;
  return view.facts.some((fact) => {
    if (fact.is !== "service call" && fact.is !== "http call" && fact.is !== "local call" && fact.is !== "connection") return false;
    if (fact.is === "service call" && BEST_EFFORT.test(fact.operation)) return false;
    return inside(fact.place.uri, fact.place.within?.start);
  });
}

const BEST_EFFORT = /^(?:PutMetricData|PutLogEvents|TagResource|PutTraceSegments)$/;

const keepsCount = (code: Code): boolean => code.is === "assign" || (code.is === "operation" && /^(?:\+\+|--)$/.test(code.operator));

/** Whether something that the protected code assigns is asked for after it: what is missing then says that it failed. */
export function leavesTraces({ body, code, function: around }: CatchSeen, { handler }: HandlerView): boolean {
  const assigned = new Set(codesInAll(body).flatMap((each) => (each.is === "assign" && each.to.is === "name" ? [each.to.name] : [])));
  const within = (around ?? handler?.code)?.body ?? [];
  return everyCodeIn(within).some((each) => each.is === "name" && each.at.start >= code.bodyAt.end && assigned.has(each.name));
}
