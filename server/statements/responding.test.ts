import { and, asc, count, eq } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { debates } from "#db/schema/debates.ts";
import { responders, responseHistory, responses } from "#db/schema/statements.ts";
import { debateRoom } from "#shared/contract/event.ts";
import {
  addStatement,
  editStatement,
  listStatements,
  readResponseTotals,
  respond,
  type ResponseValue,
  withdrawStatement,
} from "#shared/contract/statements.ts";
import { startTestServer, type TestServer } from "../testing/server.ts";
import { countResponses } from "./public.ts";
import { saveResponses } from "./response-store.ts";
import { addDebate, addMembers } from "./testing.ts";

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.close());

type Scene = Awaited<ReturnType<typeof addDebate>>;
const values: readonly ResponseValue[] = [1, -1, 0];

async function sceneWith(statementCount: number) {
  const scene = await addDebate(server);
  const { communityId, debateId } = scene;
  const params = { communityId, debateId };
  const statementIds: string[] = [];
  for (let n = 1; n <= statementCount; n += 1) {
    const body = { text: `Statement number ${n}.` };
    statementIds.push((await scene.owner.call(addStatement, { params, body })).id);
  }
  return { scene, params, statementIds };
}

const historyOf = ({ debateId }: Scene) =>
  server.deps.db
    .select()
    .from(responseHistory)
    .where(eq(responseHistory.debateId, debateId))
    .orderBy(asc(responseHistory.id));
const latestOf = ({ debateId }: Scene) =>
  server.deps.db.select().from(responses).where(eq(responses.debateId, debateId));

describe("many people at the same time", () => {
  it("counts fifty people's answers exactly, each once, and keeps every change", async () => {
    const { scene, params, statementIds } = await sceneWith(6);
    const people = await addMembers(server, scene.communityId, 50);
    const expected = new Map(
      statementIds.map((id) => [id, { agrees: 0, disagrees: 0, passes: 0 }]),
    );
    const said: Promise<unknown>[] = [];
    for (const [who, person] of people.entries()) {
      for (const [at, statementId] of statementIds.entries()) {
        const first = values[(who + at) % 3] ?? 0;
        const final = values[(who * 2 + at) % 3] ?? 0;
        const counts = expected.get(statementId);
        if (counts) counts[final === 1 ? "agrees" : final === -1 ? "disagrees" : "passes"] += 1;
        const input = { params: { ...params, statementId } };
        said.push(
          person
            .call(respond, { ...input, body: { value: first } })
            .then(() => person.call(respond, { ...input, body: { value: final } })),
        );
      }
    }
    await Promise.all(said);
    for (const statementId of statementIds) {
      const [who] = people;
      const { items } = (await who?.call(listStatements, { params })) ?? { items: [] };
      const found = items.find(({ id }) => id === statementId);
      expect(found?.counts).toEqual(expected.get(statementId));
    }
    expect(await latestOf(scene)).toHaveLength(300);
    const totals = await server.visitor().call(readResponseTotals, { params });
    expect(totals).toEqual({ responses: 300, people: 50, visitors: null });
    await expectConsistent(scene);
  });

  it("leaves one latest answer of a person who gives it sixteen times at once", async () => {
    const { scene, params, statementIds } = await sceneWith(1);
    const [statementId = ""] = statementIds;
    const input = { params: { ...params, statementId }, body: { value: 1 } } as const;
    const replies = await Promise.all(
      Array.from({ length: 16 }, () => scene.member.call(respond, input)),
    );
    for (const reply of replies) {
      expect(reply.counts).toEqual({ agrees: 1, disagrees: 0, passes: 0 });
    }
    expect(await latestOf(scene)).toHaveLength(1);
    expect(await historyOf(scene)).toHaveLength(1);
  });

  it("keeps the counts right when one person wavers sixteen times at once", async () => {
    const { scene, params, statementIds } = await sceneWith(1);
    const [statementId = ""] = statementIds;
    for (let round = 0; round < 5; round += 1) {
      await Promise.all(
        Array.from({ length: 16 }, (_, at) =>
          scene.member.call(respond, {
            params: { ...params, statementId },
            body: { value: values[at % 3] ?? 0 },
          }),
        ),
      );
      const [latest, ...more] = await latestOf(scene);
      expect(more).toEqual([]);
      const { counts } = await scene.member.call(respond, {
        params: { ...params, statementId },
        body: { value: latest?.value === 1 ? 1 : latest?.value === -1 ? -1 : 0 },
      });
      expect(counts.agrees + counts.disagrees + counts.passes).toBe(1);
      await expectConsistent(scene);
    }
  });
});

