import { sql } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { readCommunity } from "#shared/contract/communities.ts";
import { nameFacilitator } from "#shared/contract/curation.ts";
import { listMyFlags } from "#shared/contract/flags.ts";
import { readModerationAction } from "#shared/contract/moderation.ts";
import { listNotices } from "#shared/contract/notifications.ts";
import type { Person } from "../testing/person.ts";
import { addMember } from "../testing/community.ts";
import { startTestServer, type TestServer } from "../testing/server.ts";
import { actionById, dispute, overturn, uphold } from "./public.ts";
import { settleModeration } from "./by-the-clock.ts";
import { claimed, type ModerationScene, setModerationScene } from "./testing-scene.ts";

let server: TestServer;
let scene: ModerationScene;

beforeAll(async () => {
  server = await startTestServer();
  scene = await setModerationScene(server);
});
afterAll(() => server.close());

/** Somebody's flag on a claim that is then hidden for it. */
async function agreedWith(person: Person, text: string) {
  const { flag, act, seenBy } = await claimed(scene, text);
  await flag(person);
  const { id: actionId } = await act(scene.moderator, "hide");
  const ids = { communityId: scene.communityId, actionId };
  const action = await actionById(server.deps.db, ids);
  if (!action) throw new Error("what was done is there");
  return { action, ids, seenBy };
}

async function flagger(name: string) {
  const person = await server.person(name);
  await addMember(server, scene.communityId, { person });
  const weigh = async (about: string) => {
    const { flag, item } = await claimed(scene, about);
    await flag(person);
    return (await item())?.flags.weight;
  };
  return { person, weigh };
}

describe("what may be illegal", () => {
  it("and is overdue is told to the owners once, and is not shown again by the clock", async () => {
    const { flag, item } = await claimed(scene, "They sold it to minors.");
    await flag(scene.carla, { kind: "illegal", note: "The law on youth." });
    await server.deps.db.execute(
      sql`update moderation_items set deadline_at = now() where severity = 'illegal'`,
    );
    for (const _time of ["first", "second"]) await settleModeration(server.deps);
    expect(await item()).toMatchObject({ status: "open", isOverdue: true });
    const overdue = async (person: Person) => {
      const { items } = await person.call(listNotices, { query: { limit: 20 } });
      return items.filter(({ kind }) => kind === "moderation.overdue");
    };
    expect(await overdue(scene.owner)).toHaveLength(1);
    expect(await overdue(scene.moderator)).toHaveLength(0);
  });
});

describe("who has a desk", () => {
  it("is who moderates, and who facilitates a debate", async () => {
    const { ids } = await claimed(scene, "They have one.");
    const params = { communityId: ids.communityId };
    const has = async (person: Person) =>
      (await person.call(readCommunity, { params })).me?.moderates;
    expect(await Promise.all([scene.moderator, scene.author, scene.dora].map(has))).toEqual([
      true,
      true,
      false,
    ]);
    await scene.author.call(nameFacilitator, {
      params: {
        ...ids,
        participantId: (await scene.dora.call(readCommunity, { params })).me?.participantId ?? "",
      },
    });
    expect(await has(scene.dora)).toBe(true);
  });
});

describe("how often somebody is right with flags", () => {
  it("is told by what can't be appealed any more, not by what a moderator decided just now", async () => {
    const { person, weigh } = await flagger("Paul");
    const { action } = await agreedWith(person, "They are lazy people.");
    expect(await weigh("It is one.")).toBe(0.5);
    await server.deps.db.execute(
      sql`update flags set final_at = now() where item_id = ${action.itemId}`,
    );
    expect(await weigh("It is two.")).toBe(0.666);
  });

  it("waits for a ruling where an action is disputed, and goes by that", async () => {
    const { transact } = server.deps;
    const { person, weigh } = await flagger("Pia");
    const { action } = await agreedWith(person, "They are greedy people.");
    await transact((tx) => dispute(tx, action));
    expect(await weigh("It is three.")).toBe(0.5);
    await transact((tx) => uphold(tx, action));
    expect(await weigh("It is four.")).toBe(0.666);
  });

  it("is less where a jury finds that nothing was wrong; what was hidden is read again", async () => {
    const { person, weigh } = await flagger("Petra");
    const { action, ids, seenBy } = await agreedWith(person, "They are tired people.");
    expect(await seenBy()).toMatchObject({ text: "" });
    await server.deps.transact((tx) => overturn(server.deps, tx, { action, byId: null }));
    expect(await seenBy()).toMatchObject({ text: "They are tired people." });
    const seen = await scene.member.call(readModerationAction, { params: ids });
    expect(seen).toMatchObject({ state: "overturned", can: { appeal: false } });
    const params = { communityId: scene.communityId };
    const { items } = await person.call(listMyFlags, { params, query: { limit: 1 } });
    expect(items).toMatchObject([{ outcome: "disagreed" }]);
    expect(await weigh("It is five.")).toBe(0.333);
  });
});
