import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { readOutline } from "#shared/contract/claims.ts";
import { dismissFacilitator, nameFacilitator } from "#shared/contract/curation.ts";
import { markClaim, unmarkClaim } from "#shared/contract/marks.ts";
import { leaveCommunity } from "#shared/contract/memberships.ts";
import {
  archiveClaim,
  linkClaim,
  listStructureChanges,
  mergeClaims,
  moveClaim,
  restoreClaim,
  splitClaim,
  undoStructureChange,
  unlinkClaim,
} from "#shared/contract/structure.ts";
import { addMember } from "../../testing/community.ts";
import type { Person } from "../../testing/person.ts";
import { startTestServer, type TestServer } from "../../testing/server.ts";
import { moveTo, say, type Scene, type SceneDebate, setScene } from "../testing-scene.ts";
import { argued, to } from "./testing-argued.ts";

let server: TestServer;
let scene: Scene;
let fay: Person;
let fayId: string;

beforeAll(async () => {
  server = await startTestServer();
  scene = await setScene(server);
  fay = await server.person("Fay");
  fayId = await addMember(server, scene.communityId, { person: fay });
});
afterAll(() => server.close());

/** A debate with claims of Ben's to try everything on, each of them once. */
async function ground() {
  const { ids, positionIds, claimId, edgeId } = await argued(scene, "They knew and they gained.");
  const [first, second] = positionIds;
  const moved = await say(scene.member, ids, { under: first, text: "This stands elsewhere." });
  const linked = await say(scene.member, ids, { under: first, text: "This stands twice." });
  const doubled = await say(scene.member, ids, { under: first, text: "They knew, they gained." });
  const unclear = await say(scene.member, ids, { under: first, text: "It is as it is." });
  const marked = { params: { ...ids, claimId: unclear.claim.id, kind: "unclear" as const } };
  await scene.author.call(markClaim, marked);
  const link = await scene.author.call(linkClaim, {
    params: { ...ids, claimId: linked.claim.id },
    body: to("position", second),
  });
  const put = await scene.author.call(archiveClaim, {
    params: { ...ids, claimId: doubled.claim.id },
    body: { reason: "said before" },
  });
  await scene.author.call(restoreClaim, { params: { ...ids, claimId: doubled.claim.id } });
  return { ids, claimId, edgeId, first, second, moved, linked, doubled, marked, link, put };
}

type Ground = Awaited<ReturnType<typeof ground>>;

/** Everything that can be done to where claims of others stand; in this order one does not hinder the next. */
const deeds: Readonly<Record<string, (who: Person, on: Ground) => Promise<Response>>> = {
  move: (who, { ids, moved, first, second }) =>
    who.tryCall(moveClaim, {
      params: { ...ids, edgeId: moved.edges[0]?.id ?? "" },
      body: { from: first, ...to("position", second) },
    }),
  link: (who, { ids, moved, first }) =>
    who.tryCall(linkClaim, {
      params: { ...ids, claimId: moved.claim.id },
      body: to("position", first),
    }),
  unlink: (who, { ids, linked }) =>
    who.tryCall(unlinkClaim, { params: { ...ids, edgeId: linked.edges[0]?.id ?? "" } }),
  merge: (who, { ids, doubled, claimId }) =>
    who.tryCall(mergeClaims, {
      params: { ...ids, claimId: doubled.claim.id },
      body: { into: claimId },
    }),
  split: (who, { ids, claimId }) =>
    who.tryCall(splitClaim, {
      params: { ...ids, claimId },
      body: { version: 1, texts: ["They knew.", "They gained."] },
    }),
  archive: (who, { ids, linked }) =>
    who.tryCall(archiveClaim, {
      params: { ...ids, claimId: linked.claim.id },
      body: { reason: "beside it" },
    }),
  restore: (who, { ids, linked }) =>
    who.tryCall(restoreClaim, { params: { ...ids, claimId: linked.claim.id } }),
  "take a mark away": (who, { marked }) => who.tryCall(unmarkClaim, marked),
};

/** What somebody may do, as the answers say. */
async function allowed(who: Person, on: Ground): Promise<string[]> {
  const done: string[] = [];
  for (const [deed, attempt] of Object.entries(deeds)) {
    const { status } = await attempt(who, on);
    if (status === 200 || status === 204) done.push(deed);
    else if (status !== 403) throw new Error(`to ${deed} was answered by ${status}`);
  }
  return done;
}

const name = (ids: SceneDebate, participantId = fayId) =>
  scene.author.call(nameFacilitator, { params: { ...ids, participantId } });
const mayArrange = async (who: Person, ids: SceneDebate) =>
  (await who.call(readOutline, { params: ids })).can.arrange;

describe("claims of others are arranged", () => {
  it("by whoever was named for the debate, in all ways", async () => {
    const on = await ground();
    expect(await mayArrange(fay, on.ids)).toBe(false);
    await name(on.ids);
    expect(await mayArrange(fay, on.ids)).toBe(true);
    expect(await allowed(fay, on)).toEqual(Object.keys(deeds));
  });

  it("by its author and by moderators as before, and by no other member", async () => {
    const on = await ground();
    expect(await allowed(fay, on)).toEqual([]);
    expect(await allowed(scene.foreigner, on)).toEqual([]);
    expect(await allowed(scene.author, on)).toEqual(Object.keys(deeds));
    expect(await allowed(scene.moderator, await ground())).toEqual(Object.keys(deeds));
  });

  it("not by who was named for another debate, nor by who was let go", async () => {
    const [here, there] = [await ground(), await ground()];
    await name(there.ids);
    expect(await mayArrange(fay, here.ids)).toBe(false);
    expect(await allowed(fay, here)).toEqual([]);
    await scene.author.call(dismissFacilitator, {
      params: { ...there.ids, participantId: fayId },
    });
    expect(await allowed(fay, there)).toEqual([]);
  });

  it("not by who left the community, and not while it is voted on", async () => {
    const on = await ground();
    const leaver = await server.person("Lea");
    await name(on.ids, await addMember(server, scene.communityId, { person: leaver }));
    await leaver.call(leaveCommunity, { params: { communityId: scene.communityId } });
    expect(await allowed(leaver, on)).toEqual([]);
    await name(on.ids);
    await moveTo(scene.author, on.ids, "voting");
    expect(await mayArrange(fay, on.ids)).toBe(false);
    expect((await deeds["move"]?.(fay, on))?.status).toBe(409);
  });

  it("back by who was named: also what others did", async () => {
    const on = await ground();
    const undo = (changeId: string) =>
      fay.tryCall(undoStructureChange, { params: { ...on.ids, changeId } });
    const list = async () =>
      (await fay.call(listStructureChanges, { params: on.ids, query: {} })).items;
    expect((await undo(on.link.change.id)).status).toBe(403);
    expect((await list()).some(({ can }) => can.undo)).toBe(false);
    await name(on.ids);
    expect((await list()).every(({ can }) => can.undo)).toBe(true);
    expect((await undo(on.link.change.id)).status).toBe(200);
    // What was put away has come back since, so there is nothing to take back.
    expect((await undo(on.put.change.id)).status).toBe(409);
  });
});
