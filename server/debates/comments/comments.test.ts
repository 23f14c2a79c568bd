import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { withdrawClaim } from "#shared/contract/claims.ts";
import {
  addComment,
  type Comment,
  commentChanged,
  editComment,
  findWellPut,
  listComments,
  readTalk,
  takeBackWellPut,
  wellPutChanged,
  withdrawComment,
} from "#shared/contract/comments.ts";
import { debateRoom } from "#shared/contract/event.ts";
import { leaveCommunity, listMembers } from "#shared/contract/memberships.ts";
import { listNotices, readNotices } from "#shared/contract/notifications.ts";
import { followDebate } from "#shared/contract/reading.ts";
import { mergeClaims, undoStructureChange } from "#shared/contract/structure.ts";
import { addMember } from "../../testing/community.ts";
import type { Person } from "../../testing/person.ts";
import { startTestServer, type TestServer } from "../../testing/server.ts";
import {
  debateIn,
  moveTo,
  say,
  type Scene,
  setScene,
  statusesOf,
  until,
} from "../testing-scene.ts";

let server: TestServer;
let scene: Scene;

beforeAll(async () => {
  server = await startTestServer();
  scene = await setScene(server);
});
afterAll(() => server.close());

/** A claim of Ben's. */
async function claimed() {
  const { communityId, debateId, positionIds } = await debateIn(scene);
  const ids = { communityId, debateId };
  const place = { under: positionIds[0] };
  const { claim } = await say(scene.member, ids, { ...place, text: "Data wants to be free." });
  return { ids, place, params: { ...ids, claimId: claim.id } };
}

type Claimed = Awaited<ReturnType<typeof claimed>>;
const comment = (person: Person, { params }: Pick<Claimed, "params">, text = "Which data?") =>
  person.tryCall(addComment, { params, body: { text } });
const commented = async (person: Person, of: Claimed, text?: string): Promise<Comment> =>
  (await comment(person, of, text)).json() as Promise<Comment>;
const read = (person: Person, { params }: Claimed, query = {}) =>
  person.call(listComments, { params, query });

async function idOf(person: Person): Promise<string> {
  const { communityId } = scene;
  const { items } = await person.call(listMembers, { params: { communityId }, query: {} });
  return items.find(({ isMe }) => isMe)?.id ?? "";
}

async function kindsFor(person: Person, of: Claimed): Promise<string[]> {
  const { items } = await person.call(listNotices, { query: {} });
  return items.filter(({ link }) => link.includes(of.ids.debateId)).map(({ kind }) => kind);
}

