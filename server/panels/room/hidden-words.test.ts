import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { addRule } from "#shared/contract/communities.ts";
import { listDisputes, openDispute } from "#shared/contract/disputes.ts";
import { communityRoom } from "#shared/contract/event.ts";
import { flagContent } from "#shared/contract/flags.ts";
import { exportLedger } from "#shared/contract/ledger.ts";
import * as moderation from "#shared/contract/moderation.ts";
import { listNotices } from "#shared/contract/notifications.ts";
import * as hearing from "#shared/contract/panel-hearing.ts";
import * as room from "#shared/contract/panel-room.ts";
import { readRoomEvents } from "#shared/contract/rooms.ts";
import { type Scene, setScene } from "../../debates/testing-scene.ts";
import { findAction } from "../../moderation/action-store.ts";
import { overturn } from "../../moderation/public.ts";
import { addMember } from "../../testing/community.ts";
import type { Person } from "../../testing/person.ts";
import { startTestServer, type TestServer } from "../../testing/server.ts";
import { heardAs, type HearingIds, seated } from "./testing-hearing.ts";

let server: TestServer;
let scene: Scene;
/** Of no community. */
let guest: Person;
/** A member who is heard as well. */
let max: Person;
beforeAll(async () => {
  server = await startTestServer();
  scene = await setScene(server, { isPrivate: true });
  guest = await server.person("Regina Rain");
  max = await server.person("Max Member");
  const { communityId, owner } = scene;
  await addMember(server, communityId, { person: max });
  const body = { title: "Be kind", text: "To all." };
  await owner.call(addRule, { params: { communityId }, body });
});
afterAll(() => server.close());

const secret = "quagga";
const words = { testimony: `They are each a **${secret}**.`, answer: `Ask your own ${secret}.` };
type Kind = keyof typeof words;
const kinds: readonly Kind[] = ["testimony", "answer"];

/** A panel that has heard somebody say both. */
async function spoken(expert: Person) {
  const params = await seated(scene);
  const { at, expertId } = await heardAs(scene, params, expert);
  await expert.call(hearing.testify, { params: at, body: { text: words.testimony } });
  const body = { text: "And who drinks it?" };
  const { questions } = await scene.member.call(room.askPanelExperts, { params, body });
  const questionId = questions[0]?.id ?? "";
  const answer = { params: { ...at, questionId }, body: { text: words.answer } };
  await expert.call(hearing.answerInHearing, answer);
  const idOf = { testimony: expertId, answer: questionId };
  const subject = (kind: Kind) => ({ kind, id: idOf[kind] });
  return { params, at, questionId, expertId, subject };
}

const here = () => ({ communityId: scene.communityId });
type Subject = { readonly kind: Kind; readonly id: string };

const deed = (subject: Subject, kind: "hide" | "warn" | "restore" = "hide") => ({
  params: here(),
  body: { subject, kind, rule: 1, reason: "It is unkind." },
});
const hide = (subject: Subject) => scene.moderator.call(moderation.moderate, deed(subject));
const flag = (subject: Subject) => ({ params: here(), body: { subject, rule: 1 } });

/** As a jury does that finds an action wrong. */
const ruled = (actionId: string) =>
  server.deps.transact(async (tx) => {
    const action = await findAction(tx.db, { ...here(), actionId });
    if (action) await overturn(server.deps, tx, { action, byId: null });
  });

const roomFor = (person: Person, params: HearingIds) => person.call(room.readPanelRoom, { params });

/** All that a member is told anywhere. */
async function toldTo(person: Person, params: HearingIds) {
  const record = await person.tryCall(exportLedger, { params: here() });
  const events = { params: { room: communityRoom(here()) }, query: { after: 0 } };
  return JSON.stringify([
    await roomFor(person, params),
    await record.text(),
    await person.call(readRoomEvents, events),
    await person.call(listNotices, { query: {} }),
    await person.call(moderation.listModerationActions, { params: here(), query: {} }),
  ]);
}

