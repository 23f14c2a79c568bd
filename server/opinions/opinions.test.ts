import { setTimeout as rest } from "node:timers/promises";
import { eq, inArray, sql } from "drizzle-orm";
import { uuidv7 } from "uuidv7";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { debates } from "#db/schema/debates.ts";
import { opinionPeople, opinionRuns } from "#db/schema/opinions.ts";
import { responders, statements } from "#db/schema/statements.ts";
import {
  exportOpinionRun,
  readOpinionMap,
  readOpinionMapHistory,
  readOpinionMapRun,
} from "#shared/contract/opinions.ts";
import { pathOf } from "#shared/contract/request.ts";
import { readStatementRouting, respond } from "#shared/contract/statements.ts";
import { recompute } from "#shared/opinions/run-document.ts";
import { countPastResponses } from "../statements/public.ts";
import { addDebate } from "../statements/testing.ts";
import { startTestServer, type TestServer } from "../testing/server.ts";
import { makeMap } from "./analyse-opinions.ts";
import { packPeople } from "./people.ts";
import { type DebateIds, peopleOf } from "./store.ts";
import { addOpinions } from "./testing.ts";

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.close());

const twoCamps = { sizes: [9, 8], statements: 10, loyalty: 0.95 };

async function mappedDebate(shape: Parameters<typeof addOpinions>[2] = { phase: "decided" }) {
  const scene = await addOpinions(server, twoCamps, shape);
  await makeMap(server.deps, scene.ids);
  return scene;
}

const setPhase = ({ debateId }: DebateIds, phase: "decided") =>
  server.deps.db.update(debates).set({ phase }).where(eq(debates.id, debateId));

const runsOf = ({ debateId }: { debateId: string }) =>
  server.deps.db.select().from(opinionRuns).where(eq(opinionRuns.debateId, debateId));

