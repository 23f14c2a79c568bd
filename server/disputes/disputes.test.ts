import { afterAll, beforeAll, describe, expect, it } from "vitest";
import * as contract from "#shared/contract/disputes.ts";
import { verifyDraw } from "#shared/lottery/index.ts";
import type { Person } from "../testing/person.ts";
import { startTestServer, type TestServer } from "../testing/server.ts";
import {
  closeBoth,
  grounds,
  jurorsIn,
  openConflict,
  passTime,
  read,
  type Scene,
  seatAll,
  setDisputeScene,
  stageOf,
  toldTo,
  voteAll,
} from "./testing-scene.ts";

let server: TestServer;
let scene: Scene;
beforeAll(async () => {
  server = await startTestServer();
  scene = await setDisputeScene(server);
});
afterAll(() => server.close());

const actsOf = async (disputeId: string) =>
  server.sql("select kind, actor, payload from ledger_acts where subject = $1 order by id", [
    disputeId,
  ]);

describe("a conflict between members", () => {
  it("goes from mediation over statements, a jury by lot and its votes to a published ruling", async () => {
    const params = await openConflict(scene);
    expect(await stageOf(scene, params)).toBe("statements");
    const said = await scene.claimant.call(contract.addDisputeStatement, {
      params,
      body: {
        text: "Here they say it.",
        evidence: [{ title: "A page", url: "https://example.org/a" }],
      },
    });
    expect(said.statements).toMatchObject([
      { side: "claimant", level: 1, text: "Here they say it." },
    ]);
    const jurors = await seatAll(scene, params);
    expect(jurors).toHaveLength(5);
    expect(await stageOf(scene, params)).toBe("deliberation");
    expect(await toldTo(jurors[0] as Person)).toContain("disputes.deliberate");
    await voteAll(jurors, params, ["uphold", "uphold", "modify", "uphold", "overturn"]);
    const ruled = await read(scene.owner, params);
    expect(ruled).toMatchObject({ stage: "ruled", choice: "uphold" });
    expect(ruled.levels[0]?.ruling).toMatchObject({
      choice: "uphold",
      counts: { overturn: 1, modify: 1, uphold: 3 },
      seats: 5,
      turnout: 5,
      quorum: 4,
      lacksTurnout: false,
    });
    expect(ruled.levels[0]?.ruling?.reasons.map(({ choice }) => choice).toSorted()).toEqual([
      "modify",
      "overturn",
      "uphold",
      "uphold",
      "uphold",
    ]);
    expect(ruled.levels[0]?.ruling?.jurors).toHaveLength(5);
    expect(await toldTo(scene.claimant)).toContain("disputes.ruled");
    const acts = await actsOf(params.disputeId);
    expect(acts.map(({ kind }) => kind)).toEqual([
      "dispute.opened",
      "dispute.pool-fixed",
      "dispute.jury-drawn",
      "dispute.ruled",
    ]);
    expect(JSON.stringify(acts)).not.toContain("I have read it all");
    expect(JSON.stringify(acts)).not.toContain(grounds);
  });

  it("is with a member, not with oneself", async () => {
    const body = { kind: "conflict" as const, grounds, remedy: "An apology." };
    const params = { communityId: scene.communityId };
    for (const respondentId of [scene.idOf(scene.claimant), crypto.randomUUID()]) {
      const refused = await scene.claimant.refusal(contract.openDispute, {
        params,
        body: { ...body, respondentId },
      });
      expect(refused.status).toBe(422);
    }
  });

  it("is mediated by whom both sides name; what is said there no juror reads", async () => {
    const { communityId, claimant, respondent, moderator } = scene;
    const opened = await claimant.call(contract.openDispute, {
      params: { communityId },
      body: {
        kind: "conflict",
        respondentId: scene.idOf(respondent),
        grounds,
        evidence: [{ title: "What they wrote", url: "https://example.org/notes" }],
        remedy: "An apology.",
      },
    });
    const params = { communityId, disputeId: opened.id };
    expect(opened).toMatchObject({ stage: "mediation", hours: { statements: 72 } });
    expect((await read(respondent, params)).evidence).toEqual([
      { title: "What they wrote", url: "https://example.org/notes" },
    ]);
    expect((await read(server.visitor(), params)).evidence).toBeNull();
    const name = (by: Person, participantId: string) =>
      by.call(contract.proposeMediator, { params, body: { participantId } });
    const own = await claimant.refusal(contract.proposeMediator, {
      params,
      body: { participantId: scene.idOf(respondent) },
    });
    expect(own.reason?.code).toBe("mediator-apart");
    expect((await name(claimant, scene.idOf(moderator))).mediator).toBeNull();
    expect((await read(respondent, params)).mine).toMatchObject({
      otherMediator: { name: "Mona Moderator" },
      proposedMediatorId: null,
    });
    expect((await read(scene.owner, params)).mine.otherMediator).toBeNull();
    const agreed = await name(respondent, scene.idOf(moderator));
    expect(agreed.mediator?.name).toBe("Mona Moderator");
    const text = "Could you live with a correction?";
    await moderator.call(contract.addDisputeStatement, { params, body: { text } });
    expect((await read(claimant, params)).statements).toMatchObject([
      { side: "mediator", level: 0 },
    ]);
    await respondent.call(contract.closeMediation, { params });
    expect((await read(claimant, params)).mine.hasOtherClosed).toBe(true);
    expect((await read(scene.owner, params)).mine.hasOtherClosed).toBe(false);
    // Seven days go by without a way out.
    await passTime(scene, params);
    await closeBoth(scene, params);
    await passTime(scene, params);
    const [juror] = await jurorsIn(scene, params, "invited");
    expect((await read(juror as Person, params)).statements).toEqual([]);
    expect((await read(respondent, params)).statements).toMatchObject([{ text }]);
  });

  it("is withdrawn by who brought it, before votes are told, and by nobody else", async () => {
    const params = await openConflict(scene);
    expect((await scene.respondent.refusal(contract.withdrawDispute, { params })).status).toBe(403);
    const withdrawn = await scene.claimant.call(contract.withdrawDispute, { params });
    expect(withdrawn).toMatchObject({ stage: "withdrawn", choice: null });
    expect(await toldTo(scene.respondent)).toContain("disputes.withdrawn");
    const again = await scene.claimant.refusal(contract.withdrawDispute, { params });
    expect(again.type).toBe("/problems/stage-forbids");
  });
});

