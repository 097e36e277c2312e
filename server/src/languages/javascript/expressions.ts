import type { Code, NameCode } from "../../model/code/code.ts";
import { callCode, newCode } from "./calls.ts";
import { classCode } from "./classes.ts";
import { functionCode } from "./functions.ts";
import { numberCode, templateOrText, textCode } from "./literals.ts";
import { markupCode } from "./markup.ts";
import { itemCode, memberCode } from "./members.ts";
import { listCode, objectCode } from "./objects.ts";
import { assignCode, awaitCode, binaryCode, choiceCode, sequenceCode, unaryCode, updateCode, yieldCode } from "./operations.ts";
import { oneDeeper, type Part, partsOf, type Reading, spanOf, wordAt } from "./syntax.ts";

/** Lowers an expression; gives an `other` without parts where it stands too deep. */
export function codeOf(reading: Reading, part: Part): Code {
  return oneDeeper(reading, part, FORMS.get(part.kind) ?? otherCode) ?? { is: "other", of: [], at: spanOf(part) };
}

/** Whether a node of this kind says something as an expression: a loose name in a broken text does not. */
export const isTelling = (kind: string): boolean => kind === "ERROR" || (FORMS.has(kind) && !PLAIN.has(kind));

const PLAIN: ReadonlySet<string> = new Set(["identifier", "undefined", "this", "super", "import", "true", "false", "null", "number", "string", "regex"]);

/** What has no form of its own, with the code in it. */
export function otherCode(reading: Reading, part: Part): Code {
  const of = partsOf(reading, part)
    .filter(({ kind }) => !WITHOUT_CODE.has(kind))
    .map((child) => codeOf(reading, child));
  return { is: "other", of, at: spanOf(part) };
}

const WITHOUT_CODE: ReadonlySet<string> = new Set(["property_identifier", "statement_identifier", "type_identifier", "string_fragment", "escape_sequence"]);

/** A name; one that the parser only supposes to be there is none. */
export function nameCode(reading: Reading, part: Part): Code {
  const at = spanOf(part);
  return part.end > part.start ? { is: "name", name: wordAt(reading, part.start, part.end), at } : { is: "other", of: [], at };
}

const word = (reading: Reading, part: Part): NameCode => ({ is: "name", name: wordAt(reading, part.start, part.end), at: spanOf(part) });

/** Brackets and type assertions: the code in them is all there is when it runs. */
function firstOf(reading: Reading, part: Part): Code {
  const [first] = partsOf(reading, part);
  return first ? codeOf(reading, first) : { is: "other", of: [], at: spanOf(part) };
}

function lastOf(reading: Reading, part: Part): Code {
  const last = partsOf(reading, part).at(-1);
  return last ? codeOf(reading, last) : { is: "other", of: [], at: spanOf(part) };
}

const FORMS: ReadonlyMap<string, (reading: Reading, part: Part) => Code> = new Map<string, (reading: Reading, part: Part) => Code>([
  ["identifier", nameCode],
  ["shorthand_property_identifier", nameCode],
  ["private_property_identifier", nameCode],
  ["this", word],
  ["super", word],
  ["import", word],
  ["meta_property", word],
  ["true", (_, part) => ({ is: "flag", value: true, at: spanOf(part) })],
  ["false", (_, part) => ({ is: "flag", value: false, at: spanOf(part) })],
  ["null", (_, part) => ({ is: "nothing", at: spanOf(part) })],
  ["undefined", (_, part) => ({ is: "nothing", at: spanOf(part) })],
  ["regex", (_, part) => ({ is: "other", of: [], at: spanOf(part) })],
  ["number", numberCode],
  ["string", textCode],
  ["template_string", templateOrText],
  ["object", objectCode],
  ["array", listCode],
  ["member_expression", memberCode],
  ["subscript_expression", itemCode],
  ["call_expression", callCode],
  ["new_expression", newCode],
  ["function_expression", functionCode],
  ["generator_function", functionCode],
  ["arrow_function", functionCode],
  ["class", classCode],
  ["await_expression", awaitCode],
  ["yield_expression", yieldCode],
  ["spread_element", (reading, part) => ({ is: "spread", of: firstOf(reading, part), at: spanOf(part) })],
  ["assignment_expression", assignCode],
  ["augmented_assignment_expression", assignCode],
  ["binary_expression", binaryCode],
  ["unary_expression", unaryCode],
  ["update_expression", updateCode],
  ["ternary_expression", choiceCode],
  ["sequence_expression", sequenceCode],
  ["parenthesized_expression", firstOf],
  ["as_expression", firstOf],
  ["satisfies_expression", firstOf],
  ["non_null_expression", firstOf],
  ["instantiation_expression", firstOf],
  ["computed_property_name", firstOf],
  ["decorator", firstOf],
  ["type_assertion", lastOf],
  ["jsx_element", markupCode],
  ["jsx_self_closing_element", markupCode],
]);
