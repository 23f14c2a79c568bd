import { decodeBase32IgnorePadding } from "@oslojs/encoding";
import { generateHOTP } from "@oslojs/otp";
import { signIn } from "#shared/contract/accounts.ts";
import { beginCodes, confirmCodes } from "#shared/contract/two-steps.ts";
import type { Person } from "../testing/person.ts";
import type { TestServer } from "../testing/server.ts";
import { goodPassword, newcomer } from "./testing-people.ts";

const stepMs = 30_000;

/** An app that makes codes, as a phone does; `steps` is how far its clock is ahead. */
export function appOf(secret: string, clock: () => Date) {
  const key = decodeBase32IgnorePadding(secret);
  return (steps = 0) =>
    generateHOTP(key, BigInt(Math.floor(clock().getTime() / stepMs) + steps), 6);
}

/** Somebody who signs in with an app's codes. The code of the present step is used up. */
export async function withCodes(server: TestServer, email: string, clock = server.deps.clock) {
  const person = await newcomer(server, email);
  return { person, ...(await addCodes(person, clock)) };
}

/** Sets an app up; uses the code of the step before, so that the present one is left. */
export async function addCodes(person: Person, clock: () => Date) {
  const body = { password: goodPassword, proof: {} };
  const { secret } = await person.call(beginCodes, { body });
  const app = appOf(secret, clock);
  const { recoveryCodes } = await person.call(confirmCodes, { body: { code: app(-1) } });
  return { app, secret, recoveryCodes };
}

/** A ticket for the second step, on the browser of a visitor. */
export async function ticketOf(visitor: Person, email: string, password = goodPassword) {
  const { account, secondStep } = await visitor.call(signIn, { body: { email, password } });
  if (account || !secondStep) throw new Error("no second step was asked for");
  return secondStep.ticket;
}
