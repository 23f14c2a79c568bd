import { eq, sql } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { claims } from "#db/schema/debates.ts";
import { moderationActions } from "#db/schema/moderation.ts";
import { spamExamples } from "#db/schema/spam.ts";
import { addPosition, readOutline, withdrawClaim } from "#shared/contract/claims.ts";
import { findWellPut } from "#shared/contract/comments.ts";
import { createDebate, editDebate, moveDebate } from "#shared/contract/debates.ts";
import { addEvidence } from "#shared/contract/evidence.ts";
import { flagContent } from "#shared/contract/flags.ts";
import * as settings from "#shared/contract/moderation-settings.ts";
import { changeBio } from "#shared/contract/profiles.ts";
import type { SpamSettings } from "#shared/contract/spam.ts";
import * as moderation from "#shared/contract/moderation.ts";
import type { ActionKind } from "#shared/contract/moderated.ts";
import { fewestExamples } from "#shared/spam/bayes.ts";
import { debateIn, say } from "../debates/testing-scene.ts";
import { overturn, settleModeration } from "../moderation/public.ts";
import { type ModerationScene, setModerationScene } from "../moderation/testing-scene.ts";
import type { Person } from "../testing/person.ts";
import { startTestServer, type TestServer } from "../testing/server.ts";

let server: TestServer;
let scene: ModerationScene;

beforeAll(async () => {
  server = await startTestServer();
});
beforeEach(async () => {
  scene = await setModerationScene(server);
});
afterAll(() => server.close());

async function set(spam: Partial<SpamSettings>) {
  const params = { communityId: scene.communityId };
  const now = await scene.owner.call(settings.readModerationSettings, { params });
  const body = { ...now, spam: { ...now.spam, ...spam } };
  return scene.owner.call(settings.changeModerationSettings, { params, body });
}

type Ids = Awaited<ReturnType<typeof debateIn>>;

const write = async (person: Person, ids: Ids, text: string) =>
  (await say(person, ids, { under: ids.positionIds[0], text })).claim;

async function itemAbout(subjectId: string) {
  const { items } = await scene.moderator.call(moderation.listModerationItems, {
    params: { communityId: scene.communityId },
    query: { limit: 100, order: "newest" },
  });
  return items.find(({ subject }) => subject.id === subjectId);
}

async function caseAbout(subjectId: string) {
  const item = await itemAbout(subjectId);
  if (!item) throw new Error("it waits");
  const params = { communityId: scene.communityId, itemId: item.id };
  return scene.moderator.call(moderation.readModerationItem, { params });
}

const decide = (claimId: string, kind: ActionKind, isSpam = false) =>
  scene.moderator.call(moderation.moderate, {
    params: { communityId: scene.communityId },
    body: { kind, rule: 1, reason: "So.", isSpam, subject: { kind: "claim", id: claimId } },
  });

const examples = () =>
  server.deps.db.select().from(spamExamples).where(eq(spamExamples.communityId, scene.communityId));

const full = "Buy https://a.example https://b.example and https://c.example";

describe("what a newcomer writes with many links", () => {
  it("is shown to moderators with the reasons, and read by all meanwhile", async () => {
    const ids = await debateIn(scene);
    const claim = await write(scene.member, ids, full);
    expect(claim.moderation).toBeUndefined();
    expect(await itemAbout(claim.id)).toMatchObject({
      work: "spam",
      severity: "normal",
      state: null,
      spam: [
        { code: "many-links", count: 3 },
        { code: "mostly-links", count: 60 },
        { code: "new-domain", count: 3 },
      ],
    });
    const { claims: seen } = await scene.stranger.call(readOutline, { params: ids });
    expect(seen.map(({ text }) => text)).toEqual([full]);
    // A flag besides is one more reason to look, and takes nothing out of sight.
    await scene.carla.call(flagContent, {
      params: { communityId: scene.communityId },
      body: { subject: { kind: "claim", id: claim.id }, rule: 1 },
    });
    expect(await itemAbout(claim.id)).toMatchObject({ severity: "normal", flags: { count: 1 } });
  });

  it("waits out of sight where the community says so; its author sees why, and others don't", async () => {
    await set({ effect: "hold" });
    const ids = await debateIn(scene);
    const claim = await write(scene.member, ids, full);
    expect(claim.moderation).toMatchObject({ state: "hidden" });
    const actionId = claim.moderation?.actionId ?? "";
    const params = { communityId: scene.communityId, actionId };
    const codes = async (person: Person) =>
      (await person.call(moderation.readModerationAction, { params })).spam.map(({ code }) => code);
    expect(await codes(scene.member)).toEqual(["many-links", "mostly-links", "new-domain"]);
    expect(await codes(scene.moderator)).toHaveLength(3);
    for (const other of [scene.carla, scene.stranger]) expect(await codes(other)).toEqual([]);
    await decide(claim.id, "restore");
    const { claims: seen } = await scene.stranger.call(readOutline, { params: ids });
    expect(seen.map(({ text }) => text)).toEqual([full]);
  });

  it("is no reason to hold anything by a single link to a new place, nor to look at it where it is known", async () => {
    await set({ effect: "hold" });
    const ids = await debateIn(scene);
    const text = "As the council itself says at https://council.example/budget, it is open";
    const claim = await write(scene.member, ids, text);
    expect(claim.moderation).toBeUndefined();
    expect((await itemAbout(claim.id))?.spam).toEqual([{ code: "new-domain", count: 1 }]);
    await scene.carla.call(addEvidence, {
      params: { communityId: ids.communityId, debateId: ids.debateId, claimId: claim.id },
      body: { url: "https://www.council.example/", kind: "data", title: "The council" },
    });
    const again = await write(
      scene.dora,
      ids,
      "Look at https://council.example/minutes before you vote",
    );
    expect(await itemAbout(again.id)).toBeUndefined();
  });

  it("is looked at by nobody where the community asks for no advice", async () => {
    await set({ effect: "off" });
    const claim = await write(scene.member, await debateIn(scene), full);
    expect(await itemAbout(claim.id)).toBeUndefined();
  });

  it("is what moderators and members of trust write as they like", async () => {
    const ids = await debateIn(scene);
    const params = { communityId: ids.communityId, debateId: ids.debateId };
    const own = await write(scene.moderator, ids, full);
    expect(await itemAbout(own.id)).toBeUndefined();
    const made = [];
    for (const text of ["One.", "Two things.", "Three things."]) {
      made.push(await write(scene.emil, ids, text));
    }
    const [first] = made;
    if (!first) throw new Error("three claims");
    await scene.carla.call(findWellPut, { params: { ...params, subjectId: first.id } });
    await server.deps.db
      .update(claims)
      .set({ createdAt: sql`now() - interval '3 days'` })
      .where(eq(claims.id, first.id));
    const trusted = await write(scene.emil, ids, `${full} too`);
    expect(await itemAbout(trusted.id)).toBeUndefined();
  });
});

