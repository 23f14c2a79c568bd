import { eq } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { accounts } from "#db/schema/accounts.ts";
import { changeProfile } from "#shared/contract/accounts.ts";
import { createCommunity } from "#shared/contract/communities.ts";
import { joinCommunity, listMembers, renameMyself } from "#shared/contract/memberships.ts";
import type { Problem } from "#shared/contract/problem.ts";
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
