import { reads } from "./python.ts";

describe("Python: imports", () => {
  reads({
    modules: ["import a, b as c", `import * of "a" as a`, `import * of "b" as c`],
    "a module below a package is another than the package": [
      "import a.b.c\nimport d.e as f",
      `import * of "a" as a`,
      `import * of "a.b.c" as a.b.c`,
      `import * of "d.e" as f`,
    ],
    names: ["from a.b import c as d, e", `import c of "a.b" as d`, `import e of "a.b" as e`],
    "names in brackets, over lines": ["from a import (\n  b,  # one\n  c as d,\n)", `import b of "a" as b`, `import c of "a" as d`],
    "relative ones": ["from . import a\nfrom ..b.c import d\nfrom ... import e", `import a of "." as a`, `import d of "..b.c" as d`, `import e of "..." as e`],
    "all names": ["from a import *", `import * of "a"`],
    "features of the language": ["from __future__ import annotations", `import annotations of "__future__" as annotations`],
    "in a try or an if of the module": [
      "try:\n  import a\nexcept ImportError:\n  a = None\nif x:\n  from b import c",
      `import * of "a" as a`,
      `import c of "b" as c`,
      "(try {} (catch ImportError {(= a nothing)}))",
      "(if x {})",
    ],
    "those for type checkers alone": [
      "if TYPE_CHECKING:\n  from a import B\nelse:\n  import c\nif typing.TYPE_CHECKING:\n  import d",
      `import type B of "a" as B`,
      `import * of "c" as c`,
      `import type * of "d" as d`,
      "(if TYPE_CHECKING {})",
      "(if typing.TYPE_CHECKING {})",
    ],
    "inside a function they declare": [
      "def f():\n  import a.b, c as d\n  from .e import g as h",
      `(const f (function f () {(const a (import "a")); (const a.b (import "a.b")); (const d (import "c")); (const h (import ".e").g)}))`,
    ],
  });
});
