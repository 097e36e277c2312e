import { deepStrictEqual } from "node:assert";
import { entryOf } from "../../../server/src/project/entry/entry-of.ts";
import { graphOf } from "../templates.ts";
import { check, sam, samFunction } from "./entries.ts";
import { filesOf, WORKSPACE } from "./files.ts";

const NODE = "Runtime: nodejs22.x";
const PYTHON = "Runtime: python3.13";

describe("from a function to its file", () => {
  describe("the folder", () => {
    sam("one below the template", `${NODE}, CodeUri: src/, Handler: app.handler`, { "src/app.js": "" }, "src/app.js handler");
    sam("that of the template", `${NODE}, CodeUri: ./, Handler: src/orders/app.handler`, { "src/orders/app.mjs": "" }, "src/orders/app.mjs handler");
    sam("none: that of the template", `${PYTHON}, Handler: app.handler`, { "app.py": "" }, "app.py handler");
    sam("one that is reached from above", `${PYTHON}, CodeUri: ../project/src, Handler: app.handler`, { "src/app.py": "" }, "src/app.py handler");
    sam(
      "one with odd letters",
      `${PYTHON}, CodeUri: "my src (old)", Handler: app.handler`,
      { "my src (old)/app.py": "" },
      "my%20src%20%28old%29/app.py handler",
    );
    sam("outside of the workspace", `${NODE}, CodeUri: ../other, Handler: app.handler`, {}, "? the code of Fn lies outside the workspace");
    sam("an archive", `${NODE}, CodeUri: app.zip, Handler: app.handler`, {}, "? the code of Fn does not come from a folder");
    sam("an address of S3", `${NODE}, CodeUri: s3://code/app, Handler: app.handler`, {}, "? the code of Fn does not come from a folder");
    sam("a file", `${PYTHON}, CodeUri: src/app.py, Handler: app.handler`, { "src/app.py": "" }, "src/app.py handler");
    sam("a bucket", `${NODE}, CodeUri: { Bucket: code, Key: app }, Handler: app.handler`, {}, "? the code of Fn comes from a bucket");
    sam(
      "one that only deployment knows",
      `${NODE}, CodeUri: !ImportValue code, Handler: app.handler`,
      {},
      "? where the code of Fn stands is not known: it is imported from another stack",
    );
    sam(
      "what others wrote",
      `${NODE}, Handler: node_modules/lib/app.handler`,
      { "node_modules/lib/app.js": "" },
      "? the handler of Fn stands among what others wrote or a build made",
    );

    it("from Globals", () =>
      check(
        `Globals: { Function: { Runtime: python3.13, CodeUri: src/ } }\n${samFunction("Handler: app.handler")}`,
        { "src/app.py": "" },
        "src/app.py handler",
      ));
    it("of a function of CloudFormation", () =>
      check(
        "Resources: { Fn: { Type: AWS::Lambda::Function, Properties: { Runtime: python3.13, Handler: app.handler, Code: src } } }",
        { "src/app.py": "" },
        "src/app.py handler",
      ));
    it("none, of a function of CloudFormation", () =>
      check(
        "Resources: { Fn: { Type: AWS::Lambda::Function, Properties: { Runtime: python3.13, Handler: app.handler } } }",
        { "app.py": "" },
        "? the code of Fn does not come from a folder",
      ));
  });

  describe("the module", () => {
    sam("Python's folders divided by dots", `${PYTHON}, CodeUri: ., Handler: src.orders.app.handler`, { "src/orders/app.py": "" }, "src/orders/app.py handler");
    sam(
      "Python's folders divided by slashes",
      `${PYTHON}, CodeUri: ., Handler: src/orders/app.handler`,
      { "src/orders/app.py": "" },
      "src/orders/app.py handler",
    );
    sam("a package of Python", `${PYTHON}, CodeUri: ., Handler: orders.handler`, { "orders/__init__.py": "" }, "orders/__init__.py handler");
    sam("a folder with an index", `${NODE}, CodeUri: ., Handler: orders.handler`, { "orders/index.js": "" }, "orders/index.js handler");
    sam("an object of the module", `${NODE}, Handler: app.orders.create`, { "app.js": "" }, "app.js orders.create");
    sam("a dot in the name of the file", `${NODE}, Handler: src/app.lambda.handler`, { "src/app.lambda.js": "" }, "src/app.lambda.js handler");
    sam("TypeScript beside its output", `${NODE}, Handler: app.handler`, { "app.ts": "", "app.js": "" }, "app.ts handler, built");
    sam("no module", `${NODE}, Handler: handler`, {}, "? the handler of Fn names no module of its own code");
    sam("no handler", NODE, {}, "? Fn names no handler");
    sam("one that Node.js refuses", `${NODE}, Handler: ../app.handler`, { "app.js": "" }, "? the handler of Fn names no module of its own code");
    sam("one that only deployment knows", `${NODE}, Handler: !ImportValue name`, {}, "? the handler of Fn is not known: it is imported from another stack");
  });

  describe("the runtime", () => {
    sam("newer than the tables", "Runtime: python4.2, Handler: app.handler", { "app.py": "" }, "app.py handler");
    sam("not read", "Runtime: java21, Handler: app.handler", { "app.py": "" }, "? code for java21 is not read");
    sam("known at deployment only: the file tells", "Runtime: !ImportValue runtime, Handler: app.handler", { "app.py": "" }, "app.py handler");
    sam(
      "of the other language",
      `${NODE}, Handler: app.handler`,
      { "app.py": "", Makefile: "" },
      "? the module that the handler of Fn names was not found: no code stands in that folder",
    );
  });

  describe("the file", () => {
    sam("not read yet", `${NODE}, CodeUri: src/, Handler: app.handler`, { "src/app.js": undefined }, "? src/ was not read yet");
    sam("minified", `${NODE}, Handler: app.handler`, { "app.js": `x=1;${"y=2;".repeat(2000)}` }, "? its code is generated or minified");
    sam("too long", `${NODE}, Handler: app.handler`, { "app.js": "y=2;\n".repeat(300_000) }, "? its code is generated or minified");
  });

  it("asks for one listing and one text", () => {
    const { files, asked } = filesOf({ "src/orders/app.js": "" });
    const [fn] = graphOf(samFunction(`${NODE}, CodeUri: src/, Handler: orders/app.handler`)).all("function");
    if (fn) entryOf(fn, files);
    deepStrictEqual([...new Set(asked)], [`${WORKSPACE}src/orders/`, `${WORKSPACE}src/orders/app.js`]);
  });

  it("says from where imports are resolved: the code's folder, then the layers of this template", () => {
    const layer = (name: string, content: string, metadata = "") =>
      `  ${name}: { Type: AWS::Serverless::LayerVersion, Properties: { ContentUri: ${content} }${metadata} }\n`;
    const text = `${samFunction(`${PYTHON}, CodeUri: src/, Handler: app.handler, Layers: [!Ref Plain, "arn:aws:lambda:eu-west-1:1:layer:x:1", !Ref Built]`)}${layer("Plain", "layers/plain")}${layer("Built", "layers/built", ", Metadata: { BuildMethod: python3.13 }")}`;
    const [fn] = graphOf(text).all("function");
    const found = fn && entryOf(fn, filesOf({ "src/app.py": "" }).files);
    deepStrictEqual(found?.known && found.value.is === "entry" && found.value.entry.roots.map((root) => root.slice(WORKSPACE.length)), [
      "src/",
      "layers/plain/python/",
      "layers/built/python/",
      "layers/built/",
    ]);
  });
});
