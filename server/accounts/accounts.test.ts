import { afterAll, beforeAll, describe, expect, it } from "vitest";
import {
  changePassword,
  changeProfile,
  endOtherSessions,
  endSession,
  listSessions,
  readMe,
  signIn,
  signOut,
  signUp,
} from "#shared/contract/accounts.ts";
import { communityRoom } from "#shared/contract/event.ts";
import { addCommunity } from "../testing/community.ts";
import type { Person } from "../testing/person.ts";
import { startTestServer, type TestServer } from "../testing/server.ts";
import { another, goodPassword, newcomer } from "./testing-people.ts";

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.close());

const who = async (person: Person) => (await person.call(readMe, {})).account;

describe("signing up", () => {
  it("signs in at once, to an account whose address is not confirmed", async () => {
    const person = await newcomer(server, "ada@example.org", "Ada");
    expect(await who(person)).toMatchObject({
      email: "ada@example.org",
      name: "Ada",
      language: "en",
      isConfirmed: false,
    });
  });

  it("makes the first account of an installation its operator, and no other", async () => {
    const fresh = await startTestServer();
    const people = await Promise.all(
      ["a@example.org", "b@example.org", "c@example.org"].map((email) => newcomer(fresh, email)),
    );
    const accounts = await Promise.all(people.map(who));
    expect(accounts.filter((account) => account?.isOperator)).toHaveLength(1);
    const late = await newcomer(fresh, "late@example.org");
    expect((await who(late))?.isOperator).toBe(false);
    await fresh.close();
  });

  it("is the same account again when the request is repeated, and needs the same password", async () => {
    const body = { email: "twice@example.org", name: "Twice", password: goodPassword };
    const [once, again, thief] = [server.visitor(), server.visitor(), server.visitor()];
    const first = await once.call(signUp, { body }, "key-of-this-visitor");
    const second = await again.call(signUp, { body }, "key-of-this-visitor");
    expect(second.account.id).toBe(first.account.id);
    const guess = { ...body, password: "another good long one" };
    const refused = await thief.tryCall(signUp, { body: guess }, "key-of-this-visitor");
    expect(refused.status).toBe(422);
    expect(await who(thief)).toBeNull();
  });

  it.each([
    ["a short password", { password: "only eleven" }, "#/body/password"],
    ["a common password", { password: "Password1234!" }, "#/body/password"],
    ["one's own name as password", { password: "wilhelmina-1994" }, "#/body/password"],
    ["a name of two lines", { name: "Ada\nBcc: all@example.org" }, "#/body/name"],
    ["an empty name", { name: "  " }, "#/body/name"],
    ["what is no mail address", { email: "ada at example" }, "#/body/email"],
    ["what was not asked for", { isOperator: true }, "#/body"],
  ])("refuses %s and says where", async (_what, wrong, pointer) => {
    const good = { email: "x@example.org", name: "Wilhelmina", password: goodPassword };
    const problem = await server.visitor().refusal(signUp, { body: { ...good, ...wrong } });
    expect(problem.status).toBe(422);
    expect(problem.errors?.[0]?.pointer).toBe(pointer);
  });
});

describe("signing in", () => {
  it("takes the address in any case, and the password only as it is", async () => {
    await newcomer(server, "grace@example.org");
    const person = await another(server, "GRACE@example.ORG");
    expect((await who(person))?.email).toBe("grace@example.org");
    const body = { email: "grace@example.org", password: goodPassword.toUpperCase() };
    const problem = await server.visitor().refusal(signIn, { body });
    expect(problem).toMatchObject({ status: 401, type: "/problems/e-mail-or-password-wrong" });
  });

  it("begins a session under a new id, and ends the one that the browser had", async () => {
    const person = await newcomer(server, "fix@example.org");
    const before = person.cookie;
    await person.call(signIn, { body: { email: "fix@example.org", password: goodPassword } });
    expect(person.cookie).not.toBe(before);
    const old = server.visitor();
    old.cookie = before;
    expect(await who(old)).toBeNull();
  });

  it("never takes a session id that somebody else chose", async () => {
    await newcomer(server, "planted@example.org");
    const person = server.visitor();
    const planted = "A".repeat(43);
    person.cookie = `folkmoot=${planted}`;
    await person.call(signIn, { body: { email: "planted@example.org", password: goodPassword } });
    expect(person.cookie).not.toContain(planted);
  });

  it("shows a visitor nobody, and the server's time", async () => {
    const me = await server.visitor().call(readMe, {});
    expect(me.account).toBeNull();
    expect(Math.abs(Date.parse(me.serverTime) - Date.now())).toBeLessThan(5_000);
  });
});

