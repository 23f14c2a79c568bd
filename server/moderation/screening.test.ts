import { sql } from "drizzle-orm";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { addClaim, addPosition, editClaim, readOutline } from "#shared/contract/claims.ts";
import { addComment } from "#shared/contract/comments.ts";
import { debateRoom } from "#shared/contract/event.ts";
import * as settings from "#shared/contract/moderation-settings.ts";
import { listModerationItems, moderate } from "#shared/contract/moderation.ts";
import { readRoomEvents } from "#shared/contract/rooms.ts";
import { addStatement, listStatements } from "#shared/contract/statements.ts";
import { debateIn, say } from "../debates/testing-scene.ts";
import { addMember } from "../testing/community.ts";
import type { Person } from "../testing/person.ts";
import { startTestServer, type TestServer } from "../testing/server.ts";
import { claimed, doing, type ModerationScene, setModerationScene } from "./testing-scene.ts";

let server: TestServer;
let scene: ModerationScene;

beforeAll(async () => {
  server = await startTestServer();
  scene = await setModerationScene(server);
});
afterEach(() => set({ holdFirstPosts: 0, watchedWords: [] }));
afterAll(() => server.close());

async function set(change: Partial<settings.ModerationSettings>) {
  const params = { communityId: scene.communityId };
  const now = await scene.owner.call(settings.readModerationSettings, { params });
  const body = { ...now, ...change };
  return scene.owner.call(settings.changeModerationSettings, { params, body });
}

const typeOf = async (response: Response) =>
  ((await response.json()) as { type: string }).type.replace("/problems/", "");

async function newcomer(name: string) {
  const person = await server.person(name);
  const participantId = await addMember(server, scene.communityId, { person });
  return { person, participantId };
}

function trySay(person: Person, ids: Awaited<ReturnType<typeof debateIn>>, text: string) {
  const { communityId, debateId, positionIds } = ids;
  const target = { kind: "position" as const, id: positionIds[0] };
  const params = { communityId, debateId };
  return person.tryCall(addClaim, { params, body: { target, side: "pro", text } });
}

describe("the settings of moderation", () => {
  it("are seen by all but for watched words, and changed by owners, in the public record", async () => {
    const params = { communityId: scene.communityId };
    const changed = await set({
      flagAgeDays: 3,
      watchedWords: [{ word: "heck", effect: "advice" }],
    });
    const { member, moderator } = scene;
    const seen = await member.call(settings.readModerationSettings, { params });
    expect(seen).toMatchObject({ flagThreshold: 1.5, flagAgeDays: 3, watchedWords: [] });
    expect(await moderator.call(settings.readModerationSettings, { params })).toEqual(changed);
    const stale = { ...changed, version: changed.version - 1 };
    const change = { params, body: stale };
    expect((await scene.owner.refusal(settings.changeModerationSettings, change)).status).toBe(409);
    const { rows } = await server.deps.db.execute(
      sql`select payload from ledger_acts where kind = 'moderation.settings-changed'`,
    );
    expect(rows.length).toBeGreaterThan(0);
    expect(JSON.stringify(rows)).not.toContain("heck");
    const body = { text: "What the HECK is that?" };
    const { items } = await member.call(settings.adviseOnWords, { params, body });
    expect(items).toEqual([{ word: "heck", effect: "advice" }]);
  });
});

describe("watched words", () => {
  it("that hold keep whatever uses them out of sight until a moderator has looked", async () => {
    const ids = await debateIn(scene);
    const { communityId, debateId, positionIds } = ids;
    const params = { communityId, debateId };
    await set({ watchedWords: [{ word: "snake oil", effect: "hold" }] });
    const { member, moderator, carla } = scene;
    const { claim } = await say(member, ids, { under: positionIds[0], text: "This is snake oil." });
    expect(claim.moderation).toMatchObject({ state: "hidden", rule: null });
    await carla.call(addStatement, { params, body: { text: "Snake oil helps nobody." } });
    await carla.call(addPosition, { params, body: { title: "Buy snake oil" } });
    const outline = await carla.call(readOutline, { params });
    const room = debateRoom(ids);
    const { events } = await carla.call(readRoomEvents, { params: { room }, query: { after: 0 } });
    const list = await carla.call(listStatements, { params, query: { limit: 5 } });
    expect(JSON.stringify([outline, events, list]).toLowerCase()).not.toContain("snake");
    const query = { limit: 10, work: "watched-word" as const };
    const { items } = await moderator.call(listModerationItems, { params, query });
    expect(items).toHaveLength(3);
    const item = items.find(({ subject }) => subject.id === claim.id);
    expect(item).toMatchObject({ excerpt: "This is snake oil.", severity: "urgent" });
    expect(item?.words).toEqual(["snake oil"]);
    await moderator.call(moderate, {
      params,
      body: { kind: "dismiss", reason: "It is.", subject: { kind: "claim", id: claim.id } },
    });
    const { claims } = await carla.call(readOutline, { params });
    expect(claims).toMatchObject([{ text: "This is snake oil." }]);
  });

  it("that advise are shown to moderators, and read by all meanwhile", async () => {
    await set({ watchedWords: [{ word: "heck", effect: "advice" }] });
    const { claim, item, seenBy } = await claimed(scene, "What the heck is this?");
    expect(claim.moderation).toBeUndefined();
    expect(await seenBy()).toMatchObject({ text: "What the heck is this?" });
    expect(await item()).toMatchObject({
      work: "watched-word",
      words: ["heck"],
      severity: "normal",
      state: null,
    });
  });

  it("are found in what is edited, and not in what moderators write", async () => {
    const { ids, claim, seenBy } = await claimed(scene, "This is honest work.");
    await set({ watchedWords: [{ word: "fraud", effect: "hold" }] });
    const params = { ...ids, claimId: claim.id };
    const { member, moderator } = scene;
    const own = await moderator.call(addComment, { params, body: { text: "Not a fraud?" } });
    expect(own.moderation).toBeUndefined();
    await member.call(editClaim, { params, body: { version: 1, text: "This is a fraud." } });
    expect(await seenBy()).toMatchObject({ text: "", moderation: { state: "hidden" } });
  });
});

