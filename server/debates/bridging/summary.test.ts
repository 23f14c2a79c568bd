import { uuidv7 } from "uuidv7";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { participants } from "#db/schema/communities.ts";
import { summaryRatings } from "#db/schema/curation.ts";
import { truthRatings } from "#db/schema/debates.ts";
import { responders, responses } from "#db/schema/statements.ts";
import { readArgumentBridging } from "#shared/contract/bridging.ts";
import { saveSummary } from "#shared/contract/curation.ts";
import { removeMember } from "#shared/contract/memberships.ts";
import { addStatement } from "#shared/contract/statements.ts";
import { type Fairness, rateSummary } from "#shared/contract/summary-ratings.ts";
import { addMember } from "../../testing/community.ts";
import { startTestServer, type TestServer } from "../../testing/server.ts";
import { debateIn, say, type Scene, type SceneDebate, setScene } from "../testing-scene.ts";
import { scoreDebate } from "./score-debate.ts";

let server: TestServer;
let scene: Scene;
beforeAll(async () => {
  server = await startTestServer();
  scene = await setScene(server);
});
afterAll(() => server.close());

const eight = Array.from({ length: 8 }, (_, number) => number);

async function people(many: number): Promise<string[]> {
  const ids = Array.from({ length: many }, () => uuidv7());
  const named = { communityId: scene.communityId, kind: "member" as const, name: "Somebody" };
  await server.deps.db.insert(participants).values(ids.map((id) => ({ ...named, id })));
  return ids;
}

/** A debate with a summary, in which two camps of so many differ over six claims. */
async function overClaims(each: number) {
  const { positionIds, ...ids } = await debateIn(scene);
  const camps = await people(2 * each);
  for (const which of eight.slice(0, 6)) {
    const words = { under: positionIds[0], text: `Claim ${which}` };
    const { id: claimId } = (await say(scene.author, ids, words)).claim;
    await server.deps.db.insert(truthRatings).values(
      camps.map((participantId, who) => {
        return { ...ids, claimId, participantId, rating: who % 2 === which % 2 ? 4 : 0 };
      }),
    );
  }
  await write(ids, 0, "We are apart.");
  return { ids, camps };
}

/** The same over six statements, without a claim. */
async function overStatements(each: number) {
  const { positionIds: _, ...ids } = await debateIn(scene);
  const camps = await people(2 * each);
  const statementIds: string[] = [];
  for (const which of eight.slice(0, 6)) {
    const body = { text: `Statement ${which} of them` };
    statementIds.push((await scene.author.call(addStatement, { params: ids, body })).id);
  }
  const answer = async (who: readonly string[]) => {
    for (const [which, statementId] of statementIds.entries()) {
      await server.deps.db.insert(responses).values(
        who.map((participantId, at) => {
          return { ...ids, statementId, participantId, value: at % 2 === which % 2 ? 1 : -1 };
        }),
      );
    }
  };
  await answer(camps);
  await write(ids, 0, "We are apart.");
  return { ids, camps, answer };
}

const write = (ids: SceneDebate, version: number, text: string) =>
  scene.author.call(saveSummary, { params: ids, body: { version, text } });

async function find(ids: SceneDebate, who: readonly string[], rating: (at: number) => Fairness) {
  await server.deps.db
    .insert(summaryRatings)
    .values(
      who.map((participantId, at) => ({ ...ids, version: 1, participantId, rating: rating(at) })),
    );
}

const look = (ids: SceneDebate) => scene.stranger.call(readArgumentBridging, { params: ids });
const all = () => "fair" as const;
const oneCamp = (at: number) => (at % 2 === 0 ? ("fair" as const) : ("unfair" as const));