describe("a comment on a claim", () => {
  it("is read by all who read the debate, and told to those who are there", async () => {
    const of = await claimed();
    const { heard } = await scene.stranger.listen(debateRoom(of.ids));
    const said = await commented(scene.author, of, "Which\r\ndata?");
    expect(said).toMatchObject({ text: "Which\ndata?", author: { name: "Ada" }, version: 1 });
    expect(await read(scene.stranger, of)).toMatchObject({ items: [said], mine: [], next: null });
    await until(() => heard.some(({ name }) => name === commentChanged.name));
    expect(heard.find(({ name }) => name === commentChanged.name)?.payload).toMatchObject({
      comment: { id: said.id },
      comments: 1,
    });
    const { items } = await scene.foreigner.call(readTalk, { params: of.ids });
    expect(items).toEqual([{ claimId: of.params.claimId, comments: 1, wellPut: 0 }]);
  });

  it("is written by members alone, while the debate is weighed", async () => {
    const of = await claimed();
    expect((await comment(scene.stranger, of)).status).toBe(401);
    expect((await comment(scene.foreigner, of)).status).toBe(403);
    expect((await comment(scene.moderator, of)).status).toBe(200);
    expect((await comment(scene.member, of, "  ")).status).toBe(422);
    expect((await comment(scene.member, of, "x".repeat(1_001))).status).toBe(422);
    await moveTo(scene.author, of.ids, "voting");
    expect((await comment(scene.member, of)).status).toBe(200);
    await moveTo(scene.author, of.ids, "decided");
    expect((await comment(scene.member, of)).status).toBe(409);
  });

  it("is sent twice and stands once", async () => {
    const of = await claimed();
    const key = crypto.randomUUID();
    const send = () =>
      scene.author.tryCall(addComment, { params: of.params, body: { text: "Which data?" } }, key);
    expect(statusesOf([await send(), await send()])).toEqual([200, 200]);
    expect((await read(scene.member, of)).items).toHaveLength(1);
  });

  it("is reworded and withdrawn by its author alone, from the version that they saw", async () => {
    const of = await claimed();
    const { id: commentId } = await commented(scene.author, of);
    const params = { ...of.ids, commentId };
    const edit = (person: Person, version: number) =>
      person.tryCall(editComment, { params, body: { version, text: "Whose data?" } });
    expect((await edit(scene.moderator, 1)).status).toBe(403);
    expect((await edit(scene.author, 2)).status).toBe(409);
    expect((await edit(scene.author, 1)).status).toBe(200);
    expect((await read(scene.stranger, of)).items).toMatchObject([
      { text: "Whose data?", version: 2 },
    ]);
    expect((await scene.member.tryCall(withdrawComment, { params })).status).toBe(403);
    const gone = await scene.author.call(withdrawComment, { params });
    expect(gone).toMatchObject({ text: "", mentions: [] });
    expect((await edit(scene.author, 2)).status).toBe(409);
    expect((await scene.author.tryCall(withdrawComment, { params })).status).toBe(409);
    expect((await scene.member.call(readTalk, { params: of.ids })).items).toEqual([]);
  });

  it("is told of beside the claim's beginning, wherever in a character that ends", async () => {
    const of = await claimed();
    const text = `${"x".repeat(119)}\u{1F600} and more`;
    const { claim } = await say(scene.member, of.ids, { ...of.place, text });
    const params = { ...of.ids, claimId: claim.id };
    expect((await comment(scene.author, { params })).status).toBe(200);
    const { items } = await scene.member.call(listNotices, { query: { limit: 1 } });
    expect(items[0]?.data["text"]).toBe(`${"x".repeat(119)}\u{1F600}`);
  });

  it("that mentions somebody again and again tells them once, until they have read it", async () => {
    const of = await claimed();
    const { id: commentId } = await commented(scene.author, of);
    const mention = `@{${await idOf(scene.moderator)}}`;
    const texts = [mention, "nobody", mention, "nobody", mention];
    const reword = async (version: number) => {
      const body = { version, text: texts[version - 1] ?? "" };
      await scene.author.call(editComment, { params: { ...of.ids, commentId }, body });
    };
    for (const version of [1, 2, 3]) await reword(version);
    const told = async () => (await kindsFor(scene.moderator, of)).length;
    expect(await told()).toBe(1);
    const { items } = await scene.moderator.call(listNotices, { query: { limit: 1 } });
    await scene.moderator.call(readNotices, { body: { upTo: items[0]?.id ?? "" } });
    for (const version of [4, 5]) await reword(version);
    expect(await told()).toBe(2);
  });

  it("comes in pages, the newest first", async () => {
    const of = await claimed();
    for (const text of ["one", "two", "three"]) await commented(scene.author, of, text);
    const first = await read(scene.member, of, { limit: 2 });
    expect(first.items.map(({ text }) => text)).toEqual(["three", "two"]);
    const second = await read(scene.member, of, { limit: 2, after: first.next });
    expect(second.items.map(({ text }) => text)).toEqual(["one"]);
    expect(second.next).toBeNull();
  });

  it("is not written on what was withdrawn, and not found in a draft", async () => {
    const of = await claimed();
    await scene.member.call(withdrawClaim, { params: of.params });
    expect((await comment(scene.author, of)).status).toBe(409);
    const draft = await debateIn(scene, "draft");
    const { communityId, debateId } = draft;
    const params = { communityId, debateId };
    expect((await scene.member.tryCall(readTalk, { params })).status).toBe(404);
    expect(
      (await comment(scene.member, { params: { ...params, claimId: of.params.claimId } })).status,
    ).toBe(404);
  });

  it("follows its claim into the one that it is merged into, and comes back with an undo", async () => {
    const of = await claimed();
    const other = await say(scene.member, of.ids, { ...of.place, text: "Data should be free." });
    const said = await commented(scene.author, of);
    const into = { ids: of.ids, place: of.place, params: { ...of.ids, claimId: other.claim.id } };
    const change = await scene.moderator.call(mergeClaims, {
      params: of.params,
      body: { into: other.claim.id },
    });
    expect((await read(scene.stranger, into)).items).toMatchObject([{ id: said.id }]);
    expect((await comment(scene.author, of)).status).toBe(409);
    await scene.moderator.call(undoStructureChange, {
      params: { ...of.ids, changeId: change.change.id },
    });
    expect((await read(scene.stranger, into)).items).toEqual([]);
  });
});

