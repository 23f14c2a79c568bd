import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { listNotices, readNotices } from "#shared/contract/notifications.ts";
import { addCommunity, addMember } from "../testing/community.ts";
import type { Person } from "../testing/person.ts";
import { startTestServer, type TestServer } from "../testing/server.ts";
import { notify, settleNotices } from "./public.ts";

let server: TestServer;
let owner: Person;

beforeAll(async () => {
  server = await startTestServer();
  owner = await server.person("Owner");
});
afterAll(() => server.close());

const message = { kind: "debates.phase-moved", link: "/c/x", data: { question: "Why?" } };

const tell = (communityId: string | null, accountIds: readonly string[], subject = "a-debate") =>
  server.deps.transact((tx) => notify(tx, { ...message, communityId, accountIds, subject }));

const idsOf = async (person: Person) =>
  (await person.call(listNotices, {})).items.map(({ id }) => id);

describe("a notice", () => {
  it("reaches its person alone, at once, without a word of what it is about", async () => {
    const { communityId } = await addCommunity(server, owner);
    const [ann, ben] = [await server.person("Ann"), await server.person("Ben")];
    const { heard } = await ann.listen(`account:${ann.accountId}`);
    const other = await ben.listen(`account:${ann.accountId}`);
    expect(other.joined).toEqual({ joined: false });
    await tell(communityId, [ann.accountId, ann.accountId]);
    await vi.waitFor(() => expect(heard).toHaveLength(1), 20_000);
    const page = await ann.call(listNotices, {});
    expect(page).toMatchObject({
      items: [{ ...message, isRead: false, community: { id: communityId, name: "The Commons" } }],
      unreadCount: 1,
    });
    expect(heard[0]).toMatchObject({
      name: "notice.added",
      payload: { accountId: ann.accountId, id: page.items[0]?.id, kind: message.kind },
    });
    expect(JSON.stringify(heard)).not.toContain("Why?");
    expect(other.heard).toEqual([]);
    expect((await ben.call(listNotices, {})).items).toEqual([]);
  });

  it("is refused to who is not signed in", async () => {
    expect((await server.visitor().refusal(listNotices, {})).status).toBe(401);
  });

  it("to participants reaches those who are members still", async () => {
    const { communityId } = await addCommunity(server, owner);
    const [ann, ben] = [await server.person("Ann"), await server.person("Ben")];
    const ids = [await addMember(server, communityId, { person: ann }), crypto.randomUUID()];
    await server.deps.transact((tx) =>
      notify(tx, { ...message, communityId, participantIds: ids }),
    );
    expect(await idsOf(ann)).toHaveLength(1);
    expect(await idsOf(ben)).toHaveLength(0);
  });

  it("is not told when its change fails", async () => {
    const ann = await server.person("Ann");
    const failing = server.deps.transact(async (tx) => {
      await notify(tx, { ...message, communityId: null, accountIds: [ann.accountId] });
      throw new Error("the change failed");
    });
    await expect(failing).rejects.toThrow("the change failed");
    expect(await idsOf(ann)).toEqual([]);
  });

  it("from a private community is gone with the membership", async () => {
    const { communityId } = await addCommunity(server, owner, { isPrivate: true });
    const ann = await server.person("Ann");
    await tell(communityId, [ann.accountId]);
    expect(await ann.call(listNotices, {})).toMatchObject({ items: [], unreadCount: 0 });
    await addMember(server, communityId, { person: ann });
    expect(await ann.call(listNotices, {})).toMatchObject({ unreadCount: 1 });
  });

  it("is read by its person, one by one or all up to one, and never by another", async () => {
    const [ann, ben] = [await server.person("Ann"), await server.person("Ben")];
    for (let count = 0; count < 4; count += 1) await tell(null, [ann.accountId]);
    const [newest = "", second = "", third = ""] = await idsOf(ann);
    const { heard } = await ann.listen(`account:${ann.accountId}`);
    await ben.call(readNotices, { body: { ids: [newest] } });
    expect((await ann.call(listNotices, {})).unreadCount).toBe(4);
    await ann.call(readNotices, { body: { ids: [newest] } });
    await ann.call(readNotices, { body: { upTo: third } });
    const { items, unreadCount } = await ann.call(listNotices, { query: { unread: "true" } });
    expect([items.map(({ id }) => id), unreadCount]).toEqual([[second], 1]);
    await vi.waitFor(
      () => expect(heard.map(({ name }) => name)).toEqual(["notices.read", "notices.read"]),
      5_000,
    );
  });

  it("settles itself for everybody once its subject is dealt with", async () => {
    const { communityId } = await addCommunity(server, owner);
    const [ann, ben] = [await server.person("Ann"), await server.person("Ben")];
    await tell(communityId, [ann.accountId, ben.accountId], "this");
    await tell(communityId, [ann.accountId], "that");
    await server.deps.transact((tx) => settleNotices(tx, { communityId, subject: "this" }));
    expect((await ann.call(listNotices, {})).unreadCount).toBe(1);
    expect((await ben.call(listNotices, {})).unreadCount).toBe(0);
  });

  it("is listed in pages, newest first, and by community", async () => {
    const { communityId } = await addCommunity(server, owner);
    const ann = await server.person("Ann");
    for (let count = 0; count < 5; count += 1) await tell(null, [ann.accountId]);
    await tell(communityId, [ann.accountId]);
    const first = await ann.call(listNotices, { query: { limit: 4 } });
    const rest = await ann.call(listNotices, { query: { limit: 4, after: first.next ?? "" } });
    expect([first.items.length, rest.items.length, rest.next]).toEqual([4, 2, null]);
    const here = await ann.call(listNotices, { query: { communityId } });
    expect(here.items).toHaveLength(1);
  });

  it("can be told to many in one transaction", async () => {
    const people = await Promise.all(
      Array.from({ length: 20 }, (_, index) => server.person(`Many ${index}`)),
    );
    const accountIds = people.map(({ accountId }) => accountId);
    await tell(null, accountIds);
    const counts = await Promise.all(people.map(async (person) => (await idsOf(person)).length));
    expect(new Set(counts)).toEqual(new Set([1]));
  });
});
