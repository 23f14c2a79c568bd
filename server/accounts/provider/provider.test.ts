import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { readMe, requestPasswordReset, resetPassword, signIn } from "#shared/contract/accounts.ts";
import {
  beginLink,
  beginProviderSignIn,
  completeProvider,
  endIdentity,
  readProvider,
} from "#shared/contract/provider.ts";
import { completeSignIn, readSafeguards } from "#shared/contract/two-steps.ts";
import type { Person } from "../../testing/person.ts";
import { startTestServer, type TestServer } from "../../testing/server.ts";
import { addCodes } from "../testing-codes.ts";
import {
  another,
  confirmed,
  dump,
  goodPassword,
  mailFor,
  newcomer,
  tokenFor,
} from "../testing-people.ts";
import {
  clientId,
  clientSecret,
  type Lies,
  type Profile,
  startTestProvider,
  type TestProvider,
} from "../testing-provider.ts";

let provider: TestProvider;
let server: TestServer;
beforeAll(async () => {
  provider = await startTestProvider();
  server = await startTestServer({
    env: {
      OIDC_ISSUER: provider.issuer,
      OIDC_CLIENT_ID: clientId,
      OIDC_CLIENT_SECRET: clientSecret,
      OIDC_NAME: "Example University",
    },
  });
});
afterAll(async () => {
  await server.close();
  await provider.close();
});

const password = goodPassword;
const given = { body: { password, proof: {} } };
const who = async (person: Person) => (await person.call(readMe, {})).account;
const setOut = async (person: Person) => (await person.call(beginProviderSignIn, {})).url;
const comeBack = (person: Person, answer: string) =>
  person.call(completeProvider, { body: { answer } });
const refused = async (person: Person, answer: string) =>
  (await person.refusal(completeProvider, { body: { answer } })).type;

/** Somebody with an account at the provider; a new one each time. */
const profileOf = (email: string, more: Partial<Profile> = {}): Profile => ({
  sub: `subject of ${email}`,
  email,
  email_verified: true,
  name: "Ada Lovelace",
  ...more,
});

async function enterBy(person: Person, profile: Profile) {
  return comeBack(person, provider.admit(await setOut(person), profile));
}

async function linkTo(person: Person, profile: Profile) {
  const { url } = await person.call(beginLink, given);
  return comeBack(person, provider.admit(url, profile));
}

describe("signing in by a provider", () => {
  it("makes an account for somebody new, and opens it from then on", async () => {
    expect(await server.visitor().call(readProvider, {})).toEqual({ name: "Example University" });
    const profile = profileOf("ada@example.org");
    const first = server.visitor();
    const { account, isLinked } = await enterBy(first, profile);
    expect(account).toMatchObject({
      email: "ada@example.org",
      isConfirmed: true,
      name: "Ada Lovelace",
    });
    expect(isLinked).toBe(false);
    const { identities, hasPassword } = await first.call(readSafeguards, {});
    expect([identities.length, hasPassword]).toEqual([1, false]);
    const second = server.visitor();
    // Who it is, is told by issuer and subject: an address may change hands.
    await enterBy(second, { ...profile, email: "other@example.org", name: "Other" });
    expect(await who(second)).toMatchObject({ id: account?.id, email: "ada@example.org" });
  });

  it("asks the provider with a code challenge, and for nothing that a page could read", async () => {
    const person = server.visitor();
    const url = new URL(await setOut(person));
    expect(url.href.startsWith(`${provider.issuer}/authorize`)).toBe(true);
    expect(Object.fromEntries(url.searchParams)).toMatchObject({
      response_type: "code",
      code_challenge_method: "S256",
      redirect_uri: `${server.url}/signed-in`,
      scope: "openid email profile",
    });
    const [, secret = ""] = /folkmoot-provider=([\w-]{43})/.exec(person.cookie) ?? [];
    expect(secret).not.toBe("");
    const kept = await dump(server);
    for (const one of [secret, url.searchParams.get("state"), url.searchParams.get("nonce")]) {
      expect(kept).not.toContain(one);
    }
  });

  it("asks for the second step where the account has one", async () => {
    const email = "steps@example.org";
    const person = await confirmed(server, email);
    const profile = profileOf(email);
    await linkTo(person, profile);
    const { recoveryCodes } = await addCodes(person, server.deps.clock);
    const visitor = server.visitor();
    const { account, secondStep } = await enterBy(visitor, profile);
    expect([account, await who(visitor)]).toEqual([null, null]);
    await visitor.call(completeSignIn, {
      body: { ticket: secondStep?.ticket ?? "", proof: { code: recoveryCodes[0] } },
    });
    expect(await who(visitor)).toMatchObject({ email });
  });

  it("leaves the address of somebody whom the provider does not vouch for unconfirmed", async () => {
    const { account } = await enterBy(
      server.visitor(),
      profileOf("unsure@example.org", { email_verified: false }),
    );
    expect(account).toMatchObject({ isConfirmed: false });
    await mailFor(server, { email: "unsure@example.org", subject: /Confirm your address/ });
    const nameless = server.visitor();
    const answer = provider.admit(await setOut(nameless), { sub: "nameless" });
    const problem = await nameless.refusal(completeProvider, { body: { answer } });
    expect(problem).toMatchObject({
      type: "/problems/provider-refused",
      reason: { code: "no-address-given" },
    });
  });
});

