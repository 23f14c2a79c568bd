import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { nameFacilitator } from "#shared/contract/curation.ts";
import * as contract from "#shared/contract/disputes.ts";
import { flagContent, listMyFlags, withdrawFlag } from "#shared/contract/flags.ts";
import { changeRole, removeMember } from "#shared/contract/memberships.ts";
import * as moderation from "#shared/contract/moderation.ts";
import type { ActionKind, Subject } from "#shared/contract/moderated.ts";
import { type DebateOf, sayIn, setJudgedDebate } from "./testing-debate.ts";
import type { Person } from "../testing/person.ts";
import { startTestServer, type TestServer } from "../testing/server.ts";
import {
  closeBoth,
  commit,
  type Ids,
  jurorsIn,
  openConflict,
  passTime,
  type Scene,
  seatAll,
} from "./testing-scene.ts";

let server: TestServer;
let scene: Scene;
let debate: DebateOf;
beforeAll(async () => {
  server = await startTestServer();
  ({ scene, debate } = await setJudgedDebate(server, 10));
});
afterAll(() => server.close());

const here = () => ({ communityId: scene.communityId });
const said = async (person: Person): Promise<Subject> => ({
  kind: "claim",
  id: await sayIn(debate, person),
});
const profileOf = (person: Person): Subject => ({ kind: "profile", id: scene.idOf(person) });
const inADay = () => new Date(Date.now() + 86_400_000).toISOString();

const deed = (subject: Subject, kind: ActionKind) => ({
  params: here(),
  body: {
    subject,
    kind,
    rule: 1,
    reason: "It is unkind.",
    ...(kind === "suspend" || kind === "rate-limit" ? { until: inADay() } : {}),
  },
});
const refusal = async (person: Person, subject: Subject, kind: ActionKind) => {
  const { type, reason } = await person.refusal(moderation.moderate, deed(subject, kind));
  return [type, reason?.code];
};
const flag = (person: Person, subject: Subject) =>
  person.call(flagContent, { params: here(), body: { subject, rule: 1 } });
const itemAbout = async ({ id }: Subject) => {
  const query = { limit: 100, order: "newest" as const };
  const { items } = await scene.owner.call(moderation.listModerationItems, {
    params: here(),
    query,
  });
  const item = items.find(({ subject }) => subject.id === id);
  if (!item) throw new Error("what was reported waits");
  return item;
};
const facilitate = (person: Person) =>
  scene.owner.call(nameFacilitator, {
    params: {
      communityId: scene.communityId,
      debateId: debate.debateId,
      participantId: scene.idOf(person),
    },
  });
const appeal = async (by: Person, actionId: string): Promise<Ids> => {
  const body = { kind: "action" as const, actionId, grounds: "It was a question." };
  const { id: disputeId } = await by.call(contract.openDispute, { params: here(), body });
  return { ...here(), disputeId };
};

describe("whoever reported something", () => {
  it("does not decide about it, until the report is taken back", async () => {
    const { moderator, claimant } = scene;
    const subject = await said(claimant);
    await flag(moderator, subject);
    for (const kind of ["hide", "remove", "dismiss", "warn"] as const) {
      expect(await refusal(moderator, subject, kind)).toEqual(["/problems/own-case", "own-report"]);
    }
    const { id: itemId, version } = await itemAbout(subject);
    const params = { ...here(), itemId };
    const claiming = { params, body: { version } };
    const claimed = await moderator.refusal(moderation.claimModerationItem, claiming);
    expect(claimed.reason?.code).toBe("own-report");
    const { results } = await moderator.call(moderation.moderateMany, {
      params: here(),
      body: { kind: "dismiss", reason: "Fine.", items: [{ id: itemId, version }] },
    });
    expect(results).toMatchObject([{ problem: "own-case" }]);
    // What it is about can still be read, and the desk offers nothing to do.
    const { item } = await moderator.call(moderation.readModerationItem, { params });
    expect(item.can).toEqual({ claim: false, act: [] });
    const { items } = await moderator.call(listMyFlags, {
      params: here(),
      query: { subjectId: subject.id },
    });
    const flagId = items[0]?.id ?? "";
    await moderator.call(withdrawFlag, { params: { ...here(), flagId } });
    await moderator.call(moderation.moderate, deed(subject, "hide"));
  });
});

