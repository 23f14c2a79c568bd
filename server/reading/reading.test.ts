import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { withdrawClaim } from "#shared/contract/claims.ts";
import { createDebate } from "#shared/contract/debates.ts";
import { leaveCommunity } from "#shared/contract/memberships.ts";
import { rateTruth } from "#shared/contract/ratings.ts";
import {
  bookmarkClaim,
  bookmarkDebate,
  followDebate,
  forgetClaim,
  forgetDebate,
  listBookmarks,
  listNewClaims,
  listSpreads,
  markDebateRead,
  readReading,
} from "#shared/contract/reading.ts";
import { debateIn, say, type Scene, setScene } from "../debates/testing-scene.ts";
import type { Person } from "../testing/person.ts";
import { startTestServer, type TestServer } from "../testing/server.ts";

let server: TestServer;
let scene: Scene;

beforeAll(async () => {
  server = await startTestServer();
  scene = await setScene(server);
});
afterAll(() => server.close());

interface Ids {
  readonly communityId: string;
  readonly debateId: string;
}

const argued = async (inScene = scene) => {
  const { positionIds, ...ids } = await debateIn(inScene);
  const claim = async (person: Person, text: string) =>
    (await say(person, ids, { under: positionIds[0], text })).claim;
  return { ids, claim };
};
const markerOf = async (person: Person, ids: Ids) =>
  (await person.call(readReading, { params: ids })).readUpTo;
const newTo = async (person: Person, { communityId, debateId }: Ids) => {
  const { items } = await person.call(listNewClaims, { params: { communityId } });
  return items.find((item) => item.debateId === debateId)?.count ?? 0;
};
const read = (person: Person, ids: Ids, upTo: string) =>
  person.call(markDebateRead, { params: ids, body: { upTo } });

describe("how far somebody has read", () => {
  it("is one's own, and nothing before the first visit", async () => {
    const { ids, claim } = await argued();
    const { createdAt } = await claim(scene.author, "The first thing said");
    expect(await markerOf(scene.member, ids)).toBeNull();
    await read(scene.member, ids, createdAt);
    expect(await markerOf(scene.member, ids)).toBe(createdAt);
    expect(await markerOf(scene.author, ids)).toBeNull();
  });

  it("moves forward only, the same however often it is sent, and never past now", async () => {
    const { ids, claim } = await argued();
    const first = await claim(scene.author, "The first thing said");
    const second = await claim(scene.author, "The second thing said");
    await read(scene.member, ids, second.createdAt);
    expect(await read(scene.member, ids, first.createdAt)).toEqual({ readUpTo: second.createdAt });
    expect(await read(scene.member, ids, second.createdAt)).toEqual({
      readUpTo: second.createdAt,
    });
    const before = Date.now();
    const { readUpTo } = await read(scene.member, ids, "9999-12-31T23:59:59Z");
    expect(Date.parse(readUpTo)).toBeLessThan(before + 60_000);
  });

  it("shows how much others have said since, where one was before", async () => {
    const { ids, claim } = await argued();
    const first = await claim(scene.author, "The first thing said");
    expect(await newTo(scene.member, ids)).toBe(0);
    await read(scene.member, ids, first.createdAt);
    await claim(scene.author, "The second thing said");
    const third = await claim(scene.author, "The third thing said");
    await claim(scene.member, "One's own thing");
    expect(await newTo(scene.member, ids)).toBe(2);
    await scene.author.call(withdrawClaim, { params: { ...ids, claimId: third.id } });
    expect(await newTo(scene.member, ids)).toBe(1);
    expect(await newTo(scene.owner, ids)).toBe(0);
  });

  it("is kept for people who are no members where they may read, and for nobody who is not signed in", async () => {
    const { ids, claim } = await argued();
    const { createdAt } = await claim(scene.author, "The first thing said");
    await read(scene.foreigner, ids, createdAt);
    await claim(scene.author, "The second thing said");
    expect(await newTo(scene.foreigner, ids)).toBe(1);
    expect((await scene.stranger.refusal(readReading, { params: ids })).status).toBe(401);
  });

  it("is of what one may see: a draft of another's is like none", async () => {
    const { id: debateId } = await scene.author.call(createDebate, {
      params: { communityId: scene.communityId },
      body: { question: "What might we ask?", topic: "privacy", language: "en" },
    });
    const params = { communityId: scene.communityId, debateId };
    expect((await scene.member.refusal(readReading, { params })).status).toBe(404);
    expect((await scene.member.refusal(bookmarkDebate, { params })).status).toBe(404);
    expect((await scene.member.refusal(listSpreads, { params })).status).toBe(404);
    expect((await scene.author.call(readReading, { params })).stance).toBe("following");
  });
});

const idsOf = async (person: Person) =>
  (await person.call(listBookmarks, {})).items.map(({ claim, debate }) => claim?.id ?? debate.id);

