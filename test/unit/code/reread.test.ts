import { deepStrictEqual, ok } from "node:assert";
import { readJavaScript } from "../../../server/src/languages/javascript/read.ts";
import { readPython } from "../../../server/src/languages/python/read.ts";
import { reread } from "../../../server/src/languages/shared/reread.ts";
import type { Module } from "../../../server/src/model/code/module.ts";
import { parserOf } from "./parsers.ts";

type Read = (text: string) => Module;

const TYPESCRIPT = `import { S3Client } from "@aws-sdk/client-s3"; // the client
import { save } from "./save.ts";

/** Kept for all events. */
const s3 = new S3Client({});
let count = 0

export async function one(event: { id: string }) {
  count += 1;
  return \`\${event.id} \${count}\`;
}

export const two = async (event: { id: string }) => {
  await save(s3, event.id);
  return one(event);
};

class Orders {
  constructor(private readonly client: S3Client) {}
  async all() {
    return this.client;
  }
}

export const handler = two;
`;

const PYTHON = `import os
import boto3

# Kept for all events.
s3 = boto3.client("s3")
COUNT = {"all": 0}


@cached
def one(event):
    if event["id"]:
        return f"{event['id']} {COUNT['all']}"
    return None


class Orders:
    def all(self):
        return [self.one(each) for each in self.ids]


def handler(event, context):
    try:
        return one(event)
    except KeyError:
        raise
`;

/** Letters, words and signs that make, break and repair statements. */
const PIECES = [
  "x",
  " ",
  "\n",
  "(",
  ")",
  "{",
  "}",
  '"',
  "`",
  "/*",
  "*/",
  "//",
  "#",
  ";",
  "= 1\n",
  "return ",
  "await ",
  "const y = 2;\n",
  "def f():\n    pass\n",
  "    ",
  ".z",
  "é",
];

describe("code that was changed in one place", () => {
  it("is read as the whole would be, in TypeScript", async () => {
    const parser = await parserOf("typescript");
    check(TYPESCRIPT, (text) => readJavaScript(text, parser));
  });

  it("is read as the whole would be, in Python", async () => {
    const parser = await parserOf("python");
    check(PYTHON, (text) => readPython(text, parser));
  });

  it("is read whole where the change reaches beyond its statement", async () => {
    const parser = await parserOf("typescript");
    const read: Read = (text) => readJavaScript(text, parser);
    const broken = TYPESCRIPT.replace("count += 1;", "count += `;");
    deepStrictEqual(reread(broken, { text: TYPESCRIPT, module: read(TYPESCRIPT) }, read), undefined);
  });
});

/** Whatever is read again is what a reading of the whole gives; and many changes are, or nothing is gained. */
function check(text: string, read: Read): void {
  const previous = { text, module: read(text) };
  const random = randomFrom(7);
  let again = 0;
  const rounds = 400;
  for (let round = 0; round < rounds; round++) {
    const at = random(text.length);
    const changed = text.slice(0, at) + PIECES[random(PIECES.length)] + text.slice(at + random(3));
    const module = reread(changed, previous, read);
    if (!module) continue;
    again += 1;
    const whole = read(changed);
    deepStrictEqual({ ...module, style: whole.style }, whole, `after a change at ${at}:\n${changed}`);
  }
  ok(again > rounds / 5, `${again} of ${rounds} changes were read alone`);
}

/** Numbers below a limit, the same in every run. */
function randomFrom(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return Math.floor((state / 2_147_483_648) * below);
  };
}
