import { request } from "node:http";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import {
  changeEmail,
  changePassword,
  confirmEmail,
  readMailbox,
  readMe,
  requestPasswordReset,
  resendConfirmation,
  resetPassword,
  signIn,
  signUp,
} from "#shared/contract/accounts.ts";
import type { Person } from "../testing/person.ts";
import { startTestServer, type TestServer } from "../testing/server.ts";
import {
  another,
  confirmed,
  goodPassword,
  jobsDone,
  mailFor,
  mailsTo,
  newcomer,
  tokenFor,
  tokenIn,
} from "./testing-people.ts";

let server: TestServer;
let now: Date | undefined;
beforeAll(async () => {
  server = await startTestServer({ given: { clock: () => now ?? new Date() } });
});
afterAll(() => server.close());

const who = async (person: Person) => (await person.call(readMe, {})).account;
const statusOf = async (answer: Promise<Response>) => (await answer).status;
const hours = 3_600_000;

async function later<T>(ms: number, work: () => Promise<T>): Promise<T> {
  now = new Date(Date.now() + ms);
  try {
    return await work();
  } finally {
    now = undefined;
  }
}

describe("the link that confirms an address", () => {
  const subject = /Confirm your address/;

  it("confirms it and signs in on the device where it is opened", async () => {
    const email = "link@example.org";
    const desk = await newcomer(server, email);
    const phone = server.visitor();
    const token = await tokenFor(server, { email, subject });
    const { account } = await phone.call(confirmEmail, { body: { token } });
    expect(account).toMatchObject({ email, isConfirmed: true });
    expect(await who(phone)).toEqual(account);
    expect((await who(desk))?.isConfirmed).toBe(true);
  });

  it("works once, however many try at the same moment", async () => {
    const email = "race@example.org";
    await newcomer(server, email);
    const token = await tokenFor(server, { email, subject });
    const tries = Array.from({ length: 16 }, () =>
      statusOf(server.visitor().tryCall(confirmEmail, { body: { token } })),
    );
    const statuses = (await Promise.all(tries)).toSorted((a, b) => a - b);
    expect(statuses).toEqual([200, ...Array<number>(15).fill(410)]);
  });

  it("is used up on the mailbox page too, and runs out after two days", async () => {
    const email = "late@example.org";
    const person = await newcomer(server, email);
    const first = await tokenFor(server, { email, subject });
    const problem = await later(49 * hours, () =>
      server.visitor().refusal(confirmEmail, { body: { token: first } }),
    );
    expect(problem).toMatchObject({ status: 410, type: "/problems/token-invalid" });
    await person.call(resendConfirmation, {});
    await expect.poll(async () => (await mailsTo(server, email)).length).toBe(2);
    const [newest] = await mailsTo(server, email);
    await person.call(confirmEmail, { body: { token: tokenIn(newest?.text ?? "") } });
    for (const mail of await mailsTo(server, email)) expect(mail.text).not.toContain("#");
  });

  it("says nothing of an address that has an owner, who is told by mail", async () => {
    const email = "owned@example.org";
    const owner = await confirmed(server, email);
    const other = server.visitor();
    const body = { email, name: "Other", password: "thirteen brass kettles" };
    const { account } = await other.call(signUp, { body });
    expect(account).toMatchObject({ email, isConfirmed: false });
    const told = await mailFor(server, { email, subject: /have a Folkmoot account already/ });
    expect(told.text).not.toContain("#");
    // Each signs in to the own account; the owner's stays what it was.
    const again = await another(server, email);
    expect((await who(again))?.id).toBe((await who(owner))?.id);
    const theirs = await another(server, email, body.password);
    expect((await who(theirs))?.id).toBe(account.id);
  });

  it("lets each of any number of accounts with one address sign in, and so tells nobody of others", async () => {
    const email = "crowded@example.org";
    await confirmed(server, email);
    const passwords = ["one two three lamp", "red kettle on ice", "no boats by noon"];
    for (const password of passwords) {
      const body = { email, name: "Crowd", password };
      await server.visitor().call(signUp, { body });
    }
    const ids = new Set<string | undefined>();
    for (const password of [goodPassword, ...passwords]) {
      ids.add((await who(await another(server, email, password)))?.id);
    }
    expect(ids.size).toBe(4);
  });

  it("leaves the address to the first of several who prove that it is theirs", async () => {
    const email = "contested@example.org";
    await newcomer(server, email, "First");
    const first = await tokenFor(server, { email, subject });
    await newcomer(server, email, "Second");
    await expect.poll(async () => (await mailsTo(server, email)).length).toBe(2);
    const tokens = (await mailsTo(server, email)).map(({ text }) => tokenIn(text));
    const second = tokens.find((token) => token !== first) ?? "";
    await server.visitor().call(confirmEmail, { body: { token: second } });
    const problem = await server.visitor().refusal(confirmEmail, { body: { token: first } });
    expect(problem).toMatchObject({ status: 409, type: "/problems/e-mail-taken" });
  });
});

