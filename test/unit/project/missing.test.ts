import { check, sam, samFunction } from "./entries.ts";
import type { Texts } from "./files.ts";

const PYTHON = "Runtime: python3.13, CodeUri: src";
const NODE = "Runtime: nodejs22.x, CodeUri: src";

describe("a handler whose file is missing", () => {
  describe("is said", () => {
    sam(
      "with a test of that name",
      "Runtime: python3.13, CodeUri: ., Handler: app.handler",
      { "src/app.py": "", "tests/app.py": "", "main.py": "" },
      "missing app, nearest src.app.handler",
    );
    sam(
      "with a package that says nonsense",
      `${NODE}, Handler: ap.handler`,
      { "src/app.js": "", "package.json": `{ "scripts": { "build": 1 } }` },
      "missing src/ap, nearest none",
    );
    sam(
      "in a folder that is not there among others with code",
      `Runtime: python3.13, CodeUri: src/orders/, Handler: app.handler`,
      { "src/a/app.py": "", "src/b/app.py": "" },
      "missing src/orders/app, nearest none",
    );
    sam("without anything like it", `${PYTHON}, Handler: app.handler`, { "src/orders.py": "" }, "missing src/app, nearest none");
    sam("with a typo", `${PYTHON}, Handler: ordes.handler`, { "src/orders.py": "", "src/db.py": "" }, "missing src/ordes, nearest orders.handler");
    sam("with the folder written twice", `${NODE}, Handler: src/app.handler`, { "src/app.ts": "" }, "missing src/src/app, nearest app.handler");
    sam(
      "with a folder left out",
      "Runtime: python3.13, CodeUri: ., Handler: app.handler",
      { "src/app.py": "", "main.py": "" },
      "missing app, nearest src.app.handler",
    );
    sam("with two that could be meant", `${PYTHON}, Handler: order.handler`, { "src/orders.py": "", "src/border.py": "" }, "missing src/order, nearest none");
    sam(
      "with commands that build nothing",
      `${NODE}, Handler: ap.handler`,
      { "src/app.js": "", "package.json": `{ "scripts": { "test": "mocha", "lint": "eslint ." } }` },
      "missing src/ap, nearest none",
    );
    sam(
      "in spite of a layer, with a typo",
      `${PYTHON}, Handler: ordes.handler, Layers: ["arn:aws:lambda:eu-west-1:1:layer:x:1"]`,
      { "src/orders.py": "" },
      "missing src/ordes, nearest orders.handler",
    );
  });

  describe("is not said", () => {
    it("where another deployment may name another one", () =>
      check(
        `Parameters: { Name: { Type: String, Default: ordes.handler } }\n${samFunction(`${PYTHON}, Handler: !Ref Name`)}`,
        { "src/orders.py": "" },
        "? the module that the handler of Fn names was not found: another deployment may name another one",
      ));
    silent("where the folder is not there", `${PYTHON}, Handler: app.handler`, {}, "no code stands in that folder");
    silent(
      "where the folder is not there, and little beside it",
      "Runtime: python3.13, CodeUri: src/orders/, Handler: app.handler",
      { "src/a/app.py": "" },
      "no code stands in that folder",
    );
    silent("where no code stands in it", `${PYTHON}, Handler: app.handler`, { "src/README.md": "", "src/test_x.py": "" }, "no code stands in that folder");
    silent(
      "where a package is built",
      `${NODE}, Handler: ap.handler`,
      { "src/app.js": "", "package.json": `{ "scripts": { "build": "node make" } }` },
      "the script build of package.json may write it",
    );
    silent(
      "where a command copies",
      `${NODE}, Handler: ap.handler`,
      { "src/app.js": "", "package.json": `{ "scripts": { "prepare": "cp a b" } }` },
      "the script prepare of package.json may write it",
    );
    silent("where something else builds", `${PYTHON}, Handler: ordes.handler`, { "src/orders.py": "", Makefile: "" }, "Makefile may write it");
    silent("where a script of the shell builds", `${PYTHON}, Handler: ordes.handler`, { "src/orders.py": "", "build.sh": "" }, "build.sh may write it");
    silent(
      "where the compiler writes elsewhere",
      `${NODE}, Handler: ap.handler`,
      { "src/app.ts": "", "tsconfig.json": `{ "compilerOptions": { "outDir": "x" } }` },
      "the TypeScript compiler may write it",
    );
    silent(
      "where Git ignores it",
      `${PYTHON}, Handler: ordes.handler`,
      { "src/orders.py": "", ".gitignore": "src/ordes.py\n" },
      "Git ignores it, so a build may write it",
    );
    silent("where it may be output", "Runtime: nodejs22.x, CodeUri: lib, Handler: ap.handler", { "lib/app.js": "" }, "a build may write it");
    silent(
      "where a layer may have it",
      `${PYTHON}, Handler: app.handler, Layers: ["arn:aws:lambda:eu-west-1:1:layer:x:1"]`,
      { "src/orders.py": "" },
      "it may be in a layer",
    );
    silent(
      "where a wrapper may load it",
      `${PYTHON}, Handler: ordes.handler, Environment: { Variables: { AWS_LAMBDA_EXEC_WRAPPER: /opt/x } }`,
      { "src/orders.py": "" },
      "a wrapper of a layer may load it",
    );
    silent(
      "where the variables are not all known",
      `${PYTHON}, Handler: ordes.handler, Environment: { Variables: { A: b, Fn::Transform: { Name: AWS::Include } } }`,
      { "src/orders.py": "" },
      "its variables are not all known",
    );
    silent(
      "where the runtime is not known",
      "Runtime: !ImportValue x, CodeUri: src, Handler: ordes.handler",
      { "src/orders.py": "" },
      "its runtime is not known",
    );
    sam(
      "where not all was read",
      `${PYTHON}, Handler: ordes.handler`,
      { "src/orders.py": "", "package.json": undefined },
      "?  was not read yet".replace("?  ", "? the module that the handler of Fn names was not found:  "),
    );
  });
});

function silent(title: string, properties: string, texts: Texts, reason: string): void {
  sam(title, properties, texts, `? the module that the handler of Fn names was not found: ${reason}`);
}
