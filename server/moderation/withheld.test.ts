import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { editDebate, listDebates, readDebate } from "#shared/contract/debates.ts";
import { communityRoom, debateRoom } from "#shared/contract/event.ts";
import * as contract from "#shared/contract/moderation.ts";
import { listNotices } from "#shared/contract/notifications.ts";
import { changeBio, readProfile } from "#shared/contract/profiles.ts";
import { readRoomEvents } from "#shared/contract/rooms.ts";
import { readOutline } from "#shared/contract/claims.ts";
import { columnsWith } from "../leaving/testing-traces.ts";
import { startTestServer, type TestServer } from "../testing/server.ts";
import { say } from "../debates/testing-scene.ts";
import { findAction } from "./action-store.ts";
import { overturn } from "./revert.ts";
import { claimed, doing, type ModerationScene, setModerationScene } from "./testing-scene.ts";

let server: TestServer;
let scene: ModerationScene;

beforeAll(async () => {
  server = await startTestServer();
  scene = await setModerationScene(server);
});
afterAll(() => server.close());

/** As a jury does that finds an action wrong. */
const ruled = (actionId: string) =>
  server.deps.transact(async (tx) => {
    const action = await findAction(tx.db, { communityId: scene.communityId, actionId });
    if (action) await overturn(server.deps, tx, { action, byId: null });
  });

describe("a question that is hidden", () => {
  it("is read nowhere while what is said in the debate stays, and comes back as it was by a ruling", async () => {
    const { ids, claim } = await claimed(scene, "They stay.");
    const { author, moderator, carla, stranger } = scene;
    const before = await stranger.call(readDebate, { params: ids });
    const subject = { kind: "question" as const, id: ids.debateId };
    const { id: actionId } = await doing(scene, subject, ids).act(moderator, "hide");
    const params = { communityId: ids.communityId };
    const seen = await stranger.call(readDebate, { params: ids });
    expect(seen).toMatchObject({ question: "…", context: "", moderation: { state: "hidden" } });
    const { items } = await stranger.call(listDebates, { params, query: { limit: 50 } });
    expect(items.find(({ id }) => id === ids.debateId)).toMatchObject({
      question: "…",
      moderation: { state: "hidden", actionId },
    });
    const heard = await Promise.all(
      [debateRoom(ids), communityRoom(ids)].map((room) =>
        carla.call(readRoomEvents, { params: { room }, query: { after: 0 } }),
      ),
    );
    const events = heard.map(({ events: all }) =>
      all.filter((one) => JSON.stringify(one).includes(ids.debateId)),
    );
    expect(JSON.stringify(events)).not.toContain(before.question);
    const { claims } = await stranger.call(readOutline, { params: ids });
    expect(claims.map(({ id }) => id)).toEqual([claim.id]);
    await say(carla, ids, { kind: "claim", under: claim.id, text: "And go on." });
    const problem = await moderator.refusal(editDebate, {
      params: ids,
      body: { question: "What did they mean to ask?", version: seen.version },
    });
    expect(problem).toMatchObject({ reason: { code: "hidden-words" } });
    const own = await author.call(contract.readModeratedContent, {
      params: { ...params, kind: "question", subjectId: ids.debateId },
    });
    expect(own.words["text"]).toBe(before.question);
    await ruled(actionId);
    const after = await stranger.call(readDebate, { params: ids });
    expect(after).toMatchObject({ question: before.question, context: before.context });
    expect(after.moderation).toBeUndefined();
  });
});

describe("a profile that is hidden", () => {
  it("has something neutral for a name and nothing else, in all that was told; and comes back as it was", async () => {
    const person = await server.person("Xanthippe Quagga");
    const { addMember } = await import("../testing/community.ts");
    const participantId = await addMember(server, scene.communityId, { person });
    const params = { communityId: scene.communityId };
    await person.call(changeBio, { params, body: { bio: "A quagga, no less." } });
    const { ids, positionIds } = await claimed(scene, "They have names.");
    await say(person, ids, { under: positionIds[0], text: "We all do." });
    const subject = { kind: "profile" as const, id: participantId };
    const { act } = doing(scene, subject, ids);
    const { id: actionId } = await act(scene.moderator, "hide");
    const read = () => scene.carla.call(readProfile, { params: { ...params, participantId } });
    expect(await read()).toMatchObject({
      person: { name: "…", kind: "member" },
      bio: "",
      picture: null,
      moderation: { state: "hidden", rule: { number: 1 } },
    });
    const left = (await columnsWith(server, ["quagga"])).filter(
      (one) => !/content_states|accounts|idempotency/.test(one),
    );
    expect(left).toEqual([]);
    const problem = await person.refusal(changeBio, { params, body: { bio: "Me again." } });
    expect(problem).toMatchObject({ reason: { code: "hidden-words" } });
    const { items } = await person.call(listNotices, { query: { limit: 1 } });
    expect(items[0]).toMatchObject({ kind: "moderation.acted", data: { context: "hide" } });
    await scene.moderator.call(contract.undoModerationAction, { params: { ...params, actionId } });
    expect(await read()).toMatchObject({
      person: { name: "Xanthippe Quagga" },
      bio: "A quagga, no less.",
    });
    expect((await read()).moderation).toBeUndefined();
  });
});
