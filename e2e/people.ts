import { readFile } from "node:fs/promises";
import path from "node:path";
import {
  type APIRequestContext,
  type APIResponse,
  type Browser,
  type BrowserContext,
  type BrowserContextOptions,
  expect,
  type Page,
  test as base,
} from "@playwright/test";
import type { z } from "zod";
import { signIn, signUp } from "#shared/contract/accounts.ts";
import type { Endpoint } from "#shared/contract/endpoint.ts";
import { bodyOf, type Input, pathOf } from "#shared/contract/request.ts";
import { watchFaults } from "./faults.ts";

/** Somebody who calls the API, for what a story needs but does not tell. */
export interface Caller {
  call<E extends Endpoint>(contract: E, input: Input<E>): Promise<z.output<E["reply"]>>;
  /** The same, where the answer may be a refusal. */
  ask<E extends Endpoint>(contract: E, input: Input<E>): Promise<APIResponse>;
}

/** Somebody at a browser of their own. */
export interface E2eVisitor extends Caller {
  readonly page: Page;
  readonly context: BrowserContext;
}

/** Somebody who is signed in. */
export interface E2ePerson extends E2eVisitor {
  readonly name: string;
  readonly email: string;
  readonly password: string;
}

const password = "seven purple kettles whistle";

/** What goes with a request of this site's own, each to be done once. */
export const headersOf = (origin: string, body: string | undefined) => ({
  origin,
  "idempotency-key": crypto.randomUUID(),
  ...(body === undefined ? {} : { "content-type": "application/json" }),
});

/** How one calls the API, with the cookies of a browser or of none. */
export function callerOf(request: APIRequestContext, baseURL: string): Caller {
  const ask: Caller["ask"] = (contract, input) => {
    const data = bodyOf(contract, input);
    return request.fetch(pathOf(contract, input), {
      method: contract.method,
      headers: headersOf(baseURL, data),
      ...(data === undefined ? {} : { data }),
    });
  };
  return {
    ask,
    async call(contract, input) {
      const response = await ask(contract, input);
      expect(response.ok(), `${contract.name}: ${await response.text()}`).toBe(true);
      const json: unknown = response.status() === 204 ? undefined : await response.json();
      return contract.reply.parse(json) as never;
    },
  };
}

async function visit(
  browser: Browser,
  baseURL: string,
  options: BrowserContextOptions,
): Promise<E2eVisitor> {
  const context = await browser.newContext({ baseURL, ...options });
  const page = await context.newPage();
  return { page, context, ...callerOf(context.request, baseURL) };
}

interface SignIns {
  readonly password: string;
  readonly people: readonly { readonly name: string; readonly email: string }[];
}

/** What the program told whoever started it. */
async function demoSignIns(): Promise<SignIns> {
  const folder = process.env["E2E_DATA_FOLDER"] ?? "";
  return JSON.parse(await readFile(path.join(folder, "demo-sign-ins.json"), "utf8")) as SignIns;
}

export interface People {
  /** Brings somebody with a new account and a browser of their own. */
  arrive(name: string, options?: BrowserContextOptions): Promise<E2ePerson>;
  /** Brings somebody without an account. */
  visit(options?: BrowserContextOptions): Promise<E2eVisitor>;
  /** Brings somebody of the demo. */
  fromDemo(name: string, options?: BrowserContextOptions): Promise<E2ePerson>;
}

/** Stories are told with people. Whatever the story, no page may fail under it or do what its policy forbids. */
export const test = base.extend<{ people: People }>({
  people: async ({ browser, baseURL }, tell) => {
    const contexts: BrowserContext[] = [];
    const faults: string[] = [];
    const enter = async (options: BrowserContextOptions = {}) => {
      const visitor = await visit(browser, options.baseURL ?? baseURL ?? "", options);
      contexts.push(visitor.context);
      await watchFaults(visitor.context, faults);
      return visitor;
    };
    await tell({
      visit: enter,
      async arrive(name, options) {
        const visitor = await enter(options);
        const email = `${name.toLowerCase().replaceAll(/\W/g, "")}.${crypto.randomUUID().slice(0, 8)}@example.org`;
        await visitor.call(signUp, { body: { email, password, name } });
        return { ...visitor, name, email, password };
      },
      async fromDemo(name, options) {
        const visitor = await enter(options);
        const demo = await demoSignIns();
        const person = demo.people.find((one) => one.name === name);
        if (person === undefined) throw new Error(`${name} is not among the demo's sign-ins`);
        const { email } = person;
        await visitor.call(signIn, { body: { email, password: demo.password } });
        return { ...visitor, name, email, password: demo.password };
      },
    });
    for (const context of contexts) await context.close();
    expect(faults, "what went wrong in the pages").toEqual([]);
  },
});
export { expect };
