import { afterAll, beforeAll, describe, expect, it } from "vitest";
import * as commitments from "#shared/contract/commitments.ts";
import * as contract from "#shared/contract/disputes.ts";
import { castBallot, createDecision } from "#shared/contract/decisions.ts";
import { closeEarly, rulesOf } from "../decisions/testing-scene.ts";
import { startTestServer, type TestServer } from "../testing/server.ts";
import { addDebate } from "./testing-debate.ts";
import {
  type Ids,
  read,
  type Scene,
  seatAll,
  setDisputeScene,
  toldTo,
  voteAll,
} from "./testing-scene.ts";

let server: TestServer;
let scene: Scene;
beforeAll(async () => {
  server = await startTestServer();
  scene = await setDisputeScene(server, 9);
});
afterAll(() => server.close());

const inDays = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString();

/** The respondent has committed to something, and says that it is done. */
async function reported() {
  const { communityId, respondent, moderator } = scene;
  const { debateId } = await addDebate(scene);
  const { id, options } = await moderator.call(createDecision, {
    params: { communityId, debateId },
    body: rulesOf(),
  });
  const at = { communityId, decisionId: id };
  const ranking = options.map((option) => [option.id]);
  await respondent.call(castBallot, {
    params: at,
    body: { ballot: { method: "schulze", ranking } },
  });
  await closeEarly(server, at);
  const asked = await moderator.call(commitments.proposeCommitment, {
    params: { communityId },
    body: {
      source: { kind: "decision", id },
      title: "Publish the minutes",
      criterion: "They are there.",
      ownerId: scene.idOf(respondent),
      dueAt: inDays(30),
      reviewAt: inDays(60),
    },
  });
  const params = { communityId, commitmentId: asked.id };
  const answer = { accept: true, version: asked.version };
  await respondent.call(commitments.answerCommitment, { params, body: answer });
  const { updates } = await respondent.call(commitments.reportProgress, {
    params,
    body: {
      percent: 100,
      words: "All of it is there.",
      evidence: { title: "The page", url: "https://example.org/minutes" },
    },
  });
  return { params, updateId: updates[0]?.id ?? "" };
}
type Reported = Awaited<ReturnType<typeof reported>>;

const input = ({ params: { communityId, commitmentId }, updateId }: Reported) => ({
  params: { communityId },
  body: {
    kind: "commitment" as const,
    commitmentId,
    updateId,
    grounds: "The page is empty, as everybody can see.",
  },
});
const look = ({ params }: Reported) =>
  server.visitor().call(commitments.readCommitment, { params });
async function dispute(one: Reported): Promise<Ids> {
  const { id } = await scene.claimant.call(contract.openDispute, input(one));
  return { communityId: scene.communityId, disputeId: id };
}

describe("a report on a commitment", () => {
  it("that a jury finds to be false counts no more, and everybody sees why", async () => {
    const one = await reported();
    expect(await look(one)).toMatchObject({ state: "done", progress: 100 });
    const own = scene.respondent.refusal(contract.openDispute, input(one));
    expect((await own).reason?.code).toBe("own-report");
    const ids = await dispute(one);
    const seen = await read(server.visitor(), ids);
    expect(seen.subject).toMatchObject({ kind: "commitment", title: "Publish the minutes" });
    const again = scene.moderator.refusal(contract.openDispute, input(one));
    expect((await again).type).toContain("disputed-already");
    expect(await look(one)).toMatchObject({ progress: 100 });
    const jurors = await seatAll(scene, ids);
    await voteAll(
      jurors,
      ids,
      jurors.map(() => "overturn" as const),
    );
    const found = await look(one);
    expect(found).toMatchObject({ state: "accepted", progress: 0, doneAt: null });
    expect(found.updates[0]?.foundFalseBy).toBe(ids.disputeId);
    expect(await toldTo(scene.respondent)).toContain("commitments.found-false");
    const twice = scene.moderator.refusal(contract.openDispute, input(one));
    expect((await twice).reason?.code).toBe("report-false");
    const query = { commitmentId: one.params.commitmentId };
    const { items } = await server
      .visitor()
      .call(contract.listDisputes, { params: { communityId: scene.communityId }, query });
    expect(items.map(({ id }) => id)).toEqual([ids.disputeId]);
  });

  it("that a jury upholds counts as before", async () => {
    const one = await reported();
    const ids = await dispute(one);
    await voteAll(await seatAll(scene, ids), ids, []);
    expect((await read(scene.owner, ids)).choice).toBe("uphold");
    expect((await look(one)).updates[0]?.foundFalseBy).toBeNull();
  });

  it("is named with its own commitment", async () => {
    const [one, other] = [await reported(), await reported()];
    const mixed = input({ ...one, updateId: other.updateId });
    const refused = await scene.claimant.refusal(contract.openDispute, mixed);
    expect(refused.status).toBe(404);
  });
});
