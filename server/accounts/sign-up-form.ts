import type { signUp } from "#shared/contract/accounts.ts";
import type { Deps } from "../deps.ts";
import type { Call } from "../platform/mount.ts";
import { because, Refusal } from "../platform/problem.ts";

/*
 * What programs that fill in any form give themselves away by: they need no time to read, and they fill in a field that
 * people don't see. Both are answered alike, and like a form that was open too long, so that nobody learns from the answer
 * which it was; a person sends what they wrote once more.
 */

const purpose = "sign-up form";
const leastMs = 2_000;
const mostMs = 4 * 3_600_000;

/** Opens the form: says when, in words that only this installation can say. */
export async function openSignUpForm({ stamps, clock }: Pick<Deps, "stamps" | "clock">) {
  return { form: stamps.stamp(purpose, String(clock().getTime())) };
}

/** Refuses what no person has filled in, as far as that can be told. */
export function refuseHasty(
  { stamps, clock, env }: Pick<Deps, "stamps" | "clock" | "env">,
  { form, website }: Pick<Call<typeof signUp>["body"], "form" | "website">,
): void {
  if (env.RATE_LIMITS === "off") return;
  const openedAt = Number(stamps.read(purpose, form ?? "") ?? Number.NaN);
  const openFor = clock().getTime() - openedAt;
  const isInTime = openFor >= leastMs && openFor <= mostMs;
  if (!isInTime || website !== "") throw new Refusal("send-again", because("form-once-more"));
}