/** Every latest answer is the last of its history, no history repeats itself, and the counts are those of the answers. */
async function expectConsistent(scene: Scene): Promise<void> {
  const { db } = server.deps;
  const latest = await latestOf(scene);
  const history = await historyOf(scene);
  const last = new Map<string, number>();
  for (const { statementId, participantId, value } of history) {
    const key = `${statementId} ${participantId}`;
    expect(last.get(key)).not.toBe(value);
    last.set(key, value);
  }
  const found = new Map(
    latest.map(({ statementId, participantId, value }) => [
      `${statementId} ${participantId}`,
      value,
    ]),
  );
  expect(found).toEqual(last);
  const { communityId, debateId } = scene;
  const counted = await countResponses(db, { communityId, debateId });
  expect(counted.responses).toBe(latest.length);
  const [people] = await db
    .select({ all: count() })
    .from(responders)
    .where(and(eq(responders.communityId, communityId), eq(responders.debateId, debateId)));
  expect(people?.all).toBe(new Set(latest.map(({ participantId }) => participantId)).size);
}

describe("answers that come together", () => {
  it("are all kept, the last one counts, and what changes nothing is not kept", async () => {
    const { scene, params, statementIds } = await sceneWith(2);
    const [one = "", two = ""] = statementIds;
    const { db } = server.deps;
    const say = (told: readonly (readonly [string, string, number])[]) =>
      saveResponses(
        db,
        told.map(([participantId, statementId, value]) => ({
          ...params,
          participantId,
          statementId,
          value,
        })),
        { openPhases: ["deliberation"], isVisitor: false },
      );
    const { memberId, authorId } = scene;
    const saved = await say([
      [memberId, one, 1],
      [authorId, one, -1],
      [memberId, one, -1],
      [memberId, two, 0],
      [memberId, one, -1],
      [memberId, one, 1],
    ]);
    expect(
      saved.map((row) => row && [row.counts.agrees, row.counts.disagrees, row.counts.passes]),
    ).toEqual([
      [1, 1, 0],
      [1, 1, 0],
      [1, 1, 0],
      [0, 0, 1],
      [1, 1, 0],
      [1, 1, 0],
    ]);
    const valuesOf = async (participantId: string) =>
      (await historyOf(scene))
        .filter((row) => row.participantId === participantId && row.statementId === one)
        .map(({ value }) => value);
    expect(await valuesOf(memberId)).toEqual([1, -1, 1]);
    await say([
      [memberId, one, 1],
      [authorId, one, -1],
    ]);
    expect(await valuesOf(memberId)).toEqual([1, -1, 1]);
    await say([
      [memberId, one, 0],
      [memberId, one, 1],
    ]);
    expect(await valuesOf(memberId)).toEqual([1, -1, 1, 0, 1]);
    await say([
      [memberId, one, 1],
      [memberId, one, 0],
      [memberId, one, 1],
    ]);
    expect(await valuesOf(memberId)).toEqual([1, -1, 1, 0, 1, 0, 1]);
    await expectConsistent(scene);
  });

  it("are each answered for themselves: one that is not allowed keeps no other away", async () => {
    const { scene, params, statementIds } = await sceneWith(1);
    const [statementId = ""] = statementIds;
    const closed = await sceneWith(1);
    await server.deps.db
      .update(debates)
      .set({ phase: "decided" })
      .where(eq(debates.id, closed.scene.debateId));
    const nowhere = server.deps.random.id();
    const foreign = { ...params, communityId: closed.params.communityId };
    const replies = await Promise.all([
      scene.member.tryCall(respond, { params: { ...params, statementId }, body: { value: 1 } }),
      scene.member.tryCall(respond, {
        params: { ...params, statementId: nowhere },
        body: { value: 1 },
      }),
      closed.scene.member.tryCall(respond, {
        params: { ...closed.params, statementId: closed.statementIds[0] ?? "" },
        body: { value: 1 },
      }),
      scene.owner.tryCall(respond, {
        params: { ...params, statementId: statementId.toUpperCase() },
        body: { value: -1 },
      }),
      closed.scene.member.tryCall(respond, {
        params: { ...foreign, statementId },
        body: { value: 1 },
      }),
    ]);
    expect(replies.map(({ status }) => status)).toEqual([200, 404, 409, 200, 404]);
    expect(await latestOf(closed.scene)).toEqual([]);
    expect(await latestOf(scene)).toHaveLength(2);
  });

  it("of several nodes on one database neither block each other for good nor count twice", async () => {
    const { scene, params, statementIds } = await sceneWith(8);
    const { db } = server.deps;
    const people = Array.from({ length: 30 }, () => server.deps.random.id());
    const runs = Array.from({ length: 12 }, (_, node) =>
      saveResponses(
        db,
        people.flatMap((participantId, who) =>
          (node % 2 === 0 ? statementIds : statementIds.toReversed()).map((statementId, at) => ({
            ...params,
            participantId,
            statementId,
            value: values[(who + at + node) % 3] ?? 0,
          })),
        ),
        { openPhases: ["deliberation"], isVisitor: false },
      ),
    );
    await Promise.all(runs);
    expect(await latestOf(scene)).toHaveLength(240);
    await expectConsistent(scene);
  });
});

