/** The language server as a process: `--stdio`, or `--node-ipc` from VS Code. */
import { createConnection, ProposedFeatures } from "vscode-languageserver/node";
import { RULES } from "../../rules/index.ts";
import { readAsset, readFile } from "../node/files.ts";
import { grammar } from "../node/grammars.ts";
import { todayHere } from "../node/today.ts";
import { serve } from "./server.ts";

serve(createConnection(ProposedFeatures.all), {
  rules: RULES,
  today: () => todayHere(new Date()),
  turn: () => new Promise((resolve) => setImmediate(resolve)),
  readFile,
  readIamActions: () => readAsset("iamActions"),
  readGrammar: grammar,
});
