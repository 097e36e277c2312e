import type { Connection } from "vscode-languageserver";
import { nameOf } from "../../base/address.ts";
import { mayNameTemplate } from "../../engine/owners.ts";
import { type Change, grammarIn, type Snapshot, templatesIn, templatesUri } from "../../engine/snapshot.ts";
import type { Partner } from "./capabilities.ts";
import type { Host } from "./host.ts";
import { READ_BYTES, READ_FILE, type ReadBytesParams, type ReadBytesResult, type ReadFileParams, type ReadFileResult } from "./protocol.ts";
import type { Found } from "./reader.ts";
import { reachingOut, templatesReachingOut } from "./walk.ts";

/** Where what reviews want comes from: the client where it reads files, else the host. */
export class Sources {
  readonly #connection: Connection;
  readonly #host: Host;
  readonly #partner: Partner;

  constructor(connection: Connection, host: Host, partner: Partner) {
    this.#connection = connection;
    this.#host = host;
    this.#partner = partner;
  }

  /** What is behind an address that a review wants: a file, a listing, a grammar, or the templates below a folder with their texts. */
  async find(uri: string): Promise<readonly Found[]> {
    const folder = templatesIn(uri);
    if (folder !== undefined) return this.#walk(folder);
    const name = grammarIn(uri);
    if (!name) return [{ uri, file: await this.#read(uri) }];
    const parser = await this.#host.readGrammar(name, (file) => this.#bytes(file), this.#partner.assets);
    if (!parser) this.#connection.console.warn(`The grammar of ${name} is missing; what rests on it is unknown.`);
    return [parser ? { grammar: name, parser } : { uri, file: { state: "unreadable" } }];
  }

  /** The text of the table of IAM actions; undefined where the installation lacks it. */
  async iamActions(): Promise<string | undefined> {
    const text = await this.#host.readIamActions((uri) => this.#read(uri), this.#partner.assets).catch(() => undefined);
    if (text === undefined) this.#connection.console.warn("The table of IAM actions is missing; what rests on it is unknown.");
    return text;
  }

  /** What becomes of the templates below folders that were looked through, when some files changed on disk. */
  async walkedAgain({ files }: Snapshot, changed: readonly string[]): Promise<readonly Change[]> {
    const walked = [...files].filter(([uri]) => templatesIn(uri) !== undefined);
    const templates = walked.length === 0 ? [] : changed.filter((uri) => mayNameTemplate(nameOf(uri)));
    if (templates.length === 0) return [];
    const found = (await Promise.all(templates.map((uri) => reachingOut(uri, (each) => this.#read(each))))).flat();
    return walked.flatMap(([uri, listing]) => {
      const text = listing.state === "loaded" ? listing.text : "";
      const own = found.filter((each) => each.uri.startsWith(templatesIn(uri) ?? "")).map((each) => each.uri);
      const now = listed([...text.split("\n").filter((each) => !templates.includes(each)), ...own]);
      return now === text ? [] : [{ uri, file: { state: "loaded", text: now } } as const];
    });
  }

  async #walk(folder: string): Promise<readonly Found[]> {
    const found = await templatesReachingOut(folder, (uri) => this.#read(uri));
    return [...found, { uri: templatesUri(folder), file: { state: "loaded", text: listed(found.map(({ uri }) => uri)) } }];
  }

  #bytes(uri: string): Promise<ReadBytesResult> {
    const params: ReadBytesParams = { uri };
    return this.#connection.sendRequest<ReadBytesResult>(READ_BYTES, params);
  }

  #read(uri: string): Promise<ReadFileResult> {
    if (!this.#partner.readsFiles) return this.#host.readFile(uri);
    const params: ReadFileParams = { uri };
    return this.#connection.sendRequest<ReadFileResult>(READ_FILE, params);
  }
}

/** One address a line, in one order, so that the same templates are the same text. */
const listed = (uris: readonly string[]): string =>
  [...new Set(uris)]
    .filter((uri) => uri !== "")
    .sort()
    .join("\n");
