import { sql } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { addClaim } from "#shared/contract/claims.ts";
import { leaveCommunity } from "#shared/contract/memberships.ts";
import { castBallot, createDecision } from "#shared/contract/decisions.ts";
import * as flags from "#shared/contract/flags.ts";
import * as contract from "#shared/contract/moderation.ts";
import { listNotices } from "#shared/contract/notifications.ts";
import { debateIn } from "../debates/testing-scene.ts";
import { rulesOf } from "../decisions/testing-scene.ts";
import { addMember } from "../testing/community.ts";
import type { Person } from "../testing/person.ts";
import { startTestServer, type TestServer } from "../testing/server.ts";
import { settleModeration } from "./by-the-clock.ts";
import { claimed, doing, type ModerationScene, setModerationScene } from "./testing-scene.ts";

let server: TestServer;
let scene: ModerationScene;

beforeAll(async () => {
  server = await startTestServer();
  scene = await setModerationScene(server);
});
afterAll(() => server.close());

const inDays = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString();

async function newcomer(name: string) {
  const person = await server.person(name);
  const participantId = await addMember(server, scene.communityId, { person });
  return { person, participantId };
}

describe("who is suspended", () => {
  it("reads and does not write, but votes without a word, until the time is over", async () => {
    const { ids, positionIds } = await claimed(scene, "They write too much.");
    const { person, participantId } = await newcomer("Sven");
    const { act } = doing(scene, { kind: "profile", id: participantId }, ids);
    const say = (text: string) =>
      person.tryCall(addClaim, {
        params: ids,
        body: { target: { kind: "position", id: positionIds[0] }, side: "pro", text },
      });
    expect((await say("I say so.")).status).toBe(200);
    const { positionIds: _, ...voted } = await debateIn(scene);
    const { id: decisionId, options } = await scene.moderator.call(createDecision, {
      params: voted,
      body: rulesOf({ settings: { method: "plurality" }, reasons: "optional" }),
    });
    await expect(act(scene.moderator, "suspend")).rejects.toThrow("invalid-request");
    const action = await act(scene.moderator, "suspend", { until: inDays(3) });
    const refused = await say("I say it again.");
    expect([refused.status, await refused.json()]).toMatchObject([
      403,
      { type: "/problems/suspended" },
    ]);
    const params = { communityId: scene.communityId, actionId: action.id };
    const ballot = { method: "plurality" as const, choice: options[0]?.id ?? "" };
    const vote = (reason: string | null) =>
      person.tryCall(castBallot, {
        params: { communityId: ids.communityId, decisionId },
        body: { ballot, reason },
      });
    expect((await vote("Because I say so.")).status).toBe(403);
    expect((await vote(null)).status).toBe(200);
    const own = await person.call(contract.readModerationAction, { params });
    expect(own).toMatchObject({ kind: "suspend", reason: "It is unkind.", can: { appeal: true } });
    const seen = await scene.carla.call(contract.readModerationAction, { params });
    expect(seen).toMatchObject({ subject: null, author: null, reason: null });
    await server.deps.db.execute(
      sql`update sanctions set until = now() where action_id = ${action.id}`,
    );
    await server.deps.db.execute(
      sql`update moderation_actions set until = now() where id = ${action.id}`,
    );
    await settleModeration(server.deps);
    expect((await say("I say it anew.")).status).toBe(200);
    const { items } = await person.call(listNotices, { query: { limit: 1 } });
    expect(items[0]).toMatchObject({ kind: "moderation.ended", data: { context: "suspend" } });
  });

  it("leaves, comes back, and is suspended still", async () => {
    const { ids } = await claimed(scene, "They come and go.");
    const { person, participantId } = await newcomer("Sara");
    const { act } = doing(scene, { kind: "profile", id: participantId }, ids);
    await act(scene.moderator, "suspend", { until: inDays(1) });
    await person.call(leaveCommunity, { params: ids });
    await server.deps.db.execute(
      sql`update memberships set status = 'active' where participant_id = ${participantId}`,
    );
    server.deps.forgetStandings();
    const flagged = await claimed(scene, "They stay away.");
    expect((await flagged.flag(person)).status).toBe(403);
  });

  it("is a member; moderators suspend no owner", async () => {
    const { ids } = await claimed(scene, "They own it all.");
    const { rows } = await server.deps.db.execute<{ id: string }>(
      sql`select participant_id as id from memberships where account_id = ${scene.owner.accountId}`,
    );
    const { act } = doing(scene, { kind: "profile", id: rows[0]?.id ?? "" }, ids);
    await expect(act(scene.moderator, "suspend", { until: inDays(1) })).rejects.toThrow(
      "not-allowed",
    );
  });
});