describe("sessions", () => {
  it("are listed with device and last use, the own one marked, and no other person's", async () => {
    const desk = await newcomer(server, "list@example.org");
    const phone = server.visitor();
    await phone.send("/api/sessions", {
      method: "POST",
      headers: {
        "content-type": "application/json",
        "user-agent": "Mozilla/5.0 (iPhone; CPU iPhone OS 19_0 like Mac OS X) Safari/605.1.15",
      },
      body: JSON.stringify({ email: "list@example.org", password: goodPassword }),
    });
    const { sessions } = await phone.call(listSessions, {});
    expect(sessions).toHaveLength(2);
    expect(sessions[0]).toMatchObject({ device: "Safari on iPhone", isCurrent: true });
    const stranger = await newcomer(server, "stranger@example.org");
    expect((await stranger.call(listSessions, {})).sessions).toHaveLength(1);
    const sessionId = sessions[1]?.id ?? "";
    expect((await stranger.refusal(endSession, { params: { sessionId } })).status).toBe(404);
    expect(await who(desk)).not.toBeNull();
  });

  it("end everywhere within seconds: requests and socket, and no other device's", async () => {
    const desk = await newcomer(server, "cut@example.org");
    const phone = await another(server, "cut@example.org");
    const { communityId } = await addCommunity(server, await server.person("Owner"));
    await desk.listen(communityRoom({ communityId }));
    await phone.listen(communityRoom({ communityId }));
    const cut = new Promise<number>((resolve) => {
      phone.socket.once("disconnect", () => resolve(performance.now()));
    });
    const { sessions } = await desk.call(listSessions, {});
    const other = sessions.find(({ isCurrent }) => !isCurrent);
    const began = performance.now();
    await desk.call(endSession, { params: { sessionId: other?.id ?? "" } });
    expect(await who(phone)).toBeNull();
    expect((await cut) - began).toBeLessThan(10_000);
    expect(await who(desk)).not.toBeNull();
    expect(desk.socket.connected).toBe(true);
  });

  it.each([
    ["after two weeks without use", "expires_at = now()", false],
    ["after 90 days, used or not", "created_at = now() - interval '91 days'", false],
    ["of an operator after twelve hours", "created_at = now() - interval '13 hours'", true],
  ])("end by themselves %s, sockets too", async (_when, change, isOperator) => {
    const email = `old.${change.length}@example.org`;
    const person = await newcomer(server, email);
    const { communityId } = await addCommunity(server, await server.person("Owner"));
    await person.listen(communityRoom({ communityId }));
    const cut = new Promise((resolve) => {
      person.socket.once("disconnect", resolve);
    });
    await server.sql(`update accounts set is_operator = ${isOperator} where email = '${email}'`);
    await server.sql(
      `update sessions set ${change} where account_id = (select id from accounts where email = '${email}')`,
    );
    await cut;
    server.deps.sessions.forget();
    expect(await who(person)).toBeNull();
  });

  it("all others end at once, the own one stays", async () => {
    const desk = await newcomer(server, "others@example.org");
    const devices = await Promise.all([1, 2, 3].map(() => another(server, "others@example.org")));
    await desk.call(endOtherSessions, {});
    for (const device of devices) expect(await who(device)).toBeNull();
    expect((await desk.call(listSessions, {})).sessions).toHaveLength(1);
  });

  it("that have ended leave the cookie alone, which may be the next one's by then", async () => {
    const person = await newcomer(server, "overtaken@example.org");
    const old = server.visitor();
    old.cookie = person.cookie;
    await person.call(signIn, { body: { email: "overtaken@example.org", password: goodPassword } });
    const late = await old.tryCall(readMe, {});
    expect(late.headers.getSetCookie()).toEqual([]);
  });

  it("end by signing out, twice without harm, and the cookie goes", async () => {
    const person = await newcomer(server, "out@example.org");
    const before = person.cookie;
    await person.call(signOut, {});
    expect(person.cookie).not.toMatch(/(^|; )folkmoot=/);
    const thief = server.visitor();
    thief.cookie = before;
    expect(await who(thief)).toBeNull();
    await person.call(signOut, {});
  });
});

describe("changing the password", () => {
  const newPassword = "eleven grey umbrellas sing";

  it("ends all other sessions and gives this one a new id", async () => {
    const desk = await newcomer(server, "change@example.org");
    const phone = await another(server, "change@example.org");
    const before = desk.cookie;
    await desk.call(changePassword, { body: { currentPassword: goodPassword, newPassword } });
    expect(await who(phone)).toBeNull();
    expect(await who(desk)).not.toBeNull();
    const old = server.visitor();
    old.cookie = before;
    expect(await who(old)).toBeNull();
    await another(server, "change@example.org", newPassword);
    const body = { email: "change@example.org", password: goodPassword };
    expect((await server.visitor().refusal(signIn, { body })).status).toBe(401);
  });

  it("asks for the present one, and refuses a common new one, at the field", async () => {
    const person = await newcomer(server, "fields@example.org");
    const wrong = { currentPassword: "not my password", newPassword };
    const first = await person.refusal(changePassword, { body: wrong });
    expect(first.errors?.[0]?.pointer).toBe("#/body/currentPassword");
    const weak = { currentPassword: goodPassword, newPassword: "qwertyuiop123456" };
    const second = await person.refusal(changePassword, { body: weak });
    expect(second).toMatchObject({ type: "/problems/password-too-weak" });
    expect(second.errors?.[0]?.pointer).toBe("#/body/newPassword");
    expect(await who(person)).not.toBeNull();
  });
});

describe("one's profile", () => {
  it("changes in name and language, and in nothing else", async () => {
    const person = await newcomer(server, "profile@example.org");
    const { account } = await person.call(changeProfile, {
      body: { name: " Zoë ", language: "ar" },
    });
    expect(account).toMatchObject({ name: "Zoë", language: "ar" });
    const sent = await person.send("/api/me", {
      method: "PATCH",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ name: "Eve", isOperator: true }),
    });
    expect(sent.status).toBe(422);
    expect((await who(person))?.name).toBe("Zoë");
  });
});

describe("a visitor", () => {
  it.each([
    ["GET", "/api/me/sessions"],
    ["DELETE", "/api/me/sessions"],
    ["DELETE", "/api/me/sessions/00000000-0000-4000-8000-000000000000"],
    ["POST", "/api/me/email-confirmations"],
    ["PUT", "/api/me/email"],
    ["PUT", "/api/me/password"],
    ["PATCH", "/api/me"],
  ])("may not %s %s", async (method, path) => {
    const response = await server.visitor().send(path, { method });
    expect(response.status).toBe(401);
  });
});
