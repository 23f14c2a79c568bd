import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { addClaim, readOutline } from "#shared/contract/claims.ts";
import {
  archiveClaim,
  extractClaim,
  linkClaim,
  listStructureChanges,
  moveClaim,
  restoreClaim,
  splitClaim,
} from "#shared/contract/structure.ts";
import type { Person } from "../../testing/person.ts";
import { startTestServer, type TestServer } from "../../testing/server.ts";
import { say, type Scene, setScene } from "../testing-scene.ts";
import { argued, outlineOf, shapeOf, to, undo } from "./testing-argued.ts";

let server: TestServer;
let scene: Scene;

beforeAll(async () => {
  server = await startTestServer();
  scene = await setScene(server);
});
afterAll(() => server.close());

describe("a claim that makes two points", () => {
  it("is split into claims at the same place, and put together again", async () => {
    const { ids, positionIds, claimId } = await argued(scene, "They knew and they gained.");
    const before = await shapeOf(scene.stranger, ids);
    const split = (texts: [string, string], version = 1) =>
      scene.moderator.tryCall(splitClaim, {
        params: { ...ids, claimId },
        body: { version, texts },
      });
    expect((await split(["They knew.", "they knew."])).status).toBe(409);
    expect((await split(["They knew.", "They gained."], 7)).status).toBe(409);
    const { change, claims } = await scene.moderator.call(splitClaim, {
      params: { ...ids, claimId },
      body: { version: 1, texts: ["They knew.", "They gained."] },
    });
    expect(claims.map(({ text }) => text).toSorted()).toEqual(["They gained.", "They knew."]);
    const after = await outlineOf(scene.stranger, ids);
    expect(after.edges.map(({ targetId }) => targetId)).toEqual([positionIds[0], positionIds[0]]);
    const ben = after.claims.find(({ id }) => id === claimId)?.authorId;
    expect(after.claims.map(({ authorId }) => authorId)).toEqual([ben, ben]);

    const piece = claims.find(({ id }) => id !== claimId)?.id ?? "";
    const reply = await say(scene.author, ids, { kind: "claim", under: piece, text: "Much." });
    expect((await undo(scene.moderator, ids, change.id)).status).toBe(409);
    await scene.author.call(moveClaim, {
      params: { ...ids, edgeId: reply.edges[0]?.id ?? "" },
      body: { from: piece, ...to("claim", claimId) },
    });
    expect((await undo(scene.moderator, ids, change.id)).status).toBe(200);
    const back = await shapeOf(scene.stranger, ids);
    expect(back.claims.find(({ id }) => id === claimId)).toEqual(before.claims[0]);
    expect(back.edges.map((edge) => edge.claimId).toSorted()).toEqual(
      [claimId, reply.claim.id].toSorted(),
    );
  });
});

describe("a claim that is archived", () => {
  it("is put away by those who curate, with a reason, and brought back", async () => {
    const { ids, claimId } = await argued(scene);
    const params = { ...ids, claimId };
    const archive = (person: Person, reason: string) =>
      person.tryCall(archiveClaim, { params, body: { reason } });
    expect((await archive(scene.member, "Beside it.")).status).toBe(403);
    expect((await archive(scene.moderator, "")).status).toBe(422);
    expect((await archive(scene.moderator, "Beside it.")).status).toBe(200);
    expect((await archive(scene.moderator, "Beside it.")).status).toBe(409);
    expect((await outlineOf(scene.stranger, ids)).claims).toMatchObject([
      { archivedAt: expect.any(String) },
    ]);
    const reply = { params: ids, body: { ...to("claim", claimId), text: "Why so?" } };
    const refused = await scene.member.tryCall(addClaim, reply);
    expect(await refused.json()).toMatchObject({ reason: { code: "claim-archived" } });
    expect((await scene.member.tryCall(restoreClaim, { params })).status).toBe(403);
    await scene.author.call(restoreClaim, { params });
    expect((await scene.member.tryCall(addClaim, reply)).status).toBe(200);
  });
});

describe("a claim that becomes a debate", () => {
  it("is one answer of it, with a copy of what is below, and leads there", async () => {
    const { ids, claimId } = await argued(scene);
    const reply = await say(scene.author, ids, {
      kind: "claim",
      under: claimId,
      text: "By letter.",
    });
    await say(scene.author, ids, {
      kind: "edge",
      under: reply.edges[0]?.id ?? "",
      text: "Letters get lost.",
      side: "con",
    });
    const { claims } = await scene.member.call(extractClaim, {
      params: { ...ids, claimId },
      body: {
        question: "Could they know of it?",
        topic: "bias",
        titles: ["They could", "Nobody could"],
      },
    });
    const debateId = claims[0]?.extractedTo ?? "";
    const there = { ...ids, debateId };
    expect((await scene.author.tryCall(readOutline, { params: there })).status).toBe(404);
    const copy = await outlineOf(scene.member, there);
    expect(copy.positions.map(({ title }) => title)).toEqual(["They could", "Nobody could"]);
    expect(copy.claims.map(({ text }) => text)).toEqual(["By letter.", "Letters get lost."]);
    expect(copy.edges.map(({ targetKind }) => targetKind).toSorted()).toEqual(["edge", "position"]);
    expect((await outlineOf(scene.stranger, ids)).claims).toHaveLength(3);
  });
});

describe("the history of an argument", () => {
  it("says who rearranged what, to all who read, and lets those undo it who may", async () => {
    const { ids, positionIds, claimId, edgeId } = await argued(scene);
    await scene.member.call(linkClaim, {
      params: { ...ids, claimId },
      body: to("position", positionIds[1]),
    });
    await scene.moderator.call(archiveClaim, {
      params: { ...ids, claimId },
      body: { reason: "Beside it." },
    });
    const list = (person: Person) =>
      person.call(listStructureChanges, { params: ids, query: { limit: 10 } });
    const [archived, linked] = (await list(scene.member)).items;
    expect(archived).toMatchObject({
      kind: "archived",
      actor: { name: "Mona" },
      reason: "Beside it.",
      text: "They could know.",
      can: { undo: false },
    });
    expect(linked).toMatchObject({ kind: "linked", can: { undo: true } });
    expect((await list(scene.author)).items.map(({ can }) => can.undo)).toEqual([true, true]);
    expect((await list(scene.stranger)).items.map(({ can }) => can.undo)).toEqual([false, false]);
    expect((await undo(scene.member, ids, archived?.id ?? "")).status).toBe(403);
    expect((await undo(scene.author, ids, archived?.id ?? "")).status).toBe(200);
    expect((await list(scene.member)).items[0]).toMatchObject({
      undone: { by: { name: "Ada" } },
      can: { undo: false },
    });
    expect((await outlineOf(scene.stranger, ids)).edges.some(({ id }) => id === edgeId)).toBe(true);
  });
});