describe("what nobody decides in time", () => {
  const overdue = (subjectId: string) =>
    server.deps.db.execute(
      sql`update moderation_items set deadline_at = now() - interval '1 minute' where subject_id = ${subjectId}`,
    );

  it("is shown again, and its flags count neither way", async () => {
    const { flag, seenBy, subject, item } = await claimed(scene, "They are slow to decide.");
    for (const person of [scene.carla, scene.dora, scene.emil]) await flag(person);
    expect(await seenBy()).toMatchObject({ text: "" });
    await overdue(subject.id);
    await settleModeration(server.deps);
    expect(await seenBy()).toMatchObject({ text: "They are slow to decide." });
    expect((await seenBy())?.moderation).toBeUndefined();
    expect(await item()).toBeUndefined();
    const params = { communityId: scene.communityId };
    const query = { limit: 1, subjectId: subject.id };
    const { items } = await scene.carla.call(flags.listMyFlags, { params, query });
    expect(items).toMatchObject([{ outcome: "lapsed" }]);
  });

  it("waits on where it may be illegal", async () => {
    const { flag, seenBy, subject, item } = await claimed(
      scene,
      "Here is how to pick their locks.",
    );
    await flag(scene.carla, { kind: "illegal", note: "It helps burglars." });
    for (const person of [scene.dora, scene.emil]) await flag(person);
    await overdue(subject.id);
    await settleModeration(server.deps);
    expect(await seenBy()).toMatchObject({ text: "", moderation: { state: "hidden" } });
    expect(await item()).toMatchObject({ severity: "illegal", isOverdue: true });
  });
});

describe("an action", () => {
  it("is taken back by who took it, within a day; it stays in the log, and what it decided waits again", async () => {
    const { flag, act, item, seenBy } = await claimed(scene, "They forget everything.");
    await flag(scene.carla);
    const { id: actionId } = await act(scene.moderator, "hide");
    expect(await item()).toBeUndefined();
    const { communityId, moderator, owner } = scene;
    const params = { communityId, actionId };
    expect((await owner.refusal(contract.undoModerationAction, { params })).status).toBe(403);
    const undone = await moderator.call(contract.undoModerationAction, { params });
    expect(undone).toMatchObject({ state: "undone", reason: "It is unkind." });
    expect(await seenBy()).toMatchObject({ text: "They forget everything." });
    expect(await item()).toMatchObject({ status: "open", flags: { count: 1 } });
    const again = await act(moderator, "hide");
    await server.deps.db.execute(
      sql`update moderation_actions set created_at = now() - interval '25 hours' where id = ${again.id}`,
    );
    const late = { communityId, actionId: again.id };
    expect((await moderator.refusal(contract.undoModerationAction, { params: late })).status).toBe(
      403,
    );
  });
});

/** What is done at the desk, each asked for in a case of one's own. */
function ownCases(person: Person, own: { subjectId: string; itemId: string; actionId: string }) {
  const { communityId } = scene;
  const params = { communityId };
  const item = { ...params, itemId: own.itemId };
  const subject = { kind: "claim" as const, id: own.subjectId };
  const deed = { kind: "dismiss" as const, reason: "Nothing here." };
  const seen = { id: own.itemId, version: 1 };
  return {
    readModerationItem: () => person.tryCall(contract.readModerationItem, { params: item }),
    claimModerationItem: () =>
      person.tryCall(contract.claimModerationItem, { params: item, body: { version: 1 } }),
    releaseModerationItem: () => person.tryCall(contract.releaseModerationItem, { params: item }),
    moderate: () => person.tryCall(contract.moderate, { params, body: { ...deed, subject } }),
    moderateMany: () =>
      person.tryCall(contract.moderateMany, { params, body: { ...deed, items: [seen] } }),
    undoModerationAction: () =>
      person.tryCall(contract.undoModerationAction, {
        params: { ...params, actionId: own.actionId },
      }),
  };
}

/** What decides nothing, or is for whom a case concerns. */
const harmless = [
  "listModerationItems",
  "listModerationActions",
  "readModerationAction",
  "readModeratedContent",
  "listQueueFilters",
  "saveQueueFilter",
  "deleteQueueFilter",
];

describe("in a case of one's own", () => {
  it("nobody does anything, whatever the office and whichever way", async () => {
    const { ids, positionIds } = await claimed(scene, "They judge themselves.");
    const { moderator, owner, carla, dora, communityId } = scene;
    const target = { kind: "position" as const, id: positionIds[0] };
    const body = { target, side: "con" as const, text: "I am always right." };
    const { claim } = await moderator.call(addClaim, { params: ids, body });
    const own = doing(scene, { kind: "claim", id: claim.id }, ids);
    await own.flag(carla);
    const { id: actionId } = await own.act(owner, "hide");
    await owner.call(contract.undoModerationAction, { params: { communityId, actionId } });
    await own.flag(dora);
    expect(await own.item(moderator)).toBeUndefined();
    const itemId = (await own.item(owner))?.id ?? "";
    const asked = ownCases(moderator, { subjectId: claim.id, itemId, actionId });
    const answers = await Promise.all(
      Object.entries(asked).map(async ([name, ask]) => [name, await (await ask()).text()] as const),
    );
    expect(answers.filter(([, text]) => !text.includes("own-case"))).toEqual([]);
    const named = [...Object.keys(asked), ...harmless].toSorted();
    expect(contract.moderationEndpoints.map(({ name }) => name).toSorted()).toEqual(named);
    expect(await own.seenBy()).toMatchObject({ text: "I am always right." });
  });
});