it("never lets somebody answer words that change at the same moment", async () => {
  const { scene, params, statementIds } = await sceneWith(12);
  await Promise.all(
    statementIds.map(async (statementId, at) => {
      const one = { params: { ...params, statementId } };
      const body = { text: `Statement number ${at + 1}, in other words.`, version: 1 };
      const [edit, answer] = await Promise.all([
        scene.owner.tryCall(editStatement, { ...one, body }),
        scene.member.tryCall(respond, { ...one, body: { value: 1 } }),
      ]);
      expect(answer.status).toBe(200);
      expect([200, 409]).toContain(edit.status);
      const again = await scene.owner.refusal(editStatement, { ...one, body });
      expect(["/problems/has-responses", "/problems/stale-version"]).toContain(again.type);
    }),
  );
});

it("leaves no answer on a statement that was withdrawn at the same moment", async () => {
  const { scene, params, statementIds } = await sceneWith(20);
  await Promise.all(
    statementIds.map(async (statementId) => {
      const one = { params: { ...params, statementId } };
      const [withdrawal, answer] = await Promise.all([
        scene.owner.tryCall(withdrawStatement, one),
        scene.member.tryCall(respond, { ...one, body: { value: 1 } }),
      ]);
      expect([
        [204, 409],
        [409, 200],
      ]).toContainEqual([withdrawal.status, answer.status]);
    }),
  );
});

it("tells the room how many answered, at most four times a second, and the last count is never lost", async () => {
  const { scene, params, statementIds } = await sceneWith(3);
  const people = await addMembers(server, scene.communityId, 20);
  const { heard } = await server.visitor().listen(debateRoom(params));
  const began = performance.now();
  await Promise.all(
    people.flatMap((person) =>
      statementIds.map((statementId) =>
        person.call(respond, { params: { ...params, statementId }, body: { value: 1 } }),
      ),
    ),
  );
  const counted = () => heard.filter(({ name }) => name === "responses.counted");
  for (let left = 100; left > 0; left -= 1) {
    const { responses: told } = (counted().at(-1)?.payload ?? {}) as { responses?: number };
    if (told === 60) break;
    await new Promise((go) => setTimeout(go, 20));
  }
  expect(counted().at(-1)).toMatchObject({
    seq: null,
    payload: { ...params, responses: 60, people: 20 },
  });
  expect(counted().length).toBeLessThanOrEqual((performance.now() - began) / 250 + 2);
});
