import { sql } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { editClaim, listClaimRevisions, readOutline } from "#shared/contract/claims.ts";
import { addComment, listComments } from "#shared/contract/comments.ts";
import { readActivity } from "#shared/contract/debates.ts";
import { debateRoom } from "#shared/contract/event.ts";
import { addEvidence, editEvidence } from "#shared/contract/evidence.ts";
import * as contract from "#shared/contract/moderation.ts";
import type { SubjectKind } from "#shared/contract/moderated.ts";
import { listNotices } from "#shared/contract/notifications.ts";
import { readRoomEvents } from "#shared/contract/rooms.ts";
import {
  addStatement,
  editStatement,
  listStatements,
  respond,
} from "#shared/contract/statements.ts";
import { suggestWording } from "#shared/contract/suggestions.ts";
import { exportDebate } from "#shared/contract/transfer.ts";
import { say, until } from "../debates/testing-scene.ts";
import { startTestServer, type TestServer } from "../testing/server.ts";
import { claimed, doing, type ModerationScene, setModerationScene } from "./testing-scene.ts";

let server: TestServer;
let scene: ModerationScene;

beforeAll(async () => {
  server = await startTestServer();
  scene = await setModerationScene(server);
});
afterAll(() => server.close());

describe("a claim that a moderator hides", () => {
  const first = "They are liars, every one.";
  const then = "They are liars, each of them.";

  it("is read nowhere by anybody but its author and moderators, and comes back as it was", async () => {
    const { ids, claim, act, seenBy, subject } = await claimed(scene, first);
    const params = { ...ids, claimId: claim.id };
    const { communityId, member, moderator, stranger, carla } = scene;
    await member.call(editClaim, { params, body: { version: 1, text: then } });
    await carla.call(addComment, { params, body: { text: "Are they?" } });
    const action = await act(moderator, "hide");
    const seen = await seenBy(carla);
    expect(seen).toMatchObject({ text: "", moderation: { state: "hidden", actionId: action.id } });
    const room = debateRoom(ids);
    const { events } = await carla.call(readRoomEvents, { params: { room }, query: { after: 0 } });
    const bundle = await carla.tryCall(exportDebate, {
      params: { ...ids, format: "bundle" },
    });
    const notices = await member.call(listNotices, { query: { limit: 50 } });
    const everything = JSON.stringify([events, await bundle.text(), notices]);
    expect(everything).not.toContain("liars");
    expect((await stranger.refusal(listClaimRevisions, { params })).type).toBe(
      "/problems/withdrawn",
    );
    const { rows } = await server.deps.db.execute(
      sql`select from revisions where text like '%liars%' union all select from claims where text like '%liars%'`,
    );
    expect(rows).toEqual([]);
    const where = { communityId, kind: "claim" as SubjectKind, subjectId: subject.id };
    const { words } = await member.call(contract.readModeratedContent, { params: where });
    expect(words).toEqual({ text: then });
    expect((await carla.refusal(contract.readModeratedContent, { params: where })).status).toBe(
      403,
    );
    await moderator.call(contract.undoModerationAction, {
      params: { communityId, actionId: action.id },
    });
    expect(await seenBy(stranger)).toMatchObject({ text: then, version: 2 });
    expect((await seenBy(stranger))?.moderation).toBeUndefined();
    const { items } = await stranger.call(listClaimRevisions, { params });
    expect(items.map(({ text }) => text)).toEqual([then, first]);
  });

  it("leaves nothing of what went with it, and of other things nothing of what they said before", async () => {
    const { ids, positionIds, claim, act } = await claimed(scene, "They sell our gnocchi.");
    const { member, moderator, carla, stranger } = scene;
    const at = { ...ids, claimId: claim.id };
    const source = { kind: "news" as const, url: "https://example.org/gnocchi", title: "Gnocchi" };
    await member.call(addEvidence, { params: at, body: source });
    const reworded = { version: 1, text: "They sell our dear gnocchi." };
    await carla.call(suggestWording, { params: at, body: reworded });
    await act(moderator, "hide");
    const { claim: other } = await say(member, ids, { under: positionIds[0], text: "We sing." });
    const draft = { ...source, url: "https://example.org/ravioli", title: "Ravioli" };
    const params = { ...ids, claimId: other.id };
    const evidence = await member.call(addEvidence, { params, body: draft });
    await member.call(editEvidence, {
      params: { ...ids, evidenceId: evidence.id },
      body: { ...draft, url: "https://example.org/tortellini", title: "Tortellini", version: 1 },
    });
    const statement = await member.call(addStatement, { params: ids, body: { text: "Linguine." } });
    for (const [version, text] of [
      [1, "Spaghetti."],
      [2, "Penne."],
    ] as const) {
      const params = { ...ids, statementId: statement.id };
      await member.call(editStatement, { params, body: { text, version } });
    }
    await doing(scene, { kind: "evidence", id: evidence.id }, ids).act(moderator, "hide");
    await doing(scene, { kind: "statement", id: statement.id }, ids).act(moderator, "hide");
    const outline = await carla.call(readOutline, { params: ids });
    expect(outline.evidence).toEqual([]);
    expect(outline.hiddenSources).toMatchObject([
      { id: evidence.id, claimId: other.id, moderation: { state: "hidden", rule: { number: 1 } } },
    ]);
    const room = debateRoom(ids);
    const { events } = await carla.call(readRoomEvents, { params: { room }, query: { after: 0 } });
    const activity = await stranger.call(readActivity, { params: ids, query: { limit: 100 } });
    const said = JSON.stringify([events, activity]);
    expect(said).not.toMatch(/gnocchi|ravioli|tortellini|linguine|spaghetti|penne/i);
    expect(said).toContain("We sing.");
  });

  it("tells its author the rule, the reason, the office, and that it can be appealed", async () => {
    const { act, subject } = await claimed(scene, "They are thieves, every one.");
    const { communityId, member, moderator, carla, stranger } = scene;
    const { id: actionId } = await act(moderator, "remove");
    const { items } = await member.call(listNotices, { query: { limit: 1 } });
    expect(items[0]).toMatchObject({
      kind: "moderation.acted",
      data: { context: "remove", role: "moderator", rule: "1", title: "Be kind" },
    });
    expect(items[0]?.link).toMatch(new RegExp(`/moderation/actions/${actionId}$`));
    const params = { communityId, actionId };
    const own = await member.call(contract.readModerationAction, { params });
    expect(own).toMatchObject({
      kind: "remove",
      subject,
      reason: "It is unkind.",
      actor: { name: "Mona" },
      author: { name: "Ben" },
      can: { appeal: true, undo: false, readContent: true },
    });
    for (const person of [carla, stranger]) {
      const seen = await person.call(contract.readModerationAction, { params });
      expect(seen).toMatchObject({ kind: "remove", reason: null, author: null });
      expect(seen.can).toEqual({ appeal: false, undo: false, readContent: false });
    }
    const { rows } = await server.deps.db.execute(
      sql`select payload from ledger_acts where kind = 'moderation.remove' and subject = ${subject.id}`,
    );
    expect(rows).toHaveLength(1);
    expect(JSON.stringify(rows)).not.toContain("unkind");
  });
});

