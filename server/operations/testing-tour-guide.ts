import type { Endpoint } from "#shared/contract/endpoint.ts";
import type { Input } from "#shared/contract/request.ts";
import type { z } from "zod";
import type { Person } from "../testing/person.ts";
import type { TestServer } from "../testing/server.ts";

/** A request that was answered with success. */
export interface Step {
  readonly contract: Endpoint;
  readonly person: Person;
  readonly input: { params?: object; query?: object; body?: unknown };
}

export interface TourOptions {
  readonly isPrivate?: boolean;
  /** Put into every text that somebody writes, so that it is found again wherever it turns up. */
  readonly mark?: string;
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
    input: Input<E>,
  ): Promise<z.output<E["reply"]>> {
    const reply = await person.call(contract, input);
    this.steps.push({ contract, person, input: input as Step["input"] });
    return reply;
  }

  /** The same, of what is answered with a file. */
  async take<E extends Endpoint>(person: Person, contract: E, input: Input<E>): Promise<string> {
    const response = await person.tryCall(contract, input);
    const file = await response.text();
    if (response.status !== 200) throw new Error(file);
    this.steps.push({ contract, person, input: input as Step["input"] });
    return file;
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
