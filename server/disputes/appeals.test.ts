import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { readOutline } from "#shared/contract/claims.ts";
import * as contract from "#shared/contract/disputes.ts";
import { readDraw } from "#shared/contract/juries.ts";
import * as flags from "#shared/contract/flags.ts";
import * as moderation from "#shared/contract/moderation.ts";
import type { ActionKind, Subject } from "#shared/contract/moderated.ts";
import type { Choice } from "#shared/lottery/index.ts";
import { addCommunity } from "../testing/community.ts";
import { analyseSides } from "../opinions/testing.ts";
import { addDebate, type DebateOf, sayIn, setJudgedDebate } from "./testing-debate.ts";
import type { Person } from "../testing/person.ts";
import { startTestServer, type TestServer } from "../testing/server.ts";
import { closeBoth, jurorsIn, passTime, type Scene, seatAll, voteAll } from "./testing-scene.ts";

let server: TestServer;
let scene: Scene;
let debate: DebateOf;
beforeAll(async () => {
  server = await startTestServer();
  ({ scene, debate } = await setJudgedDebate(server, 8));
});
afterAll(() => server.close());

const grounds = "It was a question, and no insult at all.";

/** What the moderator did to a claim of the claimant's; the respondent is that moderator from here on. */
async function acted(kind: ActionKind, until?: string) {
  const subject = await said();
  const { communityId } = scene;
  const flagger = [...scene.people.values()].find(({ name }) => name === "Juror 1") as Person;
  const params = { communityId };
  await flagger.call(flags.flagContent, { params, body: { subject, rule: 1 } });
  return { subject, actionId: await act(subject, kind, until), flagger };
}

const said = async (): Promise<Subject> => ({
  kind: "claim",
  id: await sayIn(debate, scene.claimant),
});

/** What the moderator does without that anybody has asked for it. */
async function act(subject: Subject, kind: ActionKind, until?: string): Promise<string> {
  const { communityId, moderator } = scene;
  const reason = "It is unkind.";
  const body = { subject, kind, rule: 1, reason, ...(until === undefined ? {} : { until }) };
  const params = { communityId };
  return (await moderator.call(moderation.moderate, { params, body })).id;
}

const appeal = (actionId: string, by: Person = scene.claimant) =>
  ({
    params: { communityId: scene.communityId },
    body: { kind: "action" as const, actionId, grounds },
    by,
  }) as const;

/** The sides of an appeal: the moderator answers for the action. */
const sides = () => ({ ...scene, respondent: scene.moderator });

async function opened(actionId: string) {
  const { params, body } = appeal(actionId);
  const { id: disputeId } = await scene.claimant.call(contract.openDispute, { params, body });
  return { communityId: scene.communityId, disputeId };
}

async function ruled(params: { communityId: string; disputeId: string }, choice: Choice) {
  const jurors = await seatAll(sides(), params);
  await voteAll(
    jurors,
    params,
    jurors.map(() => choice),
  );
  return jurors;
}

const actionOf = (actionId: string) =>
  scene.moderator.call(moderation.readModerationAction, {
    params: { communityId: scene.communityId, actionId },
  });
const stateOf = async ({ id }: Subject) => {
  const { communityId, debateId } = debate;
  const params = { communityId, debateId };
  const { claims } = await server.visitor().call(readOutline, { params });
  const claim = claims.find((one) => one.id === id);
  return claim?.moderation?.state ?? null;
};

