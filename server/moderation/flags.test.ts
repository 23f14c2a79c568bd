import { sql } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { editClaim } from "#shared/contract/claims.ts";
import { listMyFlags, withdrawFlag } from "#shared/contract/flags.ts";
import { listModerationItems, readModerationItem } from "#shared/contract/moderation.ts";
import { listNotices } from "#shared/contract/notifications.ts";
import { statusesOf } from "../debates/testing-scene.ts";
import { analyseSides } from "../opinions/testing.ts";
import { addMember } from "../testing/community.ts";
import type { Person } from "../testing/person.ts";
import { startTestServer, type TestServer } from "../testing/server.ts";
import { claimed, type ModerationScene, setModerationScene } from "./testing-scene.ts";

let server: TestServer;
let scene: ModerationScene;
let gerd: { person: Person; participantId: string };

beforeAll(async () => {
  server = await startTestServer();
  scene = await setModerationScene(server);
  const person = await server.person("Gerd");
  gerd = { person, participantId: await addMember(server, scene.communityId, { person }) };
});
afterAll(() => server.close());

/** Who somebody is in the community. */
async function idOf({ accountId }: Person): Promise<string> {
  const { communityId } = scene;
  const { rows } = await server.deps.db.execute<{ id: string }>(sql`
    select participant_id as id from memberships
    where community_id = ${communityId} and account_id = ${accountId}`);
  return rows[0]?.id ?? "";
}

const problemOf = async (response: Response) =>
  ((await response.json()) as { type: string }).type.replace("/problems/", "");

describe("a flag", () => {
  it("cites a rule in force, is made once per person and thing, never about one's own", async () => {
    const { flag, subject } = await claimed(scene, "They are all fools.");
    expect(await problemOf(await flag(scene.member))).toBe("not-allowed");
    expect(statusesOf([await flag(scene.foreigner), await flag(scene.stranger)])).toEqual([
      401, 403,
    ]);
    const { communityId, carla } = scene;
    const answers = await Promise.all([flag(carla), flag(carla), flag(carla)]);
    expect(statusesOf(answers)).toEqual([200, 409, 409]);
    const query = { limit: 5, subjectId: subject.id };
    const { items } = await carla.call(listMyFlags, { params: { communityId }, query });
    expect(items).toMatchObject([{ outcome: "open", rule: { number: 1, title: "Be kind" } }]);
    expect(await problemOf(await flag(scene.dora, { kind: "illegal" }))).toBe("invalid-request");
  });

  it("is seen by moderators with its weight, by nobody else, and not by whom it is about", async () => {
    const { flag, item } = await claimed(scene, "They know nothing at all.");
    await flag(scene.carla, { note: "This is about people." });
    const found = await item();
    expect(found).toMatchObject({ work: "flags", severity: "normal", state: null });
    expect(found?.flags).toEqual({ count: 1, weight: 0.5, rules: [1] });
    const params = { communityId: scene.communityId, itemId: found?.id ?? "" };
    const seen = await scene.moderator.call(readModerationItem, { params });
    expect(seen.flags).toMatchObject([{ by: { name: "Carla" }, weight: 0.5, counts: true }]);
    expect(seen.content.words).toEqual({ text: "They know nothing at all." });
    expect(seen.context.map(({ subject: { kind } }) => kind)).toEqual(["position", "question"]);
    const told = await scene.author.call(listNotices, { query: { limit: 1 } });
    expect(told.items[0]?.kind).toBe("moderation.item-waiting");
    const { items: own } = await scene.member.call(listNotices, { query: { limit: 20 } });
    expect(own.map(({ kind }) => kind)).not.toContain("moderation.item-waiting");
    // Ada asked the question, so she looks after it; Ben made the claim.
    expect(await item(scene.author)).toBeDefined();
    expect((await scene.member.refusal(readModerationItem, { params })).status).toBe(403);
    expect((await scene.carla.refusal(readModerationItem, { params })).status).toBe(403);
  });

  it("is taken back while nobody has decided; what nobody reports any more waits for nobody", async () => {
    const { flag, item } = await claimed(scene, "They would sell anybody.");
    const { communityId, carla } = scene;
    const { id: flagId } = (await (await flag(carla)).json()) as { id: string };
    const params = { communityId, flagId };
    expect((await scene.dora.refusal(withdrawFlag, { params })).status).toBe(404);
    await carla.call(withdrawFlag, { params });
    expect(await item()).toBeUndefined();
  });
});

