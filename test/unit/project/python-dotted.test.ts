import { deepStrictEqual } from "node:assert";
import { readPython } from "../../../server/src/languages/python/read.ts";
import type { Source } from "../../../server/src/model/code/entry.ts";
import { resolveImport } from "../../../server/src/project/imports/resolve.ts";
import { Modules } from "../../../server/src/project/link/modules.ts";
import { parserOf } from "../code/parsers.ts";
import { filesOf, known, type Texts, WORKSPACE } from "./files.ts";

describe("import a.b in Python", () => {
  it("leaves the package what it is", () => check({ "app.py": "import os.path\nx = os.environ['TABLE']" }, { is: "variable", name: "TABLE" }));

  it("reaches a module in a folder that is none", () =>
    check({ "app.py": "import shared.db\nx = shared.db.TABLE", "shared/db.py": "TABLE = 'orders'" }, { is: "text", value: "orders" }));

  it("reaches a module that its package does not name", () =>
    check(
      { "app.py": "import shared.db\nx = shared.db.TABLE", "shared/__init__.py": "", "shared/db.py": "TABLE = 'orders'" },
      { is: "text", value: "orders" },
    ));
});

/** Checks what `x` of `app.py` is, by some of its properties, and that every import was followed. */
async function check(texts: Texts, expected: Readonly<Record<string, unknown>>): Promise<void> {
  const parser = await parserOf("python");
  const { files } = filesOf(texts);
  const sourceOf = (uri: string): Source => ({
    place: { uri, path: undefined, part: "value" },
    text: texts[uri.slice(WORKSPACE.length)] ?? "",
    grammar: "python",
  });
  const modules = new Modules({
    resolve: (from, specifier, language, roots) => resolveImport(from, specifier, language, roots, files),
    source: (uri) => known(uri, sourceOf(uri)),
    module: ({ text, place }) => known(place.uri, readPython(text, parser)),
  });
  const scope = modules.open(sourceOf(`${WORKSPACE}app.py`), [WORKSPACE]);
  const found = scope && modules.exported(scope, "x");
  deepStrictEqual(Object.fromEntries(Object.entries(found ?? {}).filter(([key]) => key in expected)), expected);
  deepStrictEqual(modules.problems, []);
}
