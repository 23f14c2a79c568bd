import { sql } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import {
  changeRole,
  handOverOwnership,
  joinCommunity,
  leaveCommunity,
  listMembers,
  removeMember,
  renameMyself,
} from "#shared/contract/memberships.ts";
import { listNotices } from "#shared/contract/notifications.ts";
import type { Person } from "../testing/person.ts";
import { startTestServer, type TestServer } from "../testing/server.ts";
import { found } from "./testing-scene.ts";

const ascending = (a: number, b: number) => a - b;

let server: TestServer;
let ann: Person;
let ben: Person;

beforeAll(async () => {
  server = await startTestServer();
  [ann, ben] = [await server.person("Ann"), await server.person("Ben")];
});
afterAll(() => server.close());

/** A community that Ann founded and Ben is a member of. */
async function pair() {
  const { id: communityId, me } = await found(ann, {});
  const params = { communityId };
  const { id } = await ben.call(joinCommunity, { params, body: {} });
  return { communityId, params, annId: me?.participantId ?? "", benId: id };
}

const rolesIn = async (communityId: string) => {
  const { items } = await server.visitor().call(listMembers, { params: { communityId } });
  return Object.fromEntries(items.map(({ name, role }) => [name, role]));
};
const makeOwner = (communityId: string, participantId: string) =>
  ann.call(changeRole, { params: { communityId, participantId }, body: { role: "owner" } });

describe("a community always has an owner", () => {
  it("so the only one can neither leave nor step back", async () => {
    const { params, communityId, annId } = await pair();
    expect((await ann.refusal(leaveCommunity, { params })).type).toBe("/problems/last-owner");
    const stepBack = {
      params: { communityId, participantId: annId },
      body: { role: "member" as const },
    };
    expect((await ann.refusal(changeRole, stepBack)).type).toBe("/problems/last-owner");
  });

  it("so of two who demote each other at the same time one remains", async () => {
    for (let round = 0; round < 10; round += 1) {
      const { communityId, annId, benId } = await pair();
      await makeOwner(communityId, benId);
      const demote = (by: Person, participantId: string) =>
        by.tryCall(changeRole, {
          params: { communityId, participantId },
          body: { role: "member" },
        });
      const answers = await Promise.all([demote(ann, benId), demote(ben, annId)]);
      expect(answers.map(({ status }) => status).toSorted(ascending)).toEqual([200, 403]);
      expect(Object.values(await rolesIn(communityId)).toSorted()).toEqual(["member", "owner"]);
    }
  });

  it("so of two who leave at the same time one remains", async () => {
    for (let round = 0; round < 10; round += 1) {
      const { communityId, params, benId } = await pair();
      await makeOwner(communityId, benId);
      const answers = await Promise.all([
        ann.tryCall(leaveCommunity, { params }),
        ben.tryCall(leaveCommunity, { params }),
      ]);
      expect(answers.map(({ status }) => status).toSorted(ascending)).toEqual([204, 409]);
      expect(Object.values(await rolesIn(communityId))).toEqual(["owner"]);
    }
  });

  it("so of two who remove each other at the same time one remains", async () => {
    for (let round = 0; round < 10; round += 1) {
      const { communityId, annId, benId } = await pair();
      await makeOwner(communityId, benId);
      const remove = (by: Person, participantId: string) =>
        by.tryCall(removeMember, { params: { communityId, participantId }, body: {} });
      const answers = await Promise.all([remove(ann, benId), remove(ben, annId)]);
      expect(answers.filter(({ status }) => status === 204)).toHaveLength(1);
      expect(Object.values(await rolesIn(communityId))).toEqual(["owner"]);
    }
  });
});

describe("ids", () => {
  it("mean the same in capitals: nobody removes themselves by them, and the room hears of it", async () => {
    const { communityId, annId, benId } = await pair();
    const capitals = communityId.toUpperCase();
    const { heard } = await ben.listen(`community:${communityId}`);
    const remove = (participantId: string) =>
      ann.tryCall(removeMember, { params: { communityId: capitals, participantId }, body: {} });
    expect((await remove(annId.toUpperCase())).status).toBe(403);
    expect((await remove(benId.toUpperCase())).status).toBe(204);
    await vi.waitFor(() => expect(heard.at(-1)?.name).toBe("member.left"), 20_000);
    expect(heard.at(-1)?.payload).toEqual({ communityId, participantId: benId });
  });
});

