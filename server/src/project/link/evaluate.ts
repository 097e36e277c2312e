import type { CallCode, ChoiceCode, ClassCode, Code, FunctionCode, MemberCode, ObjectCode, OperationCode } from "../../model/code/code.ts";
import type { CallMeanings, Meaning, ObjectMeaning } from "../../model/code/meaning.ts";
import type { Import } from "../../model/code/module.ts";
import { codesInAll, statementsIn } from "../../model/code/traverse.ts";
import { environmentOf, passedThrough } from "./language.ts";
import { either, eventItem, memberOf } from "./members.ts";
import type { Scope } from "./scope.ts";
import type { Binding, Given } from "./scopes.ts";

/** A way that is followed further than this leads nowhere that a person would look. */
export const DEEPEST_MEANING = 40;
/** Pieces of code that are looked at for one handler; what is not reached then is unknown. */
export const MOST_STEPS = 200_000;

/** Where the meaning of an import comes from. */
export interface Imports {
  /** What a local module offers, or the external that a package is. */
  meaning(of: Pick<Import, "specifier" | "name">, scope: Scope, at: Code["at"]): Meaning;
}

/** Finds out what code stands for. Asking twice gives the same; nothing is run. */
export class Evaluator {
  readonly #imports: Imports;
  #depth = 0;
  #steps = 0;

  constructor(imports: Imports) {
    this.#imports = imports;
  }

  /** Whether so much was asked that some answers are unknown for that reason alone. */
  get exhausted(): boolean {
    return this.#steps > MOST_STEPS;
  }

  meaning(code: Code, scope: Scope): Meaning {
    this.#steps += 1;
    if (this.#depth >= DEEPEST_MEANING || this.exhausted) return unknown("it leads too far", code, scope);
    this.#depth += 1;
    try {
      return this.#meaning(code, scope);
    } finally {
      this.#depth -= 1;
    }
  }

  /** What the value of a name is, wherever it is declared. */
  named(name: string, scope: Scope, at: Code["at"]): Meaning {
    const owner = scope.owner(name);
    if (!owner) return { is: "external", package: "", path: [name], place: scope.placeOf(at) };
    if (owner.known.has(name)) return owner.known.get(name) ?? { is: "unknown", reason: `${name} depends on itself`, place: scope.placeOf(at) };
    const binding = owner.table.names.get(name);
    if (!binding) return { is: "unknown", reason: `${name} is not known`, place: scope.placeOf(at) };
    owner.known.set(name, undefined);
    const found = this.#bound(binding, owner);
    owner.known.set(name, found);
    return found;
  }

  /** A call with what its parts mean. */
  callOf(code: CallCode, scope: Scope): CallMeanings {
    const named = new Map([...code.named].map(([name, value]) => [name, this.meaning(value, scope)] as const));
    return { code, arguments: code.arguments.map((argument) => this.meaning(argument, scope)), named, once: scope.table.function === undefined };
  }

  /** The scope of a function that is called with some arguments. */
  entered(of: Extract<Meaning, { is: "function" }>, { arguments: own, named: byName }: Pick<CallMeanings, "arguments" | "named">): Scope {
    const call = { arguments: [...(of.bound?.arguments ?? []), ...own], named: of.bound ? new Map([...of.bound.named, ...byName]) : byName };
    const parameters = of.code.parameters.map((parameter, index) => {
      if (parameter.rest) return undefined;
      return (parameter.to.is === "name" ? call.named.get(parameter.to.name) : undefined) ?? call.arguments[index];
    });
    return (of.scope as Scope).enter(of.code, parameters, of.self);
  }

  /** The method or field of an object of a class, or of the class itself. */
  memberOfClass(of: Extract<Meaning, { is: "class" }>, key: string, self: Meaning, depth = 0): Meaning | undefined {
    const scope = of.scope as Scope;
    const field = self.is === "instance" ? dataField(of.code, key, self.made) : undefined;
    if (field) return field;
    const member = of.code.members.find(({ name }) => name === key);
    if (member?.value?.is === "function") return { is: "function", code: member.value, scope, self, place: scope.placeOf(member.value.at) };
    if (member?.value) return this.meaning(member.value, scope.enter(FIELD, [], self));
    const assigned = self.is === "instance" ? this.#assignedFields(of, key, self) : [];
    if (assigned.length > 0) return either(assigned);
    if (depth > 8) return undefined;
    for (const base of of.code.extends) {
      const parent = this.meaning(base, scope);
      const found = parent.is === "class" ? this.memberOfClass(parent, key, self, depth + 1) : undefined;
      if (found) return found;
      if (parent.is === "external") return { is: "member", of: parent, key, place: parent.place };
    }
    return undefined;
  }

  #meaning(code: Code, scope: Scope): Meaning {
    const place = scope.placeOf(code.at);
    switch (code.is) {
      case "text":
        return { is: "text", value: code.value, place };
      case "number":
        return { is: "number", value: code.value, place };
      case "flag":
        return { is: "flag", value: code.value, place };
      case "nothing":
        return { is: "nothing", place };
      case "template":
        return {
          is: "template",
          place,
          parts: code.parts.map((part) => (typeof part === "string" ? { is: "text", value: part, place } : this.meaning(part, scope))),
        };
      case "name":
        if (code.name === "this") return scope.receiver ?? unknown("what `this` is cannot be followed", code, scope);
        return this.named(code.name, scope, code.at);
      case "member":
        return this.#dotted(code, scope) ?? this.member(this.meaning(code.of, scope), code.key, scope.placeOf(code.at));
      case "item":
        return this.#item(this.meaning(code.of, scope), code, scope);
      case "call": {
        const known = scope.calls.get(code) ?? this.#call(code, scope);
        scope.calls.set(code, known);
        return known;
      }
      case "object":
        return this.#object(code, scope);
      case "list":
        return { is: "list", items: code.items.map((item) => this.meaning(item, scope)), place };
      case "function":
        return { is: "function", code, scope, self: undefined, place };
      case "class":
        return { is: "class", code, scope, place };
      case "choice":
        return this.#choice(code, scope);
      case "await":
        return this.meaning(code.of, scope);
      case "assign":
        return this.meaning(code.value, scope);
      case "operation":
        return this.#operation(code, scope);
      case "import":
        if (code.specifier === undefined) return unknown("a module whose name is computed", code, scope);
        return this.#imports.meaning({ specifier: code.specifier, name: "*" }, scope, code.at);
      default:
        return unknown("it is computed", code, scope);
    }
  }

