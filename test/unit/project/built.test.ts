import { check, sam, samFunction } from "./entries.ts";
import type { Texts } from "./files.ts";

const NODE = "Runtime: nodejs22.x";
const TSCONFIG = (options: string, more = "") => `{ ${more} // Comments are allowed.\n "compilerOptions": { ${options}, }, }`;

describe("from what a build makes to its source", () => {
  describe("the compiler's settings", () => {
    sam(
      "rootDir and outDir",
      `${NODE}, CodeUri: output/, Handler: app.handler`,
      { "tsconfig.json": TSCONFIG(`"rootDir": "code", "outDir": "output"`), "code/app.ts": "" },
      "code/app.ts handler, built",
    );
    sam(
      "outDir alone",
      `${NODE}, CodeUri: ., Handler: output/orders/app.handler`,
      { "tsconfig.json": TSCONFIG(`"outDir": "./output"`), "src/orders/app.ts": "" },
      "src/orders/app.ts handler, built",
    );
    sam(
      "by a chain of files, each of whose paths count from itself",
      `${NODE}, CodeUri: api/output, Handler: app.handler`,
      {
        "api/tsconfig.json": `{ "extends": "../base/tsconfig.base" }`,
        "base/tsconfig.base.json": TSCONFIG(`"rootDir": "../api/code", "outDir": "../api/output"`),
        "api/code/app.ts": "",
      },
      "api/code/app.ts handler, built",
    );
    sam(
      "a folder that is said for whoever extends",
      `${NODE}, CodeUri: api/output, Handler: app.handler`,
      {
        "api/tsconfig.json": `\uFEFF{ "extends": "../base" }`,
        "base.json": TSCONFIG('"rootDir": "${configDir}/code", "outDir": "${configDir}/output"'),
        "api/code/app.ts": "",
      },
      "api/code/app.ts handler, built",
    );
    sam(
      "files that extend each other",
      `${NODE}, CodeUri: output, Handler: app.handler`,
      { "tsconfig.json": `{ "extends": "./tsconfig.json" }`, Makefile: "", "output/x.js": "" },
      "? the module that the handler of Fn names was not found: a build may write it",
    );
  });

  describe("conventions", () => {
    const dist = (title: string, handler: string, file: string) =>
      sam(title, `${NODE}, CodeUri: ./dist, Handler: ${handler}`, { [file]: "", "dist/app.js": "" }, `${file} handler, built`);
    dist("src for dist", "app.handler", "src/app.ts");
    dist("beside dist", "app.handler", "app.ts");
    dist("JavaScript that is bundled", "app.handler", "src/app.js");
    dist("a folder that a bundler makes of a file", "create/index.handler", "src/create.ts");
    dist("the only file of that name below", "create-order/index.handler", "src/functions/orders/create-order.ts");
    dist("the only path that ends so", "orders/create.handler", "src/functions/orders/create.ts");
    sam(
      "dist in the handler",
      `${NODE}, Handler: packages/orders/dist/app.handler`,
      { "packages/orders/src/app.ts": "" },
      "packages/orders/src/app.ts handler, built",
    );
    sam(
      "the only one that is no test",
      `${NODE}, CodeUri: dist, Handler: create.handler`,
      { "functions/orders/create.ts": "", "test/orders/create.ts": "", "dist/create.js": "" },
      "functions/orders/create.ts handler, built",
    );
    sam(
      "output below output",
      `${NODE}, CodeUri: dist/lib, Handler: app.handler`,
      { "dist/app.js": "" },
      "? the code of Fn is the output of a build, and its source was not found",
    );
    sam("a source in lib", `${NODE}, CodeUri: lib, Handler: app.handler`, { "lib/app.js": "", "src/app.js": "" }, "lib/app.js handler");
    sam("output in lib", `${NODE}, CodeUri: lib, Handler: app.handler`, { "src/app.ts": "" }, "src/app.ts handler, built");
    sam(
      "two files of that name",
      `${NODE}, CodeUri: dist, Handler: create.handler`,
      { "src/a/create.ts": "", "src/b/create.ts": "" },
      "? the code of Fn is the output of a build, and its source was not found",
    );
    sam(
      "output that is checked in",
      `${NODE}, CodeUri: dist, Handler: app.handler`,
      { "dist/app.js": "" },
      "? the code of Fn is the output of a build, and its source was not found",
    );
    it("a workspace below a folder called build", () =>
      check(samFunction(`${NODE}, CodeUri: src, Handler: app.handler`), { "src/app.js": "" }, "src/app.js handler"));
  });

  describe("what a bundler is told", () => {
    const told = (title: string, name: string, text: string, handler = "create.handler") =>
      sam(
        title,
        `${NODE}, CodeUri: dist, Handler: ${handler}`,
        { [name]: text, "code/orders/make.ts": "", "code/orders/create.ts": "", "other/create.ts": "" },
        `code/orders/${text.includes("make.ts") ? "make" : "create"}.ts handler, built`,
      );
    told(
      "a command with one output",
      "package.json",
      `{ "scripts": { "build": "tsc --noEmit && esbuild code/orders/make.ts --bundle --outfile=dist/create.js" } }`,
    );
    told("a command with a pattern", "package.json", `{ "scripts": { "build": "esbuild code/orders/*.ts --bundle --outdir=dist" } }`);
    told("entries of webpack", "webpack.config.js", `module.exports = { entry: { create: "./code/orders/make.ts" }, output: { path: "dist" } };`);
    told("entry points in a list", "esbuild.mjs", `await build({ entryPoints: ['code/orders/create.ts', 'code/orders/other.ts'], outdir: 'dist' });`);
    told("entry points by a pattern", "esbuild.config.ts", "build({ entryPoints: [`code/**/*.ts`] })", "orders/create.handler");
  });

  describe("SAM's esbuild", () => {
    const points = (title: string, properties: string, entryPoints: string, texts: Texts, expected: string) =>
      it(title, () => check(samFunction(`${NODE}, ${properties}`, `BuildMethod: esbuild, BuildProperties: { EntryPoints: ${entryPoints} }`), texts, expected));
    points(
      "an entry point in a folder",
      "CodeUri: api, Handler: create.handler",
      "[src/orders/create.ts]",
      { "api/src/orders/create.ts": "" },
      "api/src/orders/create.ts handler, built",
    );
    points(
      "several, by their paths",
      "Handler: b/app.handler",
      "[src/a/app.ts, src/b/app.ts]",
      { "src/a/app.ts": "", "src/b/app.ts": "" },
      "src/b/app.ts handler, built",
    );
    points("JavaScript", "Handler: app.handler", "[./app.js]", { "app.js": "" }, "app.js handler, built");
    points(
      "two of that name",
      "Handler: app.handler",
      "[a/src/app.ts, b/src/app.ts]",
      { "a/src/app.ts": "", "b/src/app.ts": "" },
      "? the module that the handler of Fn names was not found: a build of its own makes it",
    );
    points(
      "none of that name",
      "Handler: app.handler",
      "[src/main.ts]",
      { "src/main.ts": "" },
      "? the module that the handler of Fn names was not found: a build of its own makes it",
    );
    points("known at deployment only", "Handler: app.handler", "[!ImportValue x]", {}, "? an entry point of esbuild is known at deployment only");
    it("a build that is not known: the file tells", () =>
      check(samFunction("Runtime: python3.13, Handler: app.handler", "BuildMethod: !ImportValue x"), { "app.py": "" }, "app.py handler"));
    it("a makefile", () =>
      check(samFunction("Runtime: python3.13, CodeUri: src, Handler: app.handler", "BuildMethod: makefile"), { "src/app.py": "" }, "src/app.py handler"));
  });
});
