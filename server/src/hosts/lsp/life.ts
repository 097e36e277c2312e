import { type CancellationToken, ErrorCodes, ResponseError } from "vscode-languageserver";
import type { Service } from "./service.ts";

type Handler<P, R> = (params: P, token: CancellationToken) => Promise<R>;

/** Whether there is a client at present: only between `initialize` and `shutdown` is anything answered. */
export class Life {
  #service: Service | undefined;
  #over = false;

  /** @throws ResponseError when it has begun before. */
  begin(service: Service): void {
    if (this.#service) throw new ResponseError(ErrorCodes.InvalidRequest, "The server is initialized already.");
    this.#service = service;
  }

  end(): void {
    this.#over = true;
  }

  /** A handler of requests that answers with the protocol's error outside of the life. */
  request<P, R>(answer: (service: Service, params: P, token: CancellationToken) => Promise<R>): Handler<P, R> {
    return async (params, token) => {
      if (this.#over) throw new ResponseError(ErrorCodes.InvalidRequest, "The server is shut down.");
      if (!this.#service) throw new ResponseError(ErrorCodes.ServerNotInitialized, "The server is not initialized yet.");
      return answer(this.#service, params, token);
    };
  }

  /** A handler of notifications that drops them outside of the life. */
  notification<P>(hear: (service: Service, params: P) => void): (params: P) => void {
    return (params) => {
      if (this.#service && !this.#over) hear(this.#service, params);
    };
  }
}
