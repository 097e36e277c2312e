import type { Code, OtherCode } from "../../model/code/code.ts";
import { codeOf } from "./expressions.ts";
import { type Part, partsOf, type Reading, spanOf } from "./syntax.ts";

/** JSX: its components, and the code in its attributes and between its tags. */
export function markupCode(reading: Reading, part: Part): OtherCode {
  return { is: "other", of: partsOf(reading, part).flatMap((child) => codesIn(reading, child)), at: spanOf(part) };
}

function codesIn(reading: Reading, part: Part): readonly Code[] {
  switch (part.kind) {
    case "jsx_opening_element":
    case "jsx_attribute":
    case "jsx_expression":
      return partsOf(reading, part).flatMap((child) => codesIn(reading, child));
    case "identifier":
      return isComponent(reading, part) ? [codeOf(reading, part)] : [];
    case "jsx_closing_element":
    case "jsx_text":
    case "jsx_namespace_name":
    case "html_character_reference":
    case "property_identifier":
    case "string":
      return [];
    default:
      return [codeOf(reading, part)];
  }
}

/** A tag with a small letter is an element of the page, no name of the program; braces hold any name. */
function isComponent({ text }: Reading, { start, end }: Part): boolean {
  return text.slice(start, end).toLowerCase() !== text.slice(start, end) || !/[</]\s*$/.test(text.slice(Math.max(0, start - 20), start));
}
