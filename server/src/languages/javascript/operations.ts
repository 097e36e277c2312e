import type { AssignCode, AwaitCode, ChoiceCode, Code } from "../../model/code/code.ts";
import { codeOf, otherCode } from "./expressions.ts";
import { patternOf } from "./patterns.ts";
import { kept, type Part, type Reading, soundPartsOf, spanOf, wordsBetween } from "./syntax.ts";

const CHOICES: ReadonlySet<string> = new Set(["??", "||", "&&"]);
const isChoice = (operator: string): operator is ChoiceCode["operator"] => CHOICES.has(operator);

export function binaryCode(reading: Reading, part: Part): Code {
  const [left, right] = soundPartsOf(reading, part);
  if (!left || !right) return otherCode(reading, part);
  const operator = wordsBetween(reading, left.end, right.start);
  const of = [codeOf(reading, left), codeOf(reading, right)];
  if (isChoice(operator)) return { is: "choice", operator, of, at: spanOf(part) };
  return { is: "operation", operator: kept(reading, operator), of, at: spanOf(part) };
}

export function choiceCode(reading: Reading, part: Part): Code {
  return { is: "choice", operator: "?:", of: soundPartsOf(reading, part).map((operand) => codeOf(reading, operand)), at: spanOf(part) };
}

/** `-1` is a number, and `void 0` is what compilers write for `undefined`. */
export function unaryCode(reading: Reading, part: Part): Code {
  const [operand] = soundPartsOf(reading, part);
  if (!operand) return otherCode(reading, part);
  const operator = wordsBetween(reading, part.start, operand.start);
  const of = codeOf(reading, operand);
  if (of.is === "number" && operator === "-") return { ...of, value: -of.value, at: spanOf(part) };
  if (of.is === "number" && operator === "void") return { is: "nothing", at: spanOf(part) };
  return { is: "operation", operator: kept(reading, operator), of: [of], at: spanOf(part) };
}

export function updateCode(reading: Reading, part: Part): Code {
  const operator = reading.text.startsWith("++", part.start) || reading.text.startsWith("++", part.end - 2) ? "++" : "--";
  return { is: "operation", operator, of: soundPartsOf(reading, part).map((operand) => codeOf(reading, operand)), at: spanOf(part) };
}

export function yieldCode(reading: Reading, part: Part): Code {
  const of = soundPartsOf(reading, part);
  const words = wordsBetween(reading, part.start, of[0]?.start ?? part.end);
  return { is: "operation", operator: words.includes("*") ? "yield*" : "yield", of: of.map((operand) => codeOf(reading, operand)), at: spanOf(part) };
}

export function awaitCode(reading: Reading, part: Part): AwaitCode | Code {
  const [operand] = soundPartsOf(reading, part);
  return operand ? { is: "await", of: codeOf(reading, operand), at: spanOf(part) } : otherCode(reading, part);
}

export function assignCode(reading: Reading, part: Part): AssignCode | Code {
  const [left, right] = soundPartsOf(reading, part);
  if (!left || !right) return otherCode(reading, part);
  const operator = kept(reading, wordsBetween(reading, left.end, right.start));
  return { is: "assign", to: patternOf(reading, left), value: codeOf(reading, right), operator, at: spanOf(part) };
}

/** `a, b`. The literals before the last have no effect: compilers write `(0, module.f)(…)` to call `f` without its module as `this`. */
export function sequenceCode(reading: Reading, part: Part): Code {
  const all = soundPartsOf(reading, part).map((operand) => codeOf(reading, operand));
  const last = all.at(-1);
  if (last && all.every((code) => code === last || code.is === "number")) return last;
  return { is: "operation", operator: ",", of: all, at: spanOf(part) };
}
