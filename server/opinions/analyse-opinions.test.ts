import { eq, sql } from "drizzle-orm";
import { afterAll, beforeAll, expect, it, vi } from "vitest";
import { opinionRuns } from "#db/schema/opinions.ts";
import {
  addLatestResponses,
  addResponseHistory,
  countPastResponses,
} from "../statements/public.ts";
import { startTestServer, type TestServer } from "../testing/server.ts";
import { analyseOpinions } from "./analyse-opinions.ts";
import { addOpinions } from "./testing.ts";

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.close());

type Scene = Awaited<ReturnType<typeof addOpinions>>;

/** Puts the answer of one more person into the tables, without anybody being told to analyse. */
async function answerOne({ ids, memberId: participantId, statementIds }: Scene, at: number) {
  const { db } = server.deps;
  const statementId = statementIds[at] ?? "";
  const row = { statementId, participantId, value: 1, respondedAt: new Date() } as const;
  await addLatestResponses(db, ids, [row]);
  await addResponseHistory(db, ids, [row]);
  await countPastResponses(db, ids);
}

const runsOf = ({ ids }: Scene) =>
  server.deps.db
    .select()
    .from(opinionRuns)
    .where(eq(opinionRuns.debateId, ids.debateId))
    .orderBy(opinionRuns.computedAt);

/** After how many seconds from now each analysis begins that waits. */
async function waitsOf({ ids: { debateId } }: Scene): Promise<number[]> {
  const { rows } = await server.deps.db.execute<{ wait: number }>(sql`
    select extract(epoch from run_at - now())::float8 as wait
    from graphile_worker.jobs where key = ${`opinions ${debateId}`}`);
  return rows.map(({ wait }) => wait);
}

it("a debate is analysed every two seconds at most: what comes in meanwhile waits, together, for the next time", async () => {
  const scene = await addOpinions(server, { sizes: [9, 8], statements: 10 });
  const { deps } = server;
  const { ids } = scene;
  await analyseOpinions(deps, ids);
  // As if that were done this moment, however slow the machine is.
  await deps.db
    .update(opinionRuns)
    .set({ computedAt: sql`clock_timestamp()` })
    .where(eq(opinionRuns.debateId, ids.debateId));
  for (const at of [0, 1]) {
    await answerOne(scene, at);
    await analyseOpinions(deps, ids);
  }
  const waits = await waitsOf(scene);
  expect(waits).toHaveLength(1);
  expect(waits[0]).toBeGreaterThan(0);
  expect(waits[0]).toBeLessThanOrEqual(2);
  const [first, ...none] = await runsOf(scene);
  expect(none).toEqual([]);
  await vi.waitFor(async () => expect(await runsOf(scene)).toHaveLength(2), { timeout: 30_000 });
  const [, second] = await runsOf(scene);
  expect(second?.responses).toBe((first?.responses ?? 0) + 2);
  const apart = Number(second?.computedAt) - Number(first?.computedAt);
  expect(apart).toBeGreaterThanOrEqual(2_000);
});
