import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { castBallot, readDecision, readSigningKey } from "#shared/contract/decisions.ts";
import { debateRoom } from "#shared/contract/event.ts";
import { Problem } from "#shared/contract/problem.ts";
import { endVisit } from "#shared/contract/visitors.ts";
import { addStatement, listStatements } from "#shared/contract/statements.ts";
import { beginImport } from "#shared/contract/transfer.ts";
import { closeEarly } from "../decisions/testing-scene.ts";
import { startServerOn, type TestServer } from "../testing/server-on.ts";
import { type OwnPostgres, startOwnPostgres } from "./testing-outage.ts";
import { takeTour, type Toured } from "./testing-tour.ts";

const mark = "canary-of-an-outage";
let postgres: OwnPostgres;
let server: TestServer;
let toured: Toured;
beforeAll(async () => {
  postgres = await startOwnPostgres();
  server = await startServerOn(postgres);
  toured = await takeTour(server, { mark });
  await toured.comeBack();
}, 120_000);
afterAll(() => server.close());

const ids = () => ({ communityId: toured.communityId, debateId: toured.debateId });
const say = (n: number) =>
  toured.cast.member.tryCall(addStatement, {
    params: ids(),
    body: { text: `Statement ${n}, ${mark}, is worth an answer.` },
  });

/** Brings the database back, and measures how long people wait until a write is taken again. */
async function recover(write: () => Promise<Response>): Promise<number> {
  await postgres.comeBack();
  const before = performance.now();
  while ((await write()).status !== 200) await new Promise((go) => setTimeout(go, 100));
  return performance.now() - before;
}

describe("while the database is away", () => {
  it("every operation says so and when to come back, and fails in no other way", async () => {
    await postgres.goAway();
    // What was known of sessions and members a moment ago is forgotten by then.
    await new Promise((go) => setTimeout(go, 700));
    // To take a cookie away needs no database, and the key is not in it.
    const without: readonly string[] = [endVisit.name, readSigningKey.name];
    const asked = distinct(toured).filter(({ contract }) => !without.includes(contract.name));
    for (const { contract, person, input } of asked) {
      const before = performance.now();
      const response = await person.tryCall(contract, input as never);
      const problem = Problem.parse(await response.json());
      expect([contract.name, problem.type]).toEqual([contract.name, "/problems/unavailable"]);
      expect(response.status).toBe(503);
      expect(Number(response.headers.get("retry-after"))).toBeGreaterThan(0);
      expect(JSON.stringify(problem)).not.toMatch(/select|insert|ECONN|127\.0\.0\.1|Error/);
      expect(performance.now() - before).toBeLessThan(15_000);
    }
  });

  it("the process is well, but not ready", async () => {
    const visitor = server.visitor();
    expect((await visitor.send("/healthz")).status).toBe(200);
    expect((await visitor.send("/readyz")).status).toBe(503);
    expect((await visitor.send("/metrics")).status).not.toBe(500);
    expect((await visitor.send("/api/openapi.json")).status).toBe(200);
  });

  it("a socket is told no more than that, and one that is connected stays", async () => {
    const newcomer = toured.cast.moderator;
    const refused = await new Promise<Error>((resolve) =>
      newcomer.socket.once("connect_error", resolve),
    );
    expect(refused.message).toBe("unavailable");
    newcomer.leave();
  });

  it("nobody's words, address or secrets get into the log", async () => {
    expect((await say(0)).status).toBe(503);
    const logged = server.logged.join("\n");
    expect(logged).toContain("/api/communities/:communityId/debates/:debateId/statements");
    expect(logged).toContain("ECONNREFUSED");
    for (const secret of [mark, "@example.org", "folkmoot=", "select", "params"]) {
      expect(logged).not.toContain(secret);
    }
  });
});

describe("when the database is back", () => {
  it("all goes on within ten seconds, without a start: requests, live news and timed work", async () => {
    expect(await recover(() => say(1))).toBeLessThan(10_000);
    const { heard, joined } = await toured.cast.owner.listen(debateRoom(ids()));
    expect(joined.joined).toBe(true);
    expect((await say(2)).status).toBe(200);
    await until(() => heard.some(({ name }) => name === "statement.added"));
    const { communityId, secretDecisionId: decisionId } = toured;
    await closeEarly(server, { communityId, decisionId }, { settle: false, reschedule: true });
    await until(async () => {
      const params = { communityId, decisionId };
      return (await toured.cast.member.call(readDecision, { params })).status === "closed";
    });
    const ready = await server.visitor().send("/readyz");
    expect(ready.status).toBe(200);
  }, 60_000);

  it("whatever was acknowledged is there once, though it went away amid writes", async () => {
    const acknowledged: number[] = [];
    let isOver = false;
    const writers = Array.from({ length: 8 }, async (_, writer) => {
      for (let n = 0; !isOver; n += 1) {
        const number = 1_000 * (writer + 1) + n;
        const { status } = await say(number);
        expect([200, 503]).toContain(status);
        if (status === 200) acknowledged.push(number);
        await new Promise((go) => setTimeout(go, status === 200 ? 0 : 50));
      }
    });
    for (let round = 0; round < 3; round += 1) {
      const enough = acknowledged.length + 10;
      await until(() => acknowledged.length >= enough);
      await postgres.goAway();
      expect(await recover(() => say(100 + round))).toBeLessThan(10_000);
    }
    isOver = true;
    await Promise.all(writers);
    const kept = await readStatements();
    for (const number of acknowledged) {
      const found = kept.filter((text) => text.startsWith(`Statement ${number},`));
      expect([number, found.length]).toEqual([number, 1]);
    }
    expect(acknowledged.length).toBeGreaterThanOrEqual(30);
  }, 120_000);

  it("connections that were cut one by one are made anew, and nobody notices", async () => {
    const params = { communityId: toured.communityId, decisionId: toured.secretDecisionId };
    for (let round = 0; round < 3; round += 1) {
      await cutIdleConnections();
      await new Promise((go) => setTimeout(go, 100));
      const response = await toured.cast.member.tryCall(readDecision, { params });
      expect(response.status).toBe(200);
    }
    const late = await toured.cast.member.tryCall(castBallot, {
      params,
      body: { ballot: { method: "score", scores: {} } },
    });
    expect(Problem.parse(await late.json()).type).toBe("/problems/decision-closed");
  });
});

/** One request of each kind. Files are sent in another way; that one needs the database before it reads them. */
function distinct({ steps }: Toured) {
  const others = steps.filter(({ contract }) => contract !== beginImport);
  return [...new Map(others.map((step) => [step.contract.name, step])).values()];
}

async function readStatements(): Promise<string[]> {
  const texts: string[] = [];
  let after: string | undefined;
  do {
    const query = { limit: 100, ...(after === undefined ? {} : { after }) };
    const page = await toured.cast.member.call(listStatements, { params: ids(), query });
    texts.push(...page.items.map(({ text }) => text));
    after = page.next ?? undefined;
  } while (after !== undefined);
  return texts;
}

async function cutIdleConnections(): Promise<void> {
  await server.sql(
    "select pg_terminate_backend(pid) from pg_stat_activity where application_name like 'folkmoot%' and state = 'idle'",
  );
}

/** Waits until something holds; fails after fifteen seconds. */
async function until(holds: () => boolean | Promise<boolean>): Promise<void> {
  for (let left = 300; left > 0; left -= 1) {
    if (await holds()) return;
    await new Promise((go) => setTimeout(go, 50));
  }
  throw new Error("it did not come to hold within fifteen seconds");
}
