import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { addClaim, editClaim } from "#shared/contract/claims.ts";
import { readDebate } from "#shared/contract/debates.ts";
import { debateRoom } from "#shared/contract/event.ts";
import { addEvidence } from "#shared/contract/evidence.ts";
import { rateRelevance, rateTruth, takeBackTruth } from "#shared/contract/ratings.ts";
import {
  claimsRearranged,
  daysToUndo,
  linkClaim,
  mergeClaims,
  moveClaim,
  unlinkClaim,
} from "#shared/contract/structure.ts";
import type { Person } from "../../testing/person.ts";
import { startTestServer, type TestServer } from "../../testing/server.ts";
import {
  moveTo,
  say,
  type Scene,
  type SceneDebate,
  setScene,
  statusesOf,
  until,
} from "../testing-scene.ts";
import { argued, outlineOf, shapeOf, to, undo } from "./testing-argued.ts";

let server: TestServer;
let scene: Scene;
/** What time the server takes it to be, where that matters. */
let now: Date | undefined;

beforeAll(async () => {
  server = await startTestServer({ given: { clock: () => now ?? new Date() } });
  scene = await setScene(server);
});
afterAll(() => server.close());

const tryToLink = (person: Person, params: SceneDebate & { claimId: string }, id: string) =>
  person.tryCall(linkClaim, { params, body: to("claim", id) });

describe("a claim that is linked", () => {
  it("stands at one more place, and is taken away from it again", async () => {
    const { ids, positionIds, claimId, edgeId } = await argued(scene);
    const { edges } = await scene.member.call(linkClaim, {
      params: { ...ids, claimId },
      body: to("position", positionIds[1]),
    });
    expect(edges).toMatchObject([{ claimId, side: "con", targetId: positionIds[1] }]);
    const linked = await outlineOf(scene.stranger, ids);
    expect(linked.claims).toHaveLength(1);
    const newId = edges[0]?.id ?? "";
    expect(linked.edges.map(({ id }) => id).toSorted()).toEqual([newId, edgeId].toSorted());

    const { change } = await scene.member.call(unlinkClaim, { params: { ...ids, edgeId: newId } });
    expect((await outlineOf(scene.stranger, ids)).edges.map(({ id }) => id)).toEqual([edgeId]);
    const last = await scene.member.tryCall(unlinkClaim, { params: { ...ids, edgeId } });
    expect(last.status).toBe(409);
    expect((await undo(scene.member, ids, change.id)).status).toBe(200);
    expect((await outlineOf(scene.stranger, ids)).edges).toHaveLength(2);
  });

  it("is placed by its author, the debate's author and moderators alone", async () => {
    const { ids, positionIds, claimId } = await argued(scene);
    const other = await say(scene.author, ids, { under: positionIds[0], text: "Nobody could." });
    const under = await say(scene.moderator, ids, { under: positionIds[1], text: "Some did." });
    const foreign = { ...ids, claimId: other.claim.id };
    expect((await tryToLink(scene.member, foreign, under.claim.id)).status).toBe(403);
    const own = { ...ids, claimId };
    expect((await tryToLink(scene.author, own, under.claim.id)).status).toBe(200);
    expect((await tryToLink(scene.moderator, own, other.claim.id)).status).toBe(200);
    await moveTo(scene.author, ids, "voting");
    expect((await tryToLink(scene.moderator, foreign, under.claim.id)).status).toBe(409);
  });

  it("never stands below itself, whichever of two links comes first, and at no place twice", async () => {
    const { ids, positionIds, claimId, edgeId } = await argued(scene);
    const reply = await say(scene.author, ids, { kind: "edge", under: edgeId, text: "So what?" });
    const params = { ...ids, claimId };
    expect((await tryToLink(scene.member, params, claimId)).status).toBe(422);
    expect((await tryToLink(scene.member, params, reply.claim.id)).status).toBe(422);
    const twice = { params, body: to("position", positionIds[0]) };
    expect((await scene.member.tryCall(linkClaim, twice)).status).toBe(422);

    const other = await say(scene.author, ids, { under: positionIds[1], text: "Others knew." });
    const answers = await Promise.all([
      tryToLink(scene.moderator, params, other.claim.id),
      tryToLink(scene.moderator, { ...ids, claimId: other.claim.id }, claimId),
    ]);
    expect(statusesOf(answers)).toEqual([200, 422]);
  });

  it("stays where others object to its bearing", async () => {
    const { ids, positionIds, claimId } = await argued(scene);
    const { edges } = await scene.member.call(linkClaim, {
      params: { ...ids, claimId },
      body: to("position", positionIds[1]),
    });
    const edgeId = edges[0]?.id ?? "";
    await say(scene.author, ids, { kind: "edge", under: edgeId, text: "That is beside it." });
    const answer = await scene.member.tryCall(unlinkClaim, { params: { ...ids, edgeId } });
    expect(answer.status).toBe(409);
    expect(await answer.json()).toMatchObject({ reason: { code: "built-on" } });
  });
});

