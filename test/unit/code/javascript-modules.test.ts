import { deepStrictEqual, strictEqual } from "node:assert";
import { grammarOf } from "../../../server/src/languages/javascript/grammar.ts";
import { read, reads } from "./javascript.ts";
import { printed } from "./print.ts";

describe("JavaScript: modules", () => {
  describe("imports", () => {
    reads("javascript", {
      "of every kind": [
        `import a, { b, c as d, default as e, "f-g" as h } from "x"; import * as i from "y"; import j, * as k from "z"; import "./w";`,
        `import default of "x" as a
         import b of "x" as b
         import c of "x" as d
         import default of "x" as e
         import f-g of "x" as h
         import * of "y" as i
         import default of "z" as j
         import * of "z" as k
         import * of "./w"`,
      ],
      "of nothing, and with attributes": [`import {} from "x"; import a from "./a.json" with { type: "json" };`, `import default of "./a.json" as a`],
      "by require, which declare": [
        `const { a: b, c } = require("x"), d = require('./y').e; require("z");`,
        `(const {a: b, c: c} (import "x"))\n(const d (import "./y").e)\n(import "z")`,
      ],
    });
    reads("typescript", {
      "of types, whole and by name": [
        `import type A from "a"; import type { B } from "b"; import { type C, D, type E as F } from "c"; import type * as G from "g"; import type from "h";`,
        `import type default of "a" as A
         import type B of "b" as B
         import type C of "c" as C
         import D of "c" as D
         import type E of "c" as F
         import type * of "g" as G
         import default of "h" as type`,
      ],
      "by assignment": [`import a = require("x");`, `import * of "x" as a`],
    });
  });

  describe("exports of ECMAScript modules", () => {
    exports("javascript", {
      "constants have their value, variables their name": ["export const a = 1, b = c(); export let d = 2;", "a = 1\nb = (call c)\nd = d"],
      "what is taken apart has its names": ["export const { a, b: [c], ...d } = e;", "a = a\nc = c\nd = d"],
      "functions and classes": ["export async function a() {} export class B {}", "a = (async function a () {})\nB = (class B)"],
      defaults: ["export default async (a) => b(a);", "default = (async arrow (a) {(return (call b a))})"],
      "a default that is a function": ["export default function handler() {}", "default = (function handler () {})"],
      "a default without a name": ["export default class extends A {}", "default = (class extends A)"],
      "names, and other names": ["const a = 1; export { a, a as b, a as default, a as 'c-d' };", "a = a\nb = a\ndefault = a\nc-d = a"],
      "from other modules": [
        `export { a, default as b, c as default } from "./x"; export * from "./y"; export * as d from "./z";`,
        `a = a of "./x"\nb = default of "./x"\ndefault = c of "./x"\n* = * of "./y"\nd = * of "./z"`,
      ],
    });
    exports("typescript", {
      "no types": [
        `export type A = B; export interface C {} export type { D } from "d"; export { type E, f }; export declare const g: H; export as namespace I;`,
        "f = f",
      ],
      "enums and namespaces": [
        "export enum A { B } export const enum C { D = 2 } export namespace E { export const f = 1 }",
        `A = {B: 0}\nC = {D: 2}\nE = (call (function () {(const f 1); (return {f: f})}))`,
      ],
      "the module as a whole": ["export = { a }", "= = {a: a}"],
      "decorated and abstract classes": ["@a() export class B {} export abstract class C { abstract d(): void }", "B = (@(call a) class B)\nC = (class C)"],
      "one of several signatures": ["export function a(b: string): void; export function a(b: any) {}", "a = (function a (b) {})"],
    });
    reads("javascript", {
      "what is exported is done too": [
        "export const a = b(); export default c();",
        "export a = (call b)\nexport default = (call c)\n(const a (call b))\n(call c)",
      ],
      "a default function is declared": ["export default function a() {}", "export default = (function a () {})\n(const a (function a () {}))"],
    });
  });

  describe("exports of CommonJS", () => {
    exports("javascript", {
      "by name": [`exports.a = 1; module.exports.b = c; exports["d"] = e; module["exports"].f = g;`, "a = 1\nb = c\nd = e\nf = g"],
      "several at once": ["exports.a = exports.b = c; const d = exports.e = f; exports.g = h, exports.i = j;", "a = c\nb = c\ne = f\ng = h\ni = j"],
      "as a whole": ["module.exports = async function a() {}", "= = (async function a () {})"],
      "as an object": [
        `module.exports = { a, b: c.d, e() {}, ...require("./f"), ...g };`,
        `= = {a: a, b: c.d, e: (function e () {}), …, ...(import "./f"), ...g}\na = a\nb = c.d\ne = (function e () {})\n* = * of "./f"`,
      ],
      "of both names": ["exports = module.exports = { a }", "= = {a: a}\na = a"],
      "of another module": [`module.exports = require("./a");`, `= = (import "./a")`],
      "into what is exported": [`Object.assign(exports, { a }, require("./b"));`, `a = a\n* = * of "./b"`],
      "not what is only like it": ["exports.a += 1; other.exports = 1; a.exports.b = 2; exports.c.d = 3; function f() { return exports.g }", ""],
    });
  });

  describe("exports as compilers write them", () => {
    exports("javascript", {
      TypeScript: [
        `"use strict";
         Object.defineProperty(exports, "__esModule", { value: true });
         exports.handler = exports.other = void 0;
         const client_1 = require("client");
         Object.defineProperty(exports, "a", { enumerable: true, get: function () { return client_1.a; } });
         __exportStar(require("./b"), exports);
         tslib_1.__exportStar(require("./c"), exports);
         const handler = async () => {};
         exports.handler = handler;
         exports.default = handler;`,
        `a = client_1.a\n* = * of "./b"\n* = * of "./c"\nhandler = handler\ndefault = handler`,
      ],
      esbuild: [
        `var src_exports = {};
         __export(src_exports, { handler: () => handler, a: () => import_x.a });
         module.exports = __toCommonJS(src_exports);
         __reExport(src_exports, require("./b"), module.exports);
         0 && (module.exports = { handler });`,
        `handler = handler\na = import_x.a\n= = (call __toCommonJS src_exports)\n* = * of "./b"`,
      ],
    });
  });

  it("knows its grammar by the address", () => {
    const grammars = ["a.js", "a.MJS", "a.cjs", "a.jsx", "a.ts", "a.mts", "a.cts", "a.tsx", "a.d.ts", "a.d.mts", "a.json", "a.py", "js", "a.test.ts"].map(
      (name) => grammarOf(`file:///${name}`) ?? "-",
    );
    strictEqual(grammars.join(" "), "javascript javascript javascript javascript typescript typescript typescript tsx - - - - - typescript");
  });
});

/** A test for each row, of the exports alone. */
function exports(grammar: "javascript" | "typescript", table: Readonly<Record<string, readonly [source: string, expected: string]>>): void {
  for (const [name, [source, expected]] of Object.entries(table)) {
    it(name, async () => {
      const module = await read(source, grammar);
      const found = printed({ ...module, imports: [], body: [] }).split("\n");
      deepStrictEqual(found, expected === "" ? [""] : expected.split("\n").map((line) => `export ${line}`));
    });
  }
}
