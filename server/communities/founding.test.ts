import { sql } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import {
  addRule,
  createCommunity,
  editCommunity,
  editRule,
  listCommunities,
  readCommunity,
  retireRule,
} from "#shared/contract/communities.ts";
import type { Person } from "../testing/person.ts";
import { startTestServer, type TestServer } from "../testing/server.ts";
import { found } from "./testing-scene.ts";

const ascending = (a: number, b: number) => a - b;

let server: TestServer;
let ada: Person;

beforeAll(async () => {
  server = await startTestServer();
  ada = await server.person("Ada");
});
afterAll(() => server.close());

const body = {
  name: "Open Model Commons",
  slug: "open-model-commons",
  description: "A *community* for models.",
  language: "en" as const,
  isPrivate: false,
  joinPolicy: "open" as const,
  rules: [{ title: "Be kind", text: "Argue with the claim." }, { title: "Cite sources" }],
};

const actsOf = async (communityId: string) => {
  const { rows } = await server.deps.db.execute<{ kind: string; subject: string }>(
    sql`select kind, subject from ledger_acts where community_id = ${communityId} order by id`,
  );
  return rows.map(({ kind, subject }) => [kind, subject === communityId ? "itself" : subject]);
};

describe("founding a community", () => {
  it("makes the founder its owner and numbers the first rules", async () => {
    const founder = await server.person("Founder");
    const community = await founder.call(createCommunity, { body: { ...body, myName: "Fo" } });
    expect(community).toMatchObject({
      name: body.name,
      slug: body.slug,
      memberCount: 1,
      debateCount: 0,
      me: { name: "Fo", role: "owner" },
      can: { editSettings: true, editCharter: true, invite: true, join: false },
    });
    expect(community.charter.map(({ number, title }) => [number, title])).toEqual([
      [1, "Be kind"],
      [2, "Cite sources"],
    ]);
    expect(await actsOf(community.id)).toEqual([
      ["community.created", "itself"],
      ["charter.rule-added", "charter/1"],
      ["charter.rule-added", "charter/2"],
    ]);
  });

  it("happens once, however often the request is repeated", async () => {
    const key = crypto.randomUUID();
    const request = { body: { ...body, slug: "only-once" } };
    const answers = await Promise.all(
      Array.from({ length: 6 }, () => ada.call(createCommunity, request, key)),
    );
    expect(new Set(answers.map(({ id }) => id)).size).toBe(1);
    const other = { body: { ...body, slug: "other" } };
    expect((await ada.tryCall(createCommunity, other, key)).status).toBe(422);
  });

  it("refuses addresses that are malformed, taken or reserved", async () => {
    for (const slug of ["Upper", "a", "-dash", "two--dashes", "dot.ted", "späce", "x".repeat(41)]) {
      const refusal = await ada.refusal(createCommunity, { body: { ...body, slug } });
      expect([refusal.type, refusal.errors?.[0]?.pointer]).toEqual([
        "/problems/invalid-request",
        "#/body/slug",
      ]);
    }
    await found(ada, { slug: "hidden-one", isPrivate: true });
    await found(ada, { slug: "shown-one" });
    const answers = new Set<string>();
    for (const slug of ["hidden-one", "shown-one", "settings"]) {
      const stranger = await server.person("Stranger");
      const response = await stranger.tryCall(createCommunity, { body: { ...body, slug } });
      expect(response.status).toBe(409);
      answers.add(await response.text());
    }
    expect([...answers]).toHaveLength(1);
  });

  it("lets only one of several who want the same address at once have it", async () => {
    const people = await Promise.all(["P1", "P2", "P3", "P4"].map((name) => server.person(name)));
    const answers = await Promise.all(
      people.map((person) =>
        person.tryCall(createCommunity, { body: { ...body, slug: "wanted" } }),
      ),
    );
    expect(answers.map(({ status }) => status).toSorted(ascending)).toEqual([200, 409, 409, 409]);
  });

  it("takes nothing that the contract does not name", async () => {
    for (const extra of [{ id: crypto.randomUUID() }, { version: 9 }, { role: "owner" }]) {
      const response = await ada.send("/api/communities", {
        method: "POST",
        headers: { "content-type": "application/json", "idempotency-key": crypto.randomUUID() },
        body: JSON.stringify({ ...body, slug: "assigned", ...extra }),
      });
      expect(response.status).toBe(422);
    }
  });
});

