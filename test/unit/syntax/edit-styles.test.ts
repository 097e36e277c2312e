import { strictEqual } from "node:assert";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { applyEdits } from "../../../server/src/base/span.ts";
import type { NodeEdit } from "../../../server/src/syntax/edit.ts";
import { read } from "../../../server/src/syntax/read.ts";
import { write } from "../../../server/src/syntax/write.ts";
import { ROOT } from "../sources.ts";

const own = (...steps: readonly (string | number)[]) => ["Resources", "Jobs", "Properties", ...steps];

/** The edits that every style of writing is tried with, by the names that the table has for them. */
const EDITS: Readonly<Record<string, readonly NodeEdit[]>> = {
  "set a scalar": [{ op: "set", path: own("Name"), value: "work" }],
  "set a list": [{ op: "set", path: own("Keys"), value: ["c", "d"] }],
  "set an item": [{ op: "set", path: own("Keys", 0), value: "c" }],
  "set a map in a list": [{ op: "set", path: own("Tags", 0), value: { Key: "cost", Value: 7 } }],
  "insert a scalar behind another key": [{ op: "set", path: own("Delay"), value: 5, after: "Name" }],
  "insert a map": [{ op: "set", path: own("Redrive"), value: { Count: 3, To: { Name: "dead" } } }],
  "insert a list": [{ op: "set", path: own("Groups"), value: ["c", "d"] }],
  "insert below keys that are missing": [{ op: "set", path: ["Resources", "News", "Metadata", "Owner"], value: "me" }],
  "insert a resource": [{ op: "set", path: ["Resources", "Mails"], value: { Type: "AWS::SQS::Queue", Properties: { Name: "mails" } } }],
  "remove an entry": [{ op: "remove", path: own("Name") }],
  "remove the last entry": [{ op: "remove", path: own("Tags") }],
  "remove an item": [{ op: "remove", path: own("Keys", 0) }],
  "remove the only item": [{ op: "remove", path: own("Tags", 0) }],
  "remove a resource": [{ op: "remove", path: ["Resources", "Jobs"] }],
  "rename an entry": [{ op: "rename", path: own("Name"), to: "QueueName" }],
  "rename a resource": [{ op: "rename", path: ["Resources", "Jobs"], to: "Work" }],
  "append a scalar": [{ op: "append", path: own("Keys"), value: "c" }],
  "append a map": [{ op: "append", path: own("Tags"), value: { Key: "cost", Value: "two" } }],
  "several at once": [
    { op: "set", path: own("Name"), value: "work" },
    { op: "set", path: own("Delay"), value: 5, after: "Name" },
    { op: "append", path: own("Keys"), value: "c" },
    { op: "remove", path: own("Tags", 0, "Value") },
    { op: "set", path: ["Resources", "News", "Metadata", "Owner"], value: "me" },
  ],
};

/** What a text may be like besides; each change is made to what is given and to what is expected alike. */
const VARIANTS: Readonly<Record<string, (text: string) => string>> = {
  "as it stands": (text) => text,
  "with CRLF": (text) => text.replaceAll("\n", "\r\n"),
  "with a byte order mark": (text) => `\uFEFF${text}`,
  "without a last line end": (text) => text.replace(/\n$/, ""),
  "behind the start of a document": (text) => (isJson(text) ? text : `--- # the template\n${text}`),
  "before another document": (text) => (isJson(text) ? text : `${text}---\nOther: 1\n`),
};

/** The table beside this file: a style, its text, then what each edit leaves of it in full. */
const STYLES = readFileSync(join(ROOT, "test/unit/syntax/edit-styles.txt"), "utf8").split(/^=== /m).slice(1);

describe("edits in", () => {
  for (const style of STYLES) {
    const [given = "", ...rows] = style.split(/^--- (?=[a-z])/m);
    const { name, text } = named(given);
    const expected = new Map(rows.map(named).map((row) => [row.name, row.text]));
    describe(name, () => {
      for (const [edit, edits] of Object.entries(EDITS)) it(edit, () => check(text, edits, expected.get(edit)));
    });
  }
});

function check(given: string, edits: readonly NodeEdit[], expected: string | undefined): void {
  for (const [variant, varied] of Object.entries(VARIANTS)) {
    const text = varied(given);
    const made = write(read(text), edits);
    const refused = expected?.startsWith("cannot: ");
    strictEqual("cannot" in made ? `cannot: ${made.cannot}\n` : applyEdits(text, made.edits), refused ? expected : varied(expected ?? "no row"), variant);
  }
}

function named(block: string): { readonly name: string; readonly text: string } {
  const end = block.indexOf("\n");
  return { name: block.slice(0, end), text: block.slice(end + 1) };
}

const isJson = (text: string): boolean => /^[{/]/.test(text);
