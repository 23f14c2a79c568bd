import { eq } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { responses } from "#db/schema/statements.ts";
import { readDebate } from "#shared/contract/debates.ts";
import { pathOf } from "#shared/contract/request.ts";
import {
  beginVisit,
  nextForVisitor,
  respondAsVisitor,
  visitLastsDays,
} from "#shared/contract/visitors.ts";
import { createVisits } from "../platform/visits.ts";
import { startTestServer, type TestServer } from "../testing/server.ts";
import { openDebate, type OpenDebate, visit } from "./testing-visits.ts";

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer({ env: { RATE_LIMITS: "on", TRUST_PROXY: "true" } });
});
afterAll(() => server.close());

const responseIn = ({ params, ids }: OpenDebate) =>
  ({ params: { ...params, statementId: ids[0] ?? "" }, body: { value: 1 } }) as const;

describe("the cookie of a visit", () => {
  it("is signed, and given once, and scripts and other sites never get it", async () => {
    const scene = await openDebate(server);
    const visitor = server.visitor();
    const first = await visitor.tryCall(beginVisit, { params: scene.params });
    const [cookie = "", ...more] = first.headers.getSetCookie();
    expect(more).toEqual([]);
    expect(cookie).toMatch(
      /^folkmoot-visit=[\w.-]+; Max-Age=15552000; Path=\/; HttpOnly; SameSite=Strict$/,
    );
    const again = await visitor.tryCall(beginVisit, { params: scene.params });
    expect(again.headers.getSetCookie()).toEqual([]);
    const secure = createVisits({ secretKey: "k".repeat(32), isSecure: true });
    expect(secure.begin(new Date())).toMatch(/^__Host-folkmoot-visit=.*; Secure/);
  });
});

describe("a cookie that is not ours", () => {
  async function cookies(scene: OpenDebate) {
    const honest = await visit(server, scene);
    const [name = "", value = ""] = honest.cookie.split("=");
    const [id = "", day = "", signature = ""] = value.split(".");
    const secretKey = "another installation's key, or a guess";
    const strange = createVisits({ secretKey, isSecure: false }).begin(new Date());
    const old = new Date(Date.now() - (visitLastsDays + 2) * 86_400_000);
    return [
      [`${name}=${crypto.randomUUID()}.${day}.${signature}`, "visit-forged"],
      [`${name}=${id}.${Number(day) + 1}.${signature}`, "visit-forged"],
      [`${name}=${id}.${day}.`, "visit-forged"],
      [`${name}=whatever`, "visit-forged"],
      [strange.split(";")[0], "visit-forged"],
      [server.deps.visits?.begin(old).split(";")[0], "visit-stale"],
    ] as const;
  }

  it("is refused with its reason, stores nothing, and is replaced by beginning anew", async () => {
    const scene = await openDebate(server);
    for (const [cookie = "", code] of await cookies(scene)) {
      const forger = server.visitor();
      forger.cookie = cookie;
      const problem = await forger.refusal(respondAsVisitor, responseIn(scene));
      expect(problem).toMatchObject({ type: "/problems/visit-unknown", status: 401 });
      expect([cookie, problem.reason?.code]).toEqual([cookie, code]);
      const looking = await forger.refusal(nextForVisitor, { params: scene.params });
      expect(looking.reason?.code).toBe(code);
      await forger.call(beginVisit, { params: scene.params });
      expect(forger.cookie).not.toBe(cookie);
      expect((await forger.call(nextForVisitor, { params: scene.params })).hasVisit).toBe(true);
    }
    const { db } = server.deps;
    expect(await db.select().from(responses).where(eq(responses.debateId, scene.debateId))).toEqual(
      [],
    );
  });

  it("is refused where there is none, too", async () => {
    const scene = await openDebate(server);
    const bare = await server.visitor().refusal(respondAsVisitor, responseIn(scene));
    expect(bare.reason?.code).toBe("visit-missing");
  });
});

// Last, as it uses up what this address may do.
describe("limits", () => {
  it("count each visit, and all visits from one address together", async () => {
    const scene = await openDebate(server);
    const hasty = await visit(server, scene);
    const other = await visit(server, scene);
    const input = responseIn(scene);
    const burst = (count: number) =>
      Promise.all(Array.from({ length: count }, () => hasty.tryCall(respondAsVisitor, input)));
    const statuses = (await burst(62)).map(({ status }) => status);
    expect(statuses.filter((status) => status === 200)).toHaveLength(60);
    expect(statuses.filter((status) => status === 429)).toHaveLength(2);
    expect((await other.tryCall(respondAsVisitor, input)).status).toBe(200);
    await burst(600);
    const crowded = await other.tryCall(respondAsVisitor, input);
    expect([crowded.status, crowded.headers.has("retry-after")]).toEqual([429, true]);
  });

  it("take all addresses of one household for one", async () => {
    const scene = await openDebate(server);
    const begin = async (from: string) => {
      const path = pathOf(beginVisit, { params: scene.params });
      const headers = { "x-forwarded-for": from };
      return (await server.visitor().send(path, { method: "POST", headers })).status;
    };
    const houses = Array.from({ length: 61 }, (_, at) => begin(`2001:db8:1:2::${at + 1}`));
    expect((await Promise.all(houses)).filter((status) => status === 429)).toHaveLength(1);
    expect(await begin("2001:db8:1:3::1")).toBe(204);
  });

  it("let one address begin so many visits in an hour", async () => {
    const scene = await openDebate(server);
    let last = 0;
    for (let left = 70; left > 0 && last !== 429; left -= 1) {
      last = (await server.visitor().tryCall(beginVisit, { params: scene.params })).status;
    }
    expect(last).toBe(429);
    expect((await scene.member.tryCall(readDebate, { params: scene.params })).status).toBe(200);
  });
});