describe("an appeal", () => {
  it("in a debate with opinion groups is judged by people of each, as anybody sees from the draw", async () => {
    const mapped = await addDebate(scene);
    const ids = [...scene.people].flatMap(([id, { name }]) => (name.startsWith("Juror") ? id : []));
    await analyseSides(server, mapped, [ids.slice(0, 4), ids.slice(4)]);
    const subject = { kind: "claim" as const, id: await sayIn(mapped, scene.claimant) };
    const params = await opened(await act(subject, "hide"));
    await ruled(params, "uphold");
    const { pool, seated } = await server.visitor().call(readDraw, { params, query: {} });
    const inGroup = (name: string) => pool.filter(({ group }) => group === name);
    expect([inGroup("A").length, inGroup("B").length]).toEqual([4, 4]);
    const benches = pool.filter(({ pseudonym }) => seated.includes(pseudonym));
    expect(new Set(benches.map(({ group }) => group))).toEqual(new Set(["A", "B"]));
  });

  it("that is upheld leaves the action; nobody who reported or acted is drawn", async () => {
    const { subject, actionId, flagger } = await acted("hide");
    const params = await opened(actionId);
    const jurors = await ruled(params, "uphold");
    expect(jurors).toHaveLength(3);
    for (const person of [flagger, scene.moderator]) expect(jurors).not.toContain(person);
    expect((await actionOf(actionId)).state).toBe("in-force");
    expect(await stateOf(subject)).toBe("hidden");
    const dispute = await scene.claimant.call(contract.readDispute, { params });
    expect(dispute).toMatchObject({
      subject: { kind: "action", action: "hide", actionId },
      rule: { number: 1, title: "Be kind" },
      respondent: { name: "Mona Moderator" },
      choice: "uphold",
    });
  });

  it("that overturns shows the content again, and whoever reported it was wrong", async () => {
    const { subject, actionId, flagger } = await acted("hide");
    expect(await stateOf(subject)).toBe("hidden");
    await ruled(await opened(actionId), "overturn");
    expect(await stateOf(subject)).toBeNull();
    expect((await actionOf(actionId)).state).toBe("overturned");
    const made = await flagger.call(flags.listMyFlags, {
      params: { communityId: scene.communityId },
      query: { subjectId: subject.id },
    });
    expect(made.items).toMatchObject([{ outcome: "disagreed" }]);
  });

  it("goes to eleven where something was removed, as far as there are enough; a milder measure can follow", async () => {
    const { subject, actionId } = await acted("remove");
    const params = await opened(actionId);
    await ruled(params, "modify");
    const { levels } = await scene.owner.call(contract.readDispute, { params });
    expect(levels).toMatchObject([{ wanted: 11, seats: 3, poolSize: 7 }]);
    expect(await stateOf(subject)).toBe("hidden");
    expect((await actionOf(actionId)).state).toBe("replaced");
  });

  it("against a suspension is brought while suspended, and lifts it", async () => {
    const until = new Date(Date.now() + 86_400_000).toISOString();
    const { actionId } = await acted("suspend", until);
    const { communityId } = scene;
    const other = await scene.claimant.refusal(contract.changeJuryDuty, {
      params: { communityId },
      body: { isReady: true },
    });
    expect(other.type).toBe("/problems/suspended");
    const params = await opened(actionId);
    await ruled(params, "overturn");
    const body = { isReady: false };
    await scene.claimant.call(contract.changeJuryDuty, { params: { communityId }, body });
    expect((await actionOf(actionId)).state).toBe("overturned");
  });

  it("is brought by whom the action concerns, once, within 14 days", async () => {
    const { actionId } = await acted("warn");
    for (const by of [scene.moderator, scene.respondent, scene.owner]) {
      const { params, body } = appeal(actionId, by);
      expect((await by.refusal(contract.openDispute, { params, body })).status).toBe(403);
    }
    const { params, body } = appeal(actionId);
    await scene.claimant.call(contract.openDispute, { params, body });
    const again = await scene.claimant.refusal(contract.openDispute, { params, body });
    expect(again.type).toBe("/problems/disputed-already");
    const late = await acted("edit-request");
    await server.sql(
      "update moderation_actions set created_at = now() - interval '15 days' where id = $1",
      [late.actionId],
    );
    const refused = await scene.claimant.refusal(contract.openDispute, appeal(late.actionId));
    expect(refused.type).toBe("/problems/appeal-too-late");
    const moment = "update moderation_actions set created_at = now() where id = $1";
    await server.sql(moment, [late.actionId]);
    const atOnce = await Promise.all(
      [1, 2].map(() => scene.claimant.tryCall(contract.openDispute, appeal(late.actionId))),
    );
    expect(atOnce.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 409]);
  });

  it("names its claimant to the sides, moderators and jurors alone, in the record to nobody", async () => {
    const { actionId } = await acted("hide");
    const params = await opened(actionId);
    const seen = await scene.respondent.call(contract.readDispute, { params });
    expect(seen).toMatchObject({ claimant: null, grounds: null, statements: null });
    const acts = await server.sql("select * from ledger_acts where subject = $1", [
      params.disputeId,
    ]);
    expect(JSON.stringify(acts)).not.toContain(scene.idOf(scene.claimant));
  });

  it("keeps the moderator from acting on the same thing again, whatever comes of it", async () => {
    const { subject, actionId } = await acted("hide");
    const params = await opened(actionId);
    const at = { params: { communityId: scene.communityId } };
    const body = { subject, kind: "remove" as const, rule: 1, reason: "It is unkind still." };
    for (const isRuled of [false, true]) {
      if (isRuled) await ruled(params, "overturn");
      const refused = await scene.moderator.refusal(moderation.moderate, { ...at, body });
      expect(refused.type).toBe("/problems/own-case");
    }
  });
});