describe("the bridging score of a summary", () => {
  it.each([
    ["claims", overClaims, 8],
    ["statements", overStatements, 8],
    ["claims that hundreds rated, worked out in a thread,", overClaims, 90],
  ])(
    "among %s is high where both sides find it fair, low where one does",
    async (_, make, each) => {
      const [fair, partisan] = [await make(each), await make(each)];
      await find(fair.ids, fair.camps, all);
      await find(partisan.ids, partisan.camps, oneCamp);
      const [high, low] = [await look(fair.ids), await look(partisan.ids)];
      expect(high.summary).toMatchObject({ version: 1, raters: 2 * each, shortage: null });
      expect(high.summary?.score ?? -9).toBeGreaterThan(0.4);
      expect(low.summary?.score ?? 9).toBeLessThan(0.2);
      expect(high.correlated).toBe(0);
    },
  );

  it("says that nobody of either side finds it fair where that is so", async () => {
    const { ids, camps } = await overClaims(8);
    await find(ids, camps, () => "unfair");
    expect((await look(ids)).summary?.answer).toBe("unfair");
  });

  it("is not guessed from a few, or from one side", async () => {
    const { ids, camps } = await overClaims(8);
    const told = async () => (await look(ids)).summary;
    const nothing = { score: null, answer: null, shortage: "few-raters" };
    expect(await told()).toEqual({ version: 1, raters: 0, ...nothing });
    await find(ids, camps.slice(0, 4), all);
    expect(await told()).toMatchObject({ raters: 4, score: null, shortage: "few-raters" });
    const ofOneSide = camps.filter((_, at) => at >= 4 && at % 2 === 0);
    await find(ids, ofOneSide, all);
    expect(await told()).toMatchObject({ raters: 10, score: null, shortage: "one-side" });
  });

  it("is of the version that stands, and of none where it says nothing", async () => {
    const { ids, camps } = await overClaims(8);
    expect((await look(await debateIn(scene))).summary).toBeNull();
    await find(ids, camps, all);
    await write(ids, 1, "We come together.");
    expect((await look(ids)).summary).toMatchObject({ version: 2, raters: 0, score: null });
    await scene.member.call(rateSummary, {
      params: { ...ids, number: 2 },
      body: { rating: "fair" },
    });
    expect((await look(ids)).summary).toMatchObject({ version: 2, raters: 1 });
    await write(ids, 2, "");
    const { summary, claims } = await look(ids);
    expect([summary, claims.length]).toEqual([null, 6]);
  });

  it("leaves out who was removed, and what people without an account say", async () => {
    const { ids, answer } = await overStatements(8);
    const spammer = await server.person("Sam");
    const memberId = await addMember(server, ids.communityId, { person: spammer });
    await spammer.call(rateSummary, { params: { ...ids, number: 1 }, body: { rating: "fair" } });
    expect((await look(ids)).summary?.raters).toBe(1);
    const params = { communityId: ids.communityId, participantId: memberId };
    await scene.owner.call(removeMember, { params, body: { reason: "Spam." } });
    expect((await look(ids)).summary?.raters).toBe(0);
    const visitors = [uuidv7(), uuidv7()];
    await server.deps.db
      .insert(responders)
      .values(visitors.map((participantId) => ({ ...ids, participantId, isVisitor: true })));
    const scores = await look(ids);
    await answer(visitors);
    expect(await look(ids)).toEqual(scores);
  });

  it("is not worked out of too many answers, which says so and leaves claims their scores", async () => {
    const { ids, camps } = await overClaims(8);
    await find(ids, camps, all);
    const claimRatings = 6 * camps.length;
    const { summary, claims } = await scoreDebate(server.deps.db, ids, claimRatings);
    const unknown = { raters: camps.length, score: null, shortage: "too-many-ratings" };
    expect(summary).toEqual({ version: 1, ...unknown, answer: null });
    expect(claims.map(({ shortage }) => shortage)).toEqual(eight.slice(0, 6).map(() => null));
    const { claims: many } = await scoreDebate(server.deps.db, ids, claimRatings - 1);
    for (const { claimId: _, ...told } of many) expect(told).toEqual(unknown);
    expect(many).toHaveLength(6);
  });
});