describe("somebody in a dispute about what was done to something", () => {
  it("takes no item about it, and takes nothing back that was done for the other", async () => {
    const { moderator, claimant, owner } = scene;
    const subject = await said(claimant);
    await moderator.call(moderation.moderate, deed(subject, "hide"));
    const { id: restored } = await moderator.call(moderation.moderate, deed(subject, "restore"));
    const { id: warned } = await moderator.call(moderation.moderate, deed(subject, "warn"));
    await appeal(claimant, warned);
    const undone = await moderator.refusal(moderation.undoModerationAction, {
      params: { ...here(), actionId: restored },
    });
    expect([undone.type, undone.reason?.code]).toEqual(["/problems/own-case", "own-dispute"]);
    await flag(scene.respondent, subject);
    const { id: itemId, version } = await itemAbout(subject);
    const params = { ...here(), itemId };
    const taken = await moderator.refusal(moderation.claimModerationItem, {
      params,
      body: { version },
    });
    expect(taken.reason?.code).toBe("own-dispute");
    // An owner who has no part in it does.
    await owner.call(moderation.claimModerationItem, { params, body: { version } });
    // To give in is always possible.
    await moderator.call(moderation.undoModerationAction, {
      params: { ...here(), actionId: warned },
    });
  });

  it("does not decide about it as a juror who looks after the debate", async () => {
    const { moderator, claimant } = scene;
    const subject = await said(claimant);
    const { id } = await moderator.call(moderation.moderate, deed(subject, "hide"));
    const params = await appeal(claimant, id);
    const jurors = await seatAll({ ...scene, respondent: moderator }, params);
    const [juror] = jurors;
    if (!juror) throw new Error("a jury has jurors");
    await facilitate(juror);
    expect(await refusal(juror, subject, "restore")).toEqual(["/problems/own-case", "own-dispute"]);
    // Nor does a side choose who judges.
    const [, other = juror] = jurors;
    expect(await refusal(moderator, profileOf(other), "suspend")).toEqual([
      "/problems/own-case",
      "open-case-between",
    ]);
    const removed = await moderator.refusal(removeMember, {
      params: { ...here(), participantId: scene.idOf(other) },
      body: { reason: "Go." },
    });
    expect(removed.reason?.code).toBe("open-case-between");
  });
});

describe("two people in an open dispute", () => {
  it("do not sanction or remove each other, be it the only owner; a moderator who has no part does", async () => {
    const { owner, moderator, respondent } = scene;
    const conflict = await openConflict({ ...scene, claimant: respondent, respondent: owner });
    const profile = profileOf(respondent);
    const subject = await said(respondent);
    for (const kind of ["warn", "rate-limit", "suspend"] as const) {
      expect(await refusal(owner, profile, kind)).toEqual([
        "/problems/own-case",
        "open-case-between",
      ]);
      expect(await refusal(owner, subject, kind)).toEqual([
        "/problems/own-case",
        "open-case-between",
      ]);
    }
    const leaving = {
      params: { ...here(), participantId: scene.idOf(respondent) },
      body: { reason: "Go." },
    };
    const { type, detail } = await owner.refusal(removeMember, leaving);
    expect(type).toBe("/problems/own-case");
    expect(detail).toMatch(/Another owner or moderator.*jury.*make somebody else a moderator/s);
    // Whoever brings a dispute does not get a free hand for what is said.
    await owner.call(moderation.moderate, deed(subject, "hide"));
    await moderator.call(moderation.moderate, deed(profile, "warn"));
    await respondent.call(contract.withdrawDispute, { params: conflict });
    await owner.call(moderation.moderate, deed(profile, "warn"));
  });
});

describe("whoever is in a dispute with everybody who moderates", () => {
  const quarrel = (claimant: Person, respondent: Person) =>
    openConflict({ ...scene, claimant, respondent });

  it("is not out of reach: what was reported before is decided about, and nothing else", async () => {
    const { owner, moderator, respondent } = scene;
    const shielded = await scene.join("Shirin Shielded");
    const subject = await said(shielded);
    const later = await said(shielded);
    await flag(respondent, subject);
    const first = await quarrel(shielded, moderator);
    // Somebody is left who has no part.
    const refused = ["/problems/own-case", "open-case-between"];
    expect(await refusal(moderator, subject, "warn")).toEqual(refused);
    const second = await quarrel(shielded, owner);
    await flag(respondent, later);
    expect(await refusal(moderator, later, "warn")).toEqual(refused);
    expect(await refusal(moderator, profileOf(shielded), "warn")).toEqual(refused);
    await moderator.call(moderation.moderate, deed(subject, "warn"));
    for (const params of [first, second]) {
      await shielded.call(contract.withdrawDispute, { params });
    }
  });

  it("is left in peace by the one who brought one of those cases, until somebody else moderates", async () => {
    const { owner, moderator, respondent } = scene;
    const member = await scene.join("Mo Member");
    const subject = await said(member);
    await flag(respondent, subject);
    const cases = [
      { by: moderator, params: await quarrel(moderator, member) },
      { by: member, params: await quarrel(member, owner) },
    ];
    const refused = ["/problems/own-case", "open-case-between"];
    expect(await refusal(moderator, subject, "suspend")).toEqual(refused);
    const third = await scene.join("Theo Third");
    const params = { ...here(), participantId: scene.idOf(third) };
    await owner.call(changeRole, { params, body: { role: "moderator" } });
    expect(await refusal(owner, subject, "warn")).toEqual(refused);
    await third.call(moderation.moderate, deed(subject, "warn"));
    await owner.call(changeRole, { params, body: { role: "member" } });
    for (const one of cases) await one.by.call(contract.withdrawDispute, { params: one.params });
  });
});

