import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { ROOT } from "../generate/root.ts";
import { contentChange, keystrokesIn, typed } from "./keystrokes.ts";
import { LanguageServer } from "./language-server.ts";
import { parsing } from "./machine.ts";
import { label, median, percentile, type Row, row } from "./rows.ts";
import type { Template } from "./templates.ts";

export const SERVER = join(ROOT, "dist", "server.js");
/** A folder without files beside the template: what is wanted is absent, and found so at once. */
export const FOLDER = pathToFileURL(join(ROOT, "dist", "bench")).href;
export const uriOf = (index: number): string => `${FOLDER}/${index}/template.yaml`;

const STROKES = 100;
/** The first letters find cold code. */
const WARM_UP = 20;

/** The time from a letter typed to its diagnostics, over the protocol. */
export async function keystrokeRows({ name, text }: Template, goal: { readonly milliseconds: number; readonly share?: number }): Promise<readonly Row[]> {
  const server = new LanguageServer(SERVER);
  await server.initialize(FOLDER);
  server.open(uriOf(0), text);
  await server.diagnostics(uriOf(0));
  const times = await type(server, uriOf(0), text, STROKES + WARM_UP);
  await server.close();
  const measured = median(times.slice(WARM_UP));
  const what = `keystroke → diagnostics, median: ${label(name, text)}`;
  const rows = [row(what, measured, "ms", goal.milliseconds), row("  95th percentile", percentile(times.slice(WARM_UP), 0.95), "ms")];
  if (goal.share === undefined) return rows;
  const parse = median(Array.from({ length: 5 }, () => parsing(text)));
  return [...rows, row("  one parseDocument of `yaml` over the same text", parse, "ms"), row("  share of it", (100 * measured) / parse, "%", 100 * goal.share)];
}

/** Types letters one after the other, each once the diagnostics of the last are there; answers the milliseconds of each. */
export async function type(server: LanguageServer, uri: string, text: string, count: number, from = 2): Promise<readonly number[]> {
  const times: number[] = [];
  let now = text;
  let version = from;
  for (const stroke of keystrokesIn(text, count)) {
    const change = contentChange(now, stroke);
    now = typed(now, stroke);
    const started = performance.now();
    server.notify("textDocument/didChange", { textDocument: { uri, version: version++ }, contentChanges: [change] });
    await server.diagnostics(uri);
    times.push(performance.now() - started);
  }
  return times;
}

/** The time from starting the server to the first diagnostics. */
export async function startRow({ name, text }: Template, goal: number): Promise<readonly Row[]> {
  const times: number[] = [];
  for (let round = 0; round < 5; round += 1) {
    const started = performance.now();
    const server = new LanguageServer(SERVER);
    await server.initialize(FOLDER);
    server.open(uriOf(0), text);
    await server.diagnostics(uriOf(0));
    times.push(performance.now() - started);
    await server.close();
  }
  return [row(`server start → first diagnostics, median of 5: ${label(name, text)}`, median(times), "ms", goal)];
}

/** The time from opening a template to its diagnostics, by a server that has done nothing before. */
export async function wholeRow({ name, text }: Template, goal: number): Promise<readonly Row[]> {
  const server = new LanguageServer(SERVER);
  await server.initialize(FOLDER);
  const started = performance.now();
  server.open(uriOf(0), text);
  const found = await server.diagnostics(uriOf(0));
  const seconds = (performance.now() - started) / 1000;
  await server.close();
  return [row(`whole review, ${found} diagnostics: ${label(name, text)}`, seconds, "s", goal)];
}