describe("an opinion map", () => {
  it("shows who thinks alike, what sets them apart and what bridges them", async () => {
    const { ids, member, statementIds } = await mappedDebate();
    const { map, answersSince } = await member.call(readOpinionMap, { params: ids });
    expect(answersSince).toBe(0);
    expect(map).toMatchObject({ people: 17, peopleIn: 17, statementsIn: 10, isSettled: true });
    expect(map?.groups.map(({ people }) => people).toSorted()).toEqual([8, 9]);
    expect(map?.points.x).toHaveLength(17);
    expect(map?.bridges.map(({ statementId }) => statementId)).toContain(statementIds[0]);
    for (const { figures } of map?.statements ?? []) {
      const byGroup = figures?.byGroup ?? [];
      const agrees = byGroup.reduce((sum, one) => sum + one.agrees, 0);
      expect(agrees).toBe(figures?.counts.agrees);
    }
  });

  it("shows where each of a crowd stands", async () => {
    const { ids, member } = await mappedDebate();
    const x = Array.from({ length: 30_000 }, (_, at) => at);
    const points = { step: 0.1, x, y: x, group: x.map(() => -1) };
    await server.deps.db
      .update(opinionRuns)
      .set({ map: sql`${opinionRuns.map} || ${JSON.stringify({ points })}::jsonb` })
      .where(eq(opinionRuns.debateId, ids.debateId));
    const { map } = await member.call(readOpinionMap, { params: ids });
    expect(map?.points).toEqual(points);
  });

  it("is made when somebody first looks at a debate that came with its responses, as an imported one does", async () => {
    const { ids, member } = await addOpinions(server, twoCamps, { phase: "decided" });
    const look = () => member.call(readOpinionMap, { params: ids });
    expect(await look()).toMatchObject({ map: null, answersSince: 170 });
    await vi.waitFor(async () => expect((await look()).map).toMatchObject({ people: 17 }), {
      timeout: 60_000,
    });
  });

  it("keeps how others answered from who has not answered yet, and places who has", async () => {
    const { ids, member, statementIds } = await mappedDebate({ phase: "deliberation" });
    const before = await member.call(readOpinionMap, { params: ids });
    expect(before.map?.statements.every(({ figures }) => figures === null)).toBe(true);
    expect(before.map?.groups.flatMap(({ typical }) => typical)).toEqual([]);
    expect(before.map).toMatchObject({ you: null, bridges: [], divisive: [], majorities: [] });
    const statementId = statementIds[0] ?? "";
    await member.call(respond, { params: { ...ids, statementId }, body: { value: 1 } });
    const { map } = await member.call(readOpinionMap, { params: ids });
    const seen = map?.statements.filter(({ figures }) => figures !== null);
    expect(seen?.map((one) => one.statementId)).toEqual([statementId]);
    expect(map?.you).toMatchObject({ responses: 1 });
  });

  it("tells of hundreds of statements in their order, with the figures of those that were answered", async () => {
    const camps = { ...twoCamps, statements: 300 };
    const { ids, member, statementIds } = await addOpinions(server, camps, {
      phase: "deliberation",
    });
    const answered = [0, 99, 100, 299].map((at) => statementIds[at] ?? "");
    for (const statementId of answered) {
      await member.call(respond, { params: { ...ids, statementId }, body: { value: 1 } });
    }
    await makeMap(server.deps, ids);
    const { map } = await member.call(readOpinionMap, { params: ids });
    expect(map?.statements.map((one) => one.statementId)).toEqual(statementIds);
    const seen = map?.statements.filter(({ figures }) => figures !== null);
    expect(seen?.map((one) => one.statementId)).toEqual(answered);
    await setPhase(ids, "decided");
    const { map: whole } = await member.call(readOpinionMap, { params: ids });
    expect(whole?.statements.map((one) => one.statementId)).toEqual(statementIds);
    expect(whole?.statements.every(({ figures }) => figures !== null)).toBe(true);
  });

  it("loses a statement that is hidden, keeps the earlier map, and is not made again where nothing changed", async () => {
    const { ids, member, statementIds } = await mappedDebate();
    await makeMap(server.deps, ids);
    expect(await runsOf(ids)).toHaveLength(1);
    const hidden = statementIds[3] ?? "";
    await server.deps.db
      .update(statements)
      .set({ status: "hidden" })
      .where(eq(statements.id, hidden));
    await makeMap(server.deps, ids);
    const { map } = await member.call(readOpinionMap, { params: ids });
    expect(map?.statements.map(({ statementId }) => statementId)).not.toContain(hidden);
    const { runs } = await member.call(readOpinionMapHistory, { params: ids });
    expect(runs.map(({ runId }) => runId)[0]).toBe(map?.runId);
    const runId = runs[1]?.runId ?? "";
    const earlier = await member.call(readOpinionMapRun, { params: { ...ids, runId } });
    expect(earlier).toMatchObject({ runId, statementsIn: 10 });
  });

  it("is made again by anybody from what is exported, to the same bytes, with nobody's id in it", async () => {
    const { ids, member, peopleIds } = await mappedDebate();
    const { map } = await member.call(readOpinionMap, { params: ids });
    const params = { ...ids, runId: map?.runId ?? "" };
    const text = await (await member.send(pathOf(exportOpinionRun, { params }))).text();
    expect(recompute(JSON.parse(text))).toMatchObject({
      isSameAlgorithm: true,
      isSameInput: true,
      isSameResult: true,
    });
    expect(peopleIds.filter((id) => text.includes(id))).toEqual([]);
    await server.deps.db
      .update(debates)
      .set({ phase: "deliberation" })
      .where(eq(debates.id, ids.debateId));
    expect(await member.refusal(exportOpinionRun, { params })).toMatchObject({ status: 409 });
  });

  it("is nothing yet where nobody, or hardly anybody, has responded", async () => {
    for (const camps of [
      { sizes: [], statements: 3 },
      { sizes: [3], statements: 1 },
      { sizes: [4, 4], statements: 6 },
    ]) {
      const { ids, member } = await addOpinions(server, camps, { phase: "decided" });
      await makeMap(server.deps, ids);
      const { map } = await member.call(readOpinionMap, { params: ids });
      expect(map).toMatchObject({ isSettled: false, groups: [] });
      expect(JSON.stringify(map)).not.toContain("NaN");
    }
  });

  it("of a private community is nothing to strangers", async () => {
    const { ids } = await mappedDebate({ isPrivate: true, phase: "decided" });
    const stranger = await server.person("Sal");
    expect((await stranger.refusal(readOpinionMap, { params: ids })).status).toBe(404);
  });
});

describe("an analysis", () => {
  it("asked for twice at once is made once", async () => {
    const { ids } = await addOpinions(server, twoCamps);
    await Promise.all([makeMap(server.deps, ids), makeMap(server.deps, ids)]);
    expect(await runsOf(ids)).toHaveLength(1);
  });
});

