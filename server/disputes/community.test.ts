import { afterAll, beforeAll, describe, expect, it } from "vitest";
import * as decisions from "#shared/contract/decisions.ts";
import * as contract from "#shared/contract/disputes.ts";
import { closeEarly, rulesOf } from "../decisions/testing-scene.ts";
import type { Person } from "../testing/person.ts";
import { startTestServer, type TestServer } from "../testing/server.ts";
import { settleDispute } from "./advance.ts";
import { addDebate } from "./testing-debate.ts";
import {
  closeBoth,
  type Ids,
  openConflict,
  read,
  type Scene,
  seatAll,
  setDisputeScene,
  stageOf,
  voteAll,
} from "./testing-scene.ts";

let server: TestServer;
let scene: Scene;
beforeAll(async () => {
  server = await startTestServer();
  scene = await setDisputeScene(server, 9);
});
afterAll(() => server.close());

/** Members vote on a case: each for the position of this number, and the vote ends. */
async function voteOf(params: Ids, votes: readonly number[]): Promise<void> {
  const { decision } = await read(scene.owner, params);
  const at = { communityId: params.communityId, decisionId: decision?.decisionId ?? "" };
  const { options } = await scene.owner.call(decisions.readDecision, { params: at });
  const voters = [...scene.people.values()];
  for (const [n, vote] of votes.entries()) {
    const option = options[vote]?.id ?? "";
    const body = { ballot: { method: "plurality" as const, choice: option } };
    await voters[n]?.call(decisions.castBallot, { params: at, body });
  }
  await closeEarly(server, at);
  await settleDispute(server.deps, params);
}

describe("the community decides", () => {
  it("where fewer than six can be drawn, by a vote of all members; without a majority the less restrictive state holds", async () => {
    const few = await setDisputeScene(server, 5);
    const params = await openConflict(few);
    await closeBoth(few, params);
    const before = await read(few.owner, params);
    expect(before).toMatchObject({ stage: "community", levels: [{ seats: null, poolSize: 5 }] });
    const draw = await few.owner.tryCall(contract.readDraw, { params, query: {} });
    expect(draw.status).toBe(404);
    await closeEarly(server, {
      communityId: few.communityId,
      decisionId: before.decision?.decisionId ?? "",
    });
    await settleDispute(server.deps, params);
    const after = await read(few.owner, params);
    expect(after).toMatchObject({ stage: "ruled", choice: "overturn", appealUntil: null });
    expect(after.levels[0]?.ruling).toMatchObject({ byCommunity: true, reasons: [], jurors: [] });
  });

  it("after the second jury, where a share of the members signs for it", async () => {
    const params = await openConflict(scene);
    const early = await scene.owner.refusal(contract.signForDecision, { params });
    expect(early.type).toBe("/problems/stage-forbids");
    await voteAll(await seatAll(scene, params), params, []);
    await scene.respondent.call(contract.appealRuling, {
      params,
      body: { on: "new-evidence", grounds: "A letter has come to light since." },
    });
    await voteAll(await seatAll(scene, params), params, []);
    const { signatures, levels } = await read(scene.owner, params);
    const second = levels[1]?.ruling;
    // Ten per cent of thirteen members, rounded up.
    expect(signatures).toEqual({ count: 0, needed: 2 });
    await scene.owner.call(contract.signForDecision, { params });
    const withdrawn = await scene.owner.call(contract.withdrawSignature, { params });
    expect(withdrawn.signatures?.count).toBe(0);
    await scene.owner.call(contract.signForDecision, { params });
    await scene.moderator.call(contract.signForDecision, { params });
    expect(await stageOf(scene, params)).toBe("community");
    const { decision } = await read(scene.owner, params);
    const vote = { communityId: scene.communityId, decisionId: decision?.decisionId ?? "" };
    const annul = { params: vote, body: { reason: "It goes against me." } };
    for (const by of [scene.owner, scene.moderator]) {
      expect((await by.call(decisions.readDecision, { params: vote })).can.annul).toBe(false);
      expect((await by.refusal(decisions.annulDecision, annul)).status).toBe(403);
    }
    await voteOf(params, [2, 2, 0]);
    const ruled = await read(scene.owner, params);
    expect(ruled).toMatchObject({ stage: "ruled", choice: "overturn", signatures: null });
    // What both juries found stays on record, with how the second was drawn.
    expect(ruled.levels.map(({ ruling }) => [ruling?.byCommunity, ruling?.choice])).toEqual([
      [false, "uphold"],
      [false, "uphold"],
      [true, "overturn"],
    ]);
    expect(ruled.levels[1]?.ruling).toEqual(second);
    expect(ruled.levels[2]).toMatchObject({ wanted: 0, seats: null, ruling: { turnout: 3 } });
    const draw = await server.visitor().call(contract.readDraw, { params, query: {} });
    expect(draw.level).toBe(2);
  });
});

