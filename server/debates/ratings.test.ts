import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { readOutline, withdrawClaim } from "#shared/contract/claims.ts";
import { debateRoom } from "#shared/contract/event.ts";
import {
  rateRelevance,
  rateTruth,
  ratingsChanged,
  takeBackRelevance,
  takeBackTruth,
} from "#shared/contract/ratings.ts";
import { startTestServer, type TestServer } from "../testing/server.ts";
import {
  debateIn,
  moveTo,
  say,
  type Scene,
  type SceneDebate,
  setScene,
  until,
} from "./testing-scene.ts";

let server: TestServer;
let scene: Scene;

beforeAll(async () => {
  server = await startTestServer();
  scene = await setScene(server);
});
afterAll(() => server.close());

async function ratedClaim(text = "Worth a rating") {
  const debate = await debateIn(scene);
  const ids: SceneDebate = { communityId: debate.communityId, debateId: debate.debateId };
  const { claim, edges } = await say(scene.author, ids, { under: debate.positionIds[0], text });
  return {
    ids,
    positionId: debate.positionIds[0],
    claim: { ...ids, claimId: claim.id },
    edge: { ...ids, edgeId: edges[0]?.id ?? "" },
  };
}

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

describe("ratings", () => {
  it("of truth and relevance add up; one's own are given back to oneself alone", async () => {
    const { ids, claim, edge } = await ratedClaim();
    await scene.member.call(rateTruth, { params: claim, body: { rating: 4 } });
    await scene.author.call(rateTruth, { params: claim, body: { rating: 1 } });
    await scene.member.call(rateRelevance, { params: edge, body: { rating: 3 } });
    const seen = await scene.member.call(readOutline, { params: ids });
    expect(seen.claims[0]?.truth).toEqual({ count: 2, sum: 5 });
    expect(seen.edges[0]?.relevance).toEqual({ count: 1, sum: 3 });
    expect(seen.mine).toEqual({
      truth: [{ claimId: claim.claimId, rating: 4 }],
      relevance: [{ edgeId: edge.edgeId, rating: 3 }],
    });
    const others = await scene.stranger.call(readOutline, { params: ids });
    expect(others.mine).toEqual({ truth: [], relevance: [] });
  });

  it("can be changed and taken back", async () => {
    const { ids, claim, edge } = await ratedClaim();
    for (const rating of [0, 4, 2]) {
      await scene.member.call(rateTruth, { params: claim, body: { rating } });
      await scene.member.call(rateRelevance, { params: edge, body: { rating } });
    }
    const rated = await scene.member.call(readOutline, { params: ids });
    expect(rated.claims[0]?.truth).toEqual({ count: 1, sum: 2 });
    await scene.member.call(takeBackTruth, { params: claim });
    await scene.member.call(takeBackTruth, { params: claim });
    await scene.member.call(takeBackRelevance, { params: edge });
    const bare = await scene.member.call(readOutline, { params: ids });
    expect(bare.claims[0]?.truth).toBeUndefined();
    expect(bare.edges[0]?.relevance).toBeUndefined();
    expect(bare.mine).toEqual({ truth: [], relevance: [] });
  });

  it("that arrive together are each kept or refused on their own", async () => {
    const { ids, claim, positionId } = await ratedClaim();
    const second = await say(scene.author, ids, { under: positionId, text: "Withdrawn soon" });
    const gone = { ...ids, claimId: second.claim.id };
    await scene.author.call(withdrawClaim, { params: gone });
    const none = { ...ids, claimId: crypto.randomUUID() };
    const elsewhere = await ratedClaim("In another debate");
    const wrongDebate = { ...ids, claimId: elsewhere.claim.claimId };
    const answers = await Promise.all(
      [claim, gone, none, wrongDebate, elsewhere.claim].flatMap((params) =>
        [scene.member, scene.moderator, scene.owner].map(async (person) => {
          const response = await person.tryCall(rateTruth, { params, body: { rating: 3 } });
          return response.status;
        }),
      ),
    );
    const three = (status: number) => [status, status, status];
    expect(answers).toEqual([204, 409, 404, 404, 204].flatMap(three));
    const { claims } = await scene.stranger.call(readOutline, { params: ids });
    expect(claims[0]?.truth).toEqual({ count: 3, sum: 9 });
  });

  it("are whole numbers from 0 to 4", async () => {
    const { claim } = await ratedClaim();
    for (const rating of [-1, 5, 1.5, "3"]) {
      const refused = { params: claim, body: { rating: rating as number } };
      expect((await scene.member.refusal(rateTruth, refused)).status).toBe(422);
    }
  });

  it("say that one doesn't know, which counts apart and is kept", async () => {
    const { ids, claim, edge } = await ratedClaim();
    await scene.member.call(rateTruth, { params: claim, body: { rating: 4 } });
    await scene.member.call(rateTruth, { params: claim, body: { rating: null } });
    await scene.author.call(rateTruth, { params: claim, body: { rating: 1 } });
    await scene.member.call(rateRelevance, { params: edge, body: { rating: null } });
    const seen = await scene.member.call(readOutline, { params: ids });
    expect(seen.claims[0]?.truth).toEqual({ count: 1, sum: 1, unknown: 1 });
    expect(seen.edges[0]?.relevance).toEqual({ count: 0, sum: 0, unknown: 1 });
    expect(seen.mine).toEqual({
      truth: [{ claimId: claim.claimId, rating: null }],
      relevance: [{ edgeId: edge.edgeId, rating: null }],
    });
    await scene.member.call(takeBackTruth, { params: claim });
    const after = await scene.stranger.call(readOutline, { params: ids });
    expect(after.claims[0]?.truth).toEqual({ count: 1, sum: 1 });
  });

  it("are given while people deliberate or vote", async () => {
    const { ids, claim } = await ratedClaim();
    await moveTo(scene.author, ids, "voting");
    await scene.member.call(rateTruth, { params: claim, body: { rating: 3 } });
    await moveTo(scene.author, ids, "decided");
    const late = { params: claim, body: { rating: 0 } };
    expect((await scene.member.refusal(rateTruth, late)).type).toBe("/problems/phase-forbids");
    expect((await scene.member.refusal(takeBackTruth, { params: claim })).status).toBe(409);
  });

  it("are given by members", async () => {
    const { claim } = await ratedClaim();
    const input = { params: claim, body: { rating: 3 } };
    expect((await scene.stranger.refusal(rateTruth, input)).status).toBe(401);
    expect((await scene.foreigner.refusal(rateTruth, input)).status).toBe(403);
    expect((await scene.foreigner.refusal(takeBackTruth, { params: claim })).status).toBe(403);
  });

  it("are told again, as they are by then, to who joins the room just after", async () => {
    const { ids, claim, edge } = await ratedClaim();
    await scene.member.call(rateTruth, { params: claim, body: { rating: 3 } });
    await scene.member.call(rateRelevance, { params: edge, body: { rating: 1 } });
    // What is told at once is over: nothing of it can come to who joins only now.
    await pause(600);
    const { heard } = await scene.stranger.listen(debateRoom(ids));
    const news = () =>
      heard
        .filter(({ name }) => name === ratingsChanged.name)
        .map(({ payload }) => ratingsChanged.payload.parse(payload));
    await until(() => news().some(({ relevance }) => relevance.length > 0));
    expect(news().flatMap(({ truth }) => truth)).toEqual([
      { claimId: claim.claimId, count: 1, sum: 3 },
    ]);
    expect(news().flatMap(({ relevance }) => relevance)).toEqual([
      { edgeId: edge.edgeId, count: 1, sum: 1 },
    ]);
  });

  it("reach the room as sums, a few times a second however many there are, the last one right", async () => {
    const { ids, claim, edge } = await ratedClaim();
    const { heard } = await scene.stranger.listen(debateRoom(ids));
    const started = Date.now();
    for (let rating = 0; rating < 40; rating += 1) {
      await scene.member.call(rateTruth, { params: claim, body: { rating: rating % 5 } });
    }
    await scene.member.call(rateRelevance, { params: edge, body: { rating: 1 } });
    const news = () =>
      heard
        .filter(({ name }) => name === ratingsChanged.name)
        .map(({ payload }) => ratingsChanged.payload.parse(payload));
    await until(() => news().some(({ relevance }) => relevance.length > 0));
    const sums = news().flatMap(({ truth }) => truth);
    expect(sums.at(-1)).toEqual({ claimId: claim.claimId, count: 1, sum: 4 });
    expect(news().length).toBeLessThanOrEqual(2 + ((Date.now() - started) / 1000) * 4);
    expect(heard.every(({ seq, name }) => seq !== null || name !== "claim.added")).toBe(true);
  });
});
