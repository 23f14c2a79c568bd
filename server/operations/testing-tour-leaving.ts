import * as leaving from "#shared/contract/leaving.ts";
import { goodPassword, newcomer } from "../accounts/testing-people.ts";
import type { Tour } from "./testing-tour-guide.ts";

/** Somebody comes, thinks it over, and goes for good. */
export async function tourLeaving(tour: Tour): Promise<void> {
  const email = `leaver.${crypto.randomUUID().slice(0, 8)}@example.org`;
  const person = await newcomer(tour.server, email);
  const body = { password: goodPassword, proof: {} };
  await tour.go(person, leaving.deleteAccount, { body });
  // Whoever has gone tries nothing any more: somebody without a password stands in.
  const who = tour.cast.outsider;
  tour.steps.splice(-1, 1, { contract: leaving.deleteAccount, person: who, input: { body } });
  await tour.go(who, leaving.readFarewell, {});
  await tour.take(who, leaving.exportMyData, {});
}
