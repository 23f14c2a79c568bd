import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { sql } from "drizzle-orm";
import type { z } from "zod";
import { addComment, listComments } from "#shared/contract/comments.ts";
import { addClaim, editClaim, readOutline } from "#shared/contract/claims.ts";
import { readCuration } from "#shared/contract/curation.ts";
import { debateRoom } from "#shared/contract/event.ts";
import { listLocks, locksChanged } from "#shared/contract/locks.ts";
import * as contract from "#shared/contract/moderation.ts";
import { listNotices } from "#shared/contract/notifications.ts";
import { moveClaim } from "#shared/contract/structure.ts";
import { suggestWording } from "#shared/contract/suggestions.ts";
import { say, until } from "../debates/testing-scene.ts";
import type { Person } from "../testing/person.ts";
import { startTestServer, type TestServer } from "../testing/server.ts";
import { settleModeration } from "./by-the-clock.ts";
import { overturn, reinstate } from "./revert.ts";
import { findAction } from "./action-store.ts";
import { claimed, doing, type ModerationScene, setModerationScene } from "./testing-scene.ts";

let server: TestServer;
let scene: ModerationScene;

beforeAll(async () => {
  server = await startTestServer();
  scene = await setModerationScene(server);
});
afterAll(() => server.close());

type Deed = { readonly kind: "move" | "merge" | "split" | "pin" } & Pick<
  z.input<typeof contract.moderate.body>,
  "move" | "merge" | "split"
>;

const bodyOf = (id: string, deed: Deed) => ({
  subject: { kind: "claim" as const, id },
  rule: 1,
  reason: "It was said before.",
  ...deed,
});

const act = (person: Person, id: string, deed: Deed) =>
  person.call(contract.moderate, {
    params: { communityId: scene.communityId },
    body: bodyOf(id, deed),
  });

const undo = (person: Person, actionId: string) =>
  person.call(contract.undoModerationAction, {
    params: { communityId: scene.communityId, actionId },
  });

async function twoClaims() {
  const one = await claimed(scene, "They knew of it.");
  const { claim, edges } = await say(scene.carla, one.ids, {
    under: one.positionIds[0],
    text: "It was known.",
  });
  const outline = () => scene.stranger.call(readOutline, { params: one.ids });
  return { ...one, repeated: claim.id, edgeId: edges[0]?.id ?? "", outline };
}

describe("a claim that is flagged", () => {
  it("as said before is merged with the original, under a rule; its author is told, and it is undone", async () => {
    const { claim, repeated, outline, ids } = await twoClaims();
    const { flag, item } = doing(scene, { kind: "claim", id: repeated }, ids);
    await flag(scene.dora);
    expect((await item())?.can.act).toEqual(expect.arrayContaining(["move", "merge", "split"]));
    const action = await act(scene.moderator, repeated, {
      kind: "merge",
      merge: { into: claim.id },
    });
    expect(action).toMatchObject({ kind: "merge", rule: { number: 1 }, can: { undo: true } });
    expect(action.appealUntil).not.toBeNull();
    const { items } = await scene.carla.call(listNotices, { query: { limit: 1 } });
    expect(items[0]).toMatchObject({ kind: "moderation.acted", data: { context: "merge" } });
    const seen = (await outline()).claims.find(({ id }) => id === repeated);
    expect(seen?.mergedInto).toBe(claim.id);
    const { rows } = await server.deps.db.execute(
      sql`select kind from ledger_acts where subject = ${repeated} order by kind`,
    );
    const kinds = rows.map(({ kind }) => kind);
    expect(kinds).toEqual(expect.arrayContaining(["claim.merged", "moderation.merge"]));
    await undo(scene.moderator, action.id);
    const again = (await outline()).claims.find(({ id }) => id === repeated);
    expect(again?.mergedInto).toBeUndefined();
    expect((await item())?.status).toBe("open");
  });

  it("where it does not belong is moved, and no more taken back once it was moved again", async () => {
    const { repeated, edgeId, positionIds, outline, ids } = await twoClaims();
    const [from, elsewhere] = positionIds;
    const to = { target: { kind: "position" as const, id: elsewhere }, side: "con" as const };
    const action = await act(scene.author, repeated, {
      kind: "move",
      move: { edgeId, from, ...to },
    });
    expect(action.role).toBe("facilitator");
    const place = async () => (await outline()).edges.find(({ id }) => id === edgeId);
    expect(await place()).toMatchObject({ targetId: elsewhere, side: "con" });
    const params = { ...ids, edgeId };
    const back = { from: elsewhere, target: { kind: "position" as const, id: from } };
    await scene.moderator.call(moveClaim, { params, body: { ...back, side: "pro" } });
    await expect(undo(scene.author, action.id)).rejects.toThrow("changed-since");
    expect(await place()).toMatchObject({ targetId: from });
  });

  it("for saying two things is taken apart; a jury puts it together, and a larger one apart again", async () => {
    const { repeated, outline } = await twoClaims();
    const texts = ["It was known to some.", "Nobody told."];
    const { id: actionId } = await act(scene.moderator, repeated, {
      kind: "split",
      split: { version: 1, texts },
    });
    const said = async () =>
      (await outline()).claims.flatMap(({ text, mergedInto }) => (mergedInto ? [] : [text]));
    expect(await said()).toEqual(expect.arrayContaining(texts));
    const ids = { communityId: scene.communityId, actionId };
    const ruled = (how: typeof reinstate) =>
      server.deps.transact(async (tx) => {
        const action = await findAction(tx.db, ids);
        if (action) await how(server.deps, tx, action);
      });
    await ruled((deps, tx, action) => overturn(deps, tx, { action, byId: null }));
    expect((await said()).toSorted()).toEqual(["It was known.", "They knew of it."]);
    await ruled(reinstate);
    expect(await said()).toEqual(expect.arrayContaining(texts));
  });

  it("is pinned by who moderates, not twice, and says what is missing of a decision", async () => {
    const { repeated, ids } = await twoClaims();
    const action = await act(scene.moderator, repeated, { kind: "pin" });
    const pins = async () =>
      (await scene.stranger.call(readCuration, { params: ids })).parts.map((part) => part.kind);
    expect(await pins()).toEqual(["pin"]);
    await expect(act(scene.owner, repeated, { kind: "pin" })).rejects.toThrow("changed-since");
    await undo(scene.moderator, action.id);
    expect(await pins()).toEqual([]);
    const problem = await scene.moderator.refusal(contract.moderate, {
      params: { communityId: scene.communityId },
      body: bodyOf(repeated, { kind: "merge" }),
    });
    expect(JSON.stringify(problem)).toContain("original-missing");
  });
});

