import { reads } from "./javascript.ts";

describe("JavaScript: statements", () => {
  describe("declarations", () => {
    reads("javascript", {
      "of each kind": ["const a = 1; let b = 2, c; var d", "(const a 1)\n(let b 2)\n(let c)\n(let d)"],
      "that take apart": [
        `const { a, b: c, d = e(), "f-g": h = 1, i: { j }, ...k } = l; const [m, , n = o, ...p] = q`,
        "(const {a: a, b: c, d: d=(call e), f-g: h=1, i: {j: j}, ...k} l)\n(const {0: m, 2: n=o, 3: {...p}} q)",
      ],
      "of a list, with holes and a rest": ["const [a, , b, ...[c]] = d", "(const [a - b {*: [c]}] d)"],
      "of a computed field, which may be any": ["const { [a]: b } = c", "(const {*: b} c)"],
      "of functions and classes": [
        "async function a() {} function* b() {} class C {}",
        "(const a (async function a () {}))\n(const b (generator b () {}))\n(const C (class C))",
      ],
    });
  });

  describe("branches", () => {
    reads("javascript", {
      "if, else if, else": ["if (a) b(); else if (c) { d() } else e()", "(if a {(call b)} else {(if c {(call d)} else {(call e)})})"],
      "a switch is a chain, its default last": [
        `switch (a.b) { case "c": d(); break; default: e(); break; case "f": return }`,
        `(if (op === a.b "c") {(call d)} else {(if (op === a.b "f") {(return)} else {(call e)})})`,
      ],
      "cases that share a body": ["switch (a) { case 1: case 2: b(); break }", "(if (|| (op === a 1) (op === a 2)) {(call b)})"],
      "a case that runs into the next may or may not be done there": [
        "switch (a) { case 1: b(); case 2: c(); break; case 3: d() }",
        "(if (|| (op === a 1) (op === a 2)) {(if (other) {(call b)}); (call c)} else {(if (op === a 3) {(call d)})})",
      ],
      "what is switched on is computed once": [
        "switch (a()) { case 1: b(); break; case 2: c() }",
        "(if (op === (call a) 1) {(call b)} else {(if (op === (other) 2) {(call c)})})",
      ],
      "a switch on true has its cases as tests": [
        "switch (true) { case a > 1: b(); break; case c: d() }",
        "(if (op > a 1) {(call b)} else {(if c {(call d)})})",
      ],
      "only the break at the end is no leaving of a loop": [
        "while (a) { switch (b) { case 1: { if (c) break; d(); break } case 2: continue } }",
        "(while a {(if (op === b 1) {(block {(if c {(leave)}); (call d)})} else {(if (op === b 2) {(leave)})})})",
      ],
      "a case of which all ways end does not run into the next": [
        "switch (a) { case 1: if (b) return; else throw c; case 2: d() }",
        "(if (op === a 1) {(if b {(return)} else {(throw c)})} else {(if (op === a 2) {(call d)})})",
      ],
      "a switch without cases": ["switch (a()) {} switch (b) { default: c() }", "(call a)\nb\n(call c)"],
      "a default that shares its body": ["switch (a) { case 1: b(); break; case 2: default: c() }", "(if (op === a 1) {(call b)} else {(call c)})"],
    });
  });

  describe("loops", () => {
    reads("javascript", {
      "for … of, in, await": [
        "for (const { a, b } of c()) d(); for (let e in f) {} async function g() { for await (h of i) j(h) }",
        "(each {a: a, b: b} (call c) {(call d)})\n(each e f {})\n(const g (async function g () {(each-async h i {(call j h)})}))",
      ],
      "into a member": ["for (a.b of c) d()", "(each a.b c {(call d)})"],
      "with a counter": ["for (let i = a(), j; i < b(); i += 2) c()", "(count [i j] (other (call a) (+= i 2)) (op < i (call b)) {(call c)})"],
      "with parts left out": [
        "for (;;) {} for (i = 0;;) {} for (;a;) {} for (;;b()) {}",
        "(count (other) {})\n(count (other (= i 0)) {})\n(count (other) a {})\n(count (other (call b)) {})",
      ],
      "while and do": ["while (await a()) b(); do { c() } while (d())", "(while (await (call a)) {(call b)})\n(while (call d) {(call c)})"],
      "break, continue and labels": ["a: for (const b of c) { continue a; break }", "(block {(each b c {(leave); (leave)})})"],
    });
  });

  describe("tries", () => {
    reads("javascript", {
      "catch and finally": ["try { a() } catch (b) { throw b } finally { c() }", "(try {(call a)} (catch as b {(throw b)}) finally {(call c)})"],
      "catch without a name": ["try { a() } catch { b() }", "(try {(call a)} (catch {(call b)}))"],
      "catch that takes apart": ["try {} catch ({ message }) {}", "(try {} (catch as {message: message} {}))"],
      "finally alone": ["try { a() } finally { b() }", "(try {(call a)} finally {(call b)})"],
    });
    reads("typescript", { "catch with a type": ["try {} catch (a: unknown) { b(a) }", "(try {} (catch as a {(call b a)}))"] });
  });

  describe("blocks", () => {
    reads("javascript", {
      "bare ones, and with": ["{ const a = 1 } with (b()) c()", "(block {(const a 1)})\n(block (use (call b)) {(call c)})"],
      "using opens one that goes on to the end": ["a(); using b = c(), d = e(); f(b)", "(call a)\n(block (use (call c) b) (use (call e) d) {(call f b)})"],
      "await using": ["async function a() { await using b = c(); d() }", "(const a (async function a () {(block (use (call c) b) {(call d)})}))"],
    });
    reads("typescript", {
      "using in TypeScript": ["using a = b(); await using c = d(); e()", "(block (use (call b) a) {(block (use (call d) c) {(call e)})})"],
    });
  });

  describe("others", () => {
    reads("javascript", {
      "return and throw": ["function a() { return; return b; throw new C() }", "(const a (function a () {(return); (return b); (throw (new C))}))"],
      "directives, and what does nothing": [`"use strict"; ; debugger; a()`, `"use strict"\n(call a)`],
      "a first line for the shell": ["#!/usr/bin/env node\na()", "(call a)"],
    });
  });

  describe("TypeScript", () => {
    reads("typescript", {
      "an enum is an object": [`enum A { B, C, D = 5, E, "F g" = "h", I = j(), K }`, `(const A {B: 0, C: 1, D: 5, E: 6, F g: "h", I: (call j), K: (other)})`],
      "a namespace is what it exports": [
        "namespace A { const b = c(); export const d = b; export function e() {} export interface F {} }",
        "(const A (call (function () {(const b (call c)); (const d b); (const e (function e () {})); (return {d: d, e: e})})))",
      ],
      "types are dropped": [
        "type A = B; interface C { d(): void } declare const e: F; declare module 'g' { const h: I } declare global { var j: K } function l(m: N): O; a()",
        "(call a)",
      ],
      "another name for a part of a namespace": ["import A = B.c.D", "(const A B.c.D)"],
      "a definite variable": ["let a!: B; a = c()", "(let a)\n(= a (call c))"],
    });
  });
});