describe("opinion groups", () => {
  const setPeople = (ids: DebateIds, change: Partial<typeof opinionPeople.$inferInsert>) =>
    server.deps.db
      .update(opinionPeople)
      .set(change)
      .where(eq(opinionPeople.debateId, ids.debateId));

  it.each([8_192, 9_000])("of a crowd of %i are found for the first and the last", async (size) => {
    const { ids } = await mappedDebate();
    const crowd = Array.from({ length: size }, () => uuidv7()).toSorted();
    const groups = Buffer.from(crowd.map((_, at) => at % 3));
    await setPeople(ids, { people: packPeople(crowd), groups });
    const found = await server.deps.opinionGroups?.(ids, crowd);
    expect([...(found ?? [])]).toEqual(crowd.map((id, at) => [id, at % 3]));
  });

  it("are read of one run, however many others are made meanwhile", async () => {
    const { ids, member, statementIds } = await mappedDebate({ phase: "deliberation" });
    const params = { ...ids, statementId: statementIds[0] ?? "" };
    await member.call(respond, { params, body: { value: 1 } });
    await makeMap(server.deps, ids);
    const runs = (await runsOf(ids)).map(({ id }) => id);
    expect(runs).toHaveLength(2);
    const people = packPeople(Array.from({ length: 9_000 }, () => uuidv7()).toSorted());
    const setRun = (turn: number) =>
      setPeople(ids, { runId: runs[turn] ?? "", people, groups: Buffer.alloc(9_000, turn) });
    await setRun(0);
    let isReading = true;
    const analysing = (async () => {
      for (let turn = 1; isReading; turn = 1 - turn) {
        await setRun(turn);
        await rest(15);
      }
    })();
    const found = [];
    for (let times = 0; times < 15; times += 1) {
      found.push(await peopleOf(server.deps.db, ids));
    }
    isReading = false;
    await analysing;
    for (const one of found) {
      expect(one?.groups).toEqual(Buffer.alloc(9_000, runs.indexOf(one?.runId ?? "")));
      expect(one?.people).toEqual(people);
    }
    expect(new Set(found.map((one) => one?.runId)).size).toBe(2);
  });

  it("are told of people by the newest map with clear ones", async () => {
    const { ids, peopleIds } = await mappedDebate();
    const groups = await server.deps.opinionGroups?.(ids, peopleIds);
    expect(new Set(peopleIds.slice(0, 9).map((id) => groups?.get(id))).size).toBe(1);
    expect(new Set(groups?.values()).size).toBe(2);
    const { communityId, debateId } = await addDebate(server);
    expect(await server.deps.opinionGroups?.({ communityId, debateId }, peopleIds)).toBeNull();
  });
});

describe("why a statement is asked", () => {
  it("is told to moderators alone: what too few have seen comes first", async () => {
    const { ids, member, moderator } = await mappedDebate({ phase: "deliberation" });
    expect((await member.refusal(readStatementRouting, { params: ids })).status).toBe(403);
    const { items } = await moderator.call(readStatementRouting, { params: ids });
    expect(items).toHaveLength(10);
    expect(items.every(({ text }) => text !== "")).toBe(true);
    expect(items.reduce((sum, { chance }) => sum + chance, 0)).toBeCloseTo(1);
    expect(items.every(({ extremity }) => extremity > 0)).toBe(true);
    expect(new Set(items.map(({ priority }) => priority)).size).toBeGreaterThan(1);
  });

  it("counts visitors to the seven who see it early, where they are counted at all", async () => {
    const { ids, moderator, peopleIds } = await addOpinions(server, { ...twoCamps, sizes: [4, 4] });
    const { db } = server.deps;
    await db
      .update(responders)
      .set({ isVisitor: true })
      .where(inArray(responders.participantId, peopleIds.slice(0, 2)));
    await countPastResponses(db, ids);
    const counts = (countsVisitors: boolean) =>
      db.update(debates).set({ countsVisitors }).where(eq(debates.id, ids.debateId));
    await counts(false);
    const look = async () => (await moderator.call(readStatementRouting, { params: ids })).items[0];
    expect(await look()).toMatchObject({ responses: 6, isYoung: true });
    await counts(true);
    expect(await look()).toMatchObject({ responses: 8, isYoung: false });
  });
});