describe("flags that weigh enough", () => {
  it("put content out of sight until somebody decides, and its author is told of the rule", async () => {
    const { flag, seenBy, item } = await claimed(scene, "They are rotten to the core.");
    for (const person of [scene.carla, scene.dora]) await flag(person);
    expect(await seenBy()).toMatchObject({ text: "They are rotten to the core." });
    await flag(scene.emil);
    const hidden = await seenBy();
    expect(hidden).toMatchObject({
      text: "",
      moderation: { state: "hidden", rule: { number: 1 } },
    });
    expect(await item()).toMatchObject({ severity: "urgent", state: "hidden" });
    const { items } = await scene.member.call(listNotices, { query: { limit: 3 } });
    expect(items[0]).toMatchObject({
      kind: "moderation.acted",
      data: { context: "hold", rule: "1", title: "Be kind", role: "automatic" },
    });
    expect(items[0]?.link).toContain(hidden?.moderation?.actionId ?? "none");
  });

  it("count only of who has been here for long enough", async () => {
    await server.deps.db.execute(
      sql`update communities set created_at = now() - interval '30 days' where id = ${scene.communityId}`,
    );
    const { flag, seenBy, item } = await claimed(scene, "They are worse than thieves.");
    for (const person of [scene.carla, scene.dora, scene.emil]) await flag(person);
    expect(await seenBy()).toMatchObject({ text: "They are worse than thieves." });
    expect((await item())?.flags).toMatchObject({ count: 3, weight: 1.5 });
    await server.deps.db.execute(
      sql`update communities set created_at = now() where id = ${scene.communityId}`,
    );
  });

  it("only fold it where they come from one opinion group of several", async () => {
    const { flag, seenBy, ids } = await claimed(scene, "They are a plague on us.");
    const { carla, dora, emil } = scene;
    const oneSide = await Promise.all([carla, dora, emil].map(idOf));
    const groups = await analyseSides(server, ids, [oneSide, [gerd.participantId]]);
    expect(new Set(groups)).toEqual(new Set([0, 1]));
    for (const person of [carla, dora, emil]) await flag(person);
    const folded = await seenBy();
    expect(folded).toMatchObject({ text: "They are a plague on us." });
    expect(folded?.moderation).toMatchObject({ state: "collapsed" });
    await flag(gerd.person);
    expect(await seenBy()).toMatchObject({ text: "", moderation: { state: "hidden" } });
  });
});

describe("what was decided about", () => {
  it("is flagged again only after a day, or once its words have changed", async () => {
    const { flag, act, ids, claim } = await claimed(scene, "They can't count to three.");
    await flag(scene.carla);
    await act(scene.moderator, "dismiss");
    expect(await problemOf(await flag(scene.dora))).toBe("decided-lately");
    const params = { ...ids, claimId: claim.id };
    await scene.member.call(editClaim, { params, body: { version: 1, text: "They can't count." } });
    expect((await flag(scene.dora)).status).toBe(200);
  });

  it("makes the flags of who was wrong weigh less, and tells them", async () => {
    const { flag } = await claimed(scene, "They are no better than we are.");
    const fritz = await server.person("Fritz");
    await addMember(server, scene.communityId, { person: fritz });
    for (const text of ["It is late.", "It is early."]) {
      const other = await claimed(scene, text);
      await other.flag(fritz);
      await other.act(scene.moderator, "dismiss");
    }
    const { items } = await fritz.call(listNotices, { query: { limit: 5 } });
    expect(items[0]).toMatchObject({
      kind: "moderation.flag-decided",
      data: { context: "disagreed" },
    });
    await flag(fritz);
    const again = await claimed(scene, "It is noon.");
    await again.flag(fritz);
    expect((await again.item())?.flags.weight).toBe(0.25);
  });
});

describe("the queue", () => {
  const params = () => ({ communityId: scene.communityId });

  it.each(["deadline", "weight", "newest"] as const)(
    "is read part by part in the order of %s; a place that is none in that order is refused",
    async (order) => {
      for (const text of [`They walk by ${order}.`, `They run by ${order}.`]) {
        expect((await (await claimed(scene, text)).flag(scene.owner)).status).toBe(200);
      }
      const read = (query: { limit: number; after?: string }) =>
        scene.moderator.call(listModerationItems, { params: params(), query: { order, ...query } });
      const all = await read({ limit: 100 });
      const ids: string[] = [];
      let after: string | undefined;
      for (let next: string | null = ""; next !== null; after = next ?? undefined) {
        const page: Awaited<ReturnType<typeof read>> = await read({
          limit: 1,
          ...(after && { after }),
        });
        ids.push(...page.items.map(({ id }) => id));
        ({ next } = page);
      }
      expect(ids.length).toBeGreaterThan(1);
      expect(ids).toEqual(all.items.map(({ id }) => id));
      const forged = ["soon", "99999999999999", 99_999_999_999_999].map((key) =>
        Buffer.from(JSON.stringify([key, ids[0]])).toString("base64url"),
      );
      const refused = await Promise.all(
        forged.map((place) =>
          scene.moderator.refusal(listModerationItems, {
            params: params(),
            query: { order, limit: 1, after: place },
          }),
        ),
      );
      expect(refused.map(({ status }) => status)).toEqual([422, 422, 422]);
    },
  );
});
