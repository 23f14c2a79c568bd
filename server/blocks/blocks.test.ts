import { eq } from "drizzle-orm";
import { uuidv7 } from "uuidv7";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { accounts } from "#db/schema/accounts.ts";
import { blocks } from "#db/schema/blocks.ts";
import { participants } from "#db/schema/communities.ts";
import { blockPerson, listBlocks, mostBlocks, unblockPerson } from "#shared/contract/blocks.ts";
import { addPosition, readOutline } from "#shared/contract/claims.ts";
import { addComment } from "#shared/contract/comments.ts";
import { readCommunity } from "#shared/contract/communities.ts";
import { communityRoom, debateRoom } from "#shared/contract/event.ts";
import { deleteAccount, exportMyData } from "#shared/contract/leaving.ts";
import { markClaim } from "#shared/contract/marks.ts";
import { leaveCommunity, listMembers, removeMember } from "#shared/contract/memberships.ts";
import { listNotices } from "#shared/contract/notifications.ts";
import { listDeeds, readProfile } from "#shared/contract/profiles.ts";
import { bookmarkClaim, listBookmarks } from "#shared/contract/reading.ts";
import { listStatements, addStatement } from "#shared/contract/statements.ts";
import { suggestWording } from "#shared/contract/suggestions.ts";
import { goodPassword } from "../accounts/testing-people.ts";
import { hashPassword } from "../accounts/public.ts";
import { debateIn, say, type Scene, setScene } from "../debates/testing-scene.ts";
import type { Person } from "../testing/person.ts";
import { startTestServer, type TestServer } from "../testing/server.ts";
import { unzip } from "../transfer/testing-zip.ts";
import { blockersOf } from "./public.ts";

let server: TestServer;

beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.close());

const idIn = async ({ communityId }: Pick<Scene, "communityId">, person: Person) =>
  (await person.call(readCommunity, { params: { communityId } })).me?.participantId ?? "";

/** Members of a debate of their own; `blockedId` is whom the author will block: Ben. */
async function begin(shape: { isPrivate?: boolean } = {}) {
  const scene = await setScene(server, shape);
  const { positionIds, ...ids } = await debateIn(scene);
  const blockedId = await idIn(scene, scene.member);
  return { scene, ids, under: positionIds[0], blockedId };
}

const block = (
  person: Person,
  { communityId }: Pick<Scene, "communityId">,
  participantId: string,
) => person.call(blockPerson, { params: { communityId, participantId } });
const unblock = (
  person: Person,
  { communityId }: Pick<Scene, "communityId">,
  participantId: string,
) => person.call(unblockPerson, { params: { communityId, participantId } });
const blockedFor = async (person: Person) =>
  (await person.call(listBlocks, { query: {} })).items.map(({ person: { name } }) => name);
const toldTo = async (person: Person) =>
  (await person.call(listNotices, { query: {} })).items.map(({ kind }) => kind);

/** All that somebody can read of a debate, its people and what they were told. */
async function seenBy(person: Person, { ids, blockedId, blockerId }: Looked) {
  const { communityId } = ids;
  const of = (participantId: string) => ({ params: { communityId, participantId } });
  const { room: _head, ...outline } = await person.call(readOutline, { params: ids });
  return {
    outline,
    statements: await person.call(listStatements, { params: ids, query: {} }),
    community: await person.call(readCommunity, { params: { communityId } }),
    members: await person.call(listMembers, { params: { communityId }, query: {} }),
    profiles: [
      await person.call(readProfile, of(blockedId)),
      await person.call(readProfile, of(blockerId)),
    ],
    deeds: await person.call(listDeeds, { ...of(blockerId), query: {} }),
    blocks: await person.call(listBlocks, { query: {} }),
    notices: await person.call(listNotices, { query: {} }),
  };
}

interface Looked {
  readonly ids: { readonly communityId: string; readonly debateId: string };
  readonly blockedId: string;
  readonly blockerId: string;
}

