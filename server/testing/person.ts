import { io, type Socket } from "socket.io-client";
import type { z } from "zod";
import type { Endpoint } from "#shared/contract/endpoint.ts";
import { Problem } from "#shared/contract/problem.ts";
import { bodyOf, type Input, pathOf } from "#shared/contract/request.ts";
import type { ClientToServer, Envelope, Joined, ServerToClient } from "#shared/contract/rooms.ts";

/** A refusal as a test sees it. */
export class RefusedError extends Error {
  constructor(readonly problem: Problem) {
    super(`${problem.status} ${problem.type}: ${problem.detail ?? problem.title}`);
  }
}

export type TestSocket = Socket<ServerToClient, ClientToServer>;

/** Somebody with a browser of their own: a cookie, requests and a socket. */
export class Person {
  cookie = "";
  #socket: TestSocket | undefined;

  constructor(
    readonly url: string,
    readonly name = "visitor",
    readonly accountId = "",
  ) {}

  /** Sends anything, as a browser on our own pages would. */
  async send(path: string, init: RequestInit = {}): Promise<Response> {
    const headers = new Headers({ origin: this.url, cookie: this.cookie });
    for (const [name, value] of new Headers(init.headers)) headers.set(name, value);
    const response = await fetch(this.url + path, { ...init, headers });
    for (const cookie of response.headers.getSetCookie()) this.#keep(cookie);
    return response;
  }

  #keep(setCookie: string): void {
    const [pair = ""] = setCookie.split(";");
    const name = pair.slice(0, pair.indexOf("=") + 1);
    const others = this.cookie.split("; ").filter((one) => one && !one.startsWith(name));
    const isGone = pair === name || /max-age=0/i.test(setCookie);
    this.cookie = [...others, ...(isGone ? [] : [pair])].join("; ");
  }

  /** Calls an operation; `key` fixes the Idempotency-Key. Throws RefusedError when refused. */
  async call<E extends Endpoint>(
    contract: E,
    input: Input<E>,
    key: string = crypto.randomUUID(),
  ): Promise<z.output<E["reply"]>> {
    const response = await this.tryCall(contract, input, key);
    if (response.status === 204) return undefined as z.output<E["reply"]>;
    const json: unknown = await response.json();
    if (!response.ok) throw new RefusedError(Problem.parse(json));
    return contract.reply.parse(json) as z.output<E["reply"]>;
  }

  /** Calls an operation and gives the plain response, refused or not. */
  tryCall<E extends Endpoint>(
    contract: E,
    input: Input<E>,
    key: string = crypto.randomUUID(),
  ): Promise<Response> {
    const body = bodyOf(contract, input);
    return this.send(pathOf(contract, input), {
      method: contract.method,
      headers: {
        ...(body === undefined ? {} : { "content-type": "application/json" }),
        ...(contract.method === "GET" ? {} : { "idempotency-key": key }),
      },
      ...(body === undefined ? {} : { body }),
    });
  }

  /** The problem with which an operation is refused; fails when it is not. */
  async refusal<E extends Endpoint>(contract: E, input: Input<E>): Promise<Problem> {
    try {
      await this.call(contract, input);
    } catch (error) {
      if (error instanceof RefusedError) return error.problem;
      throw error;
    }
    throw new Error(`${contract.name} was not refused`);
  }

  /** This person's socket, connected on first use. */
  get socket(): TestSocket {
    this.#socket ??= io(this.url, {
      transports: ["websocket"],
      extraHeaders: { origin: this.url, cookie: this.cookie },
      reconnectionDelay: 100,
      reconnectionDelayMax: 300,
    });
    return this.#socket;
  }

  /** Joins a room and collects what is told there. */
  async listen(room: string): Promise<{ joined: Joined; heard: Envelope[] }> {
    const heard: Envelope[] = [];
    this.socket.on("event", (envelope) => {
      if (envelope.room === room) heard.push(envelope);
    });
    const joined = await this.socket.emitWithAck("join", room);
    return { joined, heard };
  }

  leave(): void {
    this.#socket?.disconnect();
  }
}
