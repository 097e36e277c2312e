import { deepStrictEqual } from "node:assert";
import { spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { execPath } from "node:process";
import { createMessageConnection, StreamMessageReader, StreamMessageWriter } from "vscode-languageserver/node";
import { ROOT } from "../sources.ts";

describe("server process", () => {
  it("serves over its standard streams until it is told to go", async function () {
    this.timeout(20_000);
    const child = spawn(execPath, ["--import=tsx", join(ROOT, "server/src/hosts/lsp/server.node.ts"), "--stdio"], { stdio: ["pipe", "pipe", "inherit"] });
    const connection = createMessageConnection(new StreamMessageReader(child.stdout), new StreamMessageWriter(child.stdin));
    connection.listen();
    const { serverInfo } = await connection.sendRequest<{ serverInfo: unknown }>("initialize", { processId: null, rootUri: null, capabilities: {} });
    await connection.sendRequest("shutdown");
    const exited = once(child, "exit");
    await connection.sendNotification("exit");
    deepStrictEqual([serverInfo, (await exited)[0]], [{ name: "Pillar Hints" }, 0]);
    connection.dispose();
  });
});
