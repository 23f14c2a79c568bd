import { afterAll, beforeAll, describe, expect, it } from "vitest";
import * as contract from "#shared/contract/disputes.ts";
import { leaveCommunity } from "#shared/contract/memberships.ts";
import { verifyDraw } from "#shared/lottery/index.ts";
import type { Person } from "../testing/person.ts";
import { startTestServer, type TestServer } from "../testing/server.ts";
import {
  closeBoth,
  commit,
  jurorsIn,
  openConflict,
  passTime,
  read,
  type Scene,
  seatAll,
  setDisputeScene,
  stageOf,
  telling,
  toldTo,
  voteAll,
} from "./testing-scene.ts";

let server: TestServer;
let scene: Scene;
beforeAll(async () => {
  server = await startTestServer();
  scene = await setDisputeScene(server, 8);
});
afterAll(() => server.close());

describe("whoever was drawn", () => {
  it("declines, or does not answer in 48 hours, and the next in the lot is asked", async () => {
    const params = await openConflict(scene);
    await closeBoth(scene, params);
    await passTime(scene, params);
    const [first, second, ...others] = await jurorsIn(scene, params, "invited");
    await first?.call(contract.answerSummons, { params, body: { accept: false } });
    const drawn = await scene.owner.call(contract.readDraw, { params, query: {} });
    expect(drawn.replacements).toMatchObject([{ why: "declined" }]);
    for (const juror of others) {
      await juror.call(contract.answerSummons, { params, body: { accept: true } });
    }
    const [next] = (await jurorsIn(scene, params, "invited")).filter((one) => one !== second);
    await next?.call(contract.answerSummons, { params, body: { accept: true } });
    await passTime(scene, params);
    expect(await jurorsIn(scene, params, "no-answer")).toEqual([second]);
    const late = await second?.refusal(contract.answerSummons, { params, body: { accept: true } });
    expect(late?.reason?.code).toBe("summons-over");
    const again = await scene.owner.call(contract.readDraw, { params, query: {} });
    expect(again.replacements).toMatchObject([{ why: "declined" }, { why: "no-answer" }]);
    expect(verifyDraw(again).isRight).toBe(true);
  });

  it("has not voted in time, and is replaced once", async () => {
    const params = await openConflict(scene);
    const jurors = await seatAll(scene, params);
    await passTime(scene, params);
    expect(await stageOf(scene, params)).toBe("voting");
    const [lazy, ...voters] = jurors;
    for (const juror of voters) await commit(juror, params, "uphold");
    await passTime(scene, params);
    expect(await jurorsIn(scene, params, "did-not-vote")).toEqual([lazy]);
    const [successor] = await jurorsIn(scene, params, "invited");
    await successor?.call(contract.answerSummons, { params, body: { accept: true } });
    expect(await stageOf(scene, params)).toBe("voting");
    await passTime(scene, params);
    expect(await stageOf(scene, params)).toBe("revealing");
    expect(await jurorsIn(scene, params, "did-not-vote")).toEqual([lazy, successor]);
    const late = await successor?.refusal(contract.commitVote, {
      params,
      body: { commitment: "0".repeat(64) },
    });
    expect(late?.status).toBe(403);
    for (const juror of voters) {
      await juror.call(contract.tellVote, { params, body: telling("uphold") });
    }
    expect(await read(scene.owner, params)).toMatchObject({ stage: "ruled", choice: "uphold" });
  });
});

describe("votes", () => {
  it("are committed before they are told; another's commitment is worth nothing", async () => {
    const params = await openConflict(scene);
    const jurors = await seatAll(scene, params);
    const [one, other, ...others] = jurors;
    if (!one || !other) throw new Error("three jurors");
    await commit(one, params, "uphold");
    const copied = await server.sql(
      "select commitment from jurors where dispute_id = $1 and commitment is not null",
      [params.disputeId],
    );
    const body = { commitment: String(copied[0]?.["commitment"]) };
    await other.call(contract.commitVote, { params, body });
    const early = await one.refusal(contract.tellVote, { params, body: telling("uphold") });
    expect(early.type).toBe("/problems/stage-forbids");
    for (const juror of others) await commit(juror, params, "overturn");
    expect(await stageOf(scene, params)).toBe("revealing");
    for (const [juror, choice] of [
      [one, "overturn"],
      [other, "uphold"],
    ] as const) {
      const refused = await juror.refusal(contract.tellVote, { params, body: telling(choice) });
      expect(refused.type).toBe("/problems/not-committed");
    }
    await one.call(contract.tellVote, { params, body: telling("uphold") });
    const counted = { seats: 3, taken: 3, asked: 0, committed: 3, told: 1 };
    expect((await read(server.visitor(), params)).levels).toMatchObject([counted]);
    const twice = await one.refusal(contract.tellVote, { params, body: telling("uphold") });
    expect(twice.reason?.code).toBe("told-already");
    expect((await read(scene.claimant, params)).levels[0]?.ruling).toBeNull();
  });

  it("without two thirds of the seats keep the less restrictive state", async () => {
    const params = await openConflict(scene);
    const jurors = await seatAll(scene, params);
    for (const juror of jurors) await commit(juror, params, "uphold");
    for (const juror of jurors.slice(0, 1)) {
      await juror.call(contract.tellVote, { params, body: telling("uphold") });
    }
    await passTime(scene, params);
    const { choice, levels } = await read(scene.owner, params);
    expect([choice, levels[0]?.ruling?.lacksTurnout]).toEqual(["overturn", true]);
  });

  it("are shown with what jurors declared about themselves, without names", async () => {
    const params = await openConflict(scene);
    await closeBoth(scene, params);
    await passTime(scene, params);
    const jurors = await jurorsIn(scene, params, "invited");
    const declaration = "I once worked with one of them.";
    for (const [at, juror] of jurors.entries()) {
      const body = { accept: true, declaration: at === 0 ? declaration : null };
      await juror.call(contract.answerSummons, { params, body });
    }
    await voteAll(jurors, params, ["modify"]);
    const { levels } = await read(server.visitor(), params);
    expect(levels[0]?.ruling?.reasons.filter((one) => one.declaration !== null)).toEqual([
      { choice: "modify", reason: telling("modify").reason, declaration },
    ]);
  });
});

