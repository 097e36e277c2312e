/** The language server as a web worker: it reads nothing itself, the client does. */
import { BrowserMessageReader, BrowserMessageWriter, createConnection, ProposedFeatures } from "vscode-languageserver/browser";
import { RULES } from "../../rules/index.ts";
import { loadParser } from "../../syntax/code/load.ts";
import { todayHere } from "../node/today.ts";
import { serve } from "./server.ts";

const IAM_ACTIONS = "iam-actions.txt";
const GRAMMARS = "grammars/";

/** A worker's own scope, as far as a connection needs it. */
declare const self: ConstructorParameters<typeof BrowserMessageReader>[0];

serve(createConnection(ProposedFeatures.all, new BrowserMessageReader(self), new BrowserMessageWriter(self)), {
  rules: RULES,
  today: () => todayHere(new Date()),
  turn: nextTask,
  readFile: async () => ({ state: "unreadable" }),
  readIamActions: async (read, assets) => {
    const file = assets === undefined ? undefined : await read(assets + IAM_ACTIONS);
    return file?.state === "loaded" ? file.text : undefined;
  },
  readGrammar: async (name, read, assets) => {
    if (assets === undefined) return undefined;
    const [runtime, bytes] = await Promise.all([read(`${assets}${GRAMMARS}web-tree-sitter.wasm`), read(`${assets}${GRAMMARS}tree-sitter-${name}.wasm`)]);
    return loadParser(runtime, bytes);
  },
});

/** Timers of a worker wait four milliseconds when they follow each other; a message does not. */
function nextTask(): Promise<void> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.addEventListener("message", () => {
      port1.close();
      resolve();
    });
    port1.start();
    port2.postMessage(undefined);
  });
}
