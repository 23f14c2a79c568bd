import { readdirSync, readFileSync } from "node:fs";
import { eq, sql } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { opinionRuns } from "#db/schema/opinions.ts";
import { responses } from "#db/schema/statements.ts";
import { exportOpinionRun, readOpinionMap } from "#shared/contract/opinions.ts";
import { pathOf } from "#shared/contract/request.ts";
import { respond } from "#shared/contract/statements.ts";
import { recompute } from "#shared/opinions/run-document.ts";
import { startServerOn } from "../testing/server-on.ts";
import { startTestServer, type TestServer } from "../testing/server.ts";
import { analystOn } from "./analyst.ts";
import { makeMap } from "./analyse-opinions.ts";
import { exportApart, piecesOf } from "./export-apart.ts";
import { askFor, type DebateIds } from "./store.ts";
import { addOpinions } from "./testing.ts";

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.close());

/** More responses than are analysed beside requests. */
const manyCamps = { sizes: [14, 12], statements: 12, loyalty: 0.95 };

const runsOf = ({ debateId }: DebateIds) =>
  server.deps.db.select().from(opinionRuns).where(eq(opinionRuns.debateId, debateId));

/** Whether a run comes out of what it was made of, to the byte. */
async function isReproducible(scene: Awaited<ReturnType<typeof addOpinions>>, runId: string) {
  const { ids, owner } = scene;
  const { db } = server.deps;
  await db.execute(sql`update debates set phase = 'decided' where id = ${ids.debateId}`);
  const path = pathOf(exportOpinionRun, { params: { ...ids, runId } });
  const document: unknown = await (await owner.send(path)).json();
  await db.execute(sql`update debates set phase = 'deliberation' where id = ${ids.debateId}`);
  const { isSameInput, isSameResult } = recompute(document);
  return isSameInput && isSameResult;
}

