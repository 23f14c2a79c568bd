import type { z } from "zod";
import type { Endpoint } from "#shared/contract/endpoint.ts";
import type { Problem, ProblemCode } from "#shared/contract/problem.ts";
import { bodyOf, type Input, pathOf } from "#shared/contract/request.ts";
import { keyFor, settleKey } from "./idempotency.ts";
import { noteAnswer } from "./server-clock.ts";

/** The server refused, and said why. */
export class ApiError extends Error {
  override readonly name = "ApiError";
  constructor(
    readonly problem: Problem,
    /** Seconds after which the server invites another try. */
    readonly retryAfter: number | null = null,
  ) {
    super(problem.title);
  }
  get code(): ProblemCode {
    return this.problem.type.slice("/problems/".length) as ProblemCode;
  }
  get status(): number {
    return this.problem.status;
  }
}

/** No answer came: the network, or the server, is away. Nothing is known about the outcome. */
export class OfflineError extends Error {
  override readonly name = "OfflineError";
  constructor(cause: unknown) {
    super("no answer from the server", { cause });
  }
}

/** What a call may be given besides the parts of the contract. */
interface Extras {
  /** Set to outlive this page, or to key a write that is not a POST; else each POST gets its own, kept until its outcome is known. */
  idempotencyKey?: string | undefined;
  signal?: AbortSignal | undefined;
  /** Sent to the end even when the page is left meanwhile. */
  keepalive?: boolean | undefined;
}
export type Reply<E extends Endpoint> = z.output<E["reply"]>;

const unauthorized = new Set<() => void>();

/** Hears when the server says that nobody is signed in (any more). */
export function onUnauthorized(listener: () => void): () => void {
  unauthorized.add(listener);
  return () => unauthorized.delete(listener);
}

async function problemOf(response: Response): Promise<Problem> {
  try {
    const said = (await response.json()) as Partial<Problem>;
    if (typeof said.type === "string" && typeof said.title === "string") {
      return { ...said, type: said.type, title: said.title, status: response.status };
    }
  } catch {
    // A proxy answered, not our server: said below in our own words.
  }
  const code: ProblemCode = response.status >= 502 ? "unavailable" : "internal";
  return { type: `/problems/${code}`, title: response.statusText, status: response.status };
}

async function refusal(response: Response): Promise<ApiError> {
  const problem = await problemOf(response);
  const wait = Number(response.headers.get("retry-after"));
  const error = new ApiError(problem, Number.isFinite(wait) && wait > 0 ? wait : null);
  if (error.code === "sign-in-required") for (const listener of unauthorized) listener();
  return error;
}

async function send(address: string, init: RequestInit): Promise<Response> {
  const sent = Date.now();
  try {
    const response = await fetch(address, init);
    noteAnswer(response, sent);
    return response;
  } catch (error) {
    if (init.signal?.aborted) throw error;
    throw new OfflineError(error);
  }
}

async function ask<E extends Endpoint>(contract: E, input: Input<E> & Extras): Promise<Reply<E>> {
  const path = pathOf(contract, input);
  const body = bodyOf(contract, input) ?? null;
  const headers = new Headers({ accept: "application/json" });
  if (body !== null) headers.set("content-type", "application/json");
  const content = `${path} ${body}`;
  const isKeyed = contract.method === "POST" && !contract.repeatable;
  const key = input.idempotencyKey ?? (isKeyed ? keyFor(content) : undefined);
  if (key !== undefined) headers.set("idempotency-key", key);

  const response = await send(path, {
    method: contract.method,
    headers,
    body,
    credentials: "same-origin",
    signal: input.signal ?? null,
    keepalive: Boolean(input.keepalive),
  });
  if (isKeyed && response.status < 500) settleKey(content);
  if (!response.ok) throw await refusal(response);
  if (response.status === 204) return undefined as Reply<E>;
  return (await response.json()) as Reply<E>;
}

/** Answers that were asked for before who needs them was here, by address; each is given once. */
const early = new Map<string, Promise<unknown>>();

/** Reads something that will be called for in a moment: that call gets this answer. */
export function callAhead<E extends Endpoint>(
  contract: E,
  input: Input<E> & Extras,
): Promise<Reply<E>> {
  const answer = ask(contract, input);
  early.set(pathOf(contract, input), answer);
  // Whoever calls for it hears of a failure.
  answer.catch(() => undefined);
  return answer;
}

/** Calls one operation of the server, typed by its contract. Throws `ApiError` or `OfflineError`. */
export async function call<E extends Endpoint>(
  contract: E,
  input: Input<E> & Extras,
): Promise<Reply<E>> {
  const path = pathOf(contract, input);
  const answer = contract.method === "GET" ? early.get(path) : undefined;
  if (!answer) return ask(contract, input);
  early.delete(path);
  return answer as Promise<Reply<E>>;
}
