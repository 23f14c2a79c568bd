import { uuidv7 } from "uuidv7";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { readOutline } from "#shared/contract/claims.ts";
import * as decisions from "#shared/contract/decisions.ts";
import { proposeFromBridges, readOpinionMap } from "#shared/contract/opinions.ts";
import { addDebate, closeEarly, rulesOf } from "../decisions/testing-scene.ts";
import { startTestServer, type TestServer } from "../testing/server.ts";
import { thinRuns } from "./store.ts";
import { saveSummary } from "./summary-store.ts";
import { analyseSides } from "./testing.ts";

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.close());

/** A debate with one run, of two groups. */
async function mapped() {
  const made = await addDebate(server);
  const { communityId, debateId, member } = made;
  const ids = { communityId, debateId };
  const [me] = await server.sql<{ id: string }>(
    `select participant_id as id from memberships
      join participants on participants.id = participant_id and name = 'Mem'
      where memberships.community_id = $1`,
    [communityId],
  );
  await analyseSides(server, ids, [[me?.id ?? ""], []]);
  const { map } = await member.call(readOpinionMap, { params: ids });
  if (!map) throw new Error("there is a map");
  return { ...made, ids, map };
}
type Mapped = Awaited<ReturnType<typeof mapped>>;

/** Adds the run of a debate once more, as of another time: an SQL expression. */
async function addCopy({ map }: Mapped, time: string): Promise<string> {
  const id = uuidv7();
  await server.sql(
    `insert into opinion_runs
      select (jsonb_populate_record(run, jsonb_build_object('id', $1::uuid, 'computed_at', ${time}))).*
      from opinion_runs as run where id = $2`,
    [id, map.runId],
  );
  return id;
}

/** So many more runs, with which all that are older are not among the newest twenty. */
async function addNewest(scene: Mapped, count: number): Promise<void> {
  for (let at = 1; at <= count; at += 1) {
    await addCopy(scene, `now() - interval '${at} milliseconds'`);
  }
}

const daysAgo = (days: number, time: string) =>
  `date_trunc('day', now()) - interval '${days} days' + interval '${time}'`;

/** Adds runs of such times, thins, and says of which times there is a run still. */
async function thinned(scene: Mapped, times: readonly string[]): Promise<string[]> {
  const timeOf = new Map<string, string>();
  for (const time of times) timeOf.set(await addCopy(scene, time), time);
  await thinRuns(server.deps.db, scene.ids);
  const kept = await server.sql<{ id: string }>(
    "select id from opinion_runs where debate_id = $1 order by computed_at",
    [scene.debateId],
  );
  return kept.flatMap(({ id }) => timeOf.get(id) ?? []);
}

/** The run of a debate becomes one of days ago, neither the first of its day nor the only one of its hour. */
async function outdate(scene: Mapped): Promise<void> {
  const { map, debateId } = scene;
  await addNewest(scene, 20);
  const people = `update opinion_people set run_id = (select id from opinion_runs
    where debate_id = $1 and id <> $2 order by computed_at desc limit 1) where debate_id = $1`;
  await server.sql(people, [debateId, map.runId]);
  await addCopy(scene, daysAgo(5, "02:10"));
  const aged = `update opinion_runs set computed_at = ${daysAgo(5, "02:20")} where id = $1`;
  await server.sql(aged, [map.runId]);
}

async function isKept(scene: Mapped): Promise<boolean> {
  await thinRuns(server.deps.db, scene.ids);
  const found = await server.sql("select from opinion_runs where id = $1", [scene.map.runId]);
  return found.length === 1;
}

describe("of the maps of a debate", () => {
  it("the newest twenty are kept, however close together", async () => {
    const scene = await mapped();
    const times = Array.from({ length: 24 }, (_, at) => daysAgo(1, `02:10:${10 + at}`));
    // The newest of all is there already; the first of these is the first of its day.
    expect(await thinned(scene, times)).toEqual([times[0], ...times.slice(-19)]);
  });

  it("the first of each hour is kept for two days, and the first of each day for good", async () => {
    const scene = await mapped();
    await addNewest(scene, 19);
    const kept = [
      daysAgo(400, "23:50"),
      daysAgo(5, "02:10"),
      daysAgo(1, "02:10"),
      daysAgo(1, "03:10"),
      daysAgo(1, "04:00"),
    ];
    const gone = [
      daysAgo(400, "23:55"),
      daysAgo(5, "02:20"),
      daysAgo(5, "03:10"),
      daysAgo(1, "02:20"),
      daysAgo(1, "03:20"),
      daysAgo(1, "04:59:59"),
    ];
    expect(await thinned(scene, [...gone, ...kept])).toEqual(kept);
  });

  it("those of other debates are left alone", async () => {
    const [scene, other] = [await mapped(), await mapped()];
    await outdate(other);
    await addNewest(scene, 20);
    await thinRuns(server.deps.db, scene.ids);
    const [{ runs } = { runs: 0 }] = await server.sql<{ runs: number }>(
      "select count(*)::int as runs from opinion_runs where debate_id = $1",
      [other.debateId],
    );
    expect(runs).toBe(22);
  });
});

describe("an old map", () => {
  it("that nothing cites goes", async () => {
    const scene = await mapped();
    await outdate(scene);
    expect(await isKept(scene)).toBe(false);
  });

  it("that a position was made out of is kept", async () => {
    const scene = await mapped();
    const { map, member, ids } = scene;
    await member.call(proposeFromBridges, {
      params: { ...ids, runId: map.runId },
      body: { title: "Keep it", statementIds: [map.bridges[0]?.statementId ?? ""] },
    });
    await outdate(scene);
    expect(await isKept(scene)).toBe(true);
  });

  it("by whose groups a decision is told is kept", async () => {
    const scene = await mapped();
    const { communityId, owner, ids } = scene;
    const { positions } = await owner.call(readOutline, { params: ids });
    const positionIds = positions.map(({ id }) => id);
    const body = rulesOf({ positionIds });
    const { id: decisionId } = await owner.call(decisions.createDecision, { params: ids, body });
    const params = { communityId, decisionId };
    await closeEarly(server, params);
    const { groupSupport } = await owner.call(decisions.readDecision, { params });
    expect(groupSupport?.runId).toBe(scene.map.runId);
    await outdate(scene);
    expect(await isKept(scene)).toBe(true);
  });

  it("of which a summary was written is kept", async () => {
    const scene = await mapped();
    const words = { model: "small-model", sentHash: "a", sentences: [], dropped: 0 };
    await saveSummary(server.deps.db, { ...scene.ids, runId: scene.map.runId, ...words });
    await outdate(scene);
    expect(await isKept(scene)).toBe(true);
  });
});