describe("first contributions", () => {
  it("wait for a moderator as many times as the community says; those of long-time members don't", async () => {
    const ids = await debateIn(scene);
    await say(scene.member, ids, { under: ids.positionIds[0], text: "I was here before." });
    await set({ holdFirstPosts: 1 });
    const { person } = await newcomer("Nina");
    const first = await say(person, ids, { under: ids.positionIds[0], text: "I am new here." });
    const second = await say(person, ids, { under: ids.positionIds[0], text: "And here I am." });
    const own = await say(scene.member, ids, { under: ids.positionIds[0], text: "Welcome here." });
    expect(first.claim.moderation).toMatchObject({ state: "hidden" });
    expect(second.claim.moderation).toBeUndefined();
    expect(own.claim.moderation).toBeUndefined();
  });
});

describe("a debate", () => {
  it("that is slowed down lets each person write once in a while; who looks after it is not slowed", async () => {
    const ids = await debateIn(scene);
    const params = { communityId: ids.communityId, debateId: ids.debateId };
    const body = { slowSeconds: 600, isLocked: false, reason: "Think first." };
    const { member, carla, author } = scene;
    expect((await member.refusal(settings.setDebatePace, { params, body })).status).toBe(403);
    await author.call(settings.setDebatePace, { params, body });
    expect((await trySay(member, ids, "Let me say so.")).status).toBe(200);
    expect(await typeOf(await trySay(member, ids, "Let me say more."))).toBe("too-soon");
    expect((await trySay(carla, ids, "Let me say that.")).status).toBe(200);
    for (const text of ["I asked this.", "I ask it again."]) {
      expect((await trySay(author, ids, text)).status).toBe(200);
    }
  });

  it("that is locked takes nothing but from who looks after it", async () => {
    const ids = await debateIn(scene);
    const params = { communityId: ids.communityId, debateId: ids.debateId };
    const body = { slowSeconds: 0, isLocked: true, reason: "Until tomorrow." };
    const { moderator, member } = scene;
    await moderator.call(settings.setDebatePace, { params, body });
    expect(await typeOf(await trySay(member, ids, "One more thing."))).toBe("locked");
    const { claims } = await member.call(readOutline, { params });
    expect(claims).toEqual([]);
    expect((await trySay(moderator, ids, "It goes on tomorrow.")).status).toBe(200);
  });
});

describe("a rate limit", () => {
  it("leaves somebody few contributions an hour, until its time is over", async () => {
    const ids = await debateIn(scene);
    const { person, participantId } = await newcomer("Rolf");
    const { act } = doing(scene, { kind: "profile", id: participantId }, ids);
    await act(scene.moderator, "rate-limit", {
      until: new Date(Date.now() + 86_400_000).toISOString(),
    });
    for (const text of ["First of all.", "Then again.", "And also."]) {
      expect((await trySay(person, ids, text)).status).toBe(200);
    }
    expect(await typeOf(await trySay(person, ids, "But then."))).toBe("too-many-requests");
  });
});

describe("trust", () => {
  it("shows each threshold and how far one has come, and grows by what others found well put", async () => {
    const params = { communityId: scene.communityId };
    const { person } = await newcomer("Tina");
    const before = await person.call(settings.readMyTrust, { params });
    expect(before.level).toBe("newcomer");
    expect(before.levels.map(({ isReached }) => isReached)).toEqual([true, false, false]);
    const ids = await debateIn(scene);
    await trySay(person, ids, "Trust is earned.");
    const { levels } = await person.call(settings.readMyTrust, { params });
    expect(levels[1]?.needs).toContainEqual({
      measure: "contributions",
      need: 3,
      have: 1,
      isMet: false,
    });
    expect((await scene.moderator.call(settings.readMyTrust, { params })).level).toBe("trusted");
  });
});
