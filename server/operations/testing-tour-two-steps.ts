import * as accounts from "#shared/contract/accounts.ts";
import * as twoSteps from "#shared/contract/two-steps.ts";
import { appOf } from "../accounts/testing-codes.ts";
import { goodPassword, newcomer } from "../accounts/testing-people.ts";
import { signInAnew, type Tour } from "./testing-tour-guide.ts";

let people = 0;

/** Sets up a second step, signs in by it, and ends it. Gives a way to sign in anew. */
export async function tourTwoSteps(tour: Tour): Promise<() => Promise<void>> {
  people += 1;
  const email = `guarded.${people}@example.org`;
  const password = goodPassword;
  const person = await newcomer(tour.server, email);
  const { account } = await person.call(accounts.readMe, {});
  const begin = { body: { password, proof: {} } };
  const { secret } = await tour.go(person, twoSteps.beginCodes, begin);
  const app = appOf(secret, tour.server.deps.clock);
  const { recoveryCodes } = await tour.go(person, twoSteps.confirmCodes, {
    body: { code: app() },
  });
  const [first = "", second = "", third = ""] = recoveryCodes;
  const { secondStep } = await person.call(accounts.signIn, { body: { email, password } });
  const ticket = secondStep?.ticket ?? "";
  await tour.go(person, twoSteps.completeSignIn, { body: { ticket, proof: { code: first } } });
  await tour.go(person, twoSteps.readSafeguards, {});
  const renewed = await tour.go(person, twoSteps.renewRecoveryCodes, {
    body: { password, proof: { code: second } },
  });
  // The old ones have ended.
  const spent = { password, proof: { code: third } };
  await person.refusal(twoSteps.endCodes, { body: spent });
  await tour.go(person, twoSteps.endCodes, {
    body: { password, proof: { code: renewed.recoveryCodes[0] ?? "" } },
  });
  return () => signInAnew(tour.server, person, account?.id ?? "");
}