describe("nobody takes an account over", () => {
  it("by an address: its owner signs in and links the two", async () => {
    const email = "owner@example.org";
    const person = await confirmed(server, email);
    const profile = profileOf(email);
    const visitor = server.visitor();
    const answer = provider.admit(await setOut(visitor), profile);
    expect(await refused(visitor, answer)).toBe("/problems/link-first");
    expect(await who(visitor)).toBeNull();
    expect((await linkTo(person, profile)).isLinked).toBe(true);
    await mailFor(server, { email, subject: /Another sign-in opens/ });
    await enterBy(visitor, profile);
    expect(await who(visitor)).toMatchObject({ email });
  });

  it("by an address in other letters, or one that is not vouched for", async () => {
    const email = "letters@example.org";
    const person = await confirmed(server, email);
    const visitor = server.visitor();
    const upper = provider.admit(await setOut(visitor), profileOf("LETTERS@example.org"));
    expect(await refused(visitor, upper)).toBe("/problems/link-first");
    const unsure = profileOf(email, { sub: "unsure", email_verified: false });
    const { account } = await enterBy(visitor, unsure);
    expect(account?.id).not.toBe((await who(person))?.id);
    expect(account?.isConfirmed).toBe(false);
  });

  it("by a link that somebody else set out for", async () => {
    const victim = await newcomer(server, "victim@example.org");
    const thief = await newcomer(server, "thief@example.org");
    const { url } = await thief.call(beginLink, given);
    const answer = provider.admit(url, profileOf("thief@example.org"));
    // The thief's browser has the cookie: the victim's has none, or one of its own.
    expect(await refused(victim, answer)).toBe("/problems/too-late");
    await victim.call(beginLink, given);
    expect(await refused(victim, answer)).toBe("/problems/provider-refused");
    expect((await victim.call(readSafeguards, {})).identities).toEqual([]);
    // And who signed out or in meanwhile links nothing.
    const { url: own } = await thief.call(beginLink, given);
    const flow = thief.cookie.split("; ").find((one) => one.startsWith("folkmoot-provider"));
    const signedOut = server.visitor();
    signedOut.cookie = flow ?? "";
    expect(await refused(signedOut, provider.admit(own, profileOf("thief@example.org")))).toBe(
      "/problems/too-late",
    );
  });

  it("by linking without the password, or a person who opens another account", async () => {
    const email = "linking@example.org";
    const person = await newcomer(server, email);
    const guess = { body: { password: "not the right one", proof: {} } };
    expect((await person.refusal(beginLink, guess)).type).toBe("/problems/password-wrong");
    const taken = profileOf("taken@example.org");
    await enterBy(server.visitor(), taken);
    const { url } = await person.call(beginLink, given);
    expect(await refused(person, provider.admit(url, taken))).toBe("/problems/identity-taken");
  });

  it("by having made it for an address that its owner only now takes over", async () => {
    const email = "squatted@example.org";
    const squatter = profileOf(email, { email_verified: false });
    await enterBy(server.visitor(), squatter);
    await server.visitor().call(requestPasswordReset, { body: { email } });
    const token = await tokenFor(server, { email, subject: /Set a new password/ });
    const changed = "nineteen quiet ferries";
    await server.visitor().call(resetPassword, { body: { token, password: changed } });
    const owner = await another(server, email, changed);
    const again = server.visitor();
    await enterBy(again, squatter);
    expect((await who(again))?.id).not.toBe((await who(owner))?.id);
  });

  it("by a password where none was set", async () => {
    const email = "passwordless@example.org";
    await enterBy(server.visitor(), profileOf(email));
    const body = { email, password: "none" };
    expect((await server.visitor().refusal(signIn, { body })).status).toBe(401);
  });
});

