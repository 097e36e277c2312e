import { type Span, span } from "../../base/span.ts";
import type { CallCode, Code } from "../../model/code/code.ts";
import { codeOf, otherCode } from "./expressions.ts";
import { templateCode } from "./literals.ts";
import { type Part, partsOf, type Reading, soundPartsOf, spanOf } from "./syntax.ts";

const NO_NAMED: CallCode["named"] = new Map();

export function callCode(reading: Reading, part: Part): Code {
  const parts = soundPartsOf(reading, part);
  const [first] = parts;
  const last = parts.at(-1);
  if (!first || !last || first === last) return otherCode(reading, part);
  const given = last.kind === "template_string" ? [templateCode(reading, last)] : argumentsOf(reading, last);
  if (isImport(reading, first) && last.kind === "arguments") return importCode(reading, first, given, spanOf(part));
  return { is: "call", callee: codeOf(reading, first), arguments: given, named: NO_NAMED, construct: false, argumentsAt: spanOf(last), at: spanOf(part) };
}

export function newCode(reading: Reading, part: Part): Code {
  const [constructed, given] = soundPartsOf(reading, part);
  if (!constructed) return otherCode(reading, part);
  const list = given ? argumentsOf(reading, given) : [];
  const argumentsAt = given ? spanOf(given) : span(part.end, part.end);
  return { is: "call", callee: codeOf(reading, constructed), arguments: list, named: NO_NAMED, construct: true, argumentsAt, at: spanOf(part) };
}

const argumentsOf = (reading: Reading, part: Part): readonly Code[] => partsOf(reading, part).map((argument) => codeOf(reading, argument));

function isImport(reading: Reading, { kind, start, end }: Part): boolean {
  if (kind === "import") return true;
  return kind === "identifier" && !reading.ownRequire && end - start === "require".length && reading.text.startsWith("require", start);
}

/** `require(…)` and `import(…)`. What computes a specifier is kept beside it, for the form has no place for more than a text. */
function importCode(reading: Reading, { kind }: Part, given: readonly Code[], at: Span): Code {
  const [first] = given;
  const dynamic = kind === "import";
  if (!dynamic) reading.seen.requires++;
  const code: Code = { is: "import", specifier: first?.is === "text" ? first.value : undefined, dynamic, at };
  return first === undefined || first.is === "text" || first.is === "name" ? code : { is: "other", of: [code, ...given], at };
}
