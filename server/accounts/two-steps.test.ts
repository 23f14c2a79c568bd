import { decodeBase32IgnorePadding } from "@oslojs/encoding";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import {
  changeEmail,
  confirmEmail,
  listSessions,
  readMe,
  requestPasswordReset,
  resetPassword,
  signIn,
  signUp,
} from "#shared/contract/accounts.ts";
import {
  beginCodes,
  completeSignIn,
  confirmCodes,
  endCodes,
  readSafeguards,
  renewRecoveryCodes,
} from "#shared/contract/two-steps.ts";
import type { Person } from "../testing/person.ts";
import { startTestServer, type TestServer } from "../testing/server.ts";
import { addCodes, appOf, ticketOf, withCodes } from "./testing-codes.ts";
import {
  another,
  confirmed,
  dump,
  goodPassword,
  mailFor,
  newcomer,
  tokenFor,
} from "./testing-people.ts";

let server: TestServer;
const stepMs = 30_000;
// Stands still in the middle of a step, so that no code runs out while it is on its way.
let now = Math.floor(Date.now() / stepMs) * stepMs + stepMs / 2;
const clock = () => new Date(now);
beforeAll(async () => {
  server = await startTestServer({ given: { clock } });
});
afterAll(() => server.close());

const password = goodPassword;
const who = async (person: Person) => (await person.call(readMe, {})).account;
const complete = (person: Person, ticket: string, code: string) =>
  person.call(completeSignIn, { body: { ticket, proof: { code } } });
const refused = (person: Person, ticket: string, code: string) =>
  person.refusal(completeSignIn, { body: { ticket, proof: { code } } });

describe("an app that makes codes", () => {
  it("counts only once it has shown a right one, and its secret is told that one time", async () => {
    const person = await newcomer(server, "setup@example.org");
    const { secret, uri } = await person.call(beginCodes, { body: { password, proof: {} } });
    expect(uri).toMatch(/^otpauth:\/\/totp\/Folkmoot:setup%40example.org\?issuer=Folkmoot/);
    expect(uri).toContain(`secret=${secret}`);
    const wrong = await person.refusal(confirmCodes, { body: { code: "000000" } });
    expect(wrong).toMatchObject({ status: 422, type: "/problems/code-wrong" });
    expect(wrong.errors?.[0]?.pointer).toBe("#/body/code");
    expect(await who(await another(server, "setup@example.org"))).not.toBeNull();

    const phone = await another(server, "setup@example.org");
    const before = person.cookie;
    const code = appOf(secret, clock)();
    const { recoveryCodes } = await person.call(confirmCodes, { body: { code } });
    expect(new Set(recoveryCodes).size).toBe(10);
    expect(person.cookie).not.toBe(before);
    expect(await who(phone)).toBeNull();
    expect((await person.call(listSessions, {})).sessions).toHaveLength(1);
    const guards = await person.call(readSafeguards, {});
    expect(guards).toMatchObject({ codesSince: expect.any(String), recoveryCodesLeft: 10 });
    expect(JSON.stringify(guards)).not.toContain(secret);
    const again = await person.refusal(beginCodes, {
      body: { password, proof: { code: recoveryCodes[0] } },
    });
    expect(again.type).toBe("/problems/codes-on");
    await mailFor(server, { email: "setup@example.org", subject: /asks for a second step/ });
  });

  it("is set up by who knows the password, and within a quarter of an hour", async () => {
    const person = await newcomer(server, "late.setup@example.org");
    const guess = { password: "not the right one", proof: {} };
    const problem = await person.refusal(beginCodes, { body: guess });
    expect(problem.errors?.[0]?.pointer).toBe("#/body/password");
    const { secret } = await person.call(beginCodes, { body: { password, proof: {} } });
    now += 16 * 60_000;
    const late = await person.refusal(confirmCodes, { body: { code: appOf(secret, clock)() } });
    expect(late.type).toBe("/problems/too-late");
    expect((await person.call(readSafeguards, {})).codesSince).toBeNull();
  });

  it("leaves nothing in the database by which its codes or the recovery codes are found", async () => {
    const { secret, recoveryCodes } = await withCodes(server, "copy@example.org", clock);
    const ticket = await ticketOf(server.visitor(), "copy@example.org");
    const kept = `${await dump(server)}\n${server.logged.join("\n")}`;
    for (const one of [
      secret,
      ticket,
      ...recoveryCodes,
      ...recoveryCodes.map((code) => code.replace("-", "")),
    ]) {
      expect(one.length).toBeGreaterThan(9);
      expect(kept).not.toContain(one);
    }
    const bytes = Buffer.from(decodeBase32IgnorePadding(secret));
    for (const form of ["hex", "base64", "base64url"] as const) {
      expect(kept).not.toContain(bytes.toString(form));
    }
  });
});

