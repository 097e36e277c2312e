import { type ChildProcess, execFileSync, spawn } from "node:child_process";
import { readFileSync } from "node:fs";
import { execPath } from "node:process";

/** A language server as an editor runs it: another process, spoken to over its standard streams. */
export class LanguageServer {
  readonly #process: ChildProcess;
  readonly #waiting = new Map<number, Answered>();
  #next = 1;
  #received = Buffer.alloc(0);

  /** Starts `program` with `--stdio`. */
  constructor(program: string) {
    this.#process = spawn(execPath, [program, "--stdio"], { stdio: ["pipe", "pipe", "inherit"] });
    this.#process.stdout?.on("data", (chunk: Buffer) => this.#receive(chunk));
    this.#process.once("exit", (code) => {
      for (const { reject } of this.#waiting.values()) reject(new Error(`The server ended with ${code}.`));
    });
  }

  /** Introduces itself as a client that pulls diagnostics. */
  async initialize(folder: string): Promise<void> {
    await this.request("initialize", {
      processId: process.pid,
      rootUri: folder,
      workspaceFolders: [{ uri: folder, name: "bench" }],
      capabilities: {
        textDocument: { diagnostic: { relatedInformation: true, dataSupport: true }, synchronization: {} },
        workspace: { workspaceFolders: true },
      },
    });
    this.notify("initialized", {});
  }

  open(uri: string, text: string): void {
    this.notify("textDocument/didOpen", { textDocument: { uri, languageId: "yaml", version: 1, text } });
  }

  /** Asks for the diagnostics of a document; answers how many there are. */
  async diagnostics(uri: string): Promise<number> {
    const report = (await this.request("textDocument/diagnostic", { textDocument: { uri } })) as { readonly items?: readonly unknown[] } | undefined;
    return report?.items?.length ?? 0;
  }

  notify(method: string, params: unknown): void {
    this.#send({ method, params });
  }

  request(method: string, params: unknown): Promise<unknown> {
    const id = this.#next++;
    this.#send({ id, method, params });
    return new Promise((resolve, reject) => this.#waiting.set(id, { resolve, reject }));
  }

  /** Memory that the process holds, in MB (10⁶ bytes). */
  residentMegabytes(): number {
    const { pid } = this.#process;
    const kilobytes = Number(execFileSync("ps", ["-o", "rss=", "-p", String(pid)], { encoding: "utf8" }).trim());
    return (kilobytes * 1024) / 1e6;
  }

  async close(): Promise<void> {
    const ended = new Promise((resolve) => this.#process.once("exit", resolve));
    await this.request("shutdown", undefined);
    this.notify("exit", undefined);
    await ended;
  }

  #send(message: object): void {
    const body = Buffer.from(JSON.stringify({ jsonrpc: "2.0", ...message }));
    this.#process.stdin?.write(`Content-Length: ${body.length}\r\n\r\n`);
    this.#process.stdin?.write(body);
  }

  #receive(chunk: Buffer): void {
    this.#received = Buffer.concat([this.#received, chunk]);
    for (;;) {
      const head = this.#received.indexOf("\r\n\r\n");
      if (head < 0) return;
      const length = Number(/Content-Length: (\d+)/i.exec(this.#received.toString("latin1", 0, head))?.[1]);
      if (this.#received.length < head + 4 + length) return;
      const body = this.#received.toString("utf8", head + 4, head + 4 + length);
      this.#received = this.#received.subarray(head + 4 + length);
      this.#handle(JSON.parse(body) as Message);
    }
  }

  #handle({ id, method, result, error, params }: Message): void {
    if (method !== undefined && id !== undefined) this.#send({ id, result: answerTo(method, params) });
    else if (typeof id === "number") {
      if (error) this.#waiting.get(id)?.reject(new Error(`The server refuses: ${error.message}`));
      else this.#waiting.get(id)?.resolve(result);
      this.#waiting.delete(id);
    }
  }
}

interface Answered {
  readonly resolve: (result: unknown) => void;
  readonly reject: (error: Error) => void;
}

interface Message {
  readonly id?: number | string;
  readonly method?: string;
  readonly params?: { readonly items?: readonly unknown[] };
  readonly result?: unknown;
  readonly error?: { readonly message: string };
}

/** Settings are the defaults; whatever else the server asks for is granted. */
const answerTo = (method: string, params: Message["params"]): unknown => (method === "workspace/configuration" ? (params?.items ?? []).map(() => null) : null);

export const textOf = (path: string): string => readFileSync(path, "utf8");