describe("whoever is suspended", () => {
  it("appeals against that, and opens no other dispute meanwhile", async () => {
    const { owner } = scene;
    const suspended = await scene.join("Sam Suspended");
    const { id } = await owner.call(moderation.moderate, deed(profileOf(suspended), "suspend"));
    const refused = await suspended.refusal(contract.openDispute, {
      params: here(),
      body: {
        kind: "conflict",
        respondentId: scene.idOf(scene.moderator),
        grounds: "They look at me.",
        remedy: "That they look away.",
      },
    });
    expect(refused.type).toBe("/problems/suspended");
    await appeal(suspended, id);
  });
});

describe("whoever looks after nothing", () => {
  it("decides none of many", async () => {
    const subject = await said(scene.claimant);
    await flag(scene.respondent, subject);
    const { id, version } = await itemAbout(subject);
    const { type } = await scene.claimant.refusal(moderation.moderateMany, {
      params: here(),
      body: { kind: "dismiss", reason: "Fine.", items: [{ id, version }] },
    });
    expect(type).toBe("/problems/not-allowed");
  });
});

describe("whoever has lost the office", () => {
  it("takes nothing back any more", async () => {
    const { owner, claimant } = scene;
    const former = await scene.join("Fay Former");
    const params = { ...here(), participantId: scene.idOf(former) };
    await owner.call(changeRole, { params, body: { role: "moderator" } });
    const subject = await said(claimant);
    await owner.call(moderation.moderate, deed(subject, "hide"));
    const { id: actionId, can } = await former.call(moderation.moderate, deed(subject, "restore"));
    expect(can.undo).toBe(true);
    await owner.call(changeRole, { params, body: { role: "member" } });
    const at = { params: { ...here(), actionId } };
    const { type } = await former.refusal(moderation.undoModerationAction, at);
    expect(type).toBe("/problems/not-allowed");
    const seen = await former.call(moderation.readModerationAction, at);
    expect(seen.can.undo).toBe(false);
  });
});

describe("a juror", () => {
  it("who comes to moderate, or reports what is judged, takes no seat and casts no vote", async () => {
    const { moderator, claimant, owner } = scene;
    const subject = await said(claimant);
    const { id } = await moderator.call(moderation.moderate, deed(subject, "hide"));
    const params = await appeal(claimant, id);
    const sides = { ...scene, respondent: moderator };
    await closeBoth(sides, params);
    await passTime(sides, params);
    const [promoted, ...others] = await jurorsIn(scene, params, "invited");
    if (!promoted) throw new Error("a jury has jurors");
    const at = { ...here(), participantId: scene.idOf(promoted) };
    await owner.call(changeRole, { params: at, body: { role: "moderator" } });
    const taking = { params, body: { accept: true } };
    const refused = await promoted.refusal(contract.answerSummons, taking);
    expect([refused.type, refused.reason?.code]).toEqual(["/problems/own-case", "juror-partial"]);
    await promoted.call(contract.answerSummons, { params, body: { accept: false } });
    for (const juror of others) await juror.call(contract.answerSummons, taking);
    for (const juror of await jurorsIn(scene, params, "invited")) {
      await juror.call(contract.answerSummons, taking);
    }
    const [voter] = await jurorsIn(scene, params, "serving");
    if (!voter) throw new Error("a jury has jurors");
    const its = { ...here(), participantId: scene.idOf(voter) };
    await owner.call(changeRole, { params: its, body: { role: "moderator" } });
    await expect(commit(voter, params, "overturn")).rejects.toThrow(/own-case/);
    await owner.call(changeRole, { params: its, body: { role: "member" } });
    await commit(voter, params, "overturn");
  });
});