describe("a dispute about a decision", () => {
  async function decided() {
    const { communityId, debateId } = await addDebate(scene);
    const params = { communityId, debateId };
    const { id: decisionId } = await scene.owner.call(decisions.createDecision, {
      params,
      body: rulesOf(),
    });
    await closeEarly(server, { communityId, decisionId });
    return { communityId, decisionId };
  }

  async function disputed({
    communityId,
    decisionId,
  }: {
    communityId: string;
    decisionId: string;
  }) {
    const { id: disputeId } = await scene.claimant.call(contract.openDispute, {
      params: { communityId },
      body: {
        kind: "decision",
        decisionId,
        about: "procedure",
        grounds: "It was closed before we could vote.",
      },
    });
    return { communityId, disputeId };
  }

  const judged = async (params: Ids, choice: "overturn" | "uphold") => {
    const sides = { ...scene, respondent: scene.owner };
    const jurors = await seatAll(sides, params);
    await voteAll(
      jurors,
      params,
      jurors.map(() => choice),
    );
  };
  const decisionOf = (params: { communityId: string; decisionId: string }, by: Person) =>
    by.call(decisions.readDecision, { params });

  it("suspends its effect where the community says so, and annuls it by a ruling", async () => {
    const { communityId, owner } = scene;
    const settings = await owner.call(contract.readDisputeSettings, { params: { communityId } });
    const body = { ...settings, suspendsDecisions: true };
    await owner.call(contract.changeDisputeSettings, { params: { communityId }, body });
    const at = await decided();
    expect((await decisionOf(at, owner)).can.writeOutcome).toBe(true);
    const params = await disputed(at);
    const suspended = await decisionOf(at, owner);
    expect(suspended.suspendedFor).toBe(params.disputeId);
    expect(suspended.can.writeOutcome).toBe(false);
    const second = await scene.respondent.refusal(contract.openDispute, {
      params: { communityId },
      body: {
        kind: "decision",
        decisionId: at.decisionId,
        about: "eligibility",
        grounds: "Again!!!!!!",
      },
    });
    expect(second.type).toBe("/problems/disputed-already");
    await judged(params, "overturn");
    expect(await decisionOf(at, owner)).toMatchObject({ status: "annulled", suspendedFor: null });
    const stale = await owner.refusal(contract.changeDisputeSettings, {
      params: { communityId },
      body: settings,
    });
    expect(stale.type).toBe("/problems/stale-version");
  });

  it("is one at a time, also where two bring it in the same moment", async () => {
    const at = await decided();
    const params = { communityId: at.communityId };
    const replies = await Promise.all(
      [scene.claimant, scene.respondent].map((by) =>
        by.tryCall(contract.openDispute, {
          params,
          body: {
            kind: "decision",
            decisionId: at.decisionId,
            about: "procedure",
            grounds: "It was closed before we could vote.",
          },
        }),
      ),
    );
    expect(replies.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 409]);
  });

  it("can be brought while votes are counted", async () => {
    const at = await decided();
    const counting = "update decisions set status = 'counting' where id = $1";
    await server.sql(counting, [at.decisionId]);
    const params = await disputed(at);
    expect((await read(scene.owner, params)).subject).toMatchObject({ decisionId: at.decisionId });
  });

  it("leaves it as members took it where it is upheld, and gives its effect back", async () => {
    const at = await decided();
    const params = await disputed(at);
    await judged(params, "uphold");
    expect(await decisionOf(at, scene.owner)).toMatchObject({
      status: "closed",
      suspendedFor: null,
    });
  });
});

describe("precedents", () => {
  it("are rulings under the same rule first, then those on similar grounds", async () => {
    const first = await openConflict(scene);
    await voteAll(await seatAll(scene, first), first, []);
    const second = await openConflict(scene);
    const { items } = await server.visitor().call(contract.listPrecedents, { params: second });
    const found = items.find(({ dispute }) => dispute.id === first.disputeId);
    expect(found).toMatchObject({ isSameRule: false, likeness: 1, ruling: { choice: "uphold" } });
    const other =
      "update disputes set grounds = 'Entirely different words', rule_number = 3 where id = $1";
    await server.sql(other, [first.disputeId]);
    const without = await server.visitor().call(contract.listPrecedents, { params: second });
    expect(without.items.map(({ dispute }) => dispute.id)).not.toContain(first.disputeId);
    const same = "update disputes set rule_number = 3 where id = $1";
    await server.sql(same, [second.disputeId]);
    const again = await server.visitor().call(contract.listPrecedents, { params: second });
    expect(again.items[0]).toMatchObject({ isSameRule: true, dispute: { id: first.disputeId } });
  });
});