describe("the charter", () => {
  it("never uses a number again, not for rules that are added at the same time either", async () => {
    const { id: communityId } = await found(ada, { rules: [{ title: "First" }] });
    const params = { communityId };
    const added = await Promise.all(
      Array.from({ length: 6 }, (_, index) =>
        ada.call(addRule, { params, body: { title: `Rule ${index}` } }),
      ),
    );
    expect(added.map(({ number }) => number).toSorted(ascending)).toEqual([2, 3, 4, 5, 6, 7]);
    await ada.call(retireRule, { params: { communityId, number: 7 }, body: { version: 1 } });
    expect((await ada.call(addRule, { params, body: { title: "Next" } })).number).toBe(8);
    const { charter } = await server.visitor().call(readCommunity, { params });
    expect(charter.map(({ number }) => number)).toEqual([1, 2, 3, 4, 5, 6, 8]);
  });

  it("keeps a rule's number when its words change, and refuses edits of an older state", async () => {
    const { id: communityId } = await found(ada, { rules: [{ title: "Be kind" }] });
    const params = { communityId, number: 1 };
    const edit = (version: number) =>
      ada.tryCall(editRule, { params, body: { title: "Be fair", text: "To all.", version } });
    expect((await edit(1)).status).toBe(200);
    expect((await edit(1)).status).toBe(409);
    const { charter } = await ada.call(readCommunity, { params: { communityId } });
    expect(charter).toMatchObject([{ number: 1, title: "Be fair", text: "To all.", version: 2 }]);
    await ada.call(retireRule, { params, body: { version: 2 } });
    expect((await edit(2)).status).toBe(404);
    expect(await actsOf(communityId)).toEqual([
      ["community.created", "itself"],
      ["charter.rule-added", "charter/1"],
      ["charter.rule-changed", "charter/1"],
      ["charter.rule-retired", "charter/1"],
    ]);
  });
});

describe("the settings", () => {
  it("are changed by an owner who saw the newest state, and what changed is on record", async () => {
    const { id: communityId, version } = await found(ada, {});
    const params = { communityId };
    const after = {
      name: "Closed Commons",
      description: "",
      language: "es" as const,
      isPrivate: true,
      joinPolicy: "by-invitation" as const,
    };
    const edited = await ada.call(editCommunity, { params, body: { ...after, version } });
    expect(edited).toMatchObject({ ...after, version: version + 1 });
    const stale = await ada.refusal(editCommunity, { params, body: { ...after, version } });
    expect(stale.type).toBe("/problems/stale-version");
    expect(await actsOf(communityId)).toEqual([
      ["community.created", "itself"],
      ["community.settings-changed", "itself"],
      ["community.privacy-changed", "itself"],
    ]);
    expect((await server.visitor().refusal(readCommunity, { params })).status).toBe(404);
  });
});

describe("discovering communities", () => {
  it("shows public ones and one's own, newest first, in pages without gaps", async () => {
    const reader = await server.person("Reader");
    const mine = await found(reader, { name: "Reading room", isPrivate: true });
    await found(ada, { name: "Reading club" });
    await found(ada, { name: "Reading secretly", isPrivate: true });
    const all = async (person: Person, search?: string) => {
      const names: string[] = [];
      for (let after: string | undefined; ;) {
        const page = await person.call(listCommunities, { query: { limit: 2, search, after } });
        names.push(...page.items.map(({ name }) => name));
        if (page.next === null) return names;
        after = page.next;
      }
    };
    expect(await all(reader, "reading")).toEqual(["Reading club", "Reading room"]);
    expect(await all(server.visitor(), "READING")).toEqual(["Reading club"]);
    expect(new Set(await all(reader)).size).toBeGreaterThan(3);
    const own = await reader.call(listCommunities, { query: { mine: "true" } });
    expect(own.items).toMatchObject([{ id: mine.id, myRole: "owner", memberCount: 1 }]);
    const nobody = await server.visitor().call(listCommunities, { query: { mine: "true" } });
    expect(nobody.items).toEqual([]);
  });

  it("shows the beginning of long descriptions", async () => {
    const { id } = await found(ada, { name: "Wordy", description: "word ".repeat(500) });
    const { items } = await ada.call(listCommunities, { query: { search: "Wordy" } });
    expect(items.map((item) => item.id)).toEqual([id]);
    expect(items[0]?.summary).toMatch(/^word .{100,280}word…$/);
  });
});