describe("what a disputed action was about", () => {
  it("is read by both sides, by moderators, and by jurors from when they take their seats until the ruling", async () => {
    const subject = await said();
    const params = await opened(await act(subject, "hide"));
    const statusFor = async (person: Person) =>
      (await person.tryCall(contract.readDisputedContent, { params })).status;
    await closeBoth(sides(), params);
    await passTime(scene, params);
    const [decliner, ...invited] = await jurorsIn(scene, params, "invited");
    const foreigner = await server.person("Fay Foreigner");
    await addCommunity(server, foreigner);
    const member = scene.respondent;
    expect(await statusFor(server.visitor())).toBe(401);
    for (const outside of [foreigner, member, decliner as Person, ...invited]) {
      expect(await statusFor(outside)).toBe(403);
    }
    await decliner?.call(contract.answerSummons, { params, body: { accept: false } });
    const jurors = [...invited, ...(await jurorsIn(scene, params, "invited"))];
    for (const juror of new Set(jurors)) {
      await juror.call(contract.answerSummons, { params, body: { accept: true } });
    }
    const [juror] = invited;
    const seen = await juror?.call(contract.readDisputedContent, { params });
    expect(seen).toMatchObject({
      subject,
      author: { name: "Clara Claimant" },
      reason: "It is unkind.",
      context: [{ text: "By lot" }, { text: "How shall the commons be kept?" }],
    });
    expect(seen?.words?.["text"]).toMatch(/is a fool/);
    for (const inside of [scene.claimant, scene.moderator, scene.owner]) {
      expect(await statusFor(inside)).toBe(200);
    }
    expect(await statusFor(decliner as Person)).toBe(403);
    const there = { communityId: scene.communityId, kind: "claim" as const, subjectId: subject.id };
    const apart = await juror?.refusal(moderation.readModeratedContent, { params: there });
    expect(apart?.status).toBe(403);
    const other = await opened(await act(await said(), "edit-request"));
    const elsewhere = await juror?.tryCall(contract.readDisputedContent, { params: other });
    expect(elsewhere?.status).toBe(403);
    await voteAll(await jurorsIn(scene, params, "serving"), params, []);
    expect(await statusFor(juror as Person)).toBe(403);
    expect(await statusFor(scene.claimant)).toBe(200);
  });
});

describe("a ruling", () => {
  it("is appealed once, on new evidence or a fault of procedure, to twice as many and one; the effect follows", async () => {
    const { subject, actionId } = await acted("hide");
    const params = await opened(actionId);
    const first = await ruled(params, "overturn");
    expect(await stateOf(subject)).toBeNull();
    const body = { on: "fault-of-procedure" as const, grounds };
    expect((await scene.respondent.refusal(contract.appealRuling, { params, body })).status).toBe(
      403,
    );
    const appealed = await scene.moderator.call(contract.appealRuling, { params, body });
    expect(appealed).toMatchObject({ stage: "statements", level: 2 });
    expect(appealed.levels[1]).toMatchObject({ wanted: 7, appeal: { on: "fault-of-procedure" } });
    for (let n = 1; n <= 4; n += 1) await scene.join(`Later juror ${n}`);
    const second = await ruled(params, "uphold");
    for (const juror of first) expect(second).not.toContain(juror);
    expect(await stateOf(subject)).toBe("hidden");
    expect((await actionOf(actionId)).state).toBe("in-force");
    const again = await scene.claimant.refusal(contract.appealRuling, { params, body });
    expect(again.type).toBe("/problems/appealed-already");
  });

  it("can't be appealed when 14 days are over", async () => {
    const { actionId } = await acted("edit-request");
    const params = await opened(actionId);
    await ruled(params, "uphold");
    const passed = "update disputes set appeal_until = now() where id = $1";
    await server.sql(passed, [params.disputeId]);
    const body = { on: "new-evidence" as const, grounds };
    const late = await scene.claimant.refusal(contract.appealRuling, { params, body });
    expect(late.type).toBe("/problems/appeal-too-late");
    await passTime(scene, params);
  });
});