/** Keeps analyses of a debate waiting until what it gives is called. */
async function holdAnalyses({ debateId }: DebateIds) {
  let release = () => {};
  const held = new Promise<void>((resolve) => (release = resolve));
  let begun = () => {};
  const holding = new Promise<void>((resolve) => (begun = resolve));
  const done = server.deps.db.transaction(async (tx) => {
    const key = `opinions ${debateId}`;
    await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${key}, 0))`);
    begun();
    await held;
  });
  await holding;
  return async () => {
    release();
    await done;
  };
}

/** Until somebody waits for their turn to analyse. */
const whenOneWaits = () =>
  vi.waitFor(
    async () => {
      const { rows } = await server.deps.db.execute(sql`
        select from pg_locks where locktype = 'advisory' and not granted
          and database = (select oid from pg_database where datname = current_database())`);
      expect(rows).toHaveLength(1);
    },
    { timeout: 60_000, interval: 50 },
  );

describe("an analysis after another", { timeout: 120_000 }, () => {
  it("reads what came in since, and comes to what reading all of it comes to", async () => {
    const scene = await addOpinions(server, manyCamps, { phase: "deliberation" });
    const { ids, member, owner, statementIds } = scene;
    await makeMap(server.deps, ids);
    for (const [person, value] of [
      [member, 1],
      [owner, -1],
      [member, -1],
    ] as const) {
      for (const statementId of statementIds) {
        await person.call(respond, { params: { ...ids, statementId }, body: { value } });
      }
      await makeMap(server.deps, ids);
    }
    const [last, ...others] = (await runsOf(ids)).toSorted((a, b) => (a.id < b.id ? 1 : -1));
    expect(others.length).toBeGreaterThanOrEqual(3);
    expect(last).toMatchObject({ people: 28, responses: 28 * 12 });
    expect(await isReproducible(scene, last?.id ?? "")).toBe(true);
    await analystOn(server.deps.db).stop();
    await makeMap(server.deps, ids);
    expect(await runsOf(ids)).toHaveLength(others.length + 1);
  });

  it("reads all of it again where responses moved without being given anew", async () => {
    const { ids, peopleIds, statementIds } = await addOpinions(server, manyCamps);
    await makeMap(server.deps, ids);
    const { db } = server.deps;
    const [gone = ""] = peopleIds;
    await db.delete(responses).where(eq(responses.participantId, gone));
    await db.execute(sql`
      update statement_counts c set
        agrees = (select count(*) from responses r where r.statement_id = c.statement_id and value = 1),
        disagrees = (select count(*) from responses r where r.statement_id = c.statement_id and value = -1),
        passes = (select count(*) from responses r where r.statement_id = c.statement_id and value = 0)
      where c.statement_id = any(${sql.param([...statementIds])}::uuid[])`);
    await makeMap(server.deps, ids);
    const newest = (await runsOf(ids)).toSorted((a, b) => (a.id < b.id ? 1 : -1))[0];
    expect(newest).toMatchObject({ people: 25, responses: 25 * 12 });
  });
});

describe("a first analysis", { timeout: 120_000 }, () => {
  it("reads everybody, also of more people than are read at a time", async () => {
    const { ids } = await addOpinions(server, {
      sizes: [2_600, 2_500],
      statements: 4,
      loyalty: 0.9,
    });
    await makeMap(server.deps, ids);
    expect(await runsOf(ids)).toMatchObject([{ people: 5_100, responses: 5_100 * 4 }]);
  });
});

describe("a run that is too large to write beside requests", { timeout: 120_000 }, () => {
  it("is written in a thread, as it is otherwise", async () => {
    const { db } = server.deps;
    const { ids } = await addOpinions(server, manyCamps);
    await makeMap(server.deps, ids);
    const [run] = await runsOf(ids);
    const pieces: Uint8Array[] = [];
    const runIds = { ...ids, runId: run?.id ?? "" };
    for await (const piece of exportApart(db, runIds)) pieces.push(piece);
    const text = Buffer.concat(pieces).toString();
    expect(text).toBe(run && [...piecesOf(run)].join(""));
    expect(recompute(JSON.parse(text))).toMatchObject({ isSameInput: true, isSameResult: true });
  });

  it("fails where its thread does", async () => {
    const { ids } = await addOpinions(server, manyCamps);
    const noRun = { ...ids, runId: server.deps.random.id() };
    await expect(exportApart(server.deps.db, noRun).next()).rejects.toThrow("is there");
  });
});

/** How far each thread of this process gives way to others: 0 is the usual, 19 the most. */
const niceness = () =>
  readdirSync("/proc/self/task").map((thread) => {
    const line = readFileSync(`/proc/self/task/${thread}/stat`, "utf8");
    return Number(line.slice(line.lastIndexOf(")") + 2).split(" ")[16]);
  });

describe("the thread of analyses", { timeout: 120_000 }, () => {
  it.runIf(process.platform === "linux")("gives way to requests", async () => {
    const { ids } = await addOpinions(server, manyCamps);
    await makeMap(server.deps, ids);
    expect(niceness()).toContain(10);
  });

  it("when it is killed leaves the map of before, with what came in since, and the next one makes the new map", async () => {
    const { ids, member, statementIds } = await addOpinions(server, manyCamps);
    await makeMap(server.deps, ids);
    const look = () => member.call(readOpinionMap, { params: ids });
    const { map: before } = await look();
    const release = await holdAnalyses(ids);
    for (const statementId of statementIds) {
      await member.call(respond, { params: { ...ids, statementId }, body: { value: 1 } });
    }
    await askFor(server.deps.db, ids);
    await whenOneWaits();
    await analystOn(server.deps.db).stop();
    const told = await look();
    expect(told.map).toMatchObject({ runId: before?.runId, computedAt: before?.computedAt });
    expect(told.answersSince).toBe(12);
    await release();
    const isNew = async () => expect(await look()).toMatchObject({ answersSince: 0 });
    await vi.waitFor(isNew, { timeout: 60_000, interval: 200 });
    expect((await look()).map).toMatchObject({ people: 27, responses: 27 * 12 });
  });

  it("is given up after its time, and the next one is whole", async () => {
    const { ids } = await addOpinions(server, manyCamps);
    const { random, db } = server.deps;
    const task = { ...ids, runId: random.id() };
    const release = await holdAnalyses(ids);
    await expect(analystOn(db).analyse(task, { mostMs: 1 })).rejects.toThrow("ended early");
    await release();
    expect(await runsOf(ids)).toHaveLength(0);
    await expect(analystOn(db).analyse(task, { mostMs: 60_000 })).resolves.toBe(true);
    expect(await runsOf(ids)).toHaveLength(1);
  });
});

describe("two servers on one database", { timeout: 120_000 }, () => {
  it("analyse a debate one at a time, each goes on from what the other did, and both answer the same", async () => {
    const { databaseUrl: appUrl, ownerUrl } = server;
    const other = await startServerOn({ appUrl, ownerUrl, drop: () => Promise.resolve() });
    try {
      const scene = await addOpinions(server, manyCamps);
      const { ids, member, statementIds } = scene;
      await Promise.all([server, other, server, other].map(({ deps }) => makeMap(deps, ids)));
      expect(await runsOf(ids)).toHaveLength(1);
      for (const [at, { deps }] of [other, server, other].entries()) {
        const params = { ...ids, statementId: statementIds[at] ?? "" };
        await member.call(respond, { params, body: { value: 1 } });
        await makeMap(deps, ids);
      }
      const seen = await Promise.all(
        [server, other].map(async ({ url }) => {
          const path = pathOf(readOpinionMap, { params: ids });
          const headers = { cookie: member.cookie };
          const answer = await fetch(`${url}${path}`, { headers });
          return (await answer.json()) as { map: { runId: string; people: number } };
        }),
      );
      expect(seen[0]).toMatchObject({
        answersSince: 0,
        map: { people: 27, responses: 26 * 12 + 3 },
      });
      expect(seen[1]).toEqual(seen[0]);
      expect(await isReproducible(scene, seen[0]?.map.runId ?? "")).toBe(true);
    } finally {
      await other.close();
    }
  });
});