describe("nearly the same text", () => {
  const said = "Everybody should come and see our wonderful new shop in the old town hall";

  it("is noticed by who wrote it before, or others did, within the hours that the community says", async () => {
    const ids = await debateIn(scene);
    const first = await write(scene.member, ids, said);
    expect(await itemAbout(first.id)).toBeUndefined();
    const own = await write(scene.member, await debateIn(scene), `${said}!`);
    expect((await itemAbout(own.id))?.spam).toEqual([{ code: "own-repeat", count: 1 }]);
    const others = await write(scene.carla, await debateIn(scene), `${said.toUpperCase()}, now`);
    expect((await itemAbout(others.id))?.spam).toEqual([{ code: "others-repeat", count: 2 }]);
    await set({ repeatHours: 0 });
    const later = await write(scene.dora, await debateIn(scene), `${said}?`);
    expect(await itemAbout(later.id)).toBeUndefined();
  });
});

describe("one's own text that one took back", () => {
  const said = "Whoever lives by the harbour should be asked before anybody builds there";

  it("is no repetition when it is said elsewhere; what moderators hid is", async () => {
    const ids = await debateIn(scene);
    const first = await write(scene.member, ids, said);
    await scene.member.call(withdrawClaim, { params: { ...ids, claimId: first.id } });
    const again = await write(scene.member, await debateIn(scene), said);
    expect(await itemAbout(again.id)).toBeUndefined();
    await decide(again.id, "hide");
    const third = await write(scene.member, await debateIn(scene), said);
    expect((await itemAbout(third.id))?.spam).toEqual([{ code: "own-repeat", count: 1 }]);
  });
});

describe("a question of a newcomer", () => {
  const ask = (more: object = {}) =>
    scene.member.call(createDebate, {
      params: { communityId: scene.communityId },
      body: {
        question: "Where do you buy yours?",
        context: full,
        topic: "funding",
        language: "en",
        phase: "framing",
        ...more,
      },
    });

  it("is looked at with the answers that come with it, once others read it", async () => {
    const asked = await ask({ positions: [{ title: "Here", text: full.replaceAll("e", "é") }] });
    expect((await itemAbout(asked.id))?.work).toBe("spam");
    const params = { communityId: scene.communityId, debateId: asked.id };
    const { positions } = await scene.stranger.call(readOutline, { params });
    expect((await itemAbout(positions[0]?.id ?? ""))?.work).toBe("spam");

    const draft = await ask({ phase: "draft", context: `${full} https://d.example` });
    expect(await itemAbout(draft.id)).toBeUndefined();
    const move = { from: "draft", to: "framing", reason: "" } as const;
    await scene.member.call(moveDebate, {
      params: { ...params, debateId: draft.id },
      body: move,
    });
    expect((await itemAbout(draft.id))?.work).toBe("spam");
  });

  it("is looked at again when it is reworded, and waits out of sight where the community says so", async () => {
    await set({ effect: "hold" });
    const asked = await ask({ context: "" });
    expect(asked.moderation).toBeUndefined();
    const params = { communityId: scene.communityId, debateId: asked.id };
    const body = { version: asked.version, context: full };
    const edited = await scene.member.call(editDebate, { params, body });
    expect(edited).toMatchObject({ question: "…", moderation: { state: "hidden" } });
  });

  it("gives its author no office in which links would go unseen", async () => {
    const asked = await ask({ context: "" });
    const params = { communityId: scene.communityId, debateId: asked.id };
    const body = { title: "By these", text: full };
    const { id } = await scene.member.call(addPosition, { params, body });
    expect((await itemAbout(id))?.work).toBe("spam");
  });
});

