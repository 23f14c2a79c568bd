import { sql } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import {
  addRule,
  editRule,
  listCharterVersions,
  readCommunity,
  retireRule,
} from "#shared/contract/communities.ts";
import { listNotices } from "#shared/contract/notifications.ts";
import { addMember } from "../testing/community.ts";
import type { Person } from "../testing/person.ts";
import { startTestServer, type TestServer } from "../testing/server.ts";
import { found } from "./testing-scene.ts";

let server: TestServer;
let ada: Person;
let ben: Person;
let communityId: string;

beforeAll(async () => {
  server = await startTestServer();
  ada = await server.person("Ada");
  ben = await server.person("Ben");
  const rules = [{ title: "Be kind", text: "To all." }, { title: "Cite sources" }];
  communityId = (await found(ada, { rules })).id;
  await addMember(server, communityId, { person: ben, role: "member" });
});
afterAll(() => server.close());

const tomorrow = () => new Date(Date.now() + 86_400_000).toISOString();
const rule = (number: number) => ({ communityId, number });
const read = () => server.visitor().call(readCommunity, { params: { communityId } });
const versions = async (query: { number?: number; limit?: number; after?: string } = {}) =>
  server.visitor().call(listCharterVersions, { params: { communityId }, query });

/** Lets the time of everything that was to come be here. */
const letTimeCome = () =>
  server.deps.db.execute(sql`update charter_versions
    set effective_at = now() - interval '1 second'
    where community_id = ${communityId} and effective_at > now()`);

describe("a change of the charter that is to come", () => {
  it("leaves the words in force as they are until its time, and members are told before", async () => {
    const body = { title: "Be fair", text: "To all.", version: 1, effectiveAt: tomorrow() };
    await ada.call(editRule, { params: rule(1), body });
    const before = await read();
    expect(before.charter[0]).toMatchObject({ number: 1, title: "Be kind", version: 1 });
    expect(before.comingCharter).toMatchObject([
      { number: 1, title: "Be fair", version: 2, author: { name: "Ada" }, isRetired: false },
    ]);
    const told = await ben.call(listNotices, { query: {} });
    expect(told.items[0]).toMatchObject({
      kind: "communities.charter-coming",
      data: { context: "changed", number: "1", title: "Be fair" },
    });
    expect((await ada.call(listNotices, { query: {} })).items).toEqual([]);
    await letTimeCome();
    const after = await read();
    expect(after.charter[0]).toMatchObject({ number: 1, title: "Be fair", version: 2 });
    expect(after.comingCharter).toEqual([]);
  });

  it("gives way to a later one that begins no later", async () => {
    const edit = (title: string, version: number, effectiveAt?: string) =>
      ada.call(editRule, { params: rule(2), body: { title, version, effectiveAt } });
    await edit("Cite two sources", 1, tomorrow());
    await edit("Cite good sources", 2);
    const { charter, comingCharter } = await read();
    expect(charter[1]).toMatchObject({ title: "Cite good sources", version: 3 });
    expect(comingCharter).toEqual([]);
    await letTimeCome();
    expect((await read()).charter[1]).toMatchObject({ version: 3 });
  });

  it("can be a rule that is not there yet, or one that goes", async () => {
    const added = await ada.call(addRule, {
      params: { communityId },
      body: { title: "No flooding", effectiveAt: tomorrow() },
    });
    const { number } = added;
    expect((await read()).charter.map((each) => each.number)).not.toContain(number);
    await letTimeCome();
    expect((await read()).charter.map((each) => each.number)).toContain(number);
    const retirement = { version: 1, effectiveAt: tomorrow() };
    await ada.call(retireRule, { params: rule(number), body: retirement });
    expect((await read()).charter.map((each) => each.number)).toContain(number);
    await letTimeCome();
    expect((await read()).charter.map((each) => each.number)).not.toContain(number);
    const late = { title: "No flooding", version: 2 };
    expect((await ada.tryCall(editRule, { params: rule(number), body: late })).status).toBe(404);
  });

  it("must not lie in the past, and must follow the newest version", async () => {
    const past = { title: "Be late", version: 2, effectiveAt: "2020-01-01T00:00:00Z" };
    expect((await ada.tryCall(editRule, { params: rule(1), body: past })).status).toBe(422);
    const stale = { version: 1 };
    expect((await ada.tryCall(retireRule, { params: rule(1), body: stale })).status).toBe(409);
    expect((await read()).charter[0]).toMatchObject({ title: "Be fair", version: 2 });
  });
});

describe("the history of the charter", () => {
  it("names every rule there was, those out of force too", async () => {
    const number = (await ada.call(addRule, { params: { communityId }, body: { title: "Brief" } }))
      .number;
    const ruleNow = async () => (await versions()).rules.find((one) => one.number === number);
    expect((await versions()).rules.map((one) => one.number)).toEqual([1, 2, 3, number]);
    await ada.call(retireRule, {
      params: rule(number),
      body: { version: 1, effectiveAt: tomorrow() },
    });
    expect(await ruleNow()).toEqual({ number, title: "Brief", isRetired: false });
    await letTimeCome();
    expect(await ruleNow()).toEqual({ number, title: "Brief", isRetired: true });
    const { items } = await versions({ number });
    expect(items.map(({ version }) => version)).toEqual([2, 1]);
  });

  it("keeps every version with the words before, for one rule or all, part by part", async () => {
    const { items } = await versions({ number: 2 });
    expect(items.map(({ version, before }) => [version, before?.title])).toEqual([
      [3, "Cite two sources"],
      [2, "Cite sources"],
      [1, undefined],
    ]);
    const all = (await versions()).items;
    const first = await versions({ limit: 3 });
    const rest = await versions({ limit: 50, after: first.next ?? "" });
    expect([...first.items, ...rest.items]).toEqual(all);
    expect(all).toHaveLength(9);
  });
});
