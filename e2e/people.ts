import { type Browser, type BrowserContext, expect, type Page, test as base } from "@playwright/test";
import { signUp } from "#shared/contract/accounts.ts";
import type { Endpoint } from "#shared/contract/endpoint.ts";
import { bodyOf, type Input, pathOf } from "#shared/contract/request.ts";
import type { z } from "zod";

/** Somebody at a browser of their own, signed in. */
export interface E2ePerson {
  readonly name: string;
  readonly email: string;
  readonly password: string;
  readonly page: Page;
  readonly context: BrowserContext;
  /** Calls the API as this person, for what a story needs but does not tell. */
  call<E extends Endpoint>(contract: E, input: Input<E>): Promise<z.output<E["reply"]>>;
}

const password = "seven purple kettles whistle";

async function arrive(browser: Browser, baseURL: string, name: string): Promise<E2ePerson> {
  const context = await browser.newContext({ baseURL });
  const page = await context.newPage();
  const email = `${name.toLowerCase()}.${crypto.randomUUID().slice(0, 8)}@example.org`;
  const call: E2ePerson["call"] = async (contract, input) => {
    const data = bodyOf(contract, input);
    const response = await context.request.fetch(pathOf(contract, input), {
      method: contract.method,
      headers: {
        origin: baseURL,
        "idempotency-key": crypto.randomUUID(),
        ...(data === undefined ? {} : { "content-type": "application/json" }),
      },
      ...(data === undefined ? {} : { data }),
    });
    expect(response.ok(), `${contract.name}: ${await response.text()}`).toBe(true);
    const json: unknown = response.status() === 204 ? undefined : await response.json();
    return contract.reply.parse(json) as never;
  };
  await call(signUp, { body: { email, password, name } });
  return { name, email, password, page, context, call };
}

interface People {
  /** Brings somebody with a new account and a browser of their own. */
  arrive(name: string): Promise<E2ePerson>;
}

/** Stories are told with people. */
export const test = base.extend<{ people: People }>({
  people: async ({ browser, baseURL }, use) => {
    const contexts: BrowserContext[] = [];
    await use({
      async arrive(name) {
        const person = await arrive(browser, baseURL ?? "", name);
        contexts.push(person.context);
        return person;
      },
    });
    for (const context of contexts) await context.close();
  },
});
export { expect };
