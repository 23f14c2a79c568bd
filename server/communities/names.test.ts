import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { and, eq, isNull } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { accounts } from "#db/schema/accounts.ts";
import { participants } from "#db/schema/communities.ts";
import { changeProfile } from "#shared/contract/accounts.ts";
import { createCommunity } from "#shared/contract/communities.ts";
import {
  joinCommunity,
  leaveCommunity,
  listMembers,
  renameMyself,
} from "#shared/contract/memberships.ts";
import type { Problem } from "#shared/contract/problem.ts";
import type { Person } from "../testing/person.ts";
import { startTestServer, type TestServer } from "../testing/server.ts";
import { found } from "./testing-scene.ts";

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.close());

const scene = async () => {
  const owner = await server.person("Scope");
  const { id: communityId } = await found(owner, {});
  return { owner, params: { communityId } };
};
const people = async <Names extends readonly string[]>(...names: Names) =>
  Promise.all(names.map((name) => server.person(name))) as Promise<{ [At in keyof Names]: Person }>;
const reasonOf = ({ errors }: Problem) => errors?.map(({ pointer, reason }) => [pointer, reason]);

describe("a name in a community", () => {
  it("cannot pass for that of another member, who is named to whoever tries", async () => {
    const { params } = await scene();
    const [ann, bo] = [await server.person("Ann"), await server.person("Bo")];
    const alike = [["#/body/name", { code: "name-alike", values: { other: "Scope" } }]];
    await bo.call(changeProfile, { body: { name: "Ѕсоре" } });
    const first = await bo.refusal(joinCommunity, { params, body: {} });
    expect(first.status).toBe(422);
    expect(reasonOf(first)).toEqual(alike);
    await ann.call(joinCommunity, { params, body: {} });
    const second = await ann.refusal(renameMyself, { params, body: { name: "Ѕсоре" } });
    expect(reasonOf(second)).toEqual(alike);
    const { items } = await ann.call(listMembers, { params });
    expect(items.map(({ name }) => name)).toEqual(["Scope", "Ann"]);
  });

  it("is compared with names of before anything was known of what they look like, and with what they are by now", async () => {
    const { owner, params } = await scene();
    const { db } = server.deps;
    const [ann, bo, cy] = await people("Ann", "Bo", "Cy");
    await ann.call(joinCommunity, { params, body: {} });
    await db.update(participants).set({ nameSkeleton: null });
    const taking = (person: Person, name: string) =>
      person.refusal(joinCommunity, { params, body: { name } }).then(reasonOf);
    const alike = (other: string) => [["#/body/name", { code: "name-alike", values: { other } }]];
    expect(await taking(bo, "Ѕсоре")).toEqual(alike("Scope"));
    expect(await taking(bo, "𝐀nn")).toEqual(alike("Ann"));
    // As an older server does it, which knows nothing of it, and as moderation does.
    await db.update(participants).set({ name: "Paypal" }).where(eq(participants.name, "Ann"));
    await bo.call(joinCommunity, { params, body: { name: "𝐀nn" } });
    expect(await taking(cy, "Paypa1")).toEqual(alike("Paypal"));
    await owner.call(renameMyself, { params, body: { name: "Periscope" } });
    await cy.call(joinCommunity, { params, body: { name: "Ѕсоре" } });
  });

  it("is free again when who bore it has left, and not when they come back", async () => {
    const { params } = await scene();
    const [ann, bo] = await people("Ann", "Bo");
    await ann.call(joinCommunity, { params, body: {} });
    await ann.call(leaveCommunity, { params });
    await bo.call(joinCommunity, { params, body: { name: "𝐀nn" } });
    for (const body of [{}, { name: "Ann" }]) {
      const refused = await ann.refusal(joinCommunity, { params, body });
      expect(reasonOf(refused)).toEqual([
        ["#/body/name", { code: "name-alike", values: { other: "𝐀nn" } }],
      ]);
    }
    await ann.call(joinCommunity, { params, body: { name: "Anna" } });
  });

  it("of eighty signs that are read as many more is compared like any other", async () => {
    const { params } = await scene();
    const [ann, bo] = await people("Ann", "Bo");
    const long = "\uFDFA".repeat(79);
    await ann.call(joinCommunity, { params, body: { name: `${long}\u0627` } });
    const refused = await bo.refusal(joinCommunity, { params, body: { name: `${long}\u0661` } });
    expect(refused.type).toBe("/problems/name-unfit");
  });

  it("is computed once, in place of each time that somebody joins", async () => {
    const { params } = await scene();
    const unknown = async () => {
      const here = and(
        eq(participants.communityId, params.communityId),
        isNull(participants.nameSkeleton),
      );
      const rows = await server.deps.db.select().from(participants).where(here);
      return rows.map(({ name }) => name);
    };
    for (const person of await people("First", "Second", "Third")) {
      await person.call(joinCommunity, { params, body: {} });
      expect(await unknown()).toEqual([person.name]);
    }
  });

  it("can be the same as another's, and stay one's own", async () => {
    const { owner, params } = await scene();
    const other = await server.person("Scope");
    expect((await other.call(joinCommunity, { params, body: {} })).name).toBe("Scope");
    const same = await owner.call(renameMyself, { params, body: { name: "Scope" } });
    expect(same.name).toBe("Scope");
  });

  it("mixes no writings and hides nothing, wherever it is given", async () => {
    const { owner, params } = await scene();
    const rules = {
      "\u0410nn": "name-scripts",
      "Ann\u202E": "name-unseen",
      "\u0301A": "name-marks",
    };
    const body = { slug: "no-such", description: "", language: "en" } as const;
    for (const [name, code] of Object.entries(rules)) {
      const said = [["#/body/name", { code, values: {} }]];
      const renaming = await owner.refusal(renameMyself, { params, body: { name } });
      expect(reasonOf(renaming)).toEqual(said);
      const changing = await owner.refusal(changeProfile, { body: { name } });
      expect(reasonOf(changing)).toEqual(said);
      const open = { isPrivate: false, joinPolicy: "open" as const, rules: [] };
      const refused = await owner.refusal(createCommunity, { body: { ...body, ...open, name } });
      expect(reasonOf(refused)).toEqual(said);
    }
  });

  it("of before there were rules stays, and is asked for anew where its owner joins another community", async () => {
    const { params } = await scene();
    const guest = await server.person("Guest");
    const strange = { name: "\u202Etseug" };
    const own = eq(accounts.id, guest.accountId);
    await server.deps.db.update(accounts).set(strange).where(own);
    const refused = await guest.refusal(joinCommunity, { params, body: {} });
    expect(reasonOf(refused)).toEqual([["#/body/name", { code: "name-unseen", values: {} }]]);
    expect((await guest.call(joinCommunity, { params, body: { name: "Guest" } })).name).toBe(
      "Guest",
    );
  });
});

it("What is known of names was computed by this table: with another one, a migration sets name_skeleton to null", () => {
  const table = createRequire(import.meta.url).resolve("unhomoglyph/data.json");
  expect(createHash("sha256").update(readFileSync(table)).digest("hex")).toBe(
    "2fb1ef5aa83ace3438c1cbd6f2fd413cd62ab20906b6101511eb5db11e70ae1c",
  );
});
