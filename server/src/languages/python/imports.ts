import type { Span } from "../../base/span.ts";
import type { Code, Statement } from "../../model/code/code.ts";
import { fieldOf, fieldsOf, namedOf, type SyntaxNode } from "../../syntax/code/nodes.ts";
import { flat } from "../../syntax/flat.ts";
import { type Reading, spanOf, wordOf } from "./reading.ts";

/** A name that an import binds, in whatever scope. */
interface Binding {
  readonly specifier: string;
  readonly specifierAt: Span;
  /** `*` for the module itself. */
  readonly name: string;
  readonly nameAt: Span;
  readonly local: string | undefined;
  readonly localAt: Span;
}

/**
 * `import a.b` binds `a` to the module `a`, and loads the module `a.b`, which is reached as the member `b` of `a`: two imports,
 * the second with the local name `a.b`. `import a.b as c` binds `c` to the module `a.b`, one import.
 */
export function importStatement(reading: Reading, node: SyntaxNode): readonly Statement[] {
  return bound(
    reading,
    node,
    fieldsOf(node, "name").flatMap((item) => modules(reading, item)),
  );
}

/** `from a import b as c`; `b` may be a name of the module `a` or the module `a.b`, which only the files tell. */
export function importFromStatement(reading: Reading, node: SyntaxNode): readonly Statement[] {
  const module = fieldOf(node, "module_name") ?? node.children.find(({ kind }) => kind === "__future__");
  if (!module) return [];
  const from = { specifier: specifierOf(reading, module), specifierAt: spanOf(module) };
  const all = namedOf(node).find(({ kind }) => kind === "wildcard_import");
  if (all) return bound(reading, node, [{ ...from, name: "*", nameAt: spanOf(all), local: undefined, localAt: spanOf(all) }]);
  return bound(
    reading,
    node,
    fieldsOf(node, "name").map((item) => ({ ...from, ...names(reading, item) })),
  );
}

function modules(reading: Reading, item: SyntaxNode): readonly Binding[] {
  const { name: specifier, nameAt: specifierAt, local, localAt } = names(reading, item);
  const whole = { specifier, specifierAt, name: "*", nameAt: specifierAt };
  const [root] = item.kind === "dotted_name" ? namedOf(item) : [];
  if (!root || root.end === item.end) return [{ ...whole, local, localAt }];
  const top = {
    specifier: wordOf(reading, root),
    specifierAt: spanOf(root),
    name: "*",
    nameAt: spanOf(root),
    local: wordOf(reading, root),
    localAt: spanOf(root),
  };
  return [top, { ...whole, local: specifier, localAt: specifierAt }];
}

function names(reading: Reading, item: SyntaxNode): Pick<Binding, "name" | "nameAt" | "local" | "localAt"> {
  const original = fieldOf(item, "name") ?? item;
  const alias = fieldOf(item, "alias") ?? original;
  return { name: specifierOf(reading, original), nameAt: spanOf(original), local: wordOf(reading, alias), localAt: spanOf(alias) };
}

/** Blanks may stand around the dots. */
const specifierOf = (reading: Reading, node: SyntaxNode): string => flat(reading.text.slice(node.start, node.end).replace(/[\s\\]+/g, ""));

/** At the top of a module an import is one of the module's; elsewhere it declares a name when it is reached. */
function bound(reading: Reading, node: SyntaxNode, bindings: readonly Binding[]): readonly Statement[] {
  const at = spanOf(node);
  if (reading.scope.kind !== "module") return bindings.map((binding) => declared(binding, at));
  const { typeOnly } = reading.scope;
  for (const { specifier, specifierAt, name, local } of bindings) reading.imports.push({ specifier, name, local, typeOnly, at, specifierAt });
  return [];
}

function declared({ specifier, specifierAt, name, nameAt, local, localAt }: Binding, at: Span): Statement {
  const module: Code = { is: "import", specifier, dynamic: false, at: specifierAt };
  const value: Code = name === "*" ? module : { is: "member", of: module, key: name, keyAt: nameAt, subscript: false, at };
  if (local === undefined) return { do: "evaluate", code: value, at };
  return { do: "declare", to: { is: "name", name: local, at: localAt }, value, constant: true, at };
}