describe("what an expert says who is no member", () => {
  it("is flagged by members, hidden from everybody with the rule in its place, and comes back as it was", async () => {
    const { params, at, subject } = await spoken(guest);
    const { member, moderator, owner, stranger, foreigner } = scene;
    const other = await heardAs(scene, params, foreigner);
    const before = await roomFor(member, params);
    const actionIds: string[] = [];
    for (const kind of kinds) {
      for (const person of [stranger, foreigner, guest]) {
        expect((await person.refusal(flagContent, flag(subject(kind)))).status).toBe(404);
      }
      await member.call(flagContent, flag(subject(kind)));
      const kept = await member.refusal(moderation.moderate, deed(subject(kind)));
      expect(kept.status).toBe(403);
      actionIds.push((await hide(subject(kind))).id);
    }
    for (const person of [member, moderator, owner]) {
      expect(await toldTo(person, params)).not.toContain(secret);
    }
    const mark = { state: "hidden", rule: { number: 1 } };
    expect(await roomFor(member, params)).toMatchObject({
      experts: [{ name: "Dr Rain", testimony: { text: "", moderation: mark } }, {}],
      questions: [{ text: "And who drinks it?", answer: { text: "", moderation: mark } }],
    });
    const read = {
      params: { ...here(), kind: "answer" as const, subjectId: subject("answer").id },
    };
    expect((await member.refusal(moderation.readModeratedContent, read)).status).toBe(403);
    const kept = await moderator.call(moderation.readModeratedContent, read);
    expect(kept.words).toEqual({ text: words.answer });
    const others = await foreigner.call(hearing.readHearing, { params: other.at });
    expect(JSON.stringify(others)).not.toContain(secret);
    expect(others.others[0]).toMatchObject({
      withheld: { rule: { title: "Be kind" }, reason: null },
    });
    const own = await guest.call(hearing.readHearing, { params: at });
    expect(own).toMatchObject({
      testimony: { text: words.testimony, withheld: { state: "hidden", reason: "It is unkind." } },
      questions: [{ answer: { text: words.answer, isMine: true }, can: { answer: false } }],
      can: { testify: false },
      isMember: false,
    });

    for (const actionId of actionIds) await ruled(actionId);
    const after = await roomFor(member, params);
    expect(after.questions).toEqual(before.questions);
    expect(after.experts).toEqual(before.experts);
    const { items } = await guest.call(listNotices, { query: {} });
    const told = items.filter(({ link }) => link === `/hearings/${at.hearingId}`);
    expect(new Set(told.map(({ kind }) => kind))).toEqual(
      new Set(["panels.words-shown", "panels.words-hidden", "panels.question-asked"]),
    );
  });

  it("can be held against nobody, and nobody can appeal", async () => {
    const { subject } = await spoken(guest);
    await scene.member.call(flagContent, flag(subject("testimony")));
    const { items } = await scene.moderator.call(moderation.listModerationItems, {
      params: here(),
      query: {},
    });
    const item = items.find(({ subject: { id } }) => id === subject("testimony").id);
    expect(item).toMatchObject({ author: null, excerpt: words.testimony });
    expect(item?.can.act).toEqual(expect.arrayContaining(["hide", "remove", "dismiss"]));
    for (const kind of ["warn", "rate-limit", "suspend"]) expect(item?.can.act).not.toContain(kind);
    const warned = scene.moderator.refusal(moderation.moderate, deed(subject("testimony"), "warn"));
    expect((await warned).reason?.code).toBe("not-for-this");
    const { id: actionId, appealUntil } = await hide(subject("testimony"));
    expect(appealUntil).toBeNull();
    for (const person of [scene.member, scene.author]) {
      const body = { kind: "action" as const, actionId, grounds: "It is what happens." };
      expect((await person.refusal(openDispute, { params: here(), body })).status).toBe(403);
    }
  });
});