  /** A member of what something means. */
  member(of: Meaning, key: string, place: Meaning["place"]): Meaning {
    if (of.is === "instance") return this.memberOfClass(of.of, key, of) ?? { is: "unknown", reason: `${key} is not known`, place };
    if (of.is === "class") return this.memberOfClass(of, key, of) ?? { is: "member", of, key, place };
    if (of.is === "either") return either(of.of.map((one) => this.member(one, key, place)));
    return environmentOf(of, key, place) ?? memberOf(of, key, place);
  }

  #item(of: Meaning, code: Extract<Code, { is: "item" }>, scope: Scope): Meaning {
    const index = this.meaning(code.index, scope);
    if (index.is === "text") return this.member(of, index.value, scope.placeOf(code.at));
    if (index.is !== "number" && of.is === "object" && of.keys.length > 0) {
      const others: readonly Meaning[] = of.open ? [unknown("more is in it than can be followed", code, scope)] : [];
      return either([...of.keys.flatMap((key) => of.get(key) ?? []), ...others]);
    }
    return this.member(of, index.is === "number" ? String(index.value) : "*", scope.placeOf(code.at));
  }

  #call(code: CallCode, scope: Scope): Meaning {
    const callee = this.meaning(code.callee, scope);
    return this.#called(callee, code, scope);
  }

  #called(callee: Meaning, code: CallCode, scope: Scope): Meaning {
    const place = scope.placeOf(code.at);
    if (callee.is === "function") return this.returned(callee, this.callOf(code, scope)) ?? { is: "nothing", place };
    if (callee.is === "class") return { is: "instance", of: callee, made: this.callOf(code, scope), place };
    if (callee.is === "either") return either(callee.of.map((one) => this.#called(one, code, scope)));
    if (callee.is === "event" || callee.is === "context") return { ...callee, path: this.#calledPath(callee.path, code, scope), place };
    if (callee.is === "member" && callee.of.is === "function" && callee.key === "bind") return boundTo(callee.of, this.callOf(code, scope));
    const call = this.callOf(code, scope);
    const partial = callee.is === "external" && isPartial(callee) ? call.arguments[0] : undefined;
    if (partial?.is === "function") return boundTo(partial, call);
    const variable = environmentCall(callee, call, place);
    if (variable) return variable;
    const passed = passedThrough(scope.module.module.language, callee, call);
    if (passed) return passed;
    return { is: "made", callee, ...call, place };
  }

  /** `event.get("Records", [])` is the member of that name. */
  #calledPath(path: readonly string[], code: CallCode, scope: Scope): readonly string[] {
    const [first] = code.arguments;
    const key = path.at(-1) === "get" && first ? this.meaning(first, scope) : undefined;
    return key?.is === "text" ? [...path.slice(0, -1), key.value] : [...path, "()"];
  }

  /** What a function of the workspace gives; undefined when it gives nothing. */
  returned(of: Extract<Meaning, { is: "function" }>, call: Pick<CallMeanings, "arguments" | "named">): Meaning | undefined {
    const scope = this.entered(of, call);
    const values: Meaning[] = [];
    for (const statement of statementsIn(of.code.body)) {
      if (statement.do === "return" && statement.value) values.push(this.meaning(statement.value, scope));
      if (values.length > 3) return { is: "unknown", reason: "it gives one of many", place: scope.placeOf(of.code.at) };
    }
    return values.length === 0 ? undefined : either(values.filter(({ is }) => is !== "nothing"));
  }

  #object(code: ObjectCode, scope: Scope): ObjectMeaning {
    const place = scope.placeOf(code.at);
    const spreads = code.others.filter(({ is }) => is === "spread").map((spread) => (spread.is === "spread" ? this.meaning(spread.of, scope) : undefined));
    const objects = spreads.filter((spread) => spread?.is === "object");
    const known = new Map<string, Meaning | undefined>();
    const find = (key: string): Meaning | undefined => {
      const entry = code.entries.findLast((one) => one.key === key);
      if (entry) return this.meaning(entry.value, scope);
      for (const object of objects) if (object?.is === "object" && object.keys.includes(key)) return object.get(key);
      return undefined;
    };
    return {
      is: "object",
      keys: [...new Set([...code.entries.map(({ key }) => key), ...objects.flatMap((object) => (object?.is === "object" ? object.keys : []))])],
      open: code.open && (objects.length < code.others.length || objects.some((object) => object?.is === "object" && object.open)),
      get(key) {
        if (!known.has(key)) known.set(key, find(key));
        return known.get(key);
      },
      place,
    };
  }

  /** `a.b` where `import a.b` made it a module of its own, whatever the module `a` offers. */
  #dotted(code: MemberCode, scope: Scope): Meaning | undefined {
    const name = scope.module.module.language === "python" ? dottedName(code) : undefined;
    return name !== undefined && scope.owner(name) ? this.named(name, scope, code.at) : undefined;
  }

  #choice(code: ChoiceCode, scope: Scope): Meaning {
    const meanings = code.of.map((each) => this.meaning(each, scope));
    if (code.operator === "?:") return either(meanings.slice(1));
    if (code.operator === "&&") return meanings.at(-1) ?? unknown("it is computed", code, scope);
    const [first, second] = meanings;
    if (first?.is === "variable" && second && !first.default) return { ...first, default: second };
    return either(meanings.filter(({ is }) => is !== "nothing"));
  }

  #operation(code: OperationCode, scope: Scope): Meaning {
    if (code.operator === "+" && code.of.length === 2) {
      const parts = code.of.map((each) => this.meaning(each, scope));
      if (parts.some(({ is }) => is === "text" || is === "template")) return { is: "template", parts, place: scope.placeOf(code.at) };
    }
    return unknown("it is computed", code, scope);
  }

  #bound(binding: Binding, owner: Scope): Meaning {
    const place = owner.placeOf(binding.at);
    if (binding.import) return this.#imports.meaning(binding.import, owner, binding.at);
    const given = binding.given.map((each) => this.#given(each, owner)).filter((meaning) => meaning.is !== "nothing");
    if (given.length > 0) return either(given.slice(0, 4));
    return binding.given.length > 0 ? { is: "nothing", place } : { is: "unknown", reason: `${binding.name} is set elsewhere`, place };
  }

  #given({ from, steps, default: otherwise, inside }: Given, owner: Scope): Meaning {
    const scope = inside === owner.table.function || inside === undefined ? owner : owner.enter(inside, [], undefined);
    let meaning: Meaning;
    if ("parameter" in from) {
      const given = owner.parameters[from.parameter];
      if (!given && otherwise) return this.meaning(otherwise, scope);
      meaning = given ?? {
        is: "unknown",
        reason: "it is given by a caller that is not known",
        place: owner.placeOf(owner.table.function?.at ?? { start: 0, end: 0 }),
      };
    } else meaning = this.meaning(from, scope);
    for (const step of steps) meaning = step === "*" ? eventItem(meaning) : this.member(meaning, step, meaning.place);
    if (otherwise && meaning.is === "variable" && !meaning.default) return { ...meaning, default: this.meaning(otherwise, scope) };
    return meaning.is === "nothing" && otherwise ? this.meaning(otherwise, scope) : meaning;
  }

  /** What the methods of a class write to a field: `this.client = …`. */
  #assignedFields(of: Extract<Meaning, { is: "class" }>, key: string, self: Extract<Meaning, { is: "instance" }>): readonly Meaning[] {
    const scope = of.scope as Scope;
    return methodsOf(of.code).flatMap((method) => {
      const values = assignmentsTo(method, key);
      if (values.length === 0) return [];
      const call = method === constructorOf(of.code) ? self.made : { arguments: [], named: new Map<string, Meaning>() };
      const inside = this.entered({ is: "function", code: method, scope, self, place: self.place }, call);
      return values.map((value) => this.meaning(value, inside)).filter(({ is }) => is !== "nothing");
    });
  }
}