describe("a claim that is moved", () => {
  it("takes what is below it along, and its ratings, which say that they were cast elsewhere", async () => {
    const { ids, positionIds, claimId, edgeId } = await argued(scene);
    await say(scene.author, ids, { kind: "claim", under: claimId, text: "Indeed." });
    const edge = { ...ids, edgeId };
    await scene.member.call(rateRelevance, { params: edge, body: { rating: 4 } });
    await scene.author.call(rateRelevance, { params: edge, body: { rating: null } });
    const { heard } = await scene.stranger.listen(debateRoom(ids));
    const { change } = await scene.moderator.call(moveClaim, {
      params: edge,
      body: { from: positionIds[0], ...to("position", positionIds[1]) },
    });
    await until(() => heard.some(({ name }) => name === claimsRearranged.name));
    expect(heard.find(({ name }) => name === claimsRearranged.name)?.payload).toMatchObject({
      change,
      edges: [{ id: edgeId, targetId: positionIds[1] }],
    });

    const moved = await outlineOf(scene.member, ids);
    expect(moved.edges.find(({ id }) => id === edgeId)).toMatchObject({
      side: "con",
      relevance: { count: 1, sum: 4, unknown: 1, former: 1 },
    });
    expect(moved.mine.relevance).toEqual([{ edgeId, rating: 4, isFormer: true }]);
    await scene.member.call(rateRelevance, { params: edge, body: { rating: 2 } });
    const anew = await outlineOf(scene.member, ids);
    expect(anew.edges.find(({ id }) => id === edgeId)?.relevance).toEqual({
      count: 1,
      sum: 2,
      unknown: 1,
    });
    expect((await undo(scene.moderator, ids, change.id)).status).toBe(200);
    const back = await outlineOf(scene.member, ids);
    expect(back.edges.find(({ id }) => id === edgeId)).toMatchObject({ targetId: positionIds[0] });
    expect(back.mine.relevance).toEqual([{ edgeId, rating: 2, isFormer: true }]);
  });

  it("is not moved from where somebody else has moved it already", async () => {
    const { ids, positionIds, edgeId } = await argued(scene);
    const params = { ...ids, edgeId };
    const body = { from: positionIds[0], ...to("position", positionIds[1]) };
    const answers = await Promise.all([
      scene.moderator.tryCall(moveClaim, { params, body }),
      scene.author.tryCall(moveClaim, { params, body: { ...body, side: "pro" } }),
    ]);
    expect(statusesOf(answers)).toEqual([200, 409]);
  });
});

/** Two claims that say the same, with replies, sources and ratings at both. */
async function doubled() {
  const { ids, positionIds, claimId } = await argued(scene, "They knew of it.");
  const other = await say(scene.author, ids, { under: positionIds[0], text: "It was known." });
  const into = other.claim.id;
  await say(scene.author, ids, { kind: "claim", under: claimId, text: "By letter." });
  await scene.member.call(addEvidence, {
    params: { ...ids, claimId },
    body: { kind: "data", url: "https://example.org/letters", title: "The letters" },
  });
  return { ids, positionIds, claimId, into };
}

