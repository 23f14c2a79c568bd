import type { Endpoint } from "#shared/contract/endpoint.ts";
import { type Input, pathOf } from "#shared/contract/request.ts";
import type { z } from "zod";
import type { Person } from "../testing/person.ts";
import type { TestServer } from "../testing/server.ts";

/** A request that was answered with success. */
export interface Step {
  readonly contract: Endpoint;
  readonly person: Person;
  readonly input: { params?: object; query?: object; body?: unknown };
  /** Sent in place of a body. */
  readonly form?: FormData;
}

export interface TourOptions {
  readonly isPrivate?: boolean;
  /** Put into every text that somebody writes, so that it is found again wherever it turns up. */
  readonly mark?: string;
  /** What somebody sends in place of what the tour would have them send. */
  reword?(contract: Endpoint, body: unknown): unknown;
  /** Told of every community once it is there. */
  founded?(communityId: string): Promise<void>;
  /** Told of every request before it is made, while all is as it must be for that. */
  before?(step: Step): Promise<void>;
}

/** People of each standing to the community that is toured. */
export interface Cast {
  readonly owner: Person;
  readonly moderator: Person;
  readonly member: Person;
  /** Leads another community. */
  readonly outsider: Person;
  readonly visitor: Person;
}

/** Uses the product as people do, and remembers each request. */
export class Tour {
  readonly steps: Step[] = [];
  #texts = 0;

  constructor(
    readonly server: TestServer,
    readonly cast: Cast,
    readonly options: TourOptions,
  ) {}

  async go<E extends Endpoint>(
    person: Person,
    contract: E,
    planned: Input<E>,
  ): Promise<z.output<E["reply"]>> {
    const input = this.#reworded(contract, planned);
    const step = { contract, person, input: input as Step["input"] };
    await this.options.before?.(step);
    const reply = await person.call(contract, input);
    this.steps.push(step);
    return reply;
  }

  /** The same, of what is answered with a file. */
  async take<E extends Endpoint>(person: Person, contract: E, input: Input<E>): Promise<string> {
    const step = { contract, person, input: input as Step["input"] };
    await this.options.before?.(step);
    return this.#textOf(step, await person.tryCall(contract, input));
  }

  /** The same, of what is sent as a form. */
  async send<E extends Endpoint>(
    person: Person,
    contract: E,
    { form, ...input }: Pick<Step, "form"> & Pick<Step["input"], "params">,
  ): Promise<z.output<E["reply"]>> {
    const step = { contract, person, input };
    if (!form) throw new Error("a form is sent");
    await this.options.before?.({ ...step, form });
    const response = await person.send(pathOf(contract, input as Input<E>), {
      method: contract.method,
      headers: { "idempotency-key": crypto.randomUUID() },
      body: form,
    });
    const text = await this.#textOf(step, response);
    return contract.reply.parse(JSON.parse(text)) as z.output<E["reply"]>;
  }

  #reworded<E extends Endpoint>(contract: E, input: Input<E>): Input<E> {
    const { reword } = this.options;
    return reword && "body" in input ? { ...input, body: reword(contract, input.body) } : input;
  }

  async #textOf(step: Step, response: Response): Promise<string> {
    const text = await response.text();
    if (response.status !== 200) throw new Error(text);
    this.steps.push(step);
    return text;
  }

  /** A text that nobody has written before. */
  text(about: string): string {
    this.#texts += 1;
    return [about, this.options.mark, this.#texts].filter(Boolean).join(" ");
  }
}

/** A session on somebody's device, whatever became of the former one. */
export async function signInAnew(
  { deps }: TestServer,
  device: Person,
  accountId: string,
): Promise<void> {
  if (accountId === "") return;
  const { cookie } = await deps.sessions.begin(accountId, "a test");
  device.cookie = cookie.split(";")[0] ?? "";
}
