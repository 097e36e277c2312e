import { deepStrictEqual } from "node:assert";
import { TextDocument } from "vscode-languageserver-textdocument";
import { Documents } from "../../../server/src/hosts/lsp/documents.ts";

const URI = "file:///project/template.yaml";

describe("open documents", () => {
  it("survive whatever an editor says of them: each edit leaves the lines that the text has", () => {
    const random = numbers(20261124);
    const documents = new Documents(() => {});
    const document = documents.open({ uri: URI, languageId: "yaml", version: 0, text: "a\r\nb\nc\rd" });
    for (let version = 1; version < 2_000; version += 1) {
      const position = () => ({ line: random(12) - 2, character: random(12) - 2 });
      const text = ["", "x", "\n", "\r", "\r\n", "one\ntwo\r\nthree", "🦔"][random(7)] ?? "";
      documents.change({ textDocument: { uri: URI, version }, contentChanges: [{ range: { start: position(), end: position() }, text }] });
      check(document, `edit ${version}`);
    }
  });
});

function check(document: TextDocument, when: string): void {
  const fresh = TextDocument.create(URI, "yaml", 0, document.getText());
  const lines = (of: TextDocument) => Array.from({ length: of.lineCount }, (_, line) => of.offsetAt({ line, character: 0 }));
  deepStrictEqual(lines(document), lines(fresh), when);
}

/** Numbers below a bound, the same ones each time. */
function numbers(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}
