import type { CallCode, Code } from "../../model/code/code.ts";

/** `importlib.import_module("a.b")` and `__import__("a")` give a module; of any other call it gives undefined. */
export function importedModule(call: CallCode): Code | undefined {
  const { callee, at } = call;
  if (callee.is === "name" && callee.name === "__import__") return moduleOf(call, rootOf(call));
  const loads =
    callee.is === "member" ? callee.key === "import_module" && callee.of.is === "name" && callee.of.name === "importlib" : isNamed(callee, "import_module");
  return loads ? moduleOf({ ...call, at }, absolute(call)) : undefined;
}

const isNamed = (code: Code, name: string): boolean => code.is === "name" && code.name === name;

/** The code that computes a specifier is kept beside the module that is not known. */
function moduleOf({ at, arguments: given, named }: CallCode, specifier: string | undefined): Code {
  const loaded: Code = { is: "import", specifier, dynamic: false, at };
  return specifier === undefined ? { is: "other", of: [loaded, ...given, ...named.values()], at } : loaded;
}

/** `import_module(".a", package)` is relative to a package that may be any, but for the one that the file is in. */
function absolute({ arguments: given, named }: CallCode): string | undefined {
  const [name = named.get("name"), base = named.get("package")] = given;
  if (name?.is !== "text") return undefined;
  if (!name.value.startsWith(".")) return name.value;
  return base && isNamed(base, "__package__") ? name.value : undefined;
}

/** `__import__("a.b")` gives `a`, unless names of `a.b` are asked for, or it is relative. */
function rootOf({ arguments: given, named }: CallCode): string | undefined {
  const [name, second] = given;
  if (name?.is !== "text") return undefined;
  if (!name.value.includes(".")) return second || named.size > 0 ? undefined : name.value;
  return undefined;
}
