import type { PackageRegistry } from "../../knowledge/native-modules.ts";

/** The file in which a runtime's packages are listed, and how to read it. */
export interface Manifest {
  readonly name: string;
  readonly registry: PackageRegistry;
  /** The names of the packages; undefined where the text does not name them all. */
  packages(text: string): readonly string[] | undefined;
}

/** Manifests by family of runtimes. */
export const MANIFESTS: Readonly<Record<string, Manifest>> = {
  nodejs: { name: "package.json", registry: "npm", packages: dependencies },
  python: { name: "requirements.txt", registry: "pypi", packages: requirements },
};

function dependencies(text: string): readonly string[] | undefined {
  try {
    const parsed = JSON.parse(text) as { readonly dependencies?: unknown } | null;
    const named = parsed?.dependencies ?? {};
    return typeof named === "object" && named !== null ? Object.keys(named) : undefined;
  } catch {
    return undefined;
  }
}

/** A line that names a file, an address or another list leaves open what is installed. */
function requirements(text: string): readonly string[] | undefined {
  const lines = text.split(/\r?\n/).map((line) => line.replace(/(^|\s)#.*$/, "").trim());
  const names = lines
    .filter((line) => line !== "" && !line.startsWith("--hash"))
    .map((line) => /^([A-Za-z0-9][\w.-]*)\s*(?:\[[^\]]*\])?\s*(?:[=<>!~;@]|$)/.exec(line)?.[1]);
  return names.every((name) => name !== undefined) ? names : undefined;
}