describe("the draw", () => {
  it("is published so that anybody draws it again; the pool's hash is in the record before the seed", async () => {
    const params = await openConflict(scene);
    const visitor = server.visitor();
    expect((await visitor.tryCall(contract.readDraw, { params, query: {} })).status).toBe(404);
    await closeBoth(scene, params);
    const fixed = await visitor.call(contract.readDraw, { params, query: {} });
    expect(fixed).toMatchObject({ seed: null, seated: [], seats: 5, wanted: 5 });
    const [, poolFixed] = await actsOf(params.disputeId);
    expect(poolFixed).toMatchObject({
      kind: "dispute.pool-fixed",
      payload: { poolHash: fixed.poolHash, seats: 5, randomness: { nonces: [{ nonce: null }] } },
    });
    await passTime(scene, params);
    const drawn = await visitor.call(contract.readDraw, { params, query: {} });
    const found = verifyDraw(drawn, { poolHash: fixed.poolHash });
    expect(found).toMatchObject({ isRight: true, warnings: ["operator-could-influence"] });
    expect((await read(scene.owner, params)).levels[0]?.warnings).toEqual([
      "operator-could-influence",
    ]);
  });

  it("is made with nonces of both sides and a moderator, committed before the pool is fixed", async () => {
    const { nonceCommitment } = await import("#shared/lottery/index.ts");
    const params = await openConflict(scene);
    const at = { disputeId: params.disputeId, level: 1 };
    const throwers = [
      ["claimant", scene.claimant],
      ["respondent", scene.respondent],
      ["moderator", scene.moderator],
    ] as const;
    const nonceOf = (party: string) => `nonce-of-the-${party}-0123456789`;
    for (const [party, person] of throwers) {
      const commitment = nonceCommitment(at, { party, nonce: nonceOf(party) });
      await person.call(contract.commitNonce, { params, body: { commitment } });
    }
    expect((await read(scene.moderator, params)).can.commitNonce).toBe(true);
    // One moderator has thrown something in: no other can, and none is told that they could.
    expect(await read(scene.owner, params)).toMatchObject({
      mine: { party: null },
      can: { commitNonce: false },
    });
    const body = { commitment: "0".repeat(64) };
    const [juror] = [...scene.people.values()].filter(({ name }) => name === "Juror 1");
    expect((await juror?.refusal(contract.commitNonce, { params, body }))?.status).toBe(403);
    expect((await scene.owner.refusal(contract.commitNonce, { params, body })).status).toBe(403);
    await closeBoth(scene, params);
    expect(await stageOf(scene, params)).toBe("drawing");
    const wrong = await scene.claimant.refusal(contract.tellNonce, {
      params,
      body: { nonce: "another-nonce-0123456789" },
    });
    expect(wrong.type).toBe("/problems/not-committed");
    for (const [party, person] of throwers) {
      await person.call(contract.tellNonce, { params, body: { nonce: nonceOf(party) } });
    }
    expect(await stageOf(scene, params)).toBe("summoning");
    const drawn = await scene.owner.call(contract.readDraw, { params, query: {} });
    expect(verifyDraw(drawn)).toMatchObject({ isRight: true, warnings: [] });
  });

  it("goes on without a nonce that is kept back, and says so", async () => {
    const params = await openConflict(scene);
    const body = { commitment: "1".repeat(64) };
    await scene.claimant.call(contract.commitNonce, { params, body });
    await closeBoth(scene, params);
    expect(await stageOf(scene, params)).toBe("drawing");
    await passTime(scene, params);
    const { levels } = await read(scene.owner, params);
    expect(levels[0]?.warnings).toEqual(["operator-could-influence", "nonce-withheld"]);
  });

  it("draws nobody with a part in the case, nobody who moderates, and nobody who is not ready", async () => {
    const params = await openConflict(scene);
    const [ready] = [...scene.people.values()].filter(({ name }) => name === "Juror 2");
    const parts = [scene.claimant, scene.respondent, scene.moderator, scene.owner];
    for (const person of parts) {
      const at = { params: { communityId: scene.communityId } };
      await person.call(contract.changeJuryDuty, { ...at, body: { isReady: true } });
    }
    const at = { params: { communityId: scene.communityId } };
    await ready?.call(contract.changeJuryDuty, { ...at, body: { isReady: false } });
    await closeBoth(scene, params);
    const rows = await server.sql(
      "select participant_id as id from jury_pool where dispute_id = $1",
      [params.disputeId],
    );
    const pool = rows.map(({ id }) => String(id));
    expect(pool).toHaveLength(11);
    for (const person of [...parts, ready as Person])
      expect(pool).not.toContain(scene.idOf(person));
    await ready?.call(contract.changeJuryDuty, { ...at, body: { isReady: true } });
    for (const person of parts) {
      await person.call(contract.changeJuryDuty, { ...at, body: { isReady: false } });
    }
  });

  it("names nobody to anybody before the ruling, and those who judged after it", async () => {
    const params = await openConflict(scene);
    const jurors = await seatAll(scene, params);
    const names = jurors.map(({ name }) => `"${name}"`);
    const ids = jurors.map((juror) => scene.idOf(juror));
    const seenBy = async (person: Person) => {
      const all = [
        await read(person, params),
        await person.call(contract.readDraw, { params, query: {} }),
        await person.call(contract.readJuryRoom, { params }),
      ];
      return JSON.stringify(all);
    };
    for (const person of [scene.claimant, scene.moderator, scene.owner, server.visitor()]) {
      const seen = await seenBy(person);
      for (const word of [...names, ...ids]) expect(seen).not.toContain(word);
    }
    await voteAll(jurors, params, []);
    const seen = await seenBy(server.visitor());
    for (const word of [...names, ...ids]) expect(seen).toContain(word);
    const opened = await server.visitor().call(contract.readDraw, { params, query: {} });
    expect(opened.opened).toHaveLength(5);
    expect(verifyDraw(opened)).toMatchObject({ isRight: true });
  });
});