/** The value of a field is computed as by a function without parameters. */
const FIELD: FunctionCode = {
  is: "function",
  name: undefined,
  nameAt: undefined,
  parameters: [],
  asynchronous: false,
  generator: false,
  decorators: [],
  body: [],
  bodyAt: { start: 0, end: 0 },
  concise: true,
  at: { start: 0, end: 0 },
};

const methodsOf = (code: ClassCode): readonly FunctionCode[] => code.members.flatMap(({ value }) => (value?.is === "function" ? [value] : []));

export const constructorOf = (code: ClassCode): FunctionCode | undefined => {
  const value = code.members.find(({ name }) => name === "constructor")?.value;
  return value?.is === "function" ? value : undefined;
};

function assignmentsTo(method: FunctionCode, key: string): readonly Code[] {
  const values: Code[] = [];
  for (const code of codesInAll(method.body)) {
    if (code.is !== "assign" || code.to.is !== "target") continue;
    const target = code.to.code;
    if (target.is === "member" && target.key === key && target.of.is === "name" && target.of.name === "this") values.push(code.value);
  }
  return values;
}

/** A function that is called with what a call has behind its first argument, which is the function or what `this` is in it. */
function boundTo(of: Extract<Meaning, { is: "function" }>, call: CallMeanings): Meaning {
  const there = of.bound ?? { arguments: [], named: new Map<string, Meaning>() };
  return { ...of, bound: { arguments: [...there.arguments, ...call.arguments.slice(1)], named: new Map([...there.named, ...call.named]) } };
}