describe("an answer of the provider is refused", () => {
  const hour = Math.floor(Date.now() / 1_000) - 3_600;
  const lies: Record<string, Lies> = {
    "with another nonce": { claims: { nonce: "another" } },
    "for another audience": { claims: { aud: "another client" } },
    "of another issuer": { claims: { iss: "https://id.example.com" } },
    "that has run out": { claims: { iat: hour, exp: hour + 60 } },
    "that somebody else signed": { isForged: true },
    "about nobody": { claims: { sub: "" } },
  };
  it.each(Object.entries(lies))("%s", async (what, told) => {
    const person = server.visitor();
    const profile = profileOf(`${what.replaceAll(" ", ".")}@example.org`);
    const answer = provider.admit(await setOut(person), profile, told);
    expect(await refused(person, answer)).toBe("/problems/provider-refused");
    expect(await who(person)).toBeNull();
    expect((await enterBy(person, profile)).account).not.toBeNull();
  });

  it("with another state, another's code, or the provider's own refusal", async () => {
    const person = server.visitor();
    const profile = profileOf("state@example.org");
    const answer = new URLSearchParams(provider.admit(await setOut(person), profile));
    answer.set("state", "another");
    expect(await refused(person, answer.toString())).toBe("/problems/provider-refused");
    const theirs = new URLSearchParams(provider.admit(await setOut(server.visitor()), profile));
    const mine = new URLSearchParams(provider.admit(await setOut(person), profile));
    mine.set("code", theirs.get("code") ?? "");
    expect(await refused(person, mine.toString())).toBe("/problems/provider-refused");
    const { searchParams } = new URL(await setOut(person));
    const denied = { error: "access_denied", state: searchParams.get("state") ?? "" };
    expect(await refused(person, new URLSearchParams(denied).toString())).toBe(
      "/problems/provider-refused",
    );
  });

  it("on another browser, a second time, or after ten minutes", async () => {
    const person = server.visitor();
    const profile = profileOf("once@example.org");
    const answer = provider.admit(await setOut(person), profile);
    expect(await refused(server.visitor(), answer)).toBe("/problems/too-late");
    const { cookie } = person;
    await comeBack(person, answer);
    const replay = server.visitor();
    replay.cookie = cookie;
    expect(await refused(replay, answer)).toBe("/problems/too-late");
    const slow = server.visitor();
    const late = provider.admit(await setOut(slow), profile);
    await server.sql("update provider_flows set expires_at = now() - interval '1 second'");
    expect(await refused(slow, late)).toBe("/problems/too-late");
    expect(server.logged.join("\n")).not.toContain(new URLSearchParams(answer).get("code"));
  });
});

describe("a link ends", () => {
  it("by the password, with the sessions elsewhere, and not where there is no password yet", async () => {
    const email = "unlink@example.org";
    const profile = profileOf(email);
    const person = server.visitor();
    await enterBy(person, profile);
    const [identity] = (await person.call(readSafeguards, {})).identities;
    const params = { identityId: identity?.id ?? "" };
    expect((await person.refusal(endIdentity, { params, ...given })).type).toBe(
      "/problems/password-wrong",
    );
    await person.call(requestPasswordReset, { body: { email } });
    const token = await tokenFor(server, { email, subject: /Set a new password/ });
    await person.call(resetPassword, { body: { token, password } });
    const again = await another(server, email);
    const elsewhere = server.visitor();
    await enterBy(elsewhere, profile);
    const thief = await newcomer(server, "unlink.thief@example.org");
    expect((await thief.refusal(endIdentity, { params, ...given })).status).toBe(404);
    await again.call(endIdentity, { params, ...given });
    expect(await who(elsewhere)).toBeNull();
    await mailFor(server, { email, subject: /has ended/ });
    expect(await refused(elsewhere, provider.admit(await setOut(elsewhere), profile))).toBe(
      "/problems/link-first",
    );
  });
});

describe("where no provider is set", () => {
  it("nothing of this is there", async () => {
    const plain = await startTestServer({ given: { provider: undefined } });
    const person = await newcomer(plain, "plain@example.org");
    expect(await person.call(readProvider, {})).toEqual({ name: null });
    expect((await person.refusal(beginProviderSignIn, {})).status).toBe(404);
    expect((await person.refusal(beginLink, given)).status).toBe(404);
    expect((await person.refusal(completeProvider, { body: { answer: "code=1" } })).status).toBe(
      404,
    );
    await plain.close();
  });
});
