import { uuidv7 } from "uuidv7";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { participants } from "#db/schema/communities.ts";
import { evidenceReviews, truthRatings } from "#db/schema/debates.ts";
import { readArgumentBridging } from "#shared/contract/bridging.ts";
import { withdrawClaim } from "#shared/contract/claims.ts";
import { addEvidence } from "#shared/contract/evidence.ts";
import { addRule } from "#shared/contract/communities.ts";
import { removeMember } from "#shared/contract/memberships.ts";
import { moderate } from "#shared/contract/moderation.ts";
import { rateTruth } from "#shared/contract/ratings.ts";
import { reviewEvidence } from "#shared/contract/reviews.ts";
import { addMember } from "../../testing/community.ts";
import { startTestServer, type TestServer } from "../../testing/server.ts";
import { debateIn, say, type Scene, setScene } from "../testing-scene.ts";

let server: TestServer;
let scene: Scene;
beforeAll(async () => {
  server = await startTestServer();
  scene = await setScene(server);
});
afterAll(() => server.close());

/** Claims that one camp finds true, that the other does, and one that both do; two camps of so many have rated them. */
async function rated(each: number) {
  const { positionIds, ...ids } = await debateIn(scene);
  const claimIds: string[] = [];
  for (const text of ["One", "Two", "Three", "Four", "Five", "Six", "What all see", "Few saw"]) {
    const { claim } = await say(scene.author, ids, { under: positionIds[0], text });
    claimIds.push(claim.id);
  }
  const people = Array.from({ length: 2 * each }, () => uuidv7());
  await addPeople(people);
  const ratingOf = (who: number, which: number) => (which === 6 || which % 2 === who % 2 ? 4 : 0);
  await server.deps.db.insert(truthRatings).values(
    people.flatMap((participantId, who) =>
      claimIds.slice(0, who < 4 ? 8 : 7).map((claimId, which) => ({
        ...ids,
        claimId,
        participantId,
        rating: ratingOf(who, which),
      })),
    ),
  );
  return { ids, claimIds, people };
}

const addPeople = (ids: readonly string[]) =>
  server.deps.db.insert(participants).values(
    ids.map((id) => {
      return { communityId: scene.communityId, id, kind: "member" as const, name: "Somebody" };
    }),
  );

const look = (ids: { communityId: string; debateId: string }) =>
  scene.stranger.call(readArgumentBridging, { params: ids });