describe("statements and comments", () => {
  it("are put out of sight too; responses are not counted meanwhile, and are there again after", async () => {
    const { ids } = await claimed(scene, "They count what they like.");
    const { member, carla, moderator, communityId } = scene;
    const { id } = await member.call(addStatement, {
      params: ids,
      body: { text: "Fools should not vote." },
    });
    await carla.call(respond, { params: { ...ids, statementId: id }, body: { value: -1 } });
    const { act } = doing(scene, { kind: "statement", id }, ids);
    const list = async () =>
      (await carla.call(listStatements, { params: ids, query: { limit: 20 } })).items;
    const action = await act(moderator, "hide");
    expect(await list()).toMatchObject([
      { id, text: "", moderation: { state: "hidden" }, counts: null, can: { respond: false } },
    ]);
    await moderator.call(contract.undoModerationAction, {
      params: { communityId, actionId: action.id },
    });
    expect(await list()).toMatchObject([
      { text: "Fools should not vote.", mine: -1, counts: { disagrees: 1 } },
    ]);
  });

  it("show in a thread only that a comment was there", async () => {
    const { ids, claim } = await claimed(scene, "They talk too much.");
    const params = { ...ids, claimId: claim.id };
    const { member, carla, moderator } = scene;
    const { heard } = await carla.listen(debateRoom(ids));
    const { id } = await member.call(addComment, { params, body: { text: "Shut up, fool." } });
    // What is told before it is hidden may say it.
    await until(() => JSON.stringify(heard).includes("fool"));
    heard.length = 0;
    await doing(scene, { kind: "comment", id }, ids).act(moderator, "hide");
    const { items } = await carla.call(listComments, { params, query: { limit: 5 } });
    expect(items).toMatchObject([{ id, text: "", moderation: { state: "hidden" } }]);
    await until(() => heard.some(({ name }) => name === contract.contentModerated.name));
    expect(JSON.stringify(heard)).not.toContain("fool");
    carla.leave();
  });
});

