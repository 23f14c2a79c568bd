import * as passkeys from "#shared/contract/passkeys.ts";
import { Authenticator, signedBy } from "../accounts/testing-passkeys.ts";
import { goodPassword, newcomer } from "../accounts/testing-people.ts";
import type { Tour } from "./testing-tour-guide.ts";

let people = 0;

/** Makes a passkey, signs in by it, and ends it. */
export async function tourPasskeys(tour: Tour): Promise<void> {
  people += 1;
  const person = await newcomer(tour.server, `passkeys.${people}@example.org`);
  const given = { password: goodPassword, proof: {} };
  const { challenge, rp } = await tour.go(person, passkeys.beginPasskey, { body: given });
  const device = new Authenticator();
  const credential = device.make({ origin: person.url, rpId: rp.id, challenge });
  const { id } = await tour.go(person, passkeys.addPasskey, {
    body: { name: tour.text("A phone"), credential },
  });
  const visitor = tour.server.visitor();
  await tour.go(visitor, passkeys.askPasskey, {});
  await tour.go(visitor, passkeys.signInByPasskey, await signedBy(device, visitor));
  await tour.go(person, passkeys.endPasskey, { params: { passkeyId: id }, body: given });
}
