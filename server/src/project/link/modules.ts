import { once } from "../../base/memo.ts";
import type { Source } from "../../model/code/entry.ts";
import type { PackageImport } from "../../model/code/handler.ts";
import type { Meaning, ObjectMeaning } from "../../model/code/meaning.ts";
import type { Export, Import, LanguageName, Module } from "../../model/code/module.ts";
import { everyCodeIn } from "../../model/code/traverse.ts";
import type { Unknown, Value } from "../../model/value.ts";
import type { Imported } from "../imports/resolve.ts";
import { Evaluator, type Imports } from "./evaluate.ts";
import { type LinkedModule, Scope } from "./scope.ts";
import { scopesOf } from "./scopes.ts";

/** Files that a bundler or loader makes values of: nothing runs in them. */
const HOLDS_DATA = /\.(?:json5?|ya?ml|toml|txt|md|sql|graphql|gql|html?|njk|hbs|mustache|ejs|css|svg|png|pem|csv|xml)$/;

/** So many modules of the workspace are read for one handler. */
export const MOST_MODULES = 200;

/** What linking needs from outside. */
export interface Reading {
  resolve(from: string, specifier: string, language: LanguageName, roots: readonly string[]): Value<Imported>;
  /** A file of code as a source; unknown where it can't be read, or is no code that is followed. */
  source(uri: string): Value<Source>;
  module(source: Source): Value<Module>;
}

/** The modules that a handler reaches, and what they offer each other. */
export class Modules implements Imports {
  readonly evaluator = new Evaluator(this);
  /** In the order in which they were reached. */
  readonly reached: Scope[] = [];
  readonly packages: PackageImport[] = [];
  readonly problems: Unknown[] = [];
  readonly #reading: Reading;
  readonly #byUri = new Map<string, Scope | undefined>();
  readonly #exporting = new Set<string>();

  constructor(reading: Reading) {
    this.#reading = reading;
  }

  /** Reads a module and everything of the workspace that it imports. */
  open(source: Source, roots: readonly string[]): Scope | undefined {
    const { uri, path } = source.place;
    if (path === undefined) this.#byUri.set(uri, undefined);
    const module = this.#reading.module(source);
    if (!module.known) {
      this.problems.push(module);
      return undefined;
    }
    const linked: LinkedModule = { module: module.value, place: source.place, text: source.text, scopes: scopesOf(module.value), roots };
    const scope = new Scope(linked, linked.scopes.module, undefined, [], undefined);
    if (path === undefined) this.#byUri.set(uri, scope);
    this.reached.push(scope);
    const [broken] = module.value.broken;
    if (broken) this.problems.push({ known: false, reason: "a part of the code cannot be read", place: scope.placeOf(broken) });
    for (const each of [...module.value.imports, ...loadedIn(module.value)]) this.#follow(each, scope);
    for (const { from } of module.value.exports) if (from) this.#scopeOf(from.specifier, scope);
    return scope;
  }

  meaning({ specifier, name }: Pick<Import, "specifier" | "name">, scope: Scope, at: Import["at"]): Meaning {
    const place = scope.placeOf(at);
    const target = this.#target(specifier, scope);
    if (!target.known) return this.#submodule(specifier, name, scope) ?? { is: "unknown", reason: target.reason, place };
    if (target.value.is === "package") return external(specifier, name, scope, place);
    const other = this.#scopeAt(target.value.uri, scope);
    if (!other) return { is: "unknown", reason: `${specifier} cannot be read`, place };
    return this.exported(other, name) ?? this.#submodule(specifier, name, scope) ?? { is: "unknown", reason: `${specifier} does not offer ${name}`, place };
  }

  /** What a module offers under a name; undefined when it surely does not, or when that can't be told. */
  exported(scope: Scope, name: string): Meaning | undefined {
    const key = `${scope.module.place.uri} ${name}`;
    if (this.#exporting.has(key)) return undefined;
    this.#exporting.add(key);
    try {
      return scope.module.module.language === "python" ? this.#pythonName(scope, name) : this.#javaScriptExport(scope, name);
    } finally {
      this.#exporting.delete(key);
    }
  }

  /** Every name that a module is known to offer. */
  offered({ module: { module } }: Scope): readonly string[] {
    if (module.language === "python") return [...scopesOf(module).module.names.keys()];
    return module.exports.map(({ name }) => name).filter((name) => name !== "*" && name !== "=");
  }

  #pythonName(scope: Scope, name: string): Meaning | undefined {
    if (name === "*") return this.#namespace(scope);
    if (scope.table.names.has(name)) return this.evaluator.named(name, scope, scope.table.names.get(name)?.at ?? { start: 0, end: 0 });
    for (const each of scope.module.module.imports) {
      if (each.name !== "*" || each.local !== undefined) continue;
      const other = this.#scopeOf(each.specifier, scope);
      const found = other && this.exported(other, name);
      if (found) return found;
    }
    return undefined;
  }