describe("signing in with a second step", () => {
  it("asks for it only after the right password, and begins a session only after it", async () => {
    const email = "steps@example.org";
    const { app } = await withCodes(server, email, clock);
    const visitor = server.visitor();
    const wrong = { email, password: "wrong wrong wrong" };
    expect((await visitor.refusal(signIn, { body: wrong })).status).toBe(401);
    const ticket = await ticketOf(visitor, email);
    expect(visitor.cookie).toBe("");
    expect(await who(visitor)).toBeNull();
    const { account } = await complete(visitor, ticket, ` ${app().slice(0, 3)} ${app().slice(3)}`);
    expect(account).toMatchObject({ email });
    expect(await who(visitor)).toMatchObject({ email });
  });

  it("takes a code once, at whatever place, and none older than the last", async () => {
    const email = "once@example.org";
    const { person, app } = await withCodes(server, email, clock);
    const [code, older] = [app(), app(-1)];
    const first = server.visitor();
    await complete(first, await ticketOf(first, email), code);
    const second = server.visitor();
    const ticket = await ticketOf(second, email);
    for (const spent of [code, older]) {
      expect((await refused(second, ticket, spent)).type).toBe("/problems/code-wrong");
    }
    const renewal = { body: { password, proof: { code } } };
    expect((await person.refusal(renewRecoveryCodes, renewal)).type).toBe("/problems/code-wrong");
    await complete(second, ticket, app(1));
  });

  it("lets only one of many at once use a code", async () => {
    const email = "race@example.org";
    const { app } = await withCodes(server, email, clock);
    const visitors = Array.from({ length: 6 }, () => server.visitor());
    const tickets = await Promise.all(visitors.map((one) => ticketOf(one, email)));
    const code = app();
    const answers = await Promise.all(
      visitors.map((one, at) =>
        one.tryCall(completeSignIn, { body: { ticket: tickets[at] ?? "", proof: { code } } }),
      ),
    );
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
  });

  it("takes the codes of the step before and after, and no others", async () => {
    const email = "drift@example.org";
    const { app } = await withCodes(server, email, clock);
    now += 4 * stepMs;
    const visitor = server.visitor();
    const ticket = await ticketOf(visitor, email);
    for (const far of [-2, 2]) {
      expect((await refused(visitor, ticket, app(far))).type).toBe("/problems/code-wrong");
    }
    await complete(visitor, ticket, app(-1));
    const other = server.visitor();
    await complete(other, await ticketOf(other, email), app(1));
  });

  it("gives a ticket five tries and five minutes, for one session, and tells its owner", async () => {
    const email = "tries@example.org";
    const { app } = await withCodes(server, email, clock);
    const guesser = server.visitor();
    const ticket = await ticketOf(guesser, email);
    for (let tries = 0; tries < 5; tries += 1) {
      expect((await refused(guesser, ticket, "000000")).type).toBe("/problems/code-wrong");
    }
    expect((await refused(guesser, ticket, app())).type).toBe("/problems/too-late");
    await mailFor(server, { email, subject: /Somebody knows your Folkmoot password/ });

    const slow = server.visitor();
    const old = await ticketOf(slow, email);
    now += 5 * 60_000 + 1;
    expect((await refused(slow, old, app())).type).toBe("/problems/too-late");
    const fresh = await ticketOf(slow, email);
    await complete(slow, fresh, app());
    expect((await refused(slow, fresh, app(1))).type).toBe("/problems/too-late");
    expect((await refused(slow, "A".repeat(43), app(1))).type).toBe("/problems/too-late");
  });

  it("gives nothing to who leaves the code out, or takes what is no code for one", async () => {
    const email = "empty@example.org";
    await withCodes(server, email, clock);
    const visitor = server.visitor();
    const ticket = await ticketOf(visitor, email);
    const none = await visitor.refusal(completeSignIn, { body: { ticket, proof: {} } });
    expect(none).toMatchObject({ status: 422, type: "/problems/second-step-missing" });
    for (const code of ["", "12345", "1234567", "'; drop table accounts; --"]) {
      const problem = await refused(visitor, ticket, code);
      expect([code, problem.type]).toEqual([code, "/problems/invalid-request"]);
    }
  });

  it("is nothing that another account's code, ticket or recovery code stands in for", async () => {
    const [mine, theirs] = ["mine@example.org", "theirs@example.org"];
    const { app, recoveryCodes } = await withCodes(server, mine, clock);
    await withCodes(server, theirs, clock);
    const thief = server.visitor();
    const ticket = await ticketOf(thief, theirs);
    for (const code of [app(), recoveryCodes[0] ?? ""]) {
      expect((await refused(thief, ticket, code)).type).toBe("/problems/code-wrong");
    }
  });
});

