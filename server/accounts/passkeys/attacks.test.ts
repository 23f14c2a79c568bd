import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { readMe, requestPasswordReset, resetPassword } from "#shared/contract/accounts.ts";
import {
  addPasskey,
  askPasskey,
  beginPasskey,
  endPasskey,
  signInByPasskey,
} from "#shared/contract/passkeys.ts";
import { readSafeguards } from "#shared/contract/two-steps.ts";
import type { Person } from "../../testing/person.ts";
import { startTestServer, type TestServer } from "../../testing/server.ts";
import { addPasskeyOf, Authenticator, signedBy } from "../testing-passkeys.ts";
import {
  another,
  confirmed,
  dump,
  goodPassword,
  mailFor,
  newcomer,
  tokenFor,
} from "../testing-people.ts";

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.close());

type Lie = Partial<Parameters<Authenticator["sign"]>[0]>;
const given = { password: goodPassword, proof: {} };
const who = async (person: Person) => (await person.call(readMe, {})).account;
const begin = (person: Person) => person.call(beginPasskey, { body: given });

let people = 0;
/** Somebody with a passkey. */
async function keyed() {
  people += 1;
  const email = `attacked.${people}@example.org`;
  const person = await newcomer(server, email);
  return { email, person, ...(await addPasskeyOf(person)) };
}

/** What comes of signing in on a new browser. */
async function openWith(device: Authenticator, lie: Lie = {}) {
  const person = server.visitor();
  const { challenge, rpId } = await person.call(askPasskey, {});
  const credential = device.sign({ origin: person.url, rpId, challenge, ...lie });
  const { status } = await person.tryCall(signInByPasskey, { body: { credential } });
  return { status, account: await who(person) };
}

const handle = (accountId: string) => Buffer.from(accountId).toString("base64url");

describe("a sign-in by passkey is refused", () => {
  const lies: Record<string, { lie: Lie; status: number }> = {
    "from another port of this machine": { lie: { origin: "http://127.0.0.1:1" }, status: 422 },
    "from a name that begins like ours": {
      lie: { origin: "http://127.0.0.1.example.org" },
      status: 422,
    },
    "with a challenge that nobody gave": { lie: { challenge: "A".repeat(43) }, status: 410 },
    "where it says to be a new key": { lie: { type: "webauthn.create" }, status: 422 },
    "where it says to be somebody else's": {
      lie: { userHandle: handle(crypto.randomUUID()) },
      status: 422,
    },
    "where it says to be nobody's": { lie: { userHandle: "" }, status: 422 },
  };
  it.each(Object.entries(lies))("%s", async (_, { lie, status }) => {
    const { email, person, device } = await keyed();
    expect(await openWith(device, lie)).toEqual({ status, account: null });
    const userHandle = handle((await who(person))?.id ?? "");
    expect(await openWith(device, { userHandle })).toMatchObject({ account: { email } });
  });

  it("a second time, also when both come at once", async () => {
    const { device } = await keyed();
    const answer = await signedBy(device, server.visitor());
    const both = [server.visitor(), server.visitor()];
    const answers = await Promise.all(both.map((one) => one.tryCall(signInByPasskey, answer)));
    expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 410]);
    expect((await Promise.all(both.map(who))).filter(Boolean)).toHaveLength(1);
  });

  it("when the count does not go up, as with a copy of the key", async () => {
    const { device } = await keyed();
    const at = (count: number) => {
      device.counter = count - 1;
      return openWith(device);
    };
    expect((await at(7)).status).toBe(200);
    for (const count of [7, 3, 0]) expect(await at(count)).toEqual({ status: 422, account: null });
    expect((await at(8)).status).toBe(200);
  });

  it("by a key that signs under another's name", async () => {
    const [mine, theirs] = [await keyed(), await keyed()];
    const visitor = server.visitor();
    const { body } = await signedBy(mine.device, visitor);
    const { id } = theirs.device;
    const borrowed = { body: { credential: { ...body.credential, id, rawId: id } } };
    expect((await visitor.tryCall(signInByPasskey, borrowed)).status).toBe(422);
    expect(await who(visitor)).toBeNull();
  });

  it("by a challenge that was given for a new key", async () => {
    const { person, device } = await keyed();
    const { challenge } = await begin(person);
    expect(await openWith(device, { challenge })).toEqual({ status: 410, account: null });
  });
});

describe("a new passkey", () => {
  it("is its first owner's: nobody else is given the same one", async () => {
    const { device, email } = await keyed();
    const other = await newcomer(server, "same.key@example.org");
    const { challenge, rp } = await begin(other);
    const credential = device.make({ origin: other.url, rpId: rp.id, challenge });
    const answer = await other.tryCall(addPasskey, { body: { name: "Mine", credential } });
    expect(answer.status).toBe(422);
    expect((await other.call(readSafeguards, {})).passkeys).toEqual([]);
    expect((await openWith(device)).account).toMatchObject({ email });
  });

  it("is not made by what signs in", async () => {
    const person = await newcomer(server, "wrong.deed@example.org");
    const { challenge, rp } = await begin(person);
    const told = { origin: person.url, rpId: rp.id, challenge, type: "webauthn.get" };
    const body = { name: "A key", credential: new Authenticator().make(told) };
    expect((await person.tryCall(addPasskey, { body })).status).toBe(422);
  });
});

describe("a passkey that is removed", () => {
  it("takes the password, and signs out whom it let in", async () => {
    const { email, person, device, passkey } = await keyed();
    const thief = server.visitor();
    await thief.call(signInByPasskey, await signedBy(device, thief));
    expect(await who(thief)).toMatchObject({ email });
    const params = { passkeyId: passkey.id };
    const guess = { password: "not the right one", proof: {} };
    expect((await thief.tryCall(endPasskey, { params, body: guess })).status).toBe(422);
    await person.call(endPasskey, { params, body: given });
    expect(await who(thief)).toBeNull();
    expect(await who(person)).toMatchObject({ email });
    await mailFor(server, { email, subject: /passkey .* has ended/ });
    const again = await person.tryCall(endPasskey, { params, body: given });
    expect(again.status).toBe(404);
    expect((await openWith(device)).status).toBe(422);
  });
});

describe("passkeys and the address of an account", () => {
  const password = "nineteen quiet ferries";

  /** Sets a new password by the link that comes by mail. */
  async function reset(email: string): Promise<void> {
    await server.visitor().call(requestPasswordReset, { body: { email } });
    const token = await tokenFor(server, { email, subject: /Set a new password/ });
    await server.visitor().call(resetPassword, { body: { token, password } });
  }

  it("stay when its owner sets a new password", async () => {
    const email = "stays@example.org";
    const { device } = await addPasskeyOf(await confirmed(server, email));
    await reset(email);
    expect((await openWith(device)).account).toMatchObject({ email });
  });

  it("end where somebody made them for an address that its owner only now takes over", async () => {
    const { email, device } = await keyed();
    await reset(email);
    expect(await openWith(device)).toEqual({ status: 422, account: null });
    expect(await who(await another(server, email, password))).toMatchObject({ email });
  });

  it("are asked for by challenges that are nowhere to be read", async () => {
    const { challenge } = await server.visitor().call(askPasskey, {});
    expect(await dump(server)).not.toContain(challenge);
  });
});
