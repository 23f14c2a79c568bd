import { afterAll, beforeAll, describe, expect, it } from "vitest";
import {
  changePassword,
  requestPasswordReset,
  resetPassword,
  signIn,
  signUp,
} from "#shared/contract/accounts.ts";
import { completeSignIn } from "#shared/contract/two-steps.ts";
import type { Person } from "../testing/person.ts";
import { startTestServer, type TestServer } from "../testing/server.ts";
import { appOf, ticketOf, withCodes } from "./testing-codes.ts";
import { confirmed, formOf, goodPassword, newcomer, tokenFor } from "./testing-people.ts";
import { networkOf } from "../platform/network.ts";

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer({ env: { RATE_LIMITS: "on", TRUST_PROXY: "true" } });
});
afterAll(() => server.close());

let lastAddress = 0;
const freshAddress = () => `198.51.100.${(lastAddress += 1)}`;

function tryPassword(person: Person, body: { email: string; password: string }, from: string) {
  return person.send("/api/sessions", {
    method: "POST",
    headers: { "content-type": "application/json", "x-forwarded-for": from },
    body: JSON.stringify(body),
  });
}

/** The answers to many attempts, up to ten of them under way at once. */
async function statuses(count: number, attempt: (index: number) => Promise<Response>) {
  const answers: number[] = [];
  for (let start = 0; start < count; start += 10) {
    const some = Array.from({ length: Math.min(10, count - start) }, (_, i) => attempt(start + i));
    answers.push(...(await Promise.all(some)).map(({ status }) => status));
  }
  return answers;
}

describe("guessing the password of one account", () => {
  it("ends after ten tries, at once or one by one, from however many addresses", async () => {
    const email = "locked@example.org";
    await newcomer(server, email);
    const body = { email, password: "wrong wrong wrong" };
    const all = await statuses(30, () => tryPassword(server.visitor(), body, freshAddress()));
    expect(all.filter((status) => status === 401)).toHaveLength(10);
    expect(all.filter((status) => status === 429)).toHaveLength(20);
    const right = await tryPassword(
      server.visitor(),
      { email, password: goodPassword },
      freshAddress(),
    );
    expect(right.status).toBe(429);
    expect(right.headers.get("ratelimit-limit")).toBe("10");
    expect(right.headers.get("ratelimit-remaining")).toBe("0");
    expect(Number(right.headers.get("retry-after"))).toBeGreaterThan(60);
  });

  it("locks a name without an account just the same", async () => {
    const body = { email: "no.such.account@example.org", password: "wrong wrong wrong" };
    const all = await statuses(12, () => tryPassword(server.visitor(), body, freshAddress()));
    expect(all.filter((status) => status === 429)).toHaveLength(2);
  });

  it("does not keep its owner out, who was here before on this device", async () => {
    const email = "owner@example.org";
    const owner = await newcomer(server, email);
    const wrong = { email, password: "wrong wrong wrong" };
    await statuses(12, () => tryPassword(server.visitor(), wrong, freshAddress()));
    const right = { email, password: goodPassword };
    expect((await tryPassword(server.visitor(), right, freshAddress())).status).toBe(429);
    expect((await tryPassword(owner, right, freshAddress())).status).toBe(200);
  });

  it("ends after ten tries on a known device as well", async () => {
    const email = "stolen.laptop@example.org";
    const laptop = await newcomer(server, email);
    const body = { email, password: "wrong wrong wrong" };
    const all = await statuses(14, () => tryPassword(laptop, body, freshAddress()));
    expect(all.filter((status) => status === 401)).toHaveLength(10);
  });

  it("takes no device for known that another account knows, or that made its secret up", async () => {
    const email = "victim@example.org";
    await newcomer(server, email);
    const attacker = await newcomer(server, "attacker@example.org");
    const forger = server.visitor();
    forger.cookie = `folkmoot-device=${"x".repeat(43)}`;
    const body = { email, password: "wrong wrong wrong" };
    await statuses(10, () => tryPassword(server.visitor(), body, freshAddress()));
    expect((await tryPassword(attacker, body, freshAddress())).status).toBe(429);
    expect((await tryPassword(forger, body, freshAddress())).status).toBe(429);
  });

  it("is not helped by accounts that the guesser opened with the same address", async () => {
    const email = "shadowed@example.org";
    await confirmed(server, email);
    const wrong = { email, password: "wrong wrong wrong" };
    await statuses(10, () => tryPassword(server.visitor(), wrong, freshAddress()));
    const guesser = server.visitor();
    const own = { email, password: "thirteen brass kettles" };
    await guesser.call(signUp, { body: { ...own, name: "Guesser", form: await formOf(server) } });
    expect((await tryPassword(guesser, own, freshAddress())).status).toBe(200);
    // The device is known to the guesser's own account alone: the owner's stays shut to it.
    const right = { email, password: goodPassword };
    expect((await tryPassword(guesser, right, freshAddress())).status).toBe(401);
  });

  it("ends when the owner sets a new password by mail", async () => {
    const email = "unlocked@example.org";
    await confirmed(server, email);
    const wrong = { email, password: "wrong wrong wrong" };
    await statuses(11, () => tryPassword(server.visitor(), wrong, freshAddress()));
    await server.visitor().call(requestPasswordReset, { body: { email } });
    const token = await tokenFor(server, { email, subject: /Set a new password/ });
    const password = "nineteen quiet ferries";
    await server.visitor().call(resetPassword, { body: { token, password } });
    expect((await tryPassword(server.visitor(), { email, password }, freshAddress())).status).toBe(
      200,
    );
  });

  it("is no easier with a stolen session", async () => {
    const person = await newcomer(server, "session@example.org");
    const body = { currentPassword: "wrong wrong wrong", newPassword: "eleven grey umbrellas" };
    const all = await statuses(14, () => person.tryCall(changePassword, { body }));
    expect(all.filter((status) => status === 422)).toHaveLength(10);
    expect(all.filter((status) => status === 429)).toHaveLength(4);
  });
});