describe("a recovery code", () => {
  it("opens the account once, in any spelling, and its owner is told how many are left", async () => {
    const email = "recover@example.org";
    const { recoveryCodes } = await withCodes(server, email, clock);
    const [code = ""] = recoveryCodes;
    const visitor = server.visitor();
    await complete(visitor, await ticketOf(visitor, email), code.replace("-", " ").toUpperCase());
    expect(await who(visitor)).toMatchObject({ email });
    expect((await visitor.call(readSafeguards, {})).recoveryCodesLeft).toBe(9);
    const { text } = await mailFor(server, { email, subject: /recovery code/ });
    expect(text).toContain("that are left: 9");
    const other = server.visitor();
    const again = await refused(other, await ticketOf(other, email), code);
    expect(again.type).toBe("/problems/code-wrong");
  });

  it("ends when new ones are made, which takes password and code", async () => {
    const email = "renew@example.org";
    const { person, app, recoveryCodes } = await withCodes(server, email, clock);
    const without = await person.refusal(renewRecoveryCodes, { body: { password, proof: {} } });
    expect(without.errors?.[0]?.pointer).toBe("#/body/proof/code");
    const guess = { password: "not the right one", proof: { code: app() } };
    expect((await person.refusal(renewRecoveryCodes, { body: guess })).type).toBe(
      "/problems/password-wrong",
    );
    const renewed = await person.call(renewRecoveryCodes, {
      body: { password, proof: { code: app() } },
    });
    expect(renewed.recoveryCodes).toHaveLength(10);
    const visitor = server.visitor();
    const ticket = await ticketOf(visitor, email);
    expect((await refused(visitor, ticket, recoveryCodes[1] ?? "")).type).toBe(
      "/problems/code-wrong",
    );
    await complete(visitor, ticket, renewed.recoveryCodes[1] ?? "");
  });

  it("is nothing for who has no second step", async () => {
    const person = await newcomer(server, "plain@example.org");
    const body = { password, proof: {} };
    expect((await person.refusal(renewRecoveryCodes, { body })).status).toBe(404);
    expect((await person.refusal(endCodes, { body })).status).toBe(404);
  });
});

describe("the second step ends", () => {
  it("by password and code together, under a new session id", async () => {
    const email = "end@example.org";
    const { person, app } = await withCodes(server, email, clock);
    expect((await person.refusal(endCodes, { body: { password, proof: {} } })).type).toBe(
      "/problems/second-step-missing",
    );
    const before = person.cookie;
    await person.call(endCodes, { body: { password, proof: { code: app() } } });
    expect(person.cookie).not.toBe(before);
    expect(await person.call(readSafeguards, {})).toEqual({
      codesSince: null,
      recoveryCodesLeft: 0,
      passkeys: [],
      identities: [],
      hasPassword: true,
    });
    await another(server, email);
    await addCodes(person, clock);
    await ticketOf(server.visitor(), email);
  });
});

describe("nobody gets round the second step", () => {
  it("by a new password: it begins no session, ends tickets, and the step is asked for after it", async () => {
    const email = "reset.steps@example.org";
    const { app } = await withCodes(server, email, clock);
    const waiting = server.visitor();
    const ticket = await ticketOf(waiting, email);
    await waiting.call(requestPasswordReset, { body: { email } });
    const token = await tokenFor(server, { email, subject: /Set a new password/ });
    const visitor = server.visitor();
    const changed = "nineteen quiet ferries";
    await visitor.call(resetPassword, { body: { token, password: changed } });
    expect(await who(visitor)).toBeNull();
    expect((await refused(waiting, ticket, app())).type).toBe("/problems/too-late");
    await complete(visitor, await ticketOf(visitor, email, changed), app());
    expect(await who(visitor)).toMatchObject({ email });
  });

  it("by the link of a mail, on a browser that is not signed in", async () => {
    const email = "link@example.org";
    const person = await newcomer(server, email);
    const token = await tokenFor(server, { email, subject: /Confirm your address/ });
    const { app } = await addCodes(person, clock);
    const visitor = server.visitor();
    const { account, secondStep } = await visitor.call(confirmEmail, { body: { token } });
    expect(account).toBeNull();
    expect(await who(visitor)).toBeNull();
    await complete(visitor, secondStep?.ticket ?? "", app());
    expect(await who(visitor)).toMatchObject({ email, isConfirmed: true });
  });

  it("while who is signed in already follows such a link without it", async () => {
    const person = await confirmed(server, "moving@example.org");
    await addCodes(person, clock);
    const moved = "moved@example.org";
    await person.call(changeEmail, { body: { email: moved, password } });
    const token = await tokenFor(server, { email: moved, subject: /Confirm your new address/ });
    const { account } = await person.call(confirmEmail, { body: { token } });
    expect(account).toMatchObject({ email: moved });
  });

  it("by repeating the request that opened the account", async () => {
    const body = { email: "signup.again@example.org", name: "Nova", password };
    const person = server.visitor();
    await person.call(signUp, { body }, "the-key-of-this-sign-up");
    await addCodes(person, clock);
    const again = server.visitor();
    const answer = await again.tryCall(signUp, { body }, "the-key-of-this-sign-up");
    expect(answer.status).toBe(422);
    expect(await who(again)).toBeNull();
  });
});