describe("what a member says as an expert", () => {
  it("is theirs: they flag it not, read why it was hidden, and appeal, while nobody else is told who they are", async () => {
    const { params, at, subject } = await spoken(max);
    expect((await max.refusal(flagContent, flag(subject("answer")))).reason?.code).toBe(
      "not-your-own",
    );
    const mine = await roomFor(max, params);
    expect(mine.questions[0]?.answer?.isMine).toBe(true);
    expect((await roomFor(scene.member, params)).questions[0]?.answer?.isMine).toBe(false);
    const action = await hide(subject("answer"));
    const seen = await scene.member.call(moderation.readModerationAction, {
      params: { ...here(), actionId: action.id },
    });
    expect(seen).toMatchObject({ author: null, reason: null, can: { appeal: false } });
    const own = await max.call(moderation.readModerationAction, {
      params: { ...here(), actionId: action.id },
    });
    expect(own).toMatchObject({ reason: "It is unkind.", can: { appeal: true } });
    expect((await max.call(hearing.readHearing, { params: at })).isMember).toBe(true);
    const { items } = await max.call(listNotices, { query: {} });
    expect(items[0]?.kind).toBe("moderation.acted");
    const warned = await scene.moderator.call(
      moderation.moderate,
      deed(subject("testimony"), "warn"),
    );
    expect(warned).toMatchObject({ kind: "warn", author: { name: "Max Member" } });
    const body = { kind: "action" as const, actionId: action.id, grounds: "It is what happens." };
    await max.call(openDispute, { params: here(), body });
    const cases = await max.call(listDisputes, { params: here(), query: { actionId: action.id } });
    expect(cases.items).toMatchObject([{ subject: { kind: "action" } }]);
  });
});

describe("what is hidden in a hearing", () => {
  it("is worded anew by nobody, nor taken away with its question, and is flagged again once it was", async () => {
    const { params, at, questionId, subject } = await spoken(guest);
    const text = { text: "Anew." };
    await scene.member.call(flagContent, flag(subject("answer")));
    const question = { params: { ...params, questionId } };
    const early = await scene.owner.refusal(room.removePanelQuestion, question);
    expect(early.reason?.code).toBe("panel-answer-flagged");
    const ids = await Promise.all(kinds.map(async (kind) => (await hide(subject(kind))).id));
    const bring = { ...question, body: { expert: "Dr Rain", text: "Anew." } };
    for (const refused of [
      await guest.refusal(hearing.testify, { params: at, body: text }),
      await guest.refusal(hearing.answerInHearing, { params: { ...at, questionId }, body: text }),
      await scene.owner.refusal(room.answerPanelQuestion, bring),
      await scene.owner.refusal(room.removePanelQuestion, question),
    ]) {
      expect(refused.reason?.code).toBe("hidden-words");
    }
    for (const actionId of ids) await ruled(actionId);
    const again = await scene.author.refusal(flagContent, flag(subject("answer")));
    expect(again.type).toBe("/problems/decided-lately");
    await guest.call(hearing.answerInHearing, { params: { ...at, questionId }, body: text });
    await scene.author.call(flagContent, flag(subject("answer")));
  });

  it("keeps out what is said at the same moment", async () => {
    const { params, at, subject } = await spoken(guest);
    const said = Array.from({ length: 4 }, () =>
      guest.tryCall(hearing.testify, { params: at, body: { text: `A late ${secret}.` } }),
    );
    const { id: actionId } = await hide(subject("testimony"));
    await Promise.all(said);
    const { experts } = await roomFor(scene.member, params);
    expect(experts[0]?.testimony?.text).toBe("");
    await ruled(actionId);
    const after = await roomFor(scene.member, params);
    expect(after.experts[0]?.testimony?.text).toContain(secret);
  });

  it("may be an answer that owners brought, of somebody who has no account", async () => {
    const params = await seated(scene);
    const body = { text: "And where?" };
    const { questions } = await scene.member.call(room.askPanelExperts, { params, body });
    const questionId = questions[0]?.id ?? "";
    await scene.owner.call(room.answerPanelQuestion, {
      params: { ...params, questionId },
      body: { expert: "Dr Rain", text: words.answer },
    });
    const action = await hide({ kind: "answer", id: questionId });
    expect(action).toMatchObject({ author: null, appealUntil: null });
    expect(JSON.stringify(await roomFor(scene.owner, params))).not.toContain(secret);
    await scene.moderator.call(moderation.moderate, {
      params: here(),
      body: { subject: { kind: "answer", id: questionId }, kind: "restore", reason: "It is true." },
    });
    expect((await roomFor(scene.member, params)).questions[0]?.answer?.text).toBe(words.answer);
  });

  it("is flagged and hidden in its own community alone", async () => {
    const { subject } = await spoken(guest);
    const other = await setScene(server);
    const params = { communityId: other.communityId };
    for (const kind of kinds) {
      const body = { subject: subject(kind), rule: 1 };
      expect((await other.author.refusal(flagContent, { params, body })).status).toBe(404);
      const acting = { ...deed(subject(kind)), params };
      expect((await other.moderator.refusal(moderation.moderate, acting)).status).toBe(404);
    }
  });
});
