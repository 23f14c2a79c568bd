import { sql } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { debateRoom } from "#shared/contract/event.ts";
import { opinionMapChanged, readOpinionMap } from "#shared/contract/opinions.ts";
import { markStatement } from "#shared/contract/statement-care.ts";
import { respond } from "#shared/contract/statements.ts";
import { algorithm } from "#shared/opinions/analysis.ts";
import {
  addLatestResponses,
  addResponseHistory,
  countPastResponses,
} from "../statements/public.ts";
import { startTestServer, type TestServer } from "../testing/server.ts";
import { makeMap } from "./analyse-opinions.ts";
import { addOpinions } from "./testing.ts";

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.close());

async function mapped() {
  const scene = await addOpinions(server, { sizes: [9, 8], statements: 10, loyalty: 0.95 });
  const { ids, member } = scene;
  await makeMap(server.deps, ids);
  const look = () => member.call(readOpinionMap, { params: ids });
  const answer = (at: number) =>
    member.call(respond, {
      params: { ...ids, statementId: scene.statementIds[at] ?? "" },
      body: { value: 1 },
    });
  /** The next map by itself need not wait until the last one has aged. */
  const age = () =>
    server.deps.db.execute(sql`
      update opinion_runs set computed_at = computed_at - interval '1 minute'
      where debate_id = ${ids.debateId}`);
  return { ...scene, look, answer, age };
}

describe("answers that came in since a map was made", () => {
  it("are known to it once an analysis found that they change nothing, and whoever looks on is told", async () => {
    const { ids, statementIds, moderator, member, look, answer } = await mapped();
    const meta = { isSeed: false, isMeta: true };
    const params = { ...ids, statementId: statementIds[0] ?? "" };
    await moderator.call(markStatement, { params, body: meta });
    await makeMap(server.deps, ids);
    const { map } = await look();
    const { heard } = await member.listen(debateRoom(ids));
    await answer(0);
    await makeMap(server.deps, ids);
    const isTold = () => expect(heard.map(({ name }) => name)).toContain(opinionMapChanged.name);
    await vi.waitFor(isTold, { timeout: 10_000 });
    expect(await look()).toMatchObject({ map: { runId: map?.runId }, answersSince: 0 });
  });

  it("are in the next one, though the server was killed before it asked for that", async () => {
    const { ids, statementIds, memberId, look, age } = await mapped();
    await age();
    const before = await look();
    expect(before.answersSince).toBe(0);
    const [statementId = ""] = statementIds;
    const rows = [
      { statementId, participantId: memberId, value: 1, respondedAt: new Date() },
    ] as const;
    // What a server had stored, and no more.
    await addLatestResponses(server.deps.db, ids, rows);
    await addResponseHistory(server.deps.db, ids, rows);
    await countPastResponses(server.deps.db, ids);
    expect((await look()).answersSince).toBe(1);
    const isKnown = async () => expect((await look()).answersSince).toBe(0);
    await vi.waitFor(isKnown, { timeout: 30_000, interval: 200 });
    expect((await look()).map?.runId).not.toBe(before.map?.runId);
  });

  it("are not needed for a new map where another version of the program made the newest", async () => {
    const { ids, look, age } = await mapped();
    await server.deps.db.execute(sql`
      update opinion_runs set algorithm = 'folkmoot-opinions-2',
        map = map - 'drawn' - 'wasBrokenOff'
      where debate_id = ${ids.debateId}`);
    await age();
    const old = await look();
    expect(old).toMatchObject({
      map: { algorithm: "folkmoot-opinions-2", drawn: null, wasBrokenOff: false },
      answersSince: 0,
    });
    const isNew = async () => expect((await look()).map?.algorithm).toBe(algorithm);
    await vi.waitFor(isNew, { timeout: 30_000, interval: 200 });
    expect((await look()).map?.runId).not.toBe(old.map?.runId);
  });
});
