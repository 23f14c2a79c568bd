import { describe, expect, it } from "vitest";
import { readMe, signIn, signOut, signUp } from "#shared/contract/accounts.ts";
import { startTestServer } from "../testing/server.ts";
import { dump, goodPassword, jobsDone, mailFor, newcomer, tokenIn } from "./testing-people.ts";

const body = { email: "keys@example.org", name: "Keys", password: goodPassword };

describe("what a copy of the database opens", () => {
  it("is nothing: no session, device, link or password is in it, nor in the log", async () => {
    const server = await startTestServer();
    const person = await newcomer(server, body.email);
    const session = /(?:^|; )folkmoot=([^;]+)/.exec(person.cookie)?.[1] ?? "";
    const device = /folkmoot-device=([^;]+)/.exec(person.cookie)?.[1] ?? "";
    expect(Buffer.from(session, "base64url").length).toBeGreaterThanOrEqual(16);
    const { text } = await mailFor(server, { email: body.email, subject: /Confirm/ });
    await jobsDone(server);
    const kept = `${await dump(server)}\n${server.logged.join("\n")}`;
    expect(kept).toContain(body.email);
    for (const secret of [session, device, tokenIn(text), goodPassword]) {
      expect(secret.length).toBeGreaterThan(11);
      expect(kept).not.toContain(secret);
    }
    await server.close();
  });

  it("is not even by showing a hash as the cookie", async () => {
    const server = await startTestServer();
    await newcomer(server, body.email);
    const hashes = (await dump(server)).match(/\b[0-9a-f]{64}\b/g) ?? [];
    expect(hashes.length).toBeGreaterThan(0);
    for (const hash of hashes) {
      const thief = server.visitor();
      thief.cookie = `folkmoot=${hash}`;
      expect((await thief.call(readMe, {})).account).toBeNull();
    }
    await server.close();
  });
});

describe("cookies", () => {
  it("are for this site's own requests alone", async () => {
    const server = await startTestServer();
    const cookies = (await server.visitor().tryCall(signUp, { body })).headers.getSetCookie();
    expect(cookies).toHaveLength(2);
    for (const cookie of cookies) {
      expect(cookie).toMatch(/; HttpOnly/);
      expect(cookie).toMatch(/; SameSite=Lax/);
      expect(cookie).toMatch(/; Path=\//);
      expect(cookie).not.toMatch(/Domain|Secure/);
    }
    await server.close();
  });

  it("are Secure and tied to the host where the site is reached by TLS", async () => {
    const publicUrl = "https://moot.example.org";
    const server = await startTestServer({ env: { PUBLIC_URL: publicUrl } });
    const send = (method: string, path: string, content: object) =>
      server.visitor().send(path, {
        method,
        headers: { origin: publicUrl, "content-type": "application/json" },
        body: JSON.stringify(content),
      });
    const { email, password } = body;
    const responses = [
      await send("POST", signUp.path, body),
      await send("POST", signIn.path, { email, password }),
      await server
        .visitor()
        .send(signOut.path, { method: "DELETE", headers: { origin: publicUrl } }),
    ];
    const cookies = responses.flatMap(({ headers }) => headers.getSetCookie());
    expect(cookies).toHaveLength(5);
    for (const cookie of cookies) {
      expect(cookie).toMatch(/^__Host-folkmoot/);
      expect(cookie).toMatch(/; Secure/);
      expect(cookie).toMatch(/; Path=\//);
      expect(cookie).not.toMatch(/Domain/);
    }
    await server.close();
  });

  it("do not let another site sign anybody in, out or up", async () => {
    const server = await startTestServer();
    const person = await newcomer(server, body.email);
    for (const origin of ["https://evil.example", "null", `${server.url}.evil.example`]) {
      const signedUp = await person.send(signUp.path, {
        method: "POST",
        headers: { origin, "content-type": "application/json" },
        body: JSON.stringify({ ...body, email: "csrf@example.org" }),
      });
      expect(signedUp.status).toBe(403);
      const out = await person.send(signOut.path, { method: "DELETE", headers: { origin } });
      expect(out.status).toBe(403);
    }
    expect((await person.call(readMe, {})).account).not.toBeNull();
    expect(await dump(server)).not.toContain("csrf@example.org");
    await server.close();
  });
});