describe("the jury's room", () => {
  it("has one question of each juror, which the side answers that it is put to", async () => {
    const params = await openConflict(scene);
    const [juror, another] = await seatAll(scene, params);
    const ask = { params, body: { to: "respondent" as const, text: "Did you say that?" } };
    const question = await juror?.call(contract.askParties, ask);
    expect((await juror?.refusal(contract.askParties, ask))?.reason?.code).toBe("one-question");
    expect(await toldTo(scene.respondent)).toContain("disputes.question");
    const at = { ...params, questionId: question?.id ?? "" };
    const body = { text: "Not in these words." };
    const answer = { params: at, body };
    expect((await scene.claimant.refusal(contract.answerQuestion, answer)).status).toBe(403);
    expect((await scene.owner.refusal(contract.answerQuestion, answer)).status).toBe(404);
    const answered = await scene.respondent.call(contract.answerQuestion, answer);
    expect(answered.answers).toMatchObject([{ side: "respondent", text: body.text }]);
    const room = await another?.call(contract.readJuryRoom, { params });
    expect(room?.questions).toMatchObject([
      { by: { isMe: false }, answers: [{ text: body.text }] },
    ]);
    const outside = await scene.moderator.call(contract.readJuryRoom, { params });
    expect(outside).toEqual({ questions: [], messages: null });
  });

  it("is the jury's alone until the ruling, and then everybody's, without names", async () => {
    const params = await openConflict(scene);
    const jurors = await seatAll(scene, params);
    const [juror] = jurors;
    const text = "I find the third page decisive.";
    await juror?.call(contract.deliberate, { params, body: { text } });
    for (const person of [scene.claimant, scene.moderator, scene.owner]) {
      expect((await person.call(contract.readJuryRoom, { params })).messages).toBeNull();
      const refused = await person.refusal(contract.deliberate, { params, body: { text } });
      expect(refused.status).toBe(403);
    }
    await voteAll(jurors, params, []);
    const after = await server.visitor().call(contract.readJuryRoom, { params });
    expect(after.messages).toMatchObject([{ text, by: { isMe: false } }]);
    expect(JSON.stringify(after)).not.toContain(scene.idOf(juror as Person));
  });

  it("tells jurors apart by when they first spoke, not by the lot, in which they are named after the ruling", async () => {
    const params = await openConflict(scene);
    const jurors = await seatAll(scene, params);
    const [first, , last] = jurors;
    await last?.call(contract.deliberate, { params, body: { text: "I was drawn last." } });
    await first?.call(contract.deliberate, { params, body: { text: "I was drawn first." } });
    const again = { params, body: { text: "I say it again." } };
    expect((await last?.call(contract.deliberate, again))?.by).toEqual({ number: 1, isMe: true });
    await voteAll(jurors, params, []);
    const { messages } = await server.visitor().call(contract.readJuryRoom, { params });
    expect(messages?.map(({ by }) => by.number)).toEqual([1, 2, 1]);
  });
});

describe("service on juries", () => {
  it("is counted once the ruling is published", async () => {
    const params = await openConflict(scene);
    const jurors = await seatAll(scene, params);
    const [juror] = jurors;
    const at = { params: { communityId: scene.communityId } };
    const before = await juror?.call(contract.readJuryDuty, at);
    const { disputeId } = params;
    const here = { disputeId, stage: "deliberation" };
    expect(before?.summons.find((one) => one.disputeId === disputeId)).toMatchObject(here);
    await voteAll(jurors, params, []);
    const after = await juror?.call(contract.readJuryDuty, at);
    expect(after?.served).toBe((before?.served ?? 0) + 1);
    expect(after?.summons.map((one) => one.disputeId)).not.toContain(disputeId);
  });

  it("is found in all of one's communities, and in none that one has left", async () => {
    const params = await openConflict(scene);
    const [juror] = await seatAll(scene, params);
    const places = async () => (await juror?.call(contract.listJuryPlaces, {}))?.items;
    const [place, ...others] = (await places()) ?? [];
    expect(others).toEqual([]);
    expect(place).toMatchObject({ community: { slug: scene.slug }, isReady: true });
    expect(place?.summons.map(({ disputeId }) => disputeId)).toContain(params.disputeId);
    expect((await scene.claimant.call(contract.listJuryPlaces, {})).items).toEqual([]);
    const at = { params: { communityId: scene.communityId } };
    await juror?.call(leaveCommunity, at);
    expect(await places()).toEqual([]);
  });
});