describe("roles", () => {
  it("are handed over in one act, and the new owner is told", async () => {
    const { communityId, params, benId } = await pair();
    await ann.call(handOverOwnership, { params, body: { participantId: benId } });
    expect(await rolesIn(communityId)).toEqual({ Ann: "moderator", Ben: "owner" });
    const { items } = await ben.call(listNotices, { query: { communityId } });
    expect(items.map(({ kind, data }) => [kind, data])).toEqual([
      ["communities.role-changed", { context: "owner" }],
    ]);
  });

  it("are handed over to somebody else who is a member", async () => {
    const { params, annId } = await pair();
    for (const participantId of [annId, crypto.randomUUID()]) {
      const body = { participantId };
      expect((await ann.refusal(handOverOwnership, { params, body })).status).toBe(422);
    }
  });

  it("are lost on leaving: whoever comes back is a member", async () => {
    const { communityId, params, benId } = await pair();
    await makeOwner(communityId, benId);
    await ben.call(leaveCommunity, { params });
    await ben.call(joinCommunity, { params, body: {} });
    expect(await rolesIn(communityId)).toEqual({ Ann: "owner", Ben: "member" });
  });

  it("are entered in the public record with participants alone", async () => {
    const { communityId, annId, benId } = await pair();
    await makeOwner(communityId, benId);
    const { rows } = await server.deps.db.execute(
      sql`select kind, actor, subject, payload from ledger_acts where community_id = ${communityId} order by id`,
    );
    expect(rows).toEqual([
      {
        kind: "community.created",
        actor: annId,
        subject: communityId,
        payload: { isPrivate: false, joinPolicy: "open" },
      },
      {
        kind: "member.role-changed",
        actor: annId,
        subject: benId,
        payload: { from: "member", to: "owner" },
      },
    ]);
  });

  it("decide what each member may do with each other, and the list says so", async () => {
    const { communityId, params } = await pair();
    const cat = await server.person("Cat");
    const { id } = await cat.call(joinCommunity, { params, body: {} });
    await ann.call(changeRole, {
      params: { communityId, participantId: id },
      body: { role: "moderator" },
    });
    const seenBy = async (person: Person) => {
      const { items } = await person.call(listMembers, { params });
      return items.map(({ name, isMe, can }) =>
        [name, isMe ? "me" : "", can.remove ? "remove" : "", can.changeRole ? "role" : ""].join(
          " ",
        ),
      );
    };
    expect(await seenBy(ann)).toEqual(["Ann me  role", "Cat  remove role", "Ben  remove role"]);
    expect(await seenBy(cat)).toEqual(["Ann   ", "Cat me  ", "Ben  remove "]);
    expect(await seenBy(ben)).toEqual(["Ann   ", "Cat   ", "Ben me  "]);
    expect(await seenBy(server.visitor())).toEqual(["Ann   ", "Cat   ", "Ben   "]);
  });
});

describe("members", () => {
  it("are listed in pages by role, and found by name with its wildcards as they stand", async () => {
    const { params } = await pair();
    for (const name of ["Dot", "Dan 100%", "Di_a"]) {
      const person = await server.person(name);
      await person.call(joinCommunity, { params, body: {} });
    }
    const names: string[] = [];
    for (let after: string | undefined, page = 0; page < 10; page += 1) {
      const { items, next } = await ann.call(listMembers, { params, query: { limit: 2, after } });
      names.push(...items.map(({ name }) => name));
      if (next === null) break;
      after = next;
    }
    expect(names).toEqual(["Ann", "Ben", "Dot", "Dan 100%", "Di_a"]);
    const search = async (text: string) =>
      (await ann.call(listMembers, { params, query: { search: text } })).items.map((m) => m.name);
    expect(await search("d")).toEqual(["Dot", "Dan 100%", "Di_a"]);
    expect(await search("%")).toEqual(["Dan 100%"]);
    expect(await search("_")).toEqual(["Di_a"]);
    const bad = await ann.refusal(listMembers, { params, query: { after: "bm9uc2Vuc2U" } });
    expect(bad).toMatchObject({ status: 422, errors: [{ pointer: "#/query/after" }] });
  });

  it("change their name in one community alone", async () => {
    const [here, there] = [await pair(), await pair()];
    await ben.call(renameMyself, { params: here.params, body: { name: "Benedict" } });
    expect(Object.keys(await rolesIn(here.communityId))).toEqual(["Ann", "Benedict"]);
    expect(Object.keys(await rolesIn(there.communityId))).toEqual(["Ann", "Ben"]);
    for (const name of ["", "a".repeat(81), "evil\u202Ename", "nul\u0000"]) {
      const refusal = await ben.refusal(renameMyself, { params: here.params, body: { name } });
      expect(refusal.status).toBe(422);
    }
  });
});
