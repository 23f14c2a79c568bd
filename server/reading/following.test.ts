import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { addPosition } from "#shared/contract/claims.ts";
import { createDecision, readDecision, writeOutcome } from "#shared/contract/decisions.ts";
import { leaveCommunity } from "#shared/contract/memberships.ts";
import { listNotices } from "#shared/contract/notifications.ts";
import { followDebate, readReading, type Stance } from "#shared/contract/reading.ts";
import { debateIn, say, type Scene, setScene } from "../debates/testing-scene.ts";
import { closeEarly, rulesOf } from "../decisions/testing-scene.ts";
import type { Person } from "../testing/person.ts";
import { startTestServer, type TestServer } from "../testing/server.ts";

let server: TestServer;
let scene: Scene;

beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.close());

/** A debate of people of its own, so that nobody has notices from before. */
async function begin(shape: { isPrivate?: boolean } = {}) {
  scene = await setScene(server, shape);
  const { positionIds, ...ids } = await debateIn(scene);
  return { ids, positionIds };
}

type Ids = Awaited<ReturnType<typeof begin>>["ids"];

const choose = (person: Person, params: Ids, stance: Stance) =>
  person.call(followDebate, { params, body: { stance } });
const kindsFor = async (person: Person) =>
  (await person.call(listNotices, { query: {} })).items.map(({ kind }) => kind);
const propose = (person: Person, params: Ids, title = "Nobody at all") =>
  person.call(addPosition, { params, body: { title } });
const stanceOf = async (person: Person, params: Ids) =>
  (await person.call(readReading, { params })).stance;

describe("whoever follows a debate", () => {
  it("hears of new positions, with where they are, but not of their own", async () => {
    const { ids } = await begin();
    await choose(scene.member, ids, "following");
    const { id } = await propose(scene.moderator, ids);
    const { items } = await scene.member.call(listNotices, { query: {} });
    expect(items).toMatchObject([
      {
        kind: "debates.position-added",
        link: expect.stringContaining(`/arguments#position-${id}`),
        data: { name: "Mona", title: "Nobody at all" },
      },
    ]);
    expect(await kindsFor(scene.moderator)).toEqual([]);
  });

  it("is who asked, proposed or claimed in it, until they choose otherwise", async () => {
    const { ids, positionIds } = await begin();
    expect(await stanceOf(scene.author, ids)).toBe("following");
    expect(await stanceOf(scene.member, ids)).toBe("own");
    await say(scene.member, ids, { under: positionIds[0], text: "They choose the settings." });
    expect(await stanceOf(scene.member, ids)).toBe("following");
    await propose(scene.moderator, ids);
    expect(await kindsFor(scene.author)).toEqual(["debates.position-added"]);
    expect(await kindsFor(scene.member)).toEqual(["debates.position-added"]);
    await choose(scene.author, ids, "own");
    await choose(scene.member, ids, "muted");
    await propose(scene.moderator, ids, "Everybody a little");
    expect(await kindsFor(scene.author)).toHaveLength(1);
    expect(await kindsFor(scene.member)).toHaveLength(1);
    expect(await kindsFor(scene.owner)).toEqual([]);
  });

  it("hears of decisions and outcomes, in other words than who is needed for them", async () => {
    const { ids } = await begin();
    await choose(scene.member, ids, "following");
    await choose(scene.foreigner, ids, "following");
    const { id: decisionId } = await scene.author.call(createDecision, {
      params: ids,
      body: rulesOf(),
    });
    expect(await kindsFor(scene.member)).toEqual(["decisions.opened"]);
    expect(await kindsFor(scene.foreigner)).toEqual(["decisions.opened-elsewhere"]);
    const at = { communityId: ids.communityId, decisionId };
    await closeEarly(server, at);
    expect(await kindsFor(scene.member)).toEqual(["decisions.closed", "decisions.opened"]);
    expect(await kindsFor(scene.author)).toEqual(["decisions.closed", "decisions.opened"]);
    const write = async (text: string) => {
      const { version } = await scene.author.call(readDecision, { params: at });
      await scene.author.call(writeOutcome, { params: at, body: { version, text } });
    };
    await write("We go the way of the council.");
    await write("We go the way that the council went.");
    const kinds = await kindsFor(scene.member);
    expect(kinds.filter((kind) => kind === "decisions.outcome-written")).toHaveLength(1);
    expect(await kindsFor(scene.author)).not.toContain("decisions.outcome-written");
  });

  it("hears nothing more from a private community that they have left", async () => {
    const { ids } = await begin({ isPrivate: true });
    await choose(scene.member, ids, "following");
    const { communityId } = ids;
    await scene.member.call(leaveCommunity, { params: { communityId } });
    await propose(scene.moderator, ids);
    const { rowCount } = await server.deps.db.execute(
      `select from notices where account_id = '${scene.member.accountId}'`,
    );
    expect(rowCount).toBe(0);
  });
});

describe("whoever muted a debate", () => {
  it("is told of their own ballot, and of nothing else", async () => {
    const { ids } = await begin();
    await choose(scene.author, ids, "muted");
    await propose(scene.moderator, ids);
    const { id: decisionId } = await scene.author.call(createDecision, {
      params: ids,
      body: rulesOf(),
    });
    await closeEarly(server, { communityId: ids.communityId, decisionId });
    expect(await kindsFor(scene.author)).toEqual(["decisions.opened"]);
    expect(await stanceOf(scene.author, ids)).toBe("muted");
  });

  it("is told again after choosing so; the choice is nobody else's to see", async () => {
    const { ids } = await begin();
    await choose(scene.author, ids, "muted");
    await choose(scene.author, ids, "following");
    await choose(scene.author, ids, "following");
    await propose(scene.moderator, ids);
    expect(await kindsFor(scene.author)).toEqual(["debates.position-added"]);
    expect(await stanceOf(scene.moderator, ids)).toBe("following");
    expect(await stanceOf(scene.owner, ids)).toBe("own");
  });
});