describe("what is locked", () => {
  it("takes no replies, sources, comments or other words, with all that is below it, until it is let go", async () => {
    const { ids, claim, act: lock, positionIds } = await claimed(scene, "They go in circles.");
    const below = { kind: "claim" as const, under: claim.id, text: "Indeed they do." };
    const reply = await say(scene.carla, ids, below);
    const { heard } = await scene.carla.listen(debateRoom(ids));
    const action = await lock(scene.moderator, "lock");
    await until(() => heard.some(({ name }) => name === locksChanged.name));
    scene.carla.leave();
    const { items } = await scene.stranger.call(listLocks, { params: ids });
    expect(items).toMatchObject([
      { kind: "claim", placeId: claim.id, rule: { number: 1 }, until: null, actionId: action.id },
    ]);
    const at = { ...ids, claimId: claim.id };
    const target = { kind: "claim" as const, id: reply.claim.id };
    const refused = [
      await scene.carla.refusal(addClaim, {
        params: ids,
        body: { target, side: "pro", text: "And on." },
      }),
      await scene.carla.refusal(addComment, { params: at, body: { text: "And on." } }),
      await scene.member.refusal(editClaim, { params: at, body: { version: 1, text: "Never." } }),
      await scene.carla.refusal(suggestWording, { params: at, body: { version: 1, text: "No." } }),
    ];
    for (const problem of refused) {
      expect(problem).toMatchObject({ type: "/problems/locked", reason: { code: "locked-claim" } });
    }
    await say(scene.carla, ids, { under: positionIds[0], text: "Beside it people go on." });
    expect(action.appealUntil).not.toBeNull();
    await lock(scene.owner, "unlock");
    await say(scene.carla, ids, { ...below, text: "Now again." });
    const params = { communityId: scene.communityId, actionId: action.id };
    expect((await scene.owner.call(contract.readModerationAction, { params })).state).toBe(
      "replaced",
    );
  });

  it("by a comment is its thread, by a question the whole debate, each until its time is over", async () => {
    const { ids, claim } = await claimed(scene, "They talk and talk.");
    const at = { ...ids, claimId: claim.id };
    const { id } = await scene.carla.call(addComment, { params: at, body: { text: "Do they?" } });
    const hour = new Date(Date.now() + 3_600_000).toISOString();
    const thread = doing(scene, { kind: "comment", id }, ids);
    await thread.act(scene.moderator, "lock", { until: hour });
    const comment = () => scene.dora.refusal(addComment, { params: at, body: { text: "Hm." } });
    expect(await comment()).toMatchObject({ reason: { code: "locked-comment" } });
    const debate = doing(scene, { kind: "question", id: ids.debateId }, ids);
    await debate.act(scene.moderator, "lock", { until: hour });
    const reply = { target: { kind: "claim" as const, id: claim.id }, side: "pro" as const };
    const problem = await scene.dora.refusal(addClaim, {
      params: ids,
      body: { ...reply, text: "No more." },
    });
    expect(problem).toMatchObject({ reason: { code: "locked-question" } });
    await server.deps.db.execute(sql`update content_locks set until = now()`);
    await server.deps.db.execute(
      sql`update moderation_actions set until = now() where kind = 'lock' and until is not null`,
    );
    await settleModeration(server.deps);
    await scene.dora.call(addComment, { params: at, body: { text: "At last." } });
    const { items } = await scene.carla.call(listComments, { params: at, query: { limit: 9 } });
    expect(items).toHaveLength(2);
    const notices = await scene.carla.call(listNotices, { query: { limit: 5 } });
    expect(notices.items.some(({ kind }) => kind === "moderation.ended")).toBe(true);
  });
});
