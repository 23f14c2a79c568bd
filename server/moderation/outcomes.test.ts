import { sql } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { listMyFlags } from "#shared/contract/flags.ts";
import { readModerationAction } from "#shared/contract/moderation.ts";
import type { Person } from "../testing/person.ts";
import { addMember } from "../testing/community.ts";
import { startTestServer, type TestServer } from "../testing/server.ts";
import { actionById, dispute, overturn, uphold } from "./public.ts";
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