describe("a block", () => {
  it("is known to who blocks and to nobody else, by no reply and no event", async () => {
    const { scene, ids, under, blockedId } = await begin();
    const { author, member, moderator, owner } = scene;
    const looked = { ids, blockedId, blockerId: await idIn(scene, author) };
    const rooms = [communityRoom(ids), debateRoom(ids), `account:${member.accountId}`];
    const heard = await Promise.all(rooms.map((room) => member.listen(room)));
    await say(member, ids, { under, text: "They choose the settings." });
    await member.call(addStatement, { params: ids, body: { text: "Harm has an address." } });
    const names = () => heard.flatMap((one) => one.heard.map(({ name }) => name));
    await vi.waitFor(() => expect(names()).toContain("statement.added"), 20_000);
    const others = [member, moderator, owner];
    const before = await Promise.all(others.map((person) => seenBy(person, looked)));
    const own = await author.listen(`account:${author.accountId}`);
    const told = heard.map((one) => one.heard.length);

    await block(author, ids, blockedId);
    await vi.waitFor(() => expect(own.heard).toHaveLength(1), 20_000);
    expect(own.heard).toMatchObject([
      { name: "blocks.changed", payload: { accountId: author.accountId } },
    ]);
    expect(JSON.stringify(own.heard)).not.toContain(blockedId);
    expect(await Promise.all(others.map((person) => seenBy(person, looked)))).toEqual(before);
    // The ledger is signed within seconds after the statement, as it would be without a block.
    const isNews = (name: string) => !/^(presence|writing|ledger)\./.test(name);
    expect(
      heard.flatMap((one, at) => one.heard.slice(told[at]).filter(({ name }) => isNews(name))),
    ).toEqual([]);
  });

  it("takes nothing away: texts and counts are the same for who blocks, too", async () => {
    const { scene, ids, under, blockedId } = await begin();
    const { author, member } = scene;
    const looked = { ids, blockedId, blockerId: await idIn(scene, author) };
    await say(member, ids, { under, text: "They choose the settings." });
    const before = await seenBy(author, looked);
    await block(author, ids, blockedId);
    const after = await seenBy(author, looked);
    expect(after.community.blocked).toEqual([blockedId]);
    expect(after.blocks.items).toMatchObject([
      {
        person: { id: blockedId, name: "Ben", kind: "member" },
        community: { name: "The Commons" },
      },
    ]);
    const { blocks: listed, community } = before;
    expect({ ...after, blocks: listed, community }).toEqual(before);
  });

  it("is of anybody that one can see, by anybody who is signed in, but not of oneself", async () => {
    const { scene, ids, blockedId } = await begin();
    const { author, foreigner, stranger } = scene;
    await block(foreigner, ids, blockedId);
    await block(foreigner, ids, blockedId);
    expect(await blockedFor(foreigner)).toEqual(["Ben"]);
    const of = (participantId: string) => ({ params: { ...ids, participantId } });
    expect(await stranger.refusal(blockPerson, of(blockedId))).toMatchObject({ status: 401 });
    expect(await author.refusal(blockPerson, of(crypto.randomUUID()))).toMatchObject({
      status: 404,
    });
    expect(await author.refusal(blockPerson, of(await idIn(scene, author)))).toMatchObject({
      status: 403,
      reason: { code: "not-yourself" },
    });
    await unblock(foreigner, ids, blockedId);
    await unblock(foreigner, ids, blockedId);
    expect(await blockedFor(foreigner)).toEqual([]);
  });

  it("is of one community alone, so that it joins no two names of one person", async () => {
    const { ids, scene, blockedId } = await begin();
    const elsewhere = await begin();
    await block(scene.author, ids, blockedId);
    const { communityId } = elsewhere.ids;
    const there = await scene.author.call(readCommunity, { params: { communityId } });
    expect(there.blocked).toEqual([]);
    const wrong = { params: { communityId, participantId: blockedId } };
    expect((await scene.author.refusal(blockPerson, wrong)).status).toBe(404);
  });

  it("in a private community is made by its members, and not listed once they have left", async () => {
    const { scene, ids, blockedId } = await begin({ isPrivate: true });
    const { author, foreigner } = scene;
    const wanted = { params: { ...ids, participantId: blockedId } };
    expect((await foreigner.refusal(blockPerson, wanted)).status).toBe(404);
    await block(author, ids, blockedId);
    expect(await blockedFor(author)).toEqual(["Ben"]);
    await author.call(leaveCommunity, { params: ids });
    expect(await blockedFor(author)).toEqual([]);
  });

  it("is listed with the others in pages, the latest first, and there is an end to them", async () => {
    const { scene, ids, blockedId } = await begin();
    const { communityId } = ids;
    const { author } = scene;
    const { db } = server.deps;
    const rows = Array.from({ length: mostBlocks - 1 }, (_, number) => {
      return { communityId, id: uuidv7(), kind: "imported" as const, name: `Nobody ${number}` };
    });
    await db.insert(participants).values(rows);
    const { accountId } = author;
    await db
      .insert(blocks)
      .values(rows.map(({ id }) => ({ communityId, accountId, participantId: id, id: uuidv7() })));
    await block(author, ids, blockedId);
    const page = await author.call(listBlocks, { query: { limit: 1 } });
    expect(page.items.map(({ person }) => person.name)).toEqual(["Ben"]);
    const next = await author.call(listBlocks, { query: { limit: 1, after: page.next ?? "" } });
    expect(next.items.map(({ person }) => person.name)).toEqual([`Nobody ${mostBlocks - 2}`]);
    const one = { params: { communityId, participantId: await idIn(scene, scene.owner) } };
    expect(await author.refusal(blockPerson, one)).toMatchObject({
      type: "/problems/blocked-enough",
      reason: { code: "most-blocks" },
    });
    expect(await blockersOf(db, one.params)).toEqual([]);
  });

  it("shows at one's bookmarks whose words were kept", async () => {
    const { scene, ids, under, blockedId } = await begin();
    const { author, member, moderator } = scene;
    const { claim } = await say(member, ids, { under, text: "They choose the settings." });
    for (const person of [author, moderator]) {
      await person.call(bookmarkClaim, { params: { ...ids, claimId: claim.id } });
    }
    await block(author, ids, blockedId);
    const kept = async (person: Person) =>
      (await person.call(listBookmarks, { query: {} })).items.map((one) => one.claim?.isByBlocked);
    expect([await kept(author), await kept(moderator)]).toEqual([[true], [false]]);
  });
});

