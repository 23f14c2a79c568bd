import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { addClaim } from "#shared/contract/claims.ts";
import { readMyTrust } from "#shared/contract/moderation-settings.ts";
import { debateIn, say, type Scene, setScene } from "../debates/testing-scene.ts";
import { addMember } from "../testing/community.ts";
import type { Person } from "../testing/person.ts";
import { startTestServer, type TestServer } from "../testing/server.ts";
import { countHere } from "./limit-store.ts";

let server: TestServer;
let scene: Scene;
beforeAll(async () => {
  server = await startTestServer({ env: { RATE_LIMITS: "on", TRUST_PROXY: "1" } });
  scene = await setScene(server);
});
afterAll(() => server.close());

/** Asks for what is not there by a write, which counts all the same, as an address behind one proxy says it is. */
async function write(person: Person, from: string): Promise<Response> {
  return person.send("/api/visit", { method: "DELETE", headers: { "x-forwarded-for": from } });
}

const burst = async (count: number, send: (n: number) => Promise<Response>) => {
  const answers = await Promise.all(Array.from({ length: count }, (_, n) => send(n)));
  return answers.filter(({ status }) => status === 429);
};

describe("writes", () => {
  it("of one account are counted together whichever operation it calls, and say when to try again", async () => {
    const person = await server.person("Wanda");
    const refused = await burst(245, () => write(person, "203.0.113.1"));
    expect(refused).toHaveLength(5);
    const [one] = refused;
    expect(Number(one?.headers.get("retry-after"))).toBeGreaterThan(0);
    expect(await one?.json()).toMatchObject({ reason: { code: "wait-seconds" } });
    const other = await person.send("/api/me/sessions", {
      method: "DELETE",
      headers: { "x-forwarded-for": "203.0.113.2" },
    });
    expect(other.status).toBe(429);
  });

  it("of many accounts from one address are counted together, whatever address they claim besides", async () => {
    const people = await Promise.all(
      Array.from({ length: 6 }, (_, n) => server.person(`Crowd ${n}`)),
    );
    const refused = await Promise.all(
      people.map((person) =>
        burst(210, (n) => write(person, `198.51.100.${n % 250}, 203.0.113.77`)),
      ),
    );
    expect(refused.flat()).toHaveLength(6 * 210 - 1_200);
    const elsewhere = await server.person("Elsewhere");
    expect((await write(elsewhere, "203.0.113.78")).status).toBe(204);
  });
});

describe("contributions", () => {
  it("of a newcomer are fewer in an hour than of others, and the refusal says when the next one may come", async () => {
    const { communityId } = scene;
    const person = await server.person("Nell");
    await addMember(server, communityId, { person });
    const ids = await debateIn(scene);
    const { levels } = await person.call(readMyTrust, { params: { communityId } });
    const [newcomer, member] = levels.map(({ limits }) => limits.postsPerHour);
    expect(member).toBeGreaterThan(newcomer ?? Infinity);
    for (let n = 0; n < (newcomer ?? 0); n += 1) {
      await say(person, ids, { under: ids.positionIds[0], text: `Point number ${n}.` });
    }
    const target = { kind: "position" as const, id: ids.positionIds[0] };
    const response = await person.tryCall(addClaim, {
      params: { communityId, debateId: ids.debateId },
      body: { target, side: "pro", text: "One more." },
    });
    expect(response.status).toBe(429);
    expect(await response.json()).toMatchObject({
      reason: { code: "posts-per-hour", values: { most: newcomer, minutes: 60 } },
    });
    expect(Number(response.headers.get("retry-after"))).toBeGreaterThan(3_500);
  });
});

it("forgets of too many callers those whose time began first, and nobody else", () => {
  const own = new Map<string, { current: number; endsAt: number }>();
  countHere(own, "early", 60_000);
  for (let n = 0; n < 50_000; n += 1) countHere(own, `crowd ${n}`, 60_000);
  expect(own.size).toBe(50_000);
  expect(countHere(own, "crowd 49999", 60_000).current).toBe(2);
  expect(countHere(own, "early", 60_000).current).toBe(1);
});
