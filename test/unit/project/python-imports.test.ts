import { deepStrictEqual } from "node:assert";
import { submodule } from "../../../server/src/project/imports/python.ts";
import type { Texts } from "./files.ts";
import { check } from "./imports.ts";

const from =
  (file: string) =>
  (title: string, specifier: string, texts: Texts, expected: string, roots: readonly string[] = ["src/"]) =>
    it(`${title}: ${specifier}`, () => check("python", [file, specifier], texts, expected, roots));

describe("imports of Python", () => {
  describe("relative ones", () => {
    const relative = from("src/orders/app.py");
    relative("a module beside", ".db", { "src/orders/db.py": "" }, "src/orders/db.py");
    relative("a package above", "..shared.db", { "src/shared/db.py": "" }, "src/shared/db.py");
    relative("a package", "..shared", { "src/shared/__init__.py": "" }, "src/shared/__init__.py");
    relative("the package itself", ".", { "src/orders/__init__.py": "" }, "src/orders/__init__.py");
    relative("a folder without a module of its own", "..shared", { "src/shared/db.py": "" }, "? shared is a folder of modules without one of its own");
    relative("that is not there", ".db", {}, "? .db was not found");
    relative("that was not read yet", "..shared.db", { "src/shared/db.py": undefined }, "? src/shared/ was not read yet");
    from("template.yaml")("from inline code", ".db", { "db.py": "" }, "? no files stand beside inline code, so .db means nothing", []);
  });

  describe("absolute ones", () => {
    const absolute = from("src/orders/app.py");
    absolute("a module of the function", "db", { "src/db.py": "" }, "src/db.py");
    absolute("a module of a package", "shared.db", { "src/shared/db.py": "" }, "src/shared/db.py");
    absolute("a module of a layer", "shared.db", { "layer/python/shared/db.py": "" }, "layer/python/shared/db.py", ["src/", "layer/python/"]);
    absolute("the nearest of two", "db", { "src/db.py": "", "layer/python/db.py": "" }, "src/db.py", ["src/", "layer/python/"]);
    absolute("a package in two folders", "shared.db", { "src/shared/x.py": "", "layer/python/shared/db.py": "" }, "layer/python/shared/db.py", [
      "src/",
      "layer/python/",
    ]);
    absolute("a name that hides the standard library", "json", { "src/json.py": "" }, "src/json.py");
    absolute("the standard library", "os.path", {}, "package os");
    absolute("what is installed", "boto3.session", {}, "package boto3");
    absolute("beside the file, where Python does not look", "db", { "src/orders/db.py": "" }, "package db");
    absolute("that should be there", "shared.db", { "src/shared/x.py": "" }, "? shared.db was not found");
    absolute("from a folder that was not read yet", "boto3", { "src/x.py": undefined }, "? src/ was not read yet");
    absolute("that is no name", "a/b", {}, "? a/b is no name of a module");
    from("template.yaml")("from inline code", "boto3", {}, "package boto3", []);
  });

  it("names the module that `from … import` may mean", () =>
    deepStrictEqual([submodule("shared", "db"), submodule(".", "db"), submodule("..shared", "db")], ["shared.db", ".db", "..shared.db"]));
});
