import type { ClassCode, ClassMember, Code, Statement } from "../../model/code/code.ts";
import { codeOf } from "./expressions.ts";
import { insideOf, methodCode, wordsOf } from "./functions.ts";
import { keyOf } from "./objects.ts";
import { bodyOf } from "./statements.ts";
import { type Part, partsOf, type Reading, soundPartsOf, spanOf, wordAt } from "./syntax.ts";

/** A class; `decorators` are those that stand in front of it, as before `export`. */
export function classCode(reading: Reading, part: Part, decorators: readonly Part[] = []): ClassCode {
  const parts = soundPartsOf(reading, part);
  const named = parts.find(({ kind }) => kind === "identifier" || kind === "type_identifier");
  const body = parts.find(({ kind }) => kind === "class_body");
  const written = [...decorators, ...parts.filter(({ kind }) => kind === "decorator")];
  return {
    is: "class",
    name: named && wordAt(reading, named.start, named.end),
    nameAt: named && spanOf(named),
    extends: parts.filter(({ kind }) => kind === "class_heritage").flatMap((heritage) => parentsOf(reading, heritage)),
    decorators: written.map((decorator) => codeOf(reading, decorator)),
    members: body ? membersOf(reading, body) : [],
    at: spanOf(part),
  };
}

function parentsOf(reading: Reading, heritage: Part): readonly Code[] {
  return soundPartsOf(reading, heritage).flatMap((part) => {
    const parents = part.kind === "extends_clause" ? soundPartsOf(reading, part) : [part];
    return parents.map((parent) => codeOf(reading, parent));
  });
}

/** What a class has; what runs when the class is made (static blocks, decorators, computed names) is a static member without a name. */
function membersOf(reading: Reading, body: Part): readonly ClassMember[] {
  let decorators: Part[] = [];
  return partsOf(reading, body).flatMap((part) => {
    if (part.kind === "decorator") {
      decorators.push(part);
      return [];
    }
    const before = decorators;
    decorators = [];
    return memberOf(reading, part, before);
  });
}

function memberOf(reading: Reading, part: Part, decorators: readonly Part[]): readonly ClassMember[] {
  switch (part.kind) {
    case "method_definition":
      return methodMembers(reading, part, decorators);
    case "field_definition":
    case "public_field_definition":
      return fieldMembers(reading, part, decorators);
    case "class_static_block":
      return [staticMember(blockCall(reading, part))];
    default:
      return [staticMember(codeOf(reading, part))];
  }
}

const staticMember = (value: Code): ClassMember => ({ name: "", static: true, value, at: value.at });

function methodMembers(reading: Reading, part: Part, decorators: readonly Part[]): readonly ClassMember[] {
  const { key, computed, code, static: isStatic, fields, injected } = methodCode(reading, part, decorators);
  const declared = fields.map(({ to, at }): ClassMember => ({ name: to.is === "name" ? to.name : "", static: false, value: undefined, at }));
  const named: ClassMember = { name: key?.key ?? "", static: isStatic, value: code, at: spanOf(part) };
  return [...[...computed, ...injected].map(staticMember), ...declared, named];
}

function fieldMembers(reading: Reading, part: Part, decorators: readonly Part[]): readonly ClassMember[] {
  const parts = soundPartsOf(reading, part);
  const own = parts.filter(({ kind }) => kind === "decorator");
  const [name, value] = parts.slice(own.length);
  if (!name) return [];
  const { key, computed } = keyOf(reading, name);
  const isStatic = wordsOf(reading, own.at(-1)?.end ?? part.start, name.start).has("static");
  const atOnce = [...computed, ...[...decorators, ...own].map((decorator) => codeOf(reading, decorator))];
  return [...atOnce.map(staticMember), { name: key?.key ?? "", static: isStatic, value: value && codeOf(reading, value), at: spanOf(part) }];
}

/** `static { … }`: a function that is called where it stands. */
function blockCall(reading: Reading, part: Part): Code {
  const block = soundPartsOf(reading, part).at(-1) ?? part;
  return calledAtOnce(reading, part, block, bodyOf(reading, block));
}

/** Statements that run where an expression or a declaration stands, with a scope of their own. */
export function calledAtOnce(reading: Reading, part: Part, block: Part, body: readonly Statement[]): Code {
  const at = spanOf(part);
  const bodyAt = insideOf(reading, block);
  return {
    is: "call",
    callee: {
      is: "function",
      name: undefined,
      nameAt: undefined,
      parameters: [],
      asynchronous: false,
      generator: false,
      decorators: [],
      body,
      bodyAt,
      concise: false,
      at,
    },
    arguments: [],
    named: new Map(),
    construct: false,
    argumentsAt: { start: part.end, end: part.end },
    at,
  };
}