describe("a password reset", () => {
  const subject = /Set a new password/;
  const password = "nineteen quiet ferries";

  it("sets the password once, ends all sessions, and confirms the address", async () => {
    const email = "reset@example.org";
    const desk = await newcomer(server, email);
    await server.visitor().call(requestPasswordReset, { body: { email: email.toUpperCase() } });
    const token = await tokenFor(server, { email, subject });
    const tries = Array.from({ length: 16 }, () =>
      statusOf(server.visitor().tryCall(resetPassword, { body: { token, password } })),
    );
    const statuses = (await Promise.all(tries)).toSorted((a, b) => a - b);
    expect(statuses).toEqual([204, ...Array<number>(15).fill(410)]);
    expect(await who(desk)).toBeNull();
    const old = { email, password: goodPassword };
    expect((await server.visitor().refusal(signIn, { body: old })).status).toBe(401);
    expect((await who(await another(server, email, password)))?.isConfirmed).toBe(true);
    await mailFor(server, { email, subject: /password has changed/ });
  });

  it("does not use the link up on a password that is refused, and runs out after an hour", async () => {
    const email = "weak@example.org";
    await confirmed(server, email);
    await server.visitor().call(requestPasswordReset, { body: { email } });
    const token = await tokenFor(server, { email, subject });
    const weak = { token, password: "password12345" };
    expect((await server.visitor().refusal(resetPassword, { body: weak })).status).toBe(422);
    const body = { token, password };
    const problem = await later(61 * 60_000, () =>
      server.visitor().refusal(resetPassword, { body }),
    );
    expect(problem.status).toBe(410);
    await server.visitor().call(resetPassword, { body });
  });

  it("sends nothing to an address that nobody has, and answers the same", async () => {
    const answers = ["nobody@example.org", "link@example.org"].map((email) =>
      server.visitor().tryCall(requestPasswordReset, { body: { email } }),
    );
    const statuses = await Promise.all(answers.map(statusOf));
    expect(statuses).toEqual([204, 204]);
    await mailFor(server, { email: "link@example.org", subject });
    await jobsDone(server);
    expect(await mailsTo(server, "nobody@example.org")).toEqual([]);
  });

  it("confirms no address by a link for passwords, nor the other way", async () => {
    const email = "crossed@example.org";
    await newcomer(server, email);
    const token = await tokenFor(server, { email, subject: /Confirm your address/ });
    expect(
      (await server.visitor().refusal(resetPassword, { body: { token, password } })).status,
    ).toBe(410);
    await server.visitor().call(requestPasswordReset, { body: { email } });
    const other = await tokenFor(server, { email, subject });
    expect((await server.visitor().refusal(confirmEmail, { body: { token: other } })).status).toBe(
      410,
    );
  });
});

describe("a change of address", () => {
  const subject = /Confirm your new address/;

  it("counts once it is confirmed from there, and both addresses are told", async () => {
    const [before, after] = ["before@example.org", "after@example.org"];
    const person = await confirmed(server, before, "Mara");
    await person.call(changeEmail, { body: { email: after, password: goodPassword } });
    await mailFor(server, { email: before, subject: /new address was asked/ });
    expect((await who(person))?.email).toBe(before);
    const token = await tokenFor(server, { email: after, subject });
    await person.call(confirmEmail, { body: { token } });
    expect(await who(person)).toMatchObject({ email: after, isConfirmed: true });
    await mailFor(server, { email: before, subject: /has changed/ });
    await another(server, after);
    expect(
      (await server.visitor().refusal(signIn, { body: { email: before, password: goodPassword } }))
        .status,
    ).toBe(401);
  });

  it("needs the password, and takes no other's address without a word about it", async () => {
    const person = await confirmed(server, "mover@example.org");
    const email = "settled@example.org";
    await confirmed(server, email);
    const wrong = await person.refusal(changeEmail, {
      body: { email, password: "not my password" },
    });
    expect(wrong.errors?.[0]?.pointer).toBe("#/body/password");
    await person.call(changeEmail, { body: { email, password: goodPassword } });
    await mailFor(server, { email, subject: /have a Folkmoot account already/ });
    expect((await mailsTo(server, email)).filter((mail) => subject.test(mail.subject))).toEqual([]);
  });

  it("is off when the password changes meanwhile", async () => {
    const person = await confirmed(server, "alarmed@example.org");
    const email = "thief@example.org";
    await person.call(changeEmail, { body: { email, password: goodPassword } });
    const token = await tokenFor(server, { email, subject });
    const newPassword = "eleven grey umbrellas sing";
    await person.call(changePassword, { body: { currentPassword: goodPassword, newPassword } });
    expect((await server.visitor().refusal(confirmEmail, { body: { token } })).status).toBe(410);
  });
});

/** Asks as nothing but a raw request can: with any Host and any other header. */
function statusAs(headers: Record<string, string>): Promise<number> {
  return new Promise((resolve, reject) => {
    request(`${server.url}/api/mailbox`, { headers }, (response) => {
      response.resume();
      resolve(response.statusCode ?? 0);
    })
      .on("error", reject)
      .end();
  });
}

describe("the mailbox page", () => {
  it.each([
    ["localhost", { host: "localhost:3000" }, 200],
    ["127.0.0.1", { host: "127.0.0.1" }, 200],
    ["another name that leads here", { host: "rebound.example.org" }, 404],
    ["a name that looks alike", { host: "localhost.example.org" }, 404],
    ["a proxy", { host: "localhost", "x-forwarded-for": "203.0.113.9" }, 404],
    ["a proxy that says so otherwise", { host: "localhost", forwarded: "for=203.0.113.9" }, 404],
  ])("answers who asks by %s: %s", async (_way, headers, status) => {
    expect(await statusAs(headers)).toBe(status);
  });

  it("is nothing where a mail server is set", async () => {
    const sending = await startTestServer({ env: { SMTP_URL: "smtp://127.0.0.1:9" } });
    expect((await sending.visitor().refusal(readMailbox, {})).status).toBe(404);
    await sending.close();
  });

  it("shows the same links each time", async () => {
    const email = "stable@example.org";
    await newcomer(server, email);
    const first = await mailFor(server, { email, subject: /Confirm/ });
    expect(await mailsTo(server, email)).toEqual([first]);
  });
});
