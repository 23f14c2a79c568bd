import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { readMe } from "#shared/contract/accounts.ts";
import {
  addPasskey,
  askPasskey,
  beginPasskey,
  endPasskey,
  signInByPasskey,
} from "#shared/contract/passkeys.ts";
import { readSafeguards } from "#shared/contract/two-steps.ts";
import { startTestServer, type TestServer } from "../../testing/server.ts";
import { withCodes } from "../testing-codes.ts";
import { addPasskeyOf, Authenticator, signedBy } from "../testing-passkeys.ts";
import { goodPassword, newcomer } from "../testing-people.ts";

let server: TestServer;
let now: Date | undefined;

beforeAll(async () => {
  server = await startTestServer({ given: { clock: () => now ?? new Date() } });
});
afterAll(() => server.close());

let people = 0;
const somebody = () => {
  people += 1;
  return newcomer(server, `keys.${people}@example.org`);
};
const given = { password: goodPassword, proof: {} };

describe("a passkey", () => {
  it("signs in without a password or a second step, as it stands for both", async () => {
    people += 1;
    const email = `coded.${people}@example.org`;
    const { person, app } = await withCodes(server, email);
    const noCode = { body: given };
    expect((await person.tryCall(beginPasskey, noCode)).status).toBe(422);
    const { challenge, rp } = await person.call(beginPasskey, {
      body: { password: goodPassword, proof: { code: app() } },
    });
    const device = new Authenticator();
    const credential = device.make({ origin: person.url, rpId: rp.id, challenge });
    await person.call(addPasskey, { body: { name: "A phone", credential } });

    const elsewhere = server.visitor();
    const signed = await elsewhere.call(signInByPasskey, await signedBy(device, elsewhere));
    expect(signed).toMatchObject({ account: { email }, secondStep: null });
    expect((await elsewhere.call(readMe, {})).account?.email).toBe(email);
    const { passkeys } = await elsewhere.call(readSafeguards, {});
    expect(passkeys).toMatchObject([{ name: "A phone", lastUsedAt: expect.any(String) }]);
  });

  it("is made by who knows the password, for the address that people use, and only once", async () => {
    const person = await somebody();
    const wrong = { body: { password: "not the password", proof: {} } };
    expect((await person.tryCall(beginPasskey, wrong)).status).toBe(422);
    const begin = () => person.call(beginPasskey, { body: given });
    const add = async (device: Authenticator, told: { origin?: string; rpId?: string } = {}) => {
      const { challenge, rp } = await begin();
      const place = { origin: person.url, rpId: rp.id, challenge, ...told };
      return person.tryCall(addPasskey, {
        body: { name: "A key", credential: device.make(place) },
      });
    };
    expect((await add(new Authenticator(), { origin: "https://evil.example" })).status).toBe(422);
    expect((await add(new Authenticator(), { rpId: "evil.example" })).status).toBe(422);
    const careless = new Authenticator();
    careless.verifiesUser = false;
    expect((await add(careless)).status).toBe(422);
    const device = new Authenticator();
    expect((await add(device)).status).toBe(200);
    expect((await add(device)).status).toBe(422);
    const options = await begin();
    expect(options.excludeCredentials.map(({ id }) => id)).toEqual([device.id]);
  });

  it("answers a challenge once, soon, and only its own account's when it is made", async () => {
    const [person, other] = [await somebody(), await somebody()];
    const { device } = await addPasskeyOf(person);
    const elsewhere = server.visitor();
    const answer = await signedBy(device, elsewhere);
    await elsewhere.call(signInByPasskey, answer);
    expect((await server.visitor().tryCall(signInByPasskey, answer)).status).toBe(410);

    const late = await signedBy(device, elsewhere);
    now = new Date(Date.now() + 6 * 60_000);
    expect((await elsewhere.tryCall(signInByPasskey, late)).status).toBe(410);
    now = undefined;

    const { challenge, rp } = await person.call(beginPasskey, { body: given });
    const told = { origin: person.url, rpId: rp.id, challenge };
    const stolen = { body: { name: "Mine", credential: new Authenticator().make(told) } };
    expect((await other.tryCall(addPasskey, stolen)).status).toBe(410);
    const forSigningIn = await server.visitor().call(askPasskey, {});
    const mixed = new Authenticator().make({ ...told, challenge: forSigningIn.challenge });
    const answered = await person.tryCall(addPasskey, { body: { name: "X", credential: mixed } });
    expect(answered.status).toBe(410);
  });

  it("opens nothing when it was copied, is unknown, signs for another site, or did not look who holds it", async () => {
    const person = await somebody();
    const { device } = await addPasskeyOf(person);
    const visitor = server.visitor();
    const tryWith = async (change: () => void, told: { origin?: string; rpId?: string } = {}) => {
      const { challenge, rpId } = await visitor.call(askPasskey, {});
      change();
      const place = { origin: visitor.url, rpId, challenge, ...told };
      return (await visitor.tryCall(signInByPasskey, { body: { credential: device.sign(place) } }))
        .status;
    };
    const asItIs = () => undefined;
    expect(await tryWith(asItIs)).toBe(200);
    expect(await tryWith(asItIs, { origin: "https://evil.example" })).toBe(422);
    expect(await tryWith(asItIs, { rpId: "evil.example" })).toBe(422);
    expect(await tryWith(() => (device.verifiesUser = false))).toBe(422);
    device.verifiesUser = true;
    expect(await tryWith(() => (device.counter = 0))).toBe(422);
    device.counter = 100;
    expect(await tryWith(asItIs)).toBe(200);
    const unknown = await signedBy(new Authenticator(), visitor);
    expect((await visitor.tryCall(signInByPasskey, unknown)).status).toBe(422);
  });

  it("ends when its owner says so with the password, and opens nothing from then on", async () => {
    const [person, other] = [await somebody(), await somebody()];
    const { device, passkey } = await addPasskeyOf(person);
    const end = { params: { passkeyId: passkey.id }, body: given };
    expect((await other.tryCall(endPasskey, end)).status).toBe(404);
    await person.call(endPasskey, end);
    expect((await person.call(readSafeguards, {})).passkeys).toEqual([]);
    const visitor = server.visitor();
    const refused = await visitor.tryCall(signInByPasskey, await signedBy(device, visitor));
    expect(refused.status).toBe(422);
  });
});
