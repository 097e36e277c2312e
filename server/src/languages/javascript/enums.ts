import type { Code, ObjectEntry, Statement } from "../../model/code/code.ts";
import { calledAtOnce } from "./classes.ts";
import { codeOf } from "./expressions.ts";
import { keyOf } from "./objects.ts";
import { namePattern, namesIn } from "./patterns.ts";
import { bodyOf } from "./statements.ts";
import { type Part, type Reading, soundPartsOf, spanOf } from "./syntax.ts";

/** An `enum` as the object that it is at run time, without the way back from number to name. */
export function enumStatements(reading: Reading, part: Part): readonly Statement[] {
  const [name, body] = soundPartsOf(reading, part);
  if (!name || !body) return [];
  const entries = entriesOf(reading, body);
  const value: Code = { is: "object", entries, open: false, others: [], at: spanOf(body) };
  return [{ do: "declare", to: namePattern(reading, name), value, constant: true, at: spanOf(part) }];
}

/** The members; one without a value counts on from the number before it. */
function entriesOf(reading: Reading, body: Part): readonly ObjectEntry[] {
  let next: number | undefined = 0;
  return soundPartsOf(reading, body).flatMap((part): readonly ObjectEntry[] => {
    const [name, initial] = part.kind === "enum_assignment" ? soundPartsOf(reading, part) : [part];
    const key = name && keyOf(reading, name).key;
    if (!key) return [];
    const at = spanOf(part);
    const value: Code = initial ? codeOf(reading, initial) : next === undefined ? { is: "other", of: [], at } : { is: "number", value: next, at };
    next = value.is === "number" ? value.value + 1 : undefined;
    return [{ ...key, value, at }];
  });
}

/** A `namespace` as what a compiler makes of it: a function that is called at once and gives what is exported. */
export function namespaceStatements(reading: Reading, part: Part): readonly Statement[] {
  const [name, block] = soundPartsOf(reading, part);
  if (!name || !block) return [];
  const body = bodyOf(reading, block);
  if (name.kind !== "identifier") return [];
  const at = spanOf(part);
  const entries = body.flatMap((statement) => offeredBy(reading, statement));
  const offered: Statement = { do: "return", value: { is: "object", entries, open: false, others: [], at }, at };
  return [{ do: "declare", to: namePattern(reading, name), value: calledAtOnce(reading, part, block, [...body, offered]), constant: true, at }];
}

/** The names of an exported declaration, as entries of what the namespace gives. */
function offeredBy({ text }: Reading, statement: Statement): readonly ObjectEntry[] {
  if (statement.do !== "declare" || !text.startsWith("export", statement.at.start)) return [];
  return namesIn(statement.to).map(({ name, at }) => ({ key: name, keyAt: at, value: { is: "name", name, at }, at }));
}
