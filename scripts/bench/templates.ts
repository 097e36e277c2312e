import { join } from "node:path";
import { CORPUS, type CorpusEntry, corpusEntries } from "../corpus/entries.ts";
import { ROOT } from "../generate/root.ts";
import { textOf } from "./language-server.ts";
import { syntheticTemplate } from "./synthetic.ts";

export interface Template {
  readonly name: string;
  readonly text: string;
}

export interface Templates {
  /** Whether they come from the collection of real ones, or were made up for want of it. */
  readonly origin: "real" | "madeUp";
  /** The largest real one in YAML. */
  readonly largest: Template;
  /** One of about 170 lines. */
  readonly usual: Template;
  /** 200 of about median size, for the command line. */
  readonly many: readonly Template[];
  /** 20 of median size. */
  readonly median: readonly Template[];
}

const USUAL_LINES = 170;

/** Real templates of the collection; without it the sample and made-up ones. */
export function templates(): Templates {
  const entries = corpusEntries()?.filter(
    ({ kind, flags, path }) => (kind === "sam" || kind === "cfn") && !flags.includes("parse_error") && /\.ya?ml$|\.template$/.test(path),
  );
  if (!entries) return withoutCorpus();
  const sam = entries.filter(({ kind }) => kind === "sam");
  const bySize = [...sam].sort((a, b) => a.bytes - b.bytes || (a.path < b.path ? -1 : 1));
  const middle = Math.floor(bySize.length / 2);
  const largest = entries.filter(isYaml).reduce((most, entry) => (entry.bytes > most.bytes ? entry : most));
  const usual = sam.reduce((best, entry) => (distance(entry) < distance(best) ? entry : best));
  return {
    origin: "real",
    largest: read(largest),
    usual: read(usual),
    many: bySize.slice(middle - 100, middle + 100).map(read),
    median: bySize.slice(middle - 10, middle + 10).map(read),
  };
}

const distance = ({ lines, resources }: CorpusEntry): number => Math.abs(lines - USUAL_LINES) + (resources < 5 ? 100 : 0);

/** Templates in JSON are written by programs more than they are typed. */
const isYaml = ({ path }: CorpusEntry): boolean => /\.ya?ml$/.test(path) && !textOf(join(CORPUS, path)).trimStart().startsWith("{");

const read = ({ path }: CorpusEntry): Template => ({ name: path, text: textOf(join(CORPUS, path)).replace(/^\uFEFF/, "") });

function withoutCorpus(): Templates {
  const sample = { name: "examples/orders/template.yaml", text: textOf(join(ROOT, "examples", "orders", "template.yaml")) };
  const made = (functions: number): Template => ({ name: `${functions} functions`, text: syntheticTemplate(functions) });
  return {
    origin: "madeUp",
    largest: made(480),
    usual: sample,
    many: Array.from({ length: 200 }, (_, index) => made(2 + (index % 24))),
    median: Array.from({ length: 20 }, () => sample),
  };
}
