import type { Texts } from "./files.ts";
import { check } from "./imports.ts";

const from = (file: string) => (title: string, specifier: string, texts: Texts, expected: string, roots?: readonly string[]) =>
  it(`${title}: ${specifier}`, () => check("javascript", [file, specifier], texts, expected, roots));

describe("imports of JavaScript and TypeScript", () => {
  describe("of a file beside", () => {
    const beside = from("src/orders/app.ts");
    beside("without an extension", "./db", { "src/orders/db.ts": "" }, "src/orders/db.ts");
    beside("above", "../lib/db", { "src/lib/db.js": "" }, "src/lib/db.js");
    beside("with its extension", "./db.mjs", { "src/orders/db.mjs": "" }, "src/orders/db.mjs");
    beside("with the extension of the output", "./db.js", { "src/orders/db.ts": "" }, "src/orders/db.ts");
    beside("with a dot in its name", "./db.client", { "src/orders/db.client.ts": "" }, "src/orders/db.client.ts");
    beside("a folder", "./db", { "src/orders/db/index.ts": "" }, "src/orders/db/index.ts");
    beside(
      "a folder with a package of its own",
      "./db",
      { "src/orders/db/package.json": `{ "main": "lib/main.js" }`, "src/orders/db/lib/main.js": "" },
      "src/orders/db/lib/main.js",
    );
    beside("the folder itself", "..", { "src/index.ts": "" }, "src/index.ts");
    beside("a file rather than a folder", "./db", { "src/orders/db/index.ts": "", "src/orders/db.ts": "" }, "src/orders/db.ts");
    beside("that is not there", "./db", {}, "? ./db was not found");
    beside("that holds no code", "./events.json", { "src/orders/events.json": "{}" }, "? events.json holds no code");
    beside("that declares types alone", "./types", { "src/orders/types.d.ts": "" }, "? types.d.ts holds no code");
    beside("that says itself to declare types", "./types.d.ts", { "src/orders/types.d.ts": "" }, "? types.d.ts holds no code");
    beside("that others wrote", "../../node_modules/x/y", { "node_modules/x/y.js": "" }, "? ../../node_modules/x/y was not found");
    beside("that was not read yet", "../lib/db", { "src/lib/db.ts": undefined }, "? src/lib/ was not read yet");
    beside("outside of the workspace", "../../../other/db", {}, "? it lies outside the workspace");
    from("template.yaml")("from inline code", "./db", { "db.js": "" }, "? no files stand beside inline code, so ./db means nothing");
  });

  describe("of a package", () => {
    const app = from("src/app.ts");
    app("with a scope", "@aws-sdk/client-s3", {}, "package @aws-sdk/client-s3");
    app("a path in it", "aws-sdk/clients/s3", {}, "package aws-sdk");
    app("of Node.js", "node:fs/promises", {}, "package node:fs/promises");
    app("of Node.js without saying so", "fs/promises", {}, "package node:fs/promises");
    app("called like one of Node.js", "punycode/", {}, "package punycode");
    app("that is no name", "https://x.example/a.js", {}, "? https://x.example/a.js was not found");
    from("template.yaml")(
      "from inline code, where no compiler is",
      "lib/db",
      { "tsconfig.json": `{ "compilerOptions": { "baseUrl": "." } }`, "lib/db.ts": "" },
      "package lib",
    );
    from("template.yaml")("from inline code", "cfn-response", {}, "package cfn-response");
  });

  describe("by the compiler's settings", () => {
    const mapped = (specifier: string, options: string, texts: Texts, expected: string) =>
      from("src/app.ts")("", specifier, { "tsconfig.json": `{ "compilerOptions": { ${options} } }`, ...texts }, expected);
    mapped("@lib/db", `"paths": { "@lib/*": ["./src/lib/*"] }`, { "src/lib/db.ts": "" }, "src/lib/db.ts");
    mapped("@lib/db", `"baseUrl": "src", "paths": { "@lib/*": ["missing/*", "lib/*"] }`, { "src/lib/db.ts": "" }, "src/lib/db.ts");
    mapped(
      "@lib/orders/db",
      `"paths": { "@lib/*": ["./a/*"], "@lib/orders/*": ["./b/*"], "*": ["./c/*"] }`,
      { "a/orders/db.ts": "", "b/db.ts": "" },
      "b/db.ts",
    );
    mapped("config", `"paths": { "config": ["./src/settings.ts"] }`, { "src/settings.ts": "" }, "src/settings.ts");
    mapped("lib/db", `"baseUrl": "./src"`, { "src/lib/db.ts": "" }, "src/lib/db.ts");
    mapped("axios", `"baseUrl": "./src"`, { "src/lib/db.ts": "" }, "package axios");
    mapped("/opt/nodejs/db", `"paths": { "/opt/nodejs/*": ["./layers/common/*"] }`, { "layers/common/db.ts": "" }, "layers/common/db.ts");
    from("src/app.ts")(
      "inherited",
      "@lib/db",
      { "src/tsconfig.json": `{ "extends": ["../base"] }`, "base.json": `{ "compilerOptions": { "paths": { "@lib/*": ["./lib/*"] } } }`, "lib/db.ts": "" },
      "lib/db.ts",
    );
    from("src/app.ts")("not read yet", "axios", { "tsconfig.json": undefined }, "?  was not read yet");
  });

  describe("by the package", () => {
    const own = from("src/app.ts");
    own("a name of its own", "#db", { "package.json": `{ "imports": { "#db": "./src/db.js" } }`, "src/db.ts": "" }, "src/db.ts");
    own(
      "with conditions and a star",
      "#lib/db",
      { "package.json": `{ "imports": { "#lib/*": { "types": "./dist/*.d.ts", "default": "./dist/*.js" } } }`, "src/db.ts": "" },
      "src/db.ts",
    );
    own("another package", "#sdk", { "package.json": `{ "imports": { "#sdk": "@aws-sdk/client-s3" } }` }, "package @aws-sdk/client-s3");
    own("that is not there", "#db", { "package.json": `{ "imports": { "#db": "./src/db.js" } }`, "index.ts": "" }, "? #db was not found");
    own("that it does not have", "#other", { "package.json": `{}` }, "? #other was not found");
    own("by its own name", "@shop/orders/db", { "package.json": `{ "name": "@shop/orders" }`, "db.ts": "" }, "db.ts");
  });

  describe("of a package in the same workspace", () => {
    const ROOT = {
      "package.json": `{ "workspaces": ["packages/*", "libs/shared"] }`,
      "packages/app/package.json": `{ "name": "@shop/app", "dependencies": { "@shop/db": "*" } }`,
    };
    const member = from("packages/app/src/app.ts");
    const db = (json: string, file: string): Texts => ({ ...ROOT, "packages/db/package.json": `{ "name": "@shop/db"${json} }`, [`packages/db/${file}`]: "" });
    member("its source for its output", "@shop/db", db(`, "main": "dist/index.js", "types": "dist/index.d.ts"`, "src/index.ts"), "packages/db/src/index.ts");
    member("what it exports", "@shop/db", db(`, "exports": { ".": { "import": "./lib/main.js" } }`, "src/main.ts"), "packages/db/src/main.ts");
    member("its source as it says", "@shop/db", db(`, "source": "code/start.ts", "main": "dist/x.js"`, "code/start.ts"), "packages/db/code/start.ts");
    member("without a word", "@shop/db", db("", "src/index.ts"), "packages/db/src/index.ts");
    member("a path that it exports", "@shop/db/orders", db(`, "exports": { "./*": "./dist/*.js" }`, "src/orders.ts"), "packages/db/src/orders.ts");
    member("a path in it", "@shop/db/src/orders", db("", "src/orders.ts"), "packages/db/src/orders.ts");
    member(
      "in a folder of another name",
      "@shop/tables",
      { ...ROOT, "libs/shared/package.json": `{ "name": "@shop/tables" }`, "libs/shared/index.ts": "" },
      "libs/shared/index.ts",
    );
    member(
      "of pnpm",
      "@shop/db",
      { ...db("", "index.ts"), "package.json": "{}", "pnpm-workspace.yaml": "packages:\n  - 'packages/**' # all\n" },
      "packages/db/index.ts",
    );
    member("of Lerna", "@shop/db", { ...db("", "index.ts"), "package.json": "{}", "lerna.json": `{ "packages": ["packages/*"] }` }, "packages/db/index.ts");
    member(
      "two levels below",
      "@shop/x",
      {
        ...ROOT,
        "package.json": `{ "workspaces": { "packages": ["packages/**"] } }`,
        "packages/a/x/package.json": `{ "name": "@shop/x" }`,
        "packages/a/x/index.ts": "",
      },
      "packages/a/x/index.ts",
    );
    member(
      "called like its folder in the end",
      "shop-db",
      { ...ROOT, "packages/db/package.json": `{ "name": "shop-db" }`, "packages/db/index.ts": "" },
      "packages/db/index.ts",
    );
    member("whose source is nowhere", "@shop/db", db(`, "main": "dist/start.js"`, "dist/start.js"), "package @shop/db");
    member("that is installed after all", "@shop/other", db("", "index.ts"), "package @shop/other");
    member(
      "by its path",
      "tables",
      {
        "packages/app/package.json": `{ "dependencies": { "tables": "file:../../libs/tables" } }`,
        "libs/tables/package.json": `{ "name": "tables" }`,
        "libs/tables/index.js": "",
      },
      "libs/tables/index.js",
    );
  });

  describe("from the folders of the function", () => {
    const root = from("src/app.js");
    root("a layer", "/opt/nodejs/db", { "layers/common/nodejs/db.js": "" }, "layers/common/nodejs/db.js", ["src/", "layers/common/"]);
    root("a layer that is built", "/opt/nodejs/db", { "layers/common/db.js": "" }, "layers/common/db.js", ["src/", "layers/common/"]);
    root("a layer of others", "/opt/nodejs/db", { "src/db.js": "" }, "? /opt/nodejs/db was not found", ["src/"]);
    root("its own", "lib/db", { "src/lib/db.js": "" }, "src/lib/db.js", ["src/"]);
  });
});
