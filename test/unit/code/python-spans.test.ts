import { deepStrictEqual } from "node:assert";
import type { Span } from "../../../server/src/base/span.ts";
import type { Code, Statement } from "../../../server/src/model/code/code.ts";
import type { Module } from "../../../server/src/model/code/module.ts";
import { everyCodeIn, statementsIn } from "../../../server/src/model/code/traverse.ts";
import { readsPython } from "./python.ts";

describe("Python: spans", () => {
  it("a call and its brackets", async () => {
    await check(
      "x = ⟦a.b(1, c=2)⟧",
      first("call", ({ at }) => at),
    );
    await check(
      "x = a.b⟦(1, c=2)⟧",
      first("call", ({ argumentsAt }) => argumentsAt),
    );
    await check(
      "any⟦(x for x in y)⟧",
      first("call", ({ argumentsAt }) => argumentsAt),
    );
  });

  it("the key of a member, without dot, brackets and quotes", async () => {
    await check(
      "a.⟦key⟧.b",
      all("member", ({ keyAt }) => keyAt, 1),
    );
    await check(
      `os.environ["⟦TABLE⟧"]`,
      first("member", ({ keyAt }) => keyAt),
    );
    await check(
      `a[⟦"x" "y"⟧]`,
      first("member", ({ keyAt }) => keyAt),
    );
    await check(
      `a[r'''⟦x⟧''']`,
      first("member", ({ keyAt }) => keyAt),
    );
  });

  it("an entry of a dictionary and its key", async () => {
    await check(
      `{⟦"a": f(1)⟧, **b}`,
      first("object", ({ entries }) => entries[0]?.at),
    );
    await check(
      `{"⟦a⟧": f(1), **b}`,
      first("object", ({ entries }) => entries[0]?.keyAt),
    );
  });

  it("a text with its quotes and prefix", () =>
    check(
      `a(⟦rb"x"⟧)`,
      first("text", ({ at }) => at),
    ));

  it("brackets that group are outside", () =>
    check(
      "x = (⟦a.b⟧)",
      first("member", ({ at }) => at),
    ));

  it("a function: whole, name, parameters and block", async () => {
    const text = "async def f(a, b: int = 1):\n    # first\n    a()\n    return b\n# behind\n";
    await check(
      text.replace("async", "⟦async").replace("b\n#", "b⟧\n#"),
      first("function", ({ at }) => at),
    );
    await check(
      text.replace("def f", "def ⟦f⟧"),
      first("function", ({ nameAt }) => nameAt),
    );
    await check(
      text.replace("b: int = 1", "⟦b: int = 1⟧"),
      first("function", ({ parameters }) => parameters[1]?.at),
    );
    await check(
      text.replace("a()\n    return b", "⟦a()\n    return b⟧"),
      first("function", ({ bodyAt }) => bodyAt),
    );
  });

  it("a declaration with its decorators, its function without", async () => {
    await check("⟦@a\ndef f(): pass⟧", ({ body }) => body[0]?.at);
    await check(
      "@a\n⟦def f(): pass⟧",
      first("function", ({ at }) => at),
    );
  });

  it("the expression of a lambda", () =>
    check(
      "f(lambda x: ⟦x + 1⟧)",
      first("function", ({ bodyAt }) => bodyAt),
    ));

  it("the head of a loop, and the loop without its else", async () => {
    await check(
      "⟦for x in f():⟧\n  a()\nelse:\n  b()",
      statement("loop", ({ headAt }) => headAt),
    );
    await check(
      "⟦for x in f():\n  a()⟧\nelse:\n  b()",
      statement("loop", ({ at }) => at),
    );
    await check(
      "⟦while f():⟧ a()",
      statement("loop", ({ headAt }) => headAt),
    );
  });

  it("the head and block of an except", async () => {
    await check(
      "try: a()\n⟦except (A, B) as e:⟧\n  b()",
      statement("try", ({ catches }) => catches[0]?.headAt),
    );
    await check(
      "try: a()\nexcept A:\n  ⟦b()\n  c()⟧\n",
      statement("try", ({ catches }) => catches[0]?.bodyAt),
    );
    await check(
      "try: a()\n⟦except:\n  b()⟧\nelse: c()",
      statement("try", ({ catches }) => catches[0]?.at),
    );
  });

  it("an elif reaches to the end of the chain", () =>
    check(
      "if a: b()\n⟦elif c: d()\nelse: e()⟧",
      statement("branch", ({ otherwise }) => otherwise[0]?.at),
    ));

  it("an import and its specifier", async () => {
    await check("⟦from a.b import c as d⟧", ({ imports }) => imports[0]?.at);
    await check("from ⟦..a.b⟧ import c", ({ imports }) => imports[0]?.specifierAt);
    await check("import x, ⟦a.b⟧ as c", ({ imports }) => imports[1]?.specifierAt);
    await check("import ⟦a⟧.b", ({ imports }) => imports[0]?.specifierAt);
  });

  it("comments without their marker, wherever they stand", async () => {
    await check("a(\n  ⟦#  one ⟧\n)", ({ comments }) => comments[0]?.at);
    deepStrictEqual(
      (await readsPython("#!/bin/python\n##  one \n#\ndef f(): # two")).comments.map(({ text }) => text),
      ["!/bin/python", "one", "", "two"],
    );
  });

  it("counts signs as the editor does, behind any other sign", async () => {
    await check(
      `a("😀é", ⟦b(1)⟧)`,
      all("call", ({ at }) => at, 1),
    );
    await check(
      `é = "𝒳"  # 😀\n⟦b(1)⟧`,
      first("call", ({ at }) => at),
    );
    await check(
      `x = f"😀{⟦b(1)⟧}"`,
      first("call", ({ at }) => at),
    );
  });

  it("counts both signs of a line break, and the mark at the start of a file", async () => {
    await check(
      "a = 1\r\n\r\ndef f():\r\n    ⟦b(1)⟧\r\n",
      first("call", ({ at }) => at),
    );
    await check(
      "\uFEFFa = 1\n⟦b(1)⟧",
      first("call", ({ at }) => at),
    );
  });
});

type Pick = (module: Module) => Span | undefined;
type Form<Is extends Code["is"]> = Extract<Code, { readonly is: Is }>;

/** Reads the text without the markers; what is picked must be what they enclose. */
async function check(marked: string, pick: Pick): Promise<void> {
  const start = marked.indexOf("⟦");
  const end = marked.indexOf("⟧") - 1;
  deepStrictEqual(pick(await readsPython(marked.replace(/[⟦⟧]/g, ""))), { start, end });
}

/** Something of the piece of code of a form that stands at a position among those of this form, outer ones first. */
function all<Is extends Code["is"]>(is: Is, of: (code: Form<Is>) => Span | undefined, position: number): Pick {
  return ({ body }) => {
    const found = [...everyCodeIn(body)].filter((code): code is Form<Is> => code.is === is)[position];
    return found && of(found);
  };
}

const first = <Is extends Code["is"]>(is: Is, of: (code: Form<Is>) => Span | undefined): Pick => all(is, of, 0);

function statement<Do extends Statement["do"]>(kind: Do, of: (found: Extract<Statement, { readonly do: Do }>) => Span | undefined): Pick {
  return ({ body }) => {
    const found = [...statementsIn(body)].find((each): each is Extract<Statement, { readonly do: Do }> => each.do === kind);
    return found && of(found);
  };
}
