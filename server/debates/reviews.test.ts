import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { readOutline, withdrawClaim } from "#shared/contract/claims.ts";
import { debateRoom } from "#shared/contract/event.ts";
import { addEvidence, editEvidence, withdrawEvidence } from "#shared/contract/evidence.ts";
import { evidenceReviewed, reviewEvidence, takeBackReview } from "#shared/contract/reviews.ts";
import { startTestServer, type TestServer } from "../testing/server.ts";
import { debateIn, moveTo, say, type Scene, setScene, until } from "./testing-scene.ts";

let server: TestServer;
let scene: Scene;

beforeAll(async () => {
  server = await startTestServer();
  scene = await setScene(server);
});
afterAll(() => server.close());

const draft = {
  kind: "study" as const,
  url: "https://example.org/study",
  title: "A study",
  quote: "It is so.",
};

/** A claim of the author's with a source of the author's. */
async function source() {
  const { positionIds, ...ids } = await debateIn(scene);
  const { claim } = await say(scene.author, ids, { under: positionIds[0], text: "It is so" });
  const at = { ...ids, claimId: claim.id };
  const added = await scene.author.call(addEvidence, { params: at, body: draft });
  return { ids, claim: at, added, params: { ...ids, evidenceId: added.id } };
}

const reviewsOf = async (person: Scene["member"], ids: { communityId: string; debateId: string }) =>
  (await person.call(readOutline, { params: ids })).reviews;

describe("reviews of sources", () => {
  it("add up by verdict; one's own are given back to oneself alone", async () => {
    const { ids, params } = await source();
    await scene.member.call(reviewEvidence, { params, body: { verdict: "supports" } });
    await scene.owner.call(reviewEvidence, { params, body: { verdict: "broken" } });
    const { evidenceId } = params;
    const sums = [{ evidenceId, supports: 1, irrelevant: 0, misrepresents: 0, broken: 1 }];
    const mine = [{ evidenceId, verdict: "supports" }];
    expect(await reviewsOf(scene.member, ids)).toEqual({ sums, mine });
    expect(await reviewsOf(scene.author, ids)).toEqual({ sums, mine: [] });
    expect(await reviewsOf(scene.stranger, ids)).toEqual({ sums, mine: [] });
  });

  it("are one for each member and source, and can be changed and taken back", async () => {
    const { ids, params } = await source();
    for (const verdict of ["supports", "irrelevant", "misrepresents"] as const) {
      await scene.member.call(reviewEvidence, { params, body: { verdict } });
    }
    const { sums } = await reviewsOf(scene.stranger, ids);
    expect(sums).toMatchObject([{ supports: 0, irrelevant: 0, misrepresents: 1, broken: 0 }]);
    await scene.member.call(takeBackReview, { params });
    await scene.member.call(takeBackReview, { params });
    expect(await reviewsOf(scene.member, ids)).toEqual({ sums: [], mine: [] });
  });

  it("are not of one's own source, and one of the four", async () => {
    const { params } = await source();
    const body = { verdict: "supports" as const };
    const own = await scene.author.refusal(reviewEvidence, { params, body });
    expect(own.type).toBe("/problems/not-allowed");
    expect((await scene.author.refusal(takeBackReview, { params })).status).toBe(403);
    const odd = { params, body: { verdict: "true" as "supports" } };
    expect((await scene.member.refusal(reviewEvidence, odd)).status).toBe(422);
  });

  it("are given by members, where the source is to be seen", async () => {
    const { params } = await source();
    const body = { verdict: "supports" as const };
    expect((await scene.stranger.refusal(reviewEvidence, { params, body })).status).toBe(401);
    expect((await scene.foreigner.refusal(reviewEvidence, { params, body })).status).toBe(403);
    const none = { params: { ...params, evidenceId: crypto.randomUUID() }, body };
    expect((await scene.member.refusal(reviewEvidence, none)).status).toBe(404);
    const elsewhere = await source();
    const crossed = { ...params, debateId: elsewhere.ids.debateId };
    expect((await scene.member.refusal(reviewEvidence, { params: crossed, body })).status).toBe(
      404,
    );
  });

  it("are of what stands: neither of a source that was taken away nor of one below a withdrawn claim", async () => {
    const body = { verdict: "supports" as const };
    const gone = await source();
    await scene.author.call(withdrawEvidence, { params: gone.params });
    const taken = await scene.member.refusal(reviewEvidence, { params: gone.params, body });
    expect(taken.type).toBe("/problems/withdrawn");
    const below = await source();
    await scene.author.call(withdrawClaim, { params: below.claim });
    const silent = await scene.member.refusal(reviewEvidence, { params: below.params, body });
    expect(silent.type).toBe("/problems/withdrawn");
  });

  it("are given while people deliberate or vote", async () => {
    const { ids, params } = await source();
    await moveTo(scene.author, ids, "voting");
    await scene.member.call(reviewEvidence, { params, body: { verdict: "supports" } });
    await moveTo(scene.author, ids, "decided");
    const late = { params, body: { verdict: "broken" as const } };
    expect((await scene.member.refusal(reviewEvidence, late)).type).toBe("/problems/phase-forbids");
    expect((await scene.member.refusal(takeBackReview, { params })).status).toBe(409);
  });

  it("fall when the source becomes another, and stay when only its title is mended", async () => {
    const { ids, params, added } = await source();
    await scene.member.call(reviewEvidence, { params, body: { verdict: "supports" } });
    const mended = { ...draft, title: "The study", version: added.version };
    const { version } = await scene.author.call(editEvidence, { params, body: mended });
    expect((await reviewsOf(scene.stranger, ids)).sums).toHaveLength(1);
    const { heard } = await scene.stranger.listen(debateRoom(ids));
    const other = { ...mended, url: "https://example.org/another", version };
    await scene.author.call(editEvidence, { params, body: other });
    expect((await reviewsOf(scene.stranger, ids)).sums).toEqual([]);
    await until(() => heard.some(({ name }) => name === evidenceReviewed.name));
  });

  it("reach the room as sums that do not say who", async () => {
    const { ids, params } = await source();
    const { heard } = await scene.stranger.listen(debateRoom(ids));
    await scene.member.call(reviewEvidence, { params, body: { verdict: "misrepresents" } });
    await scene.owner.call(reviewEvidence, { params, body: { verdict: "supports" } });
    const news = () =>
      heard
        .filter(({ name }) => name === evidenceReviewed.name)
        .map(({ payload }) => evidenceReviewed.payload.parse(payload).reviews[0]);
    await until(() => news().some((sums) => sums?.supports === 1));
    const { evidenceId } = params;
    const both = { evidenceId, supports: 1, irrelevant: 0, misrepresents: 1, broken: 0 };
    expect(news().at(-1)).toEqual(both);
    expect(JSON.stringify(heard)).not.toContain(scene.member.name);
  });
});