describe("the bridging score of a claim", () => {
  it.each([
    ["a few people rated", 8],
    ["hundreds rated, worked out in a thread,", 90],
  ])("that %s is high where both sides find it true, and low where one does", async (_, each) => {
    const { ids, claimIds } = await rated(each);
    const { claims, correlated } = await look(ids);
    expect(claims.map(({ claimId }) => claimId)).toEqual(claimIds.toSorted());
    const scores = new Map(claims.map(({ claimId, score }) => [claimId, score ?? -9]));
    const [bridge = 0] = [scores.get(claimIds[6] ?? "")];
    for (const one of claimIds.slice(0, 6)) {
      expect(scores.get(one)).toBeGreaterThan(-1);
      expect(bridge).toBeGreaterThan((scores.get(one) ?? 9) + 0.2);
    }
    expect(correlated).toBe(0);
  });

  it("is not guessed from a few, and what people don't know is no rating", async () => {
    const { ids, claimIds } = await rated(8);
    const few = { claimId: claimIds[7], raters: 4, score: null, shortage: "few-raters" };
    expect((await look(ids)).claims).toContainEqual(few);
    const params = { ...ids, claimId: claimIds[7] ?? "" };
    await scene.member.call(rateTruth, { params, body: { rating: null } });
    expect((await look(ids)).claims).toContainEqual(few);
    await scene.member.call(rateTruth, { params, body: { rating: 2 } });
    expect((await look(ids)).claims).toContainEqual(
      expect.objectContaining({ claimId: claimIds[7], raters: 5 }),
    );
  });

  it("is of what is in sight alone", async () => {
    const { ids, claimIds } = await rated(8);
    const { communityId } = ids;
    const [claimId = "", sourced = ""] = claimIds;
    const source = { kind: "study" as const, url: "https://example.org/", title: "S", quote: "" };
    const at = { ...ids, claimId: sourced };
    const { id: evidenceId } = await scene.author.call(addEvidence, { params: at, body: source });
    const params = { ...ids, evidenceId };
    await scene.member.call(reviewEvidence, { params, body: { verdict: "supports" } });
    const seen = async () => {
      const { claims, sources } = await look(ids);
      return [...claims.map((one) => one.claimId), ...sources.map((one) => one.evidenceId)];
    };
    expect(await seen()).toEqual(expect.arrayContaining([claimId, evidenceId]));
    const rule = { title: "Be kind", text: "To all." };
    await scene.owner.call(addRule, { params: { communityId }, body: rule });
    for (const subject of [
      { kind: "claim" as const, id: claimId },
      { kind: "evidence" as const, id: evidenceId },
    ]) {
      const body = { subject, rule: 1, reason: "It is unkind.", kind: "hide" as const };
      await scene.moderator.call(moderate, { params: { communityId }, body });
    }
    const left = await seen();
    expect(left).toHaveLength(claimIds.length - 1);
    expect(left).toContain(sourced);
    expect(left).not.toContain(claimId);
  });

  it("leaves out who was removed, and claims that no longer stand", async () => {
    const { ids, claimIds } = await rated(8);
    const params = { ...ids, claimId: claimIds[0] ?? "" };
    const ratersOf = async () =>
      (await look(ids)).claims.find(({ claimId }) => claimId === params.claimId)?.raters;
    const spammer = await server.person("Sam");
    const memberId = await addMember(server, ids.communityId, { person: spammer });
    await spammer.call(rateTruth, { params, body: { rating: 4 } });
    expect(await ratersOf()).toBe(17);
    await scene.owner.call(removeMember, {
      params: { communityId: ids.communityId, participantId: memberId },
      body: { reason: "Spam." },
    });
    expect(await ratersOf()).toBe(16);
    await scene.author.call(withdrawClaim, { params });
    expect(await ratersOf()).toBeUndefined();
  });
});

describe("the bridging score of a source", () => {
  it("goes by reviews, and by whom people agree with over claims", async () => {
    const { ids, claimIds, people } = await rated(8);
    const claim = { ...ids, claimId: claimIds[0] ?? "" };
    const sources: string[] = [];
    for (const title of ["Found good by all", "Found good by one camp"]) {
      const url = `https://example.org/${sources.length}`;
      const body = { kind: "study" as const, url, title, quote: "" };
      sources.push((await scene.author.call(addEvidence, { params: claim, body })).id);
    }
    const [good = "", partisan = ""] = sources;
    await server.deps.db.insert(evidenceReviews).values(
      people.flatMap((participantId, who) => [
        { ...ids, evidenceId: good, participantId, verdict: "supports" as const },
        {
          ...ids,
          evidenceId: partisan,
          participantId,
          verdict: who % 2 === 0 ? ("supports" as const) : ("misrepresents" as const),
        },
      ]),
    );
    const scoreOf = async (id: string) =>
      (await look(ids)).sources.find(({ evidenceId }) => evidenceId === id);
    const [high, low] = [await scoreOf(good), await scoreOf(partisan)];
    expect(high?.score ?? -9).toBeGreaterThan((low?.score ?? 9) + 0.2);
    const params = { ...ids, evidenceId: good };
    await scene.member.call(reviewEvidence, { params, body: { verdict: "broken" } });
    expect(await scoreOf(good)).toMatchObject({ raters: 17 });
  });
});

describe("scores of a private community", () => {
  it("are for its members alone", async () => {
    const hidden = await setScene(server, { isPrivate: true });
    const { positionIds: _, ...params } = await debateIn(hidden);
    const nothing = { claims: [], sources: [], summary: null, correlated: 0 };
    expect(await hidden.member.call(readArgumentBridging, { params })).toEqual(nothing);
    expect((await hidden.foreigner.refusal(readArgumentBridging, { params })).status).toBe(404);
    expect((await hidden.stranger.refusal(readArgumentBridging, { params })).status).toBe(404);
  });
});