const isPartial = ({ package: from, path }: Extract<Meaning, { is: "external" }>): boolean => from === "functools" && path.join(".") === "partial";

/** The field of a data class, which is made of what it is called with in the order of its fields. What it inherits comes before, so that has no order here. */
function dataField({ decorators, extends: bases, members }: ClassCode, key: string, made: CallMeanings): Meaning | undefined {
  const isData = decorators.some((each) => isDataClass(each.is === "call" ? each.callee : each));
  if (!isData || bases.length > 0 || members.some(({ name }) => name === "constructor")) return undefined;
  const index = members.filter(({ name, value }) => name !== "" && value?.is !== "function").findIndex(({ name }) => name === key);
  return index === -1 ? undefined : (made.named.get(key) ?? made.arguments[index]);
}

const isDataClass = (decorator: Code): boolean => (decorator.is === "member" ? decorator.key : decorator.is === "name" ? decorator.name : "") === "dataclass";

/** `os.getenv("X", default)` and `os.environ.get("X", default)`. */
function environmentCall(callee: Meaning, call: CallMeanings, place: Meaning["place"]): Meaning | undefined {
  if (callee.is !== "external" || callee.package !== "os") return undefined;
  const path = callee.path.join(".");
  if (path !== "getenv" && path !== "environ.get") return undefined;
  const [name, otherwise] = call.arguments;
  return name?.is === "text" ? { is: "variable", name: name.value, default: otherwise ?? call.named.get("default"), place } : undefined;
}

function dottedName(code: Code): string | undefined {
  if (code.is === "name") return code.name;
  const of = code.is === "member" && !code.subscript ? dottedName(code.of) : undefined;
  return of !== undefined && code.is === "member" ? `${of}.${code.key}` : undefined;
}

function unknown(reason: string, code: Code, scope: Scope): Meaning {
  return { is: "unknown", reason, place: scope.placeOf(code.at) };
}