describe("whom a comment concerns", () => {
  it("is told: the claim's author, who talked there before, and who is mentioned, each once", async () => {
    const of = await claimed();
    await commented(scene.author, of);
    expect(await kindsFor(scene.member, of)).toEqual(["debates.commented"]);
    const ben = await idOf(scene.member);
    await commented(scene.moderator, of, `What do you say, @{${ben}}?`);
    expect(await kindsFor(scene.member, of)).toEqual(["debates.mentioned", "debates.commented"]);
    expect(await kindsFor(scene.author, of)).toEqual(["debates.commented"]);
    expect(await kindsFor(scene.moderator, of)).toEqual([]);
  });

  it("is not told where they muted the debate", async () => {
    const of = await claimed();
    await scene.member.call(followDebate, { params: of.ids, body: { stance: "muted" } });
    await commented(scene.author, of, `Ask @{${await idOf(scene.member)}}.`);
    expect(await kindsFor(scene.member, of)).toEqual([]);
  });

  it("is told once of a mention that an edit adds", async () => {
    const of = await claimed();
    const { id: commentId } = await commented(scene.author, of);
    const text = `Ask @{${await idOf(scene.moderator)}}.`;
    const edit = (version: number, more = "") =>
      scene.author.call(editComment, {
        params: { ...of.ids, commentId },
        body: { version, text: text + more },
      });
    await edit(1);
    await edit(2, " Please.");
    expect(await kindsFor(scene.moderator, of)).toEqual(["debates.mentioned"]);
  });

  it("is named as they are called by now; only active members are mentioned, and no crowd", async () => {
    const of = await claimed();
    const lea = await server.person("Lea");
    await addMember(server, scene.communityId, { person: lea });
    const id = await idOf(lea);
    const said = await commented(scene.author, of, `Ask @{${id}}, or @{${id}}.`);
    expect(said.mentions).toEqual([{ id, name: "Lea", kind: "member" }]);
    await lea.call(leaveCommunity, { params: { communityId: scene.communityId } });
    const refused = await comment(scene.author, of, `Ask @{${id}}.`);
    expect(await refused.json()).toMatchObject({
      errors: [{ pointer: "#/body/text", reason: { code: "mentions-members" } }],
    });
    const crowd = Array.from({ length: 11 }, () => `@{${crypto.randomUUID()}}`).join(" ");
    expect((await comment(scene.author, of, crowd)).status).toBe(422);
  });
});

describe("finding something well put", () => {
  const find = (person: Person, of: Claimed, subjectId: string) =>
    person.tryCall(findWellPut, { params: { ...of.ids, subjectId } });

  it("counts each member once, and is told live", async () => {
    const of = await claimed();
    const { claimId } = of.params;
    const { heard } = await scene.stranger.listen(debateRoom(of.ids));
    expect(
      statusesOf(
        await Promise.all([
          find(scene.author, of, claimId),
          find(scene.moderator, of, claimId),
          find(scene.author, of, claimId),
        ]),
      ),
    ).toEqual([200, 200, 200]);
    const { items, mine } = await scene.author.call(readTalk, { params: of.ids });
    expect(items).toEqual([{ claimId, comments: 0, wellPut: 2 }]);
    expect(mine).toEqual([claimId]);
    await until(() =>
      heard.some(
        ({ name, payload }) =>
          name === wellPutChanged.name && (payload as { count: number }).count === 2,
      ),
    );
    await scene.author.call(takeBackWellPut, { params: { ...of.ids, subjectId: claimId } });
    expect((await scene.author.call(readTalk, { params: of.ids })).mine).toEqual([]);
  });

  it("is for others' claims and comments that stand, by members", async () => {
    const of = await claimed();
    const { claimId } = of.params;
    const { id: commentId } = await commented(scene.author, of);
    expect((await find(scene.member, of, claimId)).status).toBe(403);
    expect((await find(scene.author, of, commentId)).status).toBe(403);
    expect((await find(scene.foreigner, of, claimId)).status).toBe(403);
    expect((await find(scene.stranger, of, claimId)).status).toBe(401);
    expect((await find(scene.author, of, crypto.randomUUID())).status).toBe(404);
    expect((await find(scene.member, of, commentId)).status).toBe(200);
    const { items, mine } = await read(scene.member, of);
    expect(items).toMatchObject([{ wellPut: 1 }]);
    expect(mine).toEqual([commentId]);
    const { items: talk } = await scene.member.call(readTalk, { params: of.ids });
    expect(talk).toEqual([{ claimId, comments: 1, wellPut: 0 }]);
    await scene.author.call(withdrawComment, { params: { ...of.ids, commentId } });
    expect((await find(scene.member, of, commentId)).status).toBe(409);
  });
});