describe("a bookmark", () => {
  it("of a claim or a debate is kept once, however often it is set, and for its owner alone", async () => {
    const { ids, claim } = await argued();
    const { id: claimId } = await claim(scene.author, "Worth keeping");
    const [ann, ben] = [await server.person("Ann"), await server.person("Ben")];
    for (let times = 0; times < 2; times += 1) {
      await ann.call(bookmarkDebate, { params: ids });
      await ann.call(bookmarkClaim, { params: { ...ids, claimId } });
    }
    const { items } = await ann.call(listBookmarks, {});
    expect(items).toMatchObject([
      { claim: { id: claimId, text: "Worth keeping" }, debate: { id: ids.debateId } },
      { claim: null, debate: { id: ids.debateId }, community: { id: ids.communityId } },
    ]);
    const mine = { isBookmarked: true, claimIds: [claimId] };
    expect(await ann.call(readReading, { params: ids })).toMatchObject(mine);
    expect(await idsOf(ben)).toEqual([]);
    const none = { isBookmarked: false, claimIds: [] };
    expect(await ben.call(readReading, { params: ids })).toMatchObject(none);
  });

  it("is taken away, also twice, and leaves the others", async () => {
    const { ids, claim } = await argued();
    const { id: claimId } = await claim(scene.author, "Worth keeping");
    const ann = await server.person("Ann");
    await ann.call(bookmarkDebate, { params: ids });
    await ann.call(bookmarkClaim, { params: { ...ids, claimId } });
    await ann.call(forgetDebate, { params: ids });
    await ann.call(forgetDebate, { params: ids });
    expect(await idsOf(ann)).toEqual([claimId]);
    await ann.call(forgetClaim, { params: { ...ids, claimId } });
    expect(await idsOf(ann)).toEqual([]);
  });

  it("is of a claim of that debate", async () => {
    const [here, there] = [await argued(), await argued()];
    const { id: claimId } = await there.claim(scene.author, "Said elsewhere");
    const crossed = { params: { ...here.ids, claimId } };
    expect((await scene.member.refusal(bookmarkClaim, crossed)).status).toBe(404);
  });

  it("shows no words of what was withdrawn, and nothing of a private community that one has left", async () => {
    const hidden = await setScene(server, { isPrivate: true });
    const { ids, claim } = await argued(hidden);
    const { id: claimId } = await claim(hidden.author, "A secret that is taken back");
    await hidden.member.call(bookmarkClaim, { params: { ...ids, claimId } });
    await hidden.author.call(withdrawClaim, { params: { ...ids, claimId } });
    const { items } = await hidden.member.call(listBookmarks, {});
    expect(items).toMatchObject([{ claim: { id: claimId, text: "", isWithdrawn: true } }]);
    await hidden.member.call(leaveCommunity, { params: { communityId: hidden.communityId } });
    expect(await idsOf(hidden.member)).toEqual([]);
  });

  it("is listed in pages, the newest first", async () => {
    const ann = await server.person("Ann");
    const debates = [await argued(), await argued(), await argued()];
    for (const { ids } of debates) await ann.call(bookmarkDebate, { params: ids });
    const first = await ann.call(listBookmarks, { query: { limit: 2 } });
    const rest = await ann.call(listBookmarks, { query: { limit: 2, after: first.next ?? "" } });
    const listed = [...first.items, ...rest.items].map(({ debate }) => debate.id);
    expect(listed).toEqual(debates.map(({ ids }) => ids.debateId).toReversed());
    expect(rest.next).toBeNull();
  });
});

describe("all of it", () => {
  it("goes with the account", async () => {
    const { ids, claim } = await argued();
    const { id: claimId, createdAt } = await claim(scene.author, "Worth keeping");
    const ann = await server.person("Ann");
    await read(ann, ids, createdAt);
    await ann.call(bookmarkClaim, { params: { ...ids, claimId } });
    await ann.call(followDebate, { params: ids, body: { stance: "following" } });
    const { db } = server.deps;
    const rows = async () => {
      const tables = ["reading_markers", "bookmarks", "debate_stances"];
      const counts = tables.map((table) =>
        db.execute(`select from ${table} where account_id = '${ann.accountId}'`),
      );
      return (await Promise.all(counts)).map(({ rowCount }) => rowCount);
    };
    expect(await rows()).toEqual([1, 1, 1]);
    await db.execute(`delete from accounts where id = '${ann.accountId}'`);
    expect(await rows()).toEqual([0, 0, 0]);
  });
});

describe("what people disagree on most", () => {
  it("is found by the spread of three ratings or more, the widest first, without who gave which", async () => {
    const { ids, claim } = await argued();
    const [split, near, few] = [
      await claim(scene.author, "People are split on this"),
      await claim(scene.author, "People nearly agree on this"),
      await claim(scene.author, "Two people only rated this"),
    ];
    const raters = [scene.owner, scene.moderator, scene.member];
    const rate = async (claimId: string, ratings: readonly (number | null)[]) => {
      for (const [index, rating] of ratings.entries()) {
        await raters[index]?.call(rateTruth, { params: { ...ids, claimId }, body: { rating } });
      }
    };
    await rate(split.id, [0, 4, 4]);
    await rate(near.id, [3, 4, 4]);
    await rate(few.id, [0, 4, null]);
    const { items } = await scene.stranger.call(listSpreads, { params: ids });
    expect(items.map(({ claimId, count }) => [claimId, count])).toEqual([
      [split.id, 3],
      [near.id, 3],
    ]);
    expect(items[0]?.spread).toBeCloseTo(Math.sqrt(32 / 9), 6);
  });
});