describe("who is blocked", () => {
  /** Does at a claim of the author's, and in the debate, all that anybody would be told of. */
  async function act(person: Person, { ids, claimId }: { ids: Looked["ids"]; claimId: string }) {
    const claim = { ...ids, claimId };
    await person.call(markClaim, { params: { ...claim, kind: "unclear" } });
    await person.call(suggestWording, {
      params: claim,
      body: { version: 1, text: "Harm has an owner.", reason: "" },
    });
    await person.call(addPosition, { params: ids, body: { title: "Nobody at all" } });
  }
  const all = ["debates.position-added", "debates.wording-suggested", "debates.claim-marked"];

  it("tells one nothing by what they do, while others are told, until one lets them", async () => {
    const { scene, ids, under, blockedId } = await begin();
    const { author, member, moderator } = scene;
    const { claim } = await say(author, ids, { under, text: "Harm has an address." });
    await say(moderator, ids, { under, text: "So it seems." });
    await block(author, ids, blockedId);
    await act(member, { ids, claimId: claim.id });
    expect(await toldTo(author)).toEqual([]);
    expect(await toldTo(moderator)).toEqual(["debates.position-added"]);
    await unblock(author, ids, blockedId);
    await member.call(markClaim, {
      params: { ...ids, claimId: claim.id, kind: "unsupported" },
    });
    expect(await toldTo(author)).toEqual(["debates.claim-marked"]);
  });

  it("still reaches one where they moderate", async () => {
    const { scene, ids, under } = await begin();
    const { author, moderator, communityId } = { ...scene };
    const { claim } = await say(author, ids, { under, text: "Harm has an address." });
    await block(author, ids, await idIn(scene, moderator));
    await act(moderator, { ids, claimId: claim.id });
    expect(await toldTo(author)).toEqual(all);
    const participantId = await idIn(scene, author);
    await moderator.call(removeMember, {
      params: { communityId, participantId },
      body: { reason: "as agreed" },
    });
    expect((await toldTo(author))[0]).toBe("communities.removed");
  });

  it("mentions and answers one without a word to them, and can't tell", async () => {
    const { scene, ids, under, blockedId } = await begin();
    const { author, member, owner } = scene;
    const { claim } = await say(author, ids, { under, text: "Harm has an address." });
    const [authorId, ownerId] = [await idIn(scene, author), await idIn(scene, owner)];
    await block(author, ids, blockedId);
    const comment = await member.call(addComment, {
      params: { ...ids, claimId: claim.id },
      body: { text: `Well, @{${authorId}} and @{${ownerId}}?` },
    });
    expect(comment.mentions.map(({ id }) => id).toSorted()).toEqual([authorId, ownerId].toSorted());
    expect(await toldTo(author)).toEqual([]);
    expect(await toldTo(owner)).toEqual(["debates.mentioned"]);
    const found = await member.call(listMembers, { params: ids, query: { search: "Ada" } });
    expect(found.items.map(({ id }) => id)).toEqual([authorId]);
  });
});

describe("an account's blocks", () => {
  async function exported(person: Person) {
    const answer = await person.tryCall(exportMyData, {});
    return unzip(Buffer.from(await answer.arrayBuffer()));
  }

  it("are in its own export, not in that of who is blocked, and go with it", async () => {
    const { scene, ids, blockedId } = await begin();
    const { author, member } = scene;
    await block(author, ids, blockedId);
    expect((await exported(author))["communities/blocks.json"]).toContain(blockedId);
    const theirs = await exported(member);
    expect(theirs["communities/blocks.json"]?.trim()).toBe("[\n]");
    expect(JSON.stringify(theirs)).not.toContain(author.accountId);
    const { db } = server.deps;
    const passwordHash = await hashPassword(goodPassword);
    await db.update(accounts).set({ passwordHash }).where(eq(accounts.id, author.accountId));
    await author.call(deleteAccount, { body: { password: goodPassword, proof: {} } });
    expect(await blockersOf(db, { ...ids, participantId: blockedId })).toEqual([]);
  });
});