  #javaScriptExport(scope: Scope, name: string): Meaning | undefined {
    const { exports } = scope.module.module;
    const whole = exports.findLast((one) => one.name === "=");
    if (name === "*") return whole?.value ? this.evaluator.meaning(whole.value, scope) : this.#namespace(scope);
    const direct = exports.findLast((one) => one.name === name);
    if (direct) return this.#valueOf(direct, scope);
    if (whole?.value) {
      const meaning = this.evaluator.meaning(whole.value, scope);
      return name === "default" ? meaning : this.evaluator.member(meaning, name, meaning.place);
    }
    for (const { name: star, from } of exports) {
      const other = star === "*" && from ? this.#scopeOf(from.specifier, scope) : undefined;
      const found = other && this.exported(other, name);
      if (found) return found;
    }
    return undefined;
  }

  #valueOf({ value, from, at }: Export, scope: Scope): Meaning | undefined {
    if (from) return this.meaning({ specifier: from.specifier, name: from.name }, scope, at);
    return value && this.evaluator.meaning(value, scope);
  }

  #namespace(scope: Scope): ObjectMeaning {
    const open = scope.module.module.exports.some(({ name }) => name === "*");
    return { is: "object", keys: this.offered(scope), get: (key) => this.exported(scope, key), open, place: scope.module.place };
  }

  /** `from . import db` and `from app import db`, where `db` is a module of its own. */
  #submodule(specifier: string, name: string, scope: Scope): Meaning | undefined {
    if (scope.module.module.language !== "python" || name === "*") return undefined;
    const target = this.#target(specifier.endsWith(".") ? `${specifier}${name}` : `${specifier}.${name}`, scope);
    if (!target.known || target.value.is !== "file") return undefined;
    const other = this.#scopeAt(target.value.uri, scope);
    return other && this.#namespace(other);
  }

  #follow(each: Import, scope: Scope): void {
    if (each.typeOnly || HOLDS_DATA.test(each.specifier)) return;
    const target = this.#target(each.specifier, scope);
    const place = scope.placeOf(each.specifierAt);
    if (!target.known) {
      if (!this.#submodule(each.specifier, each.name, scope) && !isOnTheWay(each, scope)) this.problems.push({ ...target, place });
    } else if (target.value.is === "package") this.packages.push({ name: target.value.name, import: each, place });
    else {
      this.#scopeAt(target.value.uri, scope);
      if (each.name !== "*") this.#submodule(each.specifier, each.name, scope);
    }
  }

  #target(specifier: string, { module: { place, module, roots } }: Scope): Value<Imported> {
    return this.#reading.resolve(place.uri, specifier, module.language, roots);
  }

  #scopeOf(specifier: string, from: Scope): Scope | undefined {
    const target = this.#target(specifier, from);
    return target.known && target.value.is === "file" ? this.#scopeAt(target.value.uri, from) : undefined;
  }

  #scopeAt(uri: string, from: Scope): Scope | undefined {
    if (this.#byUri.has(uri)) return this.#byUri.get(uri);
    this.#byUri.set(uri, undefined);
    if (this.reached.length >= MOST_MODULES) {
      this.problems.push({ known: false, reason: "it imports too many modules" });
      return undefined;
    }
    const source = this.#reading.source(uri);
    if (source.known) return this.open(source.value, from.module.roots);
    this.problems.push(source);
    return undefined;
  }
}

/** Modules that code loads where it runs: `require(…)`, `import(…)`, an import inside of a function. */
const loadedIn = once(({ body }: Module): readonly Import[] =>
  everyCodeIn(body).flatMap((code) => {
    if (code.is !== "import" || code.specifier === undefined) return [];
    return [{ specifier: code.specifier, name: "*", local: undefined, typeOnly: false, at: code.at, specifierAt: code.at }];
  }),
);

/** Python's modules of a package are members of it: `from botocore.config import Config` is `config.Config` of `botocore`. */
function external(specifier: string, name: string, { module: { module } }: Scope, place: Meaning["place"]): Meaning {
  const [top = "", ...below] = module.language === "python" ? specifier.split(".") : [specifier];
  return { is: "external", package: top, path: name === "*" || name === "default" ? below : [...below, name], place };
}

/** The `a` of `import a.b` may be a folder that is no module: what is reached through it is an import of its own. */
function isOnTheWay({ local, name }: Import, { module: { module } }: Scope): boolean {
  return module.language === "python" && name === "*" && module.imports.some((other) => local !== undefined && other.local?.startsWith(`${local}.`));
}
