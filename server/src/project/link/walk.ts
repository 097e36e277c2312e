import type { Place } from "../../base/place.ts";
import type { AssignCode, CallCode, Code, FunctionCode, Statement } from "../../model/code/code.ts";
import type { Circumstances, Fact, LoopAround, Recogniser, SeenCall, Use } from "../../model/code/facts.ts";
import type { CallMeanings, Meaning } from "../../model/code/meaning.ts";
import type { LanguageName } from "../../model/code/module.ts";
import { comesFromEvent } from "../../model/code/origin.ts";
import { partsOf } from "../../model/code/traverse.ts";
import { loopOf } from "./around.ts";
import { constructorOf, type Evaluator } from "./evaluate.ts";
import { EACH_METHODS, FILLING_METHODS } from "./language.ts";
import { eventItem } from "./members.ts";
import { asksForEmpty, asksForFull, fillsEmpty, isCached, leavesWhenFull } from "./memoised.ts";
import type { Scope } from "./scope.ts";
import { boundTo, COLLECTED, DROPPED, READ, RETURNED, readKey, rootName } from "./uses.ts";

/** A function is walked for so many of its callers, and so many functions are walked for one handler. */
export const MOST_CALLERS = 50;
export const MOST_WALKS = 5_000;
/** Calls inside calls are followed so far. */
export const DEEPEST_CALL = 12;

/** Where the walk is. */
interface Here {
  readonly scope: Scope;
  readonly circumstances: Circumstances;
  /** The statements of the function around, in which a name's uses are looked for. */
  readonly body: readonly Statement[];
  /** Whether another form is tried too, or a condition asks first. */
  readonly guarded: boolean;
}

type FunctionMeaning = Extract<Meaning, { is: "function" }>;

/** Goes through all code that runs, from the top of a module or from a handler, and writes down what is done there. */
export class Walk {
  readonly facts: Fact[] = [];
  /** Why some code that runs was not gone through. */
  readonly missed: string[] = [];
  readonly #evaluator: Evaluator;
  readonly #recognise: Readonly<Record<LanguageName, Recogniser>>;
  readonly #walked = new Map<FunctionCode, number>();
  #walks = 0;
  readonly #handler: FunctionCode | undefined;

  constructor(evaluator: Evaluator, recognise: Readonly<Record<LanguageName, Recogniser>>, handler: FunctionCode | undefined) {
    this.#evaluator = evaluator;
    this.#recognise = recognise;
    this.#handler = handler;
  }

  /** What a module does when it is loaded. */
  module(scope: Scope, body: readonly Statement[]): void {
    const circumstances: Circumstances = { perInvocation: false, loops: [], tries: [], catches: [], conditional: false, through: [] };
    this.#statements(body, { scope, circumstances, body, guarded: false });
  }

  /** What a handler does for each event. */
  handler(of: FunctionMeaning, parameters: readonly Meaning[]): void {
    const call = { arguments: parameters, named: NO_CALL.named };
    const scope = this.#evaluator.entered(of, call);
    const circumstances: Circumstances = { perInvocation: true, loops: [], tries: [], catches: [], conditional: false, through: [of.code] };
    const here: Here = { scope, circumstances, body: of.code.body, guarded: false };
    this.#decorators(of, call, here);
    this.#statements(of.code.body, here);
  }