it("one address may be wrong fifty times in a quarter of an hour, over all accounts", async () => {
  const from = freshAddress();
  const all = await statuses(60, (i) =>
    tryPassword(server.visitor(), { email: `p${i}@example.org`, password: "wrong" }, from),
  );
  expect(all.filter((status) => status === 401)).toHaveLength(50);
  expect(all.filter((status) => status === 429)).toHaveLength(10);
});

it("who knows the password may sign in as often as they like", async () => {
  const email = "often@example.org";
  await newcomer(server, email);
  const from = freshAddress();
  for (let i = 0; i < 15; i += 1) {
    const response = await tryPassword(server.visitor(), { email, password: goodPassword }, from);
    expect(response.status).toBe(200);
  }
});

it("a forged X-Forwarded-For counts for nothing where no proxy is trusted", async () => {
  const direct = await startTestServer({ env: { RATE_LIMITS: "on" } });
  const all = await statuses(55, (i) =>
    tryPassword(
      direct.visitor(),
      { email: `q${i}@example.org`, password: "wrong" },
      `203.0.113.${i}`,
    ),
  );
  expect(all.filter((status) => status === 429)).toHaveLength(5);
  await direct.close();
});

it("says in headers how much is left", async () => {
  const body = { email: "headers@example.org", password: "wrong wrong wrong" };
  const response = await tryPassword(server.visitor(), body, freshAddress());
  expect(response.headers.get("ratelimit-limit")).toBe("10");
  expect(response.headers.get("ratelimit-remaining")).toBe("9");
  expect(Number(response.headers.get("ratelimit-reset"))).toBeGreaterThan(890);
});

it("nobody gets in while tries can't be counted", async () => {
  const closed = await startTestServer({ env: { RATE_LIMITS: "on" } });
  const email = "closed@example.org";
  await newcomer(closed, email);
  await closed.sql("alter table sign_in_failures rename to away");
  const person = closed.visitor();
  const problem = await person.refusal(signIn, { body: { email, password: goodPassword } });
  expect(problem.status).toBeGreaterThanOrEqual(500);
  expect(person.cookie).toBe("");
  await closed.close();
});

it("counts a whole IPv6 network as one address", () => {
  expect(networkOf("2001:db8:1:2::1")).toBe(networkOf("2001:db8:1:2:ffff::9"));
  expect(networkOf("2001:db8:1:3::1")).not.toBe(networkOf("2001:db8:1:2::1"));
  expect(networkOf("::ffff:192.0.2.7")).toBe(networkOf("192.0.2.7"));
  expect(networkOf("::1")).toBe("0:0:0:0");
});

describe("guessing the second step of an account whose password is known", () => {
  const tryCode = (person: Person, ticket: string, code: string) =>
    person.send(completeSignIn.path, {
      method: "POST",
      headers: { "content-type": "application/json", "x-forwarded-for": freshAddress() },
      body: JSON.stringify({ ticket, proof: { code } }),
    });

  it("ends after ten tries, however many tickets and addresses, but for the owner's device", async () => {
    const email = "second.step@example.org";
    const { person: owner, secret } = await withCodes(server, email);
    const tickets = await Promise.all([1, 2, 3].map(() => ticketOf(server.visitor(), email)));
    const all = await statuses(15, (index) =>
      tryCode(server.visitor(), tickets[Math.floor(index / 5)] ?? "", "000000"),
    );
    expect(all.filter((status) => status === 422)).toHaveLength(10);
    expect(all.filter((status) => status === 429)).toHaveLength(5);
    const app = appOf(secret, server.deps.clock);
    const thief = server.visitor();
    const shut = await tryCode(thief, await ticketOf(thief, email), app(1));
    expect(shut.status).toBe(429);
    expect(await shut.json()).toMatchObject({ reason: { code: "too-many-codes" } });
    expect((await tryCode(owner, await ticketOf(owner, email), app(1))).status).toBe(200);
  });
});