describe("what a newcomer says of themselves", () => {
  const say = (bio: string) =>
    scene.member.call(changeBio, { params: { communityId: scene.communityId }, body: { bio } });

  it("is looked at, and waits out of sight where the community says so", async () => {
    const { person } = await say("I mind the harbour");
    expect(await itemAbout(person.id)).toBeUndefined();
    await say(full);
    expect(await itemAbout(person.id)).toMatchObject({
      subject: { kind: "profile" },
      work: "spam",
      state: null,
    });
    await set({ effect: "hold" });
    expect(await say(`${full} now`)).toMatchObject({ bio: "", moderation: { state: "hidden" } });
  });
});

describe("what moderators decide", () => {
  const spam = (n: number) => `Cheap pills from our pharmacy, batch ${n}`;
  const fine = (n: number) => `The council publishes budget line ${n}`;

  async function learnAll(ids: Ids) {
    const made = { spam: [] as string[], fine: [] as string[] };
    for (let n = 0; n < fewestExamples; n += 1) {
      const bad = await write(scene.member, ids, spam(n));
      made.spam.push((await decide(bad.id, "hide", true)).id);
      const good = await write(scene.carla, ids, fine(n));
      await decide(good.id, "hide");
      made.fine.push((await decide(good.id, "restore")).id);
    }
    return made;
  }

  it("is learned from, said with the words that weighed, and unlearned when it is taken back", async () => {
    await set({ repeatHours: 0 });
    const ids = await debateIn(scene);
    const before = await write(scene.dora, ids, "Cheap pills with https://new.example links");
    expect((await caseAbout(before.id)).estimate).toEqual({
      kind: "too-few",
      examples: { spam: 0, fine: 0 },
      needed: fewestExamples,
    });
    const made = await learnAll(ids);
    const claim = await write(scene.dora, ids, "Pills from the pharmacy, cheap");
    const { estimate, item } = await caseAbout(claim.id);
    expect(item.spam).toMatchObject([{ code: "likely" }]);
    if (estimate.kind !== "estimate") throw new Error("enough is learned");
    expect(estimate.probability).toBeGreaterThan(0.95);
    expect(estimate.words.map(({ word }) => word)).toContain("pharmacy");
    const harmless = await write(scene.dora, ids, "Which budget does the council publish?");
    expect(await itemAbout(harmless.id)).toBeUndefined();

    const kept = JSON.stringify(await examples());
    expect(kept).not.toMatch(/pills|pharmacy|council|budget/i);
    const params = { communityId: scene.communityId, actionId: made.spam[0] ?? "" };
    await scene.moderator.call(moderation.undoModerationAction, { params });
    const after = await caseAbout(claim.id);
    expect(after.estimate).toMatchObject({
      kind: "too-few",
      examples: { spam: fewestExamples - 1 },
    });
  });

  it("is learned in the sense that stands: of what a jury overturned nothing, of what it put in force again the same", async () => {
    const ids = await debateIn(scene);
    const claim = await write(scene.member, ids, spam(1));
    const { id: actionId } = await decide(claim.id, "remove", true);
    expect(await examples()).toMatchObject([{ isSpam: true, subjectId: claim.id }]);
    const { deps } = server;
    const [action] = await deps.db
      .select()
      .from(moderationActions)
      .where(eq(moderationActions.id, actionId));
    if (!action) throw new Error("it was done");
    await deps.transact(async (tx) => {
      await overturn(deps, tx, { action, byId: null });
    });
    expect(await examples()).toEqual([]);
    await decide(claim.id, "hide");
    expect(await examples()).toEqual([]);
    await decide(claim.id, "restore");
    expect(await examples()).toMatchObject([{ isSpam: false }]);
  });

  it("is kept as an example of nothing in particular once it can't change any more", async () => {
    const ids = await debateIn(scene);
    const claim = await write(scene.member, ids, spam(1));
    const { id } = await decide(claim.id, "remove", true);
    const { deps } = server;
    await deps.db
      .update(moderationActions)
      .set({ createdAt: sql`now() - interval '30 days'` })
      .where(eq(moderationActions.id, id));
    await settleModeration(deps);
    expect(await examples()).toMatchObject([{ isSpam: true, subjectId: null }]);
  });

  it("is put away as spam, or not as spam at all", async () => {
    const ids = await debateIn(scene);
    const claim = await write(scene.member, ids, spam(1));
    const body = {
      kind: "warn" as const,
      rule: 1,
      reason: "So.",
      isSpam: true,
      subject: { kind: "claim" as const, id: claim.id },
    };
    const params = { communityId: scene.communityId };
    const refused = await scene.moderator.refusal(moderation.moderate, { params, body });
    expect(refused).toMatchObject({ status: 422, reason: { code: "spam-is-put-away" } });
  });
});
