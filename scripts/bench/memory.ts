import { FOLDER, SERVER, type, uriOf } from "./editing.ts";
import { LanguageServer } from "./language-server.ts";
import { type Row, row } from "./rows.ts";
import type { Template } from "./templates.ts";

export interface Holding {
  readonly usual: readonly Template[];
  /** A template of one megabyte. */
  readonly megabyte: string;
  readonly idleSeconds: number;
}

const STROKES = 300;

/** What a server holds with usual templates open, and what it keeps of letters typed into a large one. */
export async function memoryRows({ usual, megabyte, idleSeconds }: Holding): Promise<readonly Row[]> {
  const open = new LanguageServer(SERVER);
  await open.initialize(FOLDER);
  for (const [index, { text }] of usual.entries()) open.open(uriOf(index), text);
  for (const index of usual.keys()) await open.diagnostics(uriOf(index));
  await seconds(idleSeconds);
  const resident = open.residentMegabytes();
  await open.close();

  const typing = new LanguageServer(SERVER);
  await typing.initialize(FOLDER);
  typing.open(uriOf(0), megabyte);
  await typing.diagnostics(uriOf(0));
  await seconds(idleSeconds / 6);
  const before = typing.residentMegabytes();
  await type(typing, uriOf(0), megabyte, STROKES);
  await seconds(idleSeconds / 6);
  const after = typing.residentMegabytes();
  await typing.close();
  return [
    row(`resident memory, ${usual.length} SAM templates of median size open, ${idleSeconds} s idle`, resident, "MB", 120),
    row(`resident memory with a template of ${(megabyte.length / 1e6).toFixed(1)} MB`, before, "MB"),
    row(`  growth after ${STROKES} keystrokes in it`, after - before, "MB", 20),
  ];
}

const seconds = (count: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, count * 1000));
