import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { readOutline, type TargetKind } from "#shared/contract/claims.ts";
import { rateRelevance } from "#shared/contract/ratings.ts";
import { linkClaim, unlinkClaim } from "#shared/contract/structure.ts";
import type { Person } from "../testing/person.ts";
import { startTestServer, type TestServer } from "../testing/server.ts";
import {
  debateIn,
  say,
  type Scene,
  type SceneDebate,
  setScene,
  statusesOf,
} from "./testing-scene.ts";

let server: TestServer;
let scene: Scene;

beforeAll(async () => {
  server = await startTestServer();
  scene = await setScene(server);
});
afterAll(() => server.close());

/** A claim of Ben's under the first position. */
async function argued() {
  const { communityId, debateId, positionIds } = await debateIn(scene);
  const ids = { communityId, debateId };
  const said = await say(scene.member, ids, { under: positionIds[0], text: "They could know." });
  return { ids, positionIds, claimId: said.claim.id, edgeId: said.edges[0]?.id ?? "" };
}

const linkTo = (kind: TargetKind, id: string) => ({ target: { kind, id }, side: "con" as const });
const tryToLink = (person: Person, params: SceneDebate & { claimId: string }, id: string) =>
  person.tryCall(linkClaim, { params, body: linkTo("claim", id) });

describe("a claim that is linked", () => {
  it("stands at one more place, and is taken away from it again", async () => {
    const { ids, positionIds, claimId, edgeId } = await argued();
    const edge = await scene.member.call(linkClaim, {
      params: { ...ids, claimId },
      body: linkTo("position", positionIds[1]),
    });
    expect(edge).toMatchObject({ claimId, side: "con", targetId: positionIds[1] });
    const linked = await scene.stranger.call(readOutline, { params: ids });
    expect(linked.claims).toHaveLength(1);
    expect(linked.edges.map(({ id }) => id).toSorted()).toEqual([edge.id, edgeId].toSorted());

    await scene.member.call(unlinkClaim, { params: { ...ids, edgeId: edge.id } });
    const after = await scene.stranger.call(readOutline, { params: ids });
    expect(after.edges.map(({ id }) => id)).toEqual([edgeId]);
    const last = await scene.member.tryCall(unlinkClaim, { params: { ...ids, edgeId } });
    expect(last.status).toBe(409);
  });

  it("is placed by its author, the debate's author and moderators alone", async () => {
    const { ids, positionIds, claimId } = await argued();
    const other = await say(scene.author, ids, { under: positionIds[0], text: "Nobody could." });
    const under = await say(scene.moderator, ids, { under: positionIds[1], text: "Some did." });
    const foreign = { ...ids, claimId: other.claim.id };
    expect((await tryToLink(scene.member, foreign, under.claim.id)).status).toBe(403);
    const own = { ...ids, claimId };
    expect((await tryToLink(scene.author, own, under.claim.id)).status).toBe(200);
    expect((await tryToLink(scene.moderator, own, other.claim.id)).status).toBe(200);
  });

  it("never stands below itself, whichever of two links comes first, and at no place twice", async () => {
    const { ids, positionIds, claimId, edgeId } = await argued();
    const reply = await say(scene.author, ids, { kind: "edge", under: edgeId, text: "So what?" });
    const params = { ...ids, claimId };
    expect((await tryToLink(scene.member, params, claimId)).status).toBe(422);
    expect((await tryToLink(scene.member, params, reply.claim.id)).status).toBe(422);
    const twice = { params, body: linkTo("position", positionIds[0]) };
    expect((await scene.member.tryCall(linkClaim, twice)).status).toBe(409);

    const other = await say(scene.author, ids, { under: positionIds[1], text: "Others knew." });
    const answers = await Promise.all([
      tryToLink(scene.moderator, params, other.claim.id),
      tryToLink(scene.moderator, { ...ids, claimId: other.claim.id }, claimId),
    ]);
    expect(statusesOf(answers)).toEqual([200, 422]);
  });

  it("stays where others have rated or answered it", async () => {
    const { ids, positionIds, claimId } = await argued();
    const { id: edgeId } = await scene.member.call(linkClaim, {
      params: { ...ids, claimId },
      body: linkTo("position", positionIds[1]),
    });
    const at = { ...ids, edgeId };
    await scene.author.call(rateRelevance, { params: at, body: { rating: 3 } });
    expect((await scene.member.tryCall(unlinkClaim, { params: at })).status).toBe(409);
  });
});
