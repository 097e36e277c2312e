import { deepStrictEqual } from "node:assert";
import { chmodSync, symlinkSync } from "node:fs";
import { join, relative } from "node:path";
import { getuid } from "node:process";
import { walk } from "../../../server/src/hosts/cli/walk.ts";
import { inFolder } from "./folder.ts";

describe("files of a folder", () => {
  it("are those that may hold a template, in order of their names", () =>
    check(
      ["b.yml", "a.yaml", "c.json", "d.template", "e.ts", "README.md", "sub/a.YAML", "f.jsonc"],
      ["a.yaml", "b.yml", "c.json", "d.template", "f.jsonc", "sub/a.YAML"],
    ));

  it("leave out what other tools made", () =>
    check(
      ["node_modules/a.yaml", "x/node_modules/b.yaml", ".aws-sam/build/a.yaml", "cdk.out/a.json", ".serverless/a.json", ".git/a.json", "a.yaml"],
      ["a.yaml"],
    ));

  it("include hidden files and folders", () => check([".config/a.yaml", ".a.yaml"], [".a.yaml", ".config/a.yaml"]));

  describe("obey .gitignore", () => {
    it("in the folder", () =>
      inFolder(
        {
          ".gitignore": "*.out.yaml\n/build/\n!kept.out.yaml\n",
          "a.yaml": "",
          "b.out.yaml": "",
          "kept.out.yaml": "",
          "build/c.yaml": "",
          "sub/build/d.yaml": "",
        },
        (folder) => deepStrictEqual(names(folder), ["a.yaml", "kept.out.yaml", "sub/build/d.yaml"]),
      ));

    it("in deeper folders, which decide before the outer ones", () =>
      inFolder(
        { ".gitignore": "*.yaml\n", "a.yaml": "", "sub/.gitignore": "!a.yaml\nb.json\n", "sub/a.yaml": "", "sub/b.json": "", "sub/c.yaml": "" },
        (folder) => deepStrictEqual(names(folder), ["sub/a.yaml"]),
      ));

    it("of the repository around the folder", () =>
      inFolder({ ".git/": "", ".gitignore": "secret.yaml\n", "sub/secret.yaml": "", "sub/a.yaml": "" }, (folder) =>
        deepStrictEqual(names(join(folder, "sub")), ["a.yaml"]),
      ));

    it("but not where the folder itself is ignored, since somebody named it", () =>
      inFolder({ ".git/": "", ".gitignore": "build/\n", "build/a.yaml": "", "cdk.out/a.json": "" }, (folder) => {
        deepStrictEqual(names(join(folder, "build")), ["a.yaml"]);
        deepStrictEqual(names(join(folder, "cdk.out")), ["a.json"]);
      }));
  });

  describe("with symbolic links", () => {
    it("do not go round in circles", () =>
      inFolder({ "sub/a.yaml": "" }, (folder) => {
        symlinkSync(folder, join(folder, "sub", "loop"));
        symlinkSync("self.yaml", join(folder, "self.yaml"));
        deepStrictEqual(names(folder), ["sub/a.yaml"]);
      }));

    it("count a file once", () =>
      inFolder({ "a.yaml": "", "z/": "" }, (folder) => {
        symlinkSync(join(folder, "a.yaml"), join(folder, "z", "linked.yaml"));
        deepStrictEqual(names(folder), ["a.yaml"]);
      }));

    it("follow a link to a file elsewhere", () =>
      inFolder({ "here/": "", "there/a.yaml": "" }, (folder) => {
        symlinkSync(join(folder, "there", "a.yaml"), join(folder, "here", "linked.yaml"));
        deepStrictEqual(names(join(folder, "here")), ["linked.yaml"]);
      }));
  });

  it("may have any name where they are named themselves, and each counts once", () =>
    inFolder({ "stack.txt": "", "a.yaml": "" }, (folder) => {
      const { files, missing } = walk([join(folder, "stack.txt"), folder, join(folder, "a.yaml"), join(folder, "gone.yaml")]);
      deepStrictEqual(
        files.map((path) => relative(folder, path)),
        ["stack.txt", "a.yaml"],
      );
      deepStrictEqual(missing, [join(folder, "gone.yaml")]);
    }));

  it("are told about where a folder cannot be read", function () {
    // The superuser may read everything.
    if (getuid?.() === 0) this.skip();
    return inFolder({ "closed/a.yaml": "", "b.yaml": "" }, (folder) => {
      chmodSync(join(folder, "closed"), 0);
      const { unreadable } = walk([folder]);
      chmodSync(join(folder, "closed"), 0o700);
      deepStrictEqual(unreadable, [{ path: join(folder, "closed"), why: "The folder cannot be read." }]);
    });
  });
});

function check(paths: readonly string[], expected: readonly string[]): Promise<void> {
  return inFolder(Object.fromEntries(paths.map((path) => [path, ""])), (folder) => deepStrictEqual(names(folder), expected));
}

const names = (folder: string): readonly string[] => walk([folder]).files.map((path) => relative(folder, path).replaceAll("\\", "/"));