describe("an item of the queue", () => {
  it("that a moderator has taken is decided by nobody else for a quarter of an hour", async () => {
    const { flag, item, act, seenBy } = await claimed(scene, "They stink.");
    await flag(scene.carla);
    const found = await item();
    const { communityId, moderator, owner } = scene;
    const params = { communityId, itemId: found?.id ?? "" };
    const body = { version: found?.version ?? 0 };
    await moderator.call(contract.claimModerationItem, { params, body });
    expect((await owner.refusal(contract.claimModerationItem, { params, body })).type).toBe(
      "/problems/claimed-by-another",
    );
    await expect(act(owner, "hide")).rejects.toThrow("claimed-by-another");
    expect(await seenBy()).toMatchObject({ text: "They stink." });
    await server.deps.db.execute(
      sql`update moderation_items set claimed_until = now() where id = ${params.itemId}`,
    );
    expect(await act(owner, "hide")).toMatchObject({ kind: "hide", role: "owner" });
  });

  it("that has changed since it was read is a conflict", async () => {
    const { flag, item, subject } = await claimed(scene, "They are asleep.");
    await flag(scene.carla);
    const found = await item();
    await flag(scene.dora);
    const { communityId, moderator } = scene;
    const seen = { id: found?.id ?? "", version: found?.version ?? 0 };
    const problem = await moderator.refusal(contract.moderate, {
      params: { communityId },
      body: { subject, kind: "hide", rule: 1, reason: "Unkind.", item: seen },
    });
    expect(problem.type).toBe("/problems/stale-version");
  });

  it("is decided with many others at once; what has changed is told and stops no other", async () => {
    const all = [];
    for (const text of ["They are blind.", "They are deaf.", "They are dumb."]) {
      const one = await claimed(scene, text);
      await one.flag(scene.carla);
      const found = await one.item();
      all.push({ ...one, seen: { id: found?.id ?? "", version: found?.version ?? 0 } });
    }
    await all[1]?.flag(scene.dora);
    const { results } = await scene.moderator.call(contract.moderateMany, {
      params: { communityId: scene.communityId },
      body: { kind: "hide", reason: "Unkind.", items: all.map(({ seen }) => seen) },
    });
    expect(results.map(({ problem }) => problem)).toEqual([null, "stale-version", null]);
    const states = await Promise.all(
      all.map(async ({ seenBy }) => (await seenBy())?.moderation?.state),
    );
    expect(states).toEqual(["hidden", undefined, "hidden"]);
  });
});

describe("facilitators", () => {
  it("look after their own debate: they hide, and neither remove nor suspend, nor elsewhere", async () => {
    const { act, seenBy, ids } = await claimed(scene, "They are pigs.");
    await expect(act(scene.author, "remove")).rejects.toThrow("not-allowed");
    await expect(act(scene.carla, "hide")).rejects.toThrow("not-allowed");
    expect(await act(scene.author, "hide")).toMatchObject({ role: "facilitator" });
    expect(await seenBy()).toMatchObject({ text: "" });
    const params = { communityId: ids.communityId };
    const query = { limit: 10 };
    const { items } = await scene.author.call(contract.listModerationItems, { params, query });
    expect(items.every(({ debateId }) => debateId !== null)).toBe(true);
    expect(
      (await scene.carla.refusal(contract.listModerationItems, { params, query })).status,
    ).toBe(403);
  });
});
