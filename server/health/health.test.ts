import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { addStatement } from "#shared/contract/statements.ts";
import { readHealth } from "#shared/contract/health.ts";
import { castBallot, createDecision } from "#shared/contract/decisions.ts";
import type { Choice } from "#shared/lottery/index.ts";
import { until } from "../debates/testing-scene.ts";
import { addDebate, closeEarly, rulesOf, type Scene } from "../decisions/testing-scene.ts";
import { startTestServer, type TestServer } from "../testing/server.ts";

let server: TestServer;
let scene: Scene;

beforeAll(async () => {
  server = await startTestServer();
  scene = await addDebate(server);
});
afterAll(() => server.close());

const say = async (name: string, text: string) => {
  const { communityId, debateId } = scene;
  const person = await scene.join(name);
  await person.call(addStatement, { params: { communityId, debateId }, body: { text } });
};
const periods = async () => {
  const params = { communityId: scene.communityId };
  return (await server.visitor().call(readHealth, { params })).periods;
};

/** Other debates that were decided as this one was, whose questions were asked so many days before. */
async function copyDecided(days: readonly number[]): Promise<void> {
  for (const before of days) {
    const debateId = crypto.randomUUID();
    await server.sql(
      `insert into debates select (jsonb_populate_record(d, jsonb_build_object(
         'id', $2::uuid, 'created_at', d.created_at - $3 * interval '1 day'))).*
       from debates d where community_id = $1 order by created_at desc limit 1`,
      [scene.communityId, debateId, before],
    );
    await server.sql(
      `insert into decisions select (jsonb_populate_record(d, jsonb_build_object(
         'id', gen_random_uuid(), 'debate_id', $2::uuid))).*
       from decisions d where community_id = $1 limit 1`,
      [scene.communityId, debateId],
    );
  }
}

/** Appeals against moderators on which juries ruled so. */
async function sayRuled(choices: readonly Choice[]): Promise<void> {
  for (const choice of choices) {
    await server.sql(
      `insert into disputes (community_id, id, kind, subject_id, claimant_id, grounds, stage, times, choice, ended_at)
       select $1, gen_random_uuid(), 'action', gen_random_uuid(), id, 'Why?', 'closed', '{}', $2, now()
       from participants where community_id = $1 limit 1`,
      [scene.communityId, choice],
    );
  }
}

describe("the health of a community", () => {
  it("tells nothing of fewer than five people, and then who is new and who came back", async () => {
    for (const name of ["One", "Two", "Three"]) await say(name, `We should ask ${name}.`);
    expect((await periods()).at(-1)).toMatchObject({
      newVoices: null,
      agendaSetters: null,
      turnout: null,
      topTenth: null,
      promisesKept: null,
    });
    for (const name of ["Four", "Five", "Six"]) await say(name, `We should ask ${name}.`);
    // Those who proposed the positions wrote as well.
    expect((await periods()).at(-1)).toMatchObject({ newVoices: 7, returningVoices: 0 });
    await server.sql(
      "update statements set created_at = created_at - interval '100 days' where community_id = $1",
      [scene.communityId],
    );
    const [before, ...later] = await periods();
    expect(before?.newVoices).toBe(6);
    expect(later.at(-1)).toMatchObject({ newVoices: null, returningVoices: 0 });
  });

  it("counts votes of those who could, days to decisions, and appeals that changed something", async () => {
    scene = await addDebate(server);
    const { communityId, owner, member } = scene;
    for (const name of ["Four", "Five", "Six"]) await scene.join(name);
    const { id: decisionId, options } = await owner.call(createDecision, {
      params: { communityId, debateId: scene.debateId },
      body: rulesOf(),
    });
    const at = { communityId, decisionId };
    const ballot = { method: "schulze" as const, ranking: options.map(({ id }) => [id]) };
    for (const voter of [owner, member]) {
      await voter.call(castBallot, { params: at, body: { ballot } });
    }
    await closeEarly(server, at);
    await until(async () => (await periods()).at(-1)?.turnout !== null);
    // Two of six.
    expect((await periods()).at(-1)).toMatchObject({ turnout: 33, daysToDecision: null });
    await copyDecided([9, 4, 30, 2]);
    await sayRuled(["uphold", "uphold", "overturn", "modify"]);
    expect((await periods()).at(-1)).toMatchObject({
      // Of 0, 2, 4, 9 and 30 days.
      daysToDecision: 4,
      appealsOverturned: null,
    });
    await sayRuled(["uphold"]);
    // Two of five.
    expect((await periods()).at(-1)?.appealsOverturned).toBe(40);
  });

  it("of a private community is told to nobody else", async () => {
    const { communityId } = await addDebate(server, { isPrivate: true });
    const refused = await scene.owner.refusal(readHealth, { params: { communityId } });
    expect(refused.status).toBe(404);
  });
});
