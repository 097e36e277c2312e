import { deepStrictEqual } from "node:assert";
import { entryOf } from "../../../server/src/project/entry/entry-of.ts";
import { graphOf } from "../templates.ts";
import { filesOf, type Texts, WORKSPACE } from "./files.ts";

describe("from a function to its code", () => {
  describe("a folder and a handler", () => {
    sam("a module of the folder", "Runtime: nodejs22.x, CodeUri: src/, Handler: app.handler", { "src/app.js": "" }, "src/app.js handler");
    sam(
      "a module below the folder",
      "Runtime: nodejs22.x, CodeUri: ., Handler: src/orders/app.handler",
      { "src/orders/app.mjs": "" },
      "src/orders/app.mjs handler",
    );
    sam("no folder: that of the template", "Runtime: python3.13, Handler: app.handler", { "app.py": "" }, "app.py handler");
    sam(
      "a folder above the template's, in the workspace",
      "Runtime: python3.13, CodeUri: ../project/src, Handler: app.handler",
      { "src/app.py": "" },
      "src/app.py handler",
    );
    sam(
      "TypeScript that a compiler translates in place",
      "Runtime: nodejs22.x, CodeUri: src, Handler: app.handler",
      { "src/app.ts": "", "src/app.js": "" },
      "src/app.ts handler, built",
    );
    sam(
      "Python's folders divided by dots",
      "Runtime: python3.13, CodeUri: ., Handler: src.orders.app.handler",
      { "src/orders/app.py": "" },
      "src/orders/app.py handler",
    );
    sam("a package of Python", "Runtime: python3.13, CodeUri: ., Handler: orders.handler", { "orders/__init__.py": "" }, "orders/__init__.py handler");
    sam("a folder with an index", "Runtime: nodejs22.x, CodeUri: ., Handler: orders.handler", { "orders/index.js": "" }, "orders/index.js handler");
    sam("an object of the module", "Runtime: nodejs22.x, Handler: app.orders.create", { "app.js": "" }, "app.js orders.create");
    sam("a file with a dot in its name", "Runtime: nodejs22.x, Handler: app.lambda.handler", { "app.lambda.js": "" }, "app.lambda.js handler");
    sam("not read yet", "Runtime: nodejs22.x, CodeUri: src/, Handler: app.handler", { "src/app.js": undefined }, "? src/ was not read yet");
  });
});

/** One function of SAM in `template.yaml`, the files beside it, and the answer: file, export and `built`, or `? reason`. */
function sam(title: string, properties: string, texts: Texts, expected: string): void {
  it(title, () =>
    check(`Transform: AWS::Serverless-2016-10-31\nResources:\n  Fn: { Type: AWS::Serverless::Function, Properties: { ${properties} } }`, texts, expected),
  );
}

function check(text: string, texts: Texts, expected: string): void {
  const fn = graphOf(text).all("function")[0];
  if (!fn) throw new Error("The template has no function.");
  const found = entryOf(fn, filesOf({ "template.yaml": text, ...texts }).files);
  deepStrictEqual(spelled(found), expected);
}

function spelled(found: ReturnType<typeof entryOf>): string {
  if (!found.known) return `? ${found.reason}`;
  if (found.value.is === "missing") return `missing ${found.value.missing.wanted}, nearest ${found.value.missing.nearest ?? "none"}`;
  const { source, exportName, built } = found.value.entry;
  return `${source.place.uri.slice(WORKSPACE.length)} ${exportName}${built ? ", built" : ""}`;
}