describe("claims that say the same", () => {
  it("become one with the replies, sources and latest ratings of both, and two again", async () => {
    const { ids, claimId, into } = await doubled();
    const rate = (person: Person, id: string, rating: number) =>
      person.call(rateTruth, { params: { ...ids, claimId: id }, body: { rating } });
    await rate(scene.member, into, 1);
    await rate(scene.member, claimId, 4);
    await rate(scene.author, claimId, 0);
    await rate(scene.author, into, 3);
    await rate(scene.moderator, claimId, 2);
    const before = await shapeOf(scene.stranger, ids);
    const { change } = await scene.author.call(mergeClaims, {
      params: { ...ids, claimId },
      body: { into },
    });
    const merged = await outlineOf(scene.member, ids);
    const claim = merged.claims.find(({ id }) => id === into);
    expect(claim?.truth).toEqual({ count: 3, sum: 4 + 3 + 2 });
    expect(merged.claims.find(({ id }) => id === claimId)).toMatchObject({ mergedInto: into });
    expect(merged.edges.some((edge) => [edge.claimId, edge.targetId].includes(claimId))).toBe(
      false,
    );
    expect(merged.edges.filter(({ targetId }) => targetId === into)).toHaveLength(1);
    expect(merged.evidence.map((one) => one.claimId)).toEqual([into]);
    expect((await scene.author.call(readDebate, { params: ids })).counts.claims).toBe(2);

    expect((await undo(scene.moderator, ids, change.id)).status).toBe(200);
    expect(await shapeOf(scene.stranger, ids)).toEqual(before);
    expect((await undo(scene.moderator, ids, change.id)).status).toBe(409);
  });

  it("keep what people said of them while they were one", async () => {
    const { ids, claimId, into } = await doubled();
    const params = { ...ids, claimId: into };
    const rate = (id: string, rating: number) =>
      scene.member.call(rateTruth, { params: { ...ids, claimId: id }, body: { rating } });
    await rate(claimId, 4);
    await scene.author.call(rateTruth, { params: { ...ids, claimId }, body: { rating: 4 } });
    const { change } = await scene.author.call(mergeClaims, {
      params: { ...ids, claimId },
      body: { into },
    });
    await rate(into, 1);
    await scene.author.call(takeBackTruth, { params });
    await undo(scene.author, ids, change.id);
    const { claims } = await outlineOf(scene.stranger, ids);
    const truthOf = (id: string) => claims.find((claim) => claim.id === id)?.truth;
    expect(truthOf(into)).toEqual({ count: 1, sum: 1 });
    expect(truthOf(claimId)).toEqual({ count: 1, sum: 4 });
  });

  it("are not on opposite sides, nor one below the other; nobody writes at what is merged", async () => {
    const { ids, positionIds, claimId, into } = await doubled();
    const against = await say(scene.member, ids, {
      under: positionIds[0],
      text: "Nobody knew.",
      side: "con",
    });
    const merge = (id: string, other: string) =>
      scene.moderator.tryCall(mergeClaims, {
        params: { ...ids, claimId: id },
        body: { into: other },
      });
    expect((await merge(against.claim.id, into)).status).toBe(422);
    expect((await merge(into, into)).status).toBe(422);
    expect((await merge(claimId, into)).status).toBe(200);
    expect((await merge(claimId, into)).status).toBe(409);
    const reply = { params: ids, body: { ...to("claim", claimId), text: "Too late." } };
    expect((await scene.member.tryCall(addClaim, reply)).status).toBe(409);
    const edit = { params: { ...ids, claimId }, body: { version: 1, text: "They all knew." } };
    expect((await scene.member.tryCall(editClaim, edit)).status).toBe(409);
    const rating = { params: { ...ids, claimId }, body: { rating: 2 } };
    expect((await scene.author.tryCall(rateTruth, rating)).status).toBe(409);
  });

  it("are not parted again when more has changed since, or 30 days are over", async () => {
    const { ids, positionIds, claimId, into } = await doubled();
    const { change } = await scene.author.call(mergeClaims, {
      params: { ...ids, claimId },
      body: { into },
    });
    const [reply] = (await outlineOf(scene.stranger, ids)).edges.filter(
      ({ targetId }) => targetId === into,
    );
    const moved = await scene.author.call(moveClaim, {
      params: { ...ids, edgeId: reply?.id ?? "" },
      body: { from: into, ...to("position", positionIds[1]) },
    });
    const refused = await undo(scene.author, ids, change.id);
    expect(await refused.json()).toMatchObject({ type: "/problems/changed-since" });
    await undo(scene.author, ids, moved.change.id);
    now = new Date(Date.now() + (daysToUndo * 24 + 1) * 3_600_000);
    const late = await undo(scene.author, ids, change.id);
    now = undefined;
    expect(await late.json()).toMatchObject({ reason: { code: "undo-too-late" } });
    expect((await undo(scene.author, ids, change.id)).status).toBe(200);
  });
});