  /** What a decorator of the workspace makes runs around the function. What it calls there is the function, which is gone through on its own. */
  #decorators(of: FunctionMeaning, call: Pick<CallMeanings, "arguments" | "named">, here: Here): void {
    for (const decorator of of.code.decorators) {
      const meaning = this.#evaluator.meaning(decorator, of.scope as Scope);
      const wrapper = meaning.is === "function" ? this.#evaluator.returned(meaning, NO_CALL) : undefined;
      if (wrapper?.is === "function") this.#enter(wrapper, call, here);
    }
  }

  #statements(body: readonly Statement[], here: Here): void {
    let at = here;
    for (const statement of body) {
      this.#statement(statement, at);
      if (statement.do === "branch" && leavesWhenFull(statement, at.scope)) at = onceOnly(at);
    }
  }

  #statement(statement: Statement, here: Here): void {
    switch (statement.do) {
      case "evaluate":
        this.#code(statement.code, here, DROPPED);
        return;
      case "declare":
        if (statement.value) this.#code(statement.value, here, boundTo(statement.to, here.body));
        this.#readVariables(statement.to, statement.value, here);
        return;
      case "return":
        if (statement.value) this.#code(statement.value, here, RETURNED);
        this.#returns(statement, here);
        return;
      case "throw":
        if (statement.value) this.#code(statement.value, here, COLLECTED);
        this.facts.push({ is: "throw", place: here.scope.placeOf(statement.at), circumstances: here.circumstances });
        return;
      case "branch": {
        this.#code(statement.test, { ...here, guarded: true }, READ);
        const inside = changed(here, { conditional: true });
        this.#statements(statement.then, asksForEmpty(statement.test, here.scope) ? onceOnly(inside) : inside);
        this.#statements(statement.otherwise, asksForFull(statement.test, here.scope) ? onceOnly(inside) : inside);
        return;
      }
      case "loop":
        this.#loop(statement, here);
        return;
      case "try":
        this.#try(statement, here);
        return;
      case "block":
        for (const { code, to } of statement.uses) this.#code(code, here, to ? boundTo(to, here.body) : READ);
        this.#statements(statement.body, here);
        return;
      default:
    }
  }

  #loop(loop: Extract<Statement, { do: "loop" }>, here: Here): void {
    const place = here.scope.placeOf(loop.headAt);
    if (loop.over) this.#code(loop.over, here, COLLECTED);
    const over = loop.kind === "each" && loop.over ? this.#evaluator.meaning(loop.over, here.scope) : undefined;
    const inside = looped(here, { code: loop, place, over });
    if (loop.test) this.#code(loop.test, inside, READ);
    this.#statements(loop.body, inside);
  }

  #try(attempt: Extract<Statement, { do: "try" }>, here: Here): void {
    const { circumstances, scope } = here;
    const place = scope.placeOf(attempt.at);
    this.#statements(attempt.body, changed(here, attempt.catches.length > 0 ? { tries: [...circumstances.tries, place] } : {}));
    for (const each of attempt.catches) {
      const at = scope.placeOf(each.headAt);
      const types = each.types.map((type) => this.#evaluator.meaning(type, scope));
      this.facts.push({ is: "catch", place: at, circumstances, code: each, body: attempt.body, types, function: scope.table.function });
      this.#statements(each.body, changed(here, { catches: [...circumstances.catches, at], conditional: true }));
    }
    this.#statements(attempt.otherwise, here);
    this.#statements(attempt.finally, here);
  }

  #returns(statement: Extract<Statement, { do: "return" }>, { scope, circumstances }: Here): void {
    const value = statement.value && this.#evaluator.meaning(statement.value, scope);
    const ofHandler = scope.table.function === this.#handler;
    this.facts.push({ is: "return", place: scope.placeOf(statement.at), circumstances, value, code: statement.value, ofHandler });
  }

  #code(code: Code, here: Here, use: Use): void {
    switch (code.is) {
      case "call":
        this.#call(code, here, use);
        return;
      case "await":
        this.#code(code.of, here, { ...use, awaited: true });
        return;
      case "member":
        this.#member(code, here);
        this.#code(code.of, here, readKey(code.key));
        return;
      case "assign":
        this.#assign(code, here);
        return;
      case "choice":
        this.#choice(code, here, use);
        return;
      case "operation":
        // `void` says that nobody waits on purpose.
        for (const part of code.of)
          this.#code(part, /^(in|not in|typeof|!|not)$/.test(code.operator) ? { ...here, guarded: true } : here, code.operator === "void" ? COLLECTED : READ);
        return;
      case "comprehension": {
        this.#code(code.over, here, COLLECTED);
        const around = loopOf(code, here.scope.placeOf(code.at), this.#evaluator.meaning(code.over, here.scope));
        for (const part of code.of) this.#code(part, looped(here, around), COLLECTED);
        return;
      }
      case "function":
      case "class":
        for (const part of partsOf(code)) this.#code(part, here, COLLECTED);
        return;
      default:
        for (const part of partsOf(code)) this.#code(part, here, COLLECTED);
    }
  }

  #choice(code: Extract<Code, { is: "choice" }>, here: Here, use: Use): void {
    const [first, ...others] = code.of;
    const guarded = { ...here, guarded: true };
    if (first) this.#code(first, guarded, code.operator === "?:" || code.operator === "&&" ? READ : use);
    const conditional = changed(guarded, { conditional: true });
    const inside = code.operator !== "&&" && code.operator !== "?:" && fillsEmpty(first, here.scope) ? onceOnly(conditional) : conditional;
    const empty = code.operator === "?:" && first !== undefined && asksForEmpty(first, here.scope);
    for (const other of others) this.#code(other, empty ? onceOnly(inside) : inside, use);
  }

  #member(code: Extract<Code, { is: "member" }>, here: Here): void {
    const meaning = this.#evaluator.meaning(code, here.scope);
    const place = here.scope.placeOf(code.at);
    if (meaning.is === "event" || meaning.is === "context") {
      this.facts.push({ is: "event read", of: meaning.is, path: meaning.path, guarded: here.guarded, place, circumstances: here.circumstances });
    } else if (meaning.is === "variable") {
      // A subscript of Python's environment fails at once; a member of JavaScript's is undefined.
      const throws = code.subscript && here.scope.module.module.language === "python";
      this.#variable(meaning, place, here, throws);
    }
  }

  #variable(of: Extract<Meaning, { is: "variable" }>, place: Place, here: Here, throws: boolean): void {
    const hasDefault = of.default !== undefined;
    this.facts.push({ is: "environment read", name: of.name, hasDefault, throws, guarded: here.guarded, place, circumstances: here.circumstances });
  }

  /** `const { TABLE_NAME } = process.env`. */
  #readVariables(to: Extract<Statement, { do: "declare" }>["to"], value: Code | undefined, here: Here): void {
    if (to.is !== "fields" || !value) return;
    const of = this.#evaluator.meaning(value, here.scope);
    for (const field of to.fields) {
      const meaning = this.#evaluator.member(of, field.key, here.scope.placeOf(field.to.at));
      if (meaning.is === "variable") this.#variable({ ...meaning, default: field.default ? meaning : undefined }, here.scope.placeOf(field.to.at), here, false);
      if (meaning.is === "event" || meaning.is === "context") {
        const place = here.scope.placeOf(field.to.at);
        this.facts.push({
          is: "event read",
          of: meaning.is,
          path: meaning.path,
          guarded: here.guarded || field.default !== undefined,
          place,
          circumstances: here.circumstances,
        });
      }
    }
  }

  #assign(code: AssignCode, here: Here): void {
    const memo = code.operator === "??=" || code.operator === "||=";
    const inside = memo ? onceOnly(changed(here, { conditional: true })) : here;
    const use = code.to.is === "target" ? COLLECTED : boundTo(code.to, here.body);
    this.#code(code.value, inside, use);
    if (code.to.is === "target") for (const part of partsOf(code.to.code)) this.#code(part, here, READ);
    this.#readVariables(code.to, code.value, here);
    if (code.to.is === "name") this.#writes(code.to.name, "assigned", memo, code.value, code.at, here);
    if (code.to.is === "target") this.#writes(rootName(code.to.code), "filled", memo, code.value, code.at, here);
  }

  /** A name of the module that the handler writes outlives the event. */
  #writes(name: string | undefined, how: "assigned" | "filled", memo: boolean, value: Code | undefined, at: Code["at"], here: Here): void {
    const { circumstances, scope } = here;
    const owner = name === undefined ? undefined : scope.owner(name);
    const binding = name === undefined ? undefined : owner?.table.names.get(name);
    if (!name || !binding || binding.import || owner?.table.function !== undefined || circumstances.through.length === 0) return;
    const written = value && this.#evaluator.meaning(value, scope);
    const keeps = memo || !circumstances.perInvocation;
    const place = scope.placeOf(at);
    this.facts.push({
      is: "global write",
      name,
      how,
      memo: keeps,
      value: written,
      fromEvent: comesFromEvent(written),
      declaredAt: binding.at,
      place,
      circumstances,
    });
  }

  #call(code: CallCode, here: Here, use: Use): void {
    this.#callee(code, here, use);
    for (const argument of [...code.arguments, ...code.named.values()]) this.#code(argument, here, COLLECTED);
    const filling = code.callee.is === "member" && FILLING_METHODS.has(code.callee.key) ? rootName(code.callee.of) : undefined;
    const [item] = code.arguments;
    if (filling !== undefined) this.#writes(filling, "filled", false, item?.is === "spread" ? item.of : item, code.at, here);
    this.#calling(this.#evaluator.meaning(code.callee, here.scope), code, here, use);
  }

  /** What a promise is chained to is used as the chain is. */
  #callee({ callee }: CallCode, here: Here, use: Use): void {
    if (callee.is !== "member") {
      this.#code(callee, here, READ);
      return;
    }
    if (CHAINING.has(callee.key)) {
      this.#code(callee.of, here, callee.key === "promise" ? use : { ...use, whole: true });
      return;
    }
    this.#member(callee, here);
    this.#code(callee.of, here, readKey(callee.key));
  }

  #calling(callee: Meaning, code: CallCode, here: Here, use: Use): void {
    if (callee.is === "either") for (const one of callee.of) this.#calling(one, code, here, use);
    else if (callee.is === "function") this.#local(callee, code, here, use);
    else if (callee.is === "class") this.#constructs(callee, code, here);
    else if (callee.is === "member" && callee.of.is === "function" && (callee.key === "call" || callee.key === "apply")) this.#enter(callee.of, NO_CALL, here);
    else this.#foreign(callee, code, here, use);
  }

  #local(callee: FunctionMeaning, code: CallCode, here: Here, use: Use): void {
    const place = here.scope.placeOf(code.at);
    const name = callee.code.name ?? nameOf(code.callee);
    const { asynchronous } = callee.code;
    this.facts.push({ is: "local call", name, asynchronous, callee: callee.code, use, code, place, circumstances: here.circumstances });
    this.#enter(callee, this.#evaluator.callOf(code, here.scope), here);
  }

  #constructs(of: Extract<Meaning, { is: "class" }>, code: CallCode, here: Here): void {
    const made = this.#evaluator.callOf(code, here.scope);
    this.#initialises(of, { is: "instance", of, made, place: here.scope.placeOf(code.at) }, here);
  }

  /** Fields are computed, then the constructor runs, which may be inherited. */
  #initialises(of: Extract<Meaning, { is: "class" }>, self: Extract<Meaning, { is: "instance" }>, here: Here, depth = 0): void {
    const scope = of.scope as Scope;
    for (const { static: ofClass, value } of of.code.members)
      if (!ofClass && value && value.is !== "function") this.#code(value, { ...here, scope }, COLLECTED);
    const code = constructorOf(of.code);
    if (code) this.#enter({ is: "function", code, scope, self, place: self.place }, self.made, here);
    else if (depth < DEEPEST_CALL)
      for (const parent of of.code.extends.map((base) => this.#evaluator.meaning(base, scope)))
        if (parent.is === "class") this.#initialises(parent, self, here, depth + 1);
  }

  #enter(callee: FunctionMeaning, call: Pick<CallMeanings, "arguments" | "named">, here: Here): void {
    const { through } = here.circumstances;
    const walked = this.#walked.get(callee.code) ?? 0;
    const wrapped = callee.code === this.#handler && through.length === 0;
    if (wrapped || through.includes(callee.code)) return;
    if (walked >= MOST_CALLERS || this.#walks >= MOST_WALKS || through.length >= DEEPEST_CALL || this.#evaluator.exhausted) {
      this.missed.push("the code calls too many functions");
      return;
    }
    this.#walked.set(callee.code, walked + 1);
    this.#walks += 1;
    const inside = changed(here, { through: [...through, callee.code] });
    this.#decorators(callee, call, inside);
    const scope = this.#evaluator.entered(callee, call);
    this.#statements(callee.code.body, { ...(isCached(callee.code) ? onceOnly(inside) : inside), scope, body: callee.code.body, guarded: false });
  }

  #foreign(callee: Meaning, code: CallCode, here: Here, use: Use): void {
    const { scope, circumstances } = here;
    const meanings = this.#evaluator.callOf(code, scope);
    const place = scope.placeOf(code.at);
    const open = code.arguments.some(({ is }) => is === "spread");
    const seen: SeenCall = { code, callee, arguments: meanings.arguments, named: meanings.named, open, use, place, circumstances };
    const made: Meaning = this.#evaluator.meaning(code, scope);
    if (made.is === "variable") this.#variable(made, place, here, false);
    else if (made.is === "event" && made.path.at(-1) !== "()") {
      this.facts.push({ is: "event read", of: "event", path: made.path, guarded: here.guarded, place, circumstances });
    } else {
      const fact = this.#recognise[scope.module.module.language](seen);
      if (fact) this.facts.push(fact);
    }
    this.#callbacks(callee, seen, here);
  }

  /** Functions that are handed to something foreign are taken to be called by it. */
  #callbacks(callee: Meaning, seen: SeenCall, here: Here): void {
    const method = seen.code.callee.is === "member" ? seen.code.callee.key : undefined;
    const each = method !== undefined && EACH_METHODS.has(method);
    const over = callee.is === "member" ? callee.of : this.#receiver(seen.code, here);
    for (const argument of [...seen.arguments, ...seen.named.values()]) {
      for (const one of argument.is === "either" ? argument.of : [argument]) {
        if (one.is !== "function") continue;
        if (each && over) {
          const { code, use, place, circumstances } = seen;
          this.facts.push({ is: "each call", method, over, callback: one.code, use, code, place, circumstances });
          this.#enter(one, { arguments: [eventItem(over)], named: new Map() }, looped(here, { code, place, over }));
        } else this.#enter(one, NO_CALL, handedOver(here, method));
      }
    }
  }

  #receiver({ callee }: CallCode, here: Here): Meaning | undefined {
    return callee.is === "member" ? this.#evaluator.meaning(callee.of, here.scope) : undefined;
  }
}

/** Methods of a promise, or of a request that becomes one, that give a promise of the same thing. */
const CHAINING: ReadonlySet<string> = new Set(["promise", "then", "catch", "finally"]);

const NO_CALL: Pick<CallMeanings, "arguments" | "named"> = { arguments: [], named: new Map() };

const changed = (here: Here, by: Partial<Circumstances>): Here => ({ ...here, circumstances: { ...here.circumstances, ...by } });
const onceOnly = (here: Here): Here => changed(here, { perInvocation: false });
/** A function that is handed over while a module is loaded, such as a route's, is called for events. What a promise is chained to is not. */
function handedOver(here: Here, method: string | undefined): Here {
  const later = here.circumstances.through.length === 0 && !CHAINING.has(method ?? "");
  return changed(here, { conditional: true, ...(later ? { perInvocation: true } : {}) });
}

const looped = (here: Here, loop: LoopAround): Here => changed(here, { loops: [...here.circumstances.loops, loop] });

const nameOf = (callee: Code): string => (callee.is === "name" ? callee.name : callee.is === "member" ? callee.key : "the function");
