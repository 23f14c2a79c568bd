import { afterAll, beforeAll, describe, expect, it } from "vitest";
import {
  acceptInvitation,
  changeRole,
  createInvitation,
  type InvitedRole,
  leaveCommunity,
  listArrivals,
  listMembers,
} from "#shared/contract/memberships.ts";
import { addMember } from "../testing/community.ts";
import type { Person } from "../testing/person.ts";
import { startTestServer, type TestServer } from "../testing/server.ts";
import { found } from "./testing-scene.ts";

let server: TestServer;
let owner: Person;
let second: Person;
let moderator: Person;
let params: { communityId: string };
let secondId: string;

beforeAll(async () => {
  server = await startTestServer();
  owner = await server.person("Olga");
  second = await server.person("Sam");
  moderator = await server.person("Mona");
  const communityId = (await found(owner, {})).id;
  params = { communityId };
  secondId = await addMember(server, communityId, { person: second, role: "owner" });
  await addMember(server, communityId, { person: moderator, role: "moderator" });
});
afterAll(() => server.close());

const linkBy = async (inviter: Person, role: InvitedRole = "member") =>
  (await inviter.call(createInvitation, { params, body: { role } })).token;
const enter = (guest: Person, token: string) =>
  guest.call(acceptInvitation, { params: { token }, body: {} });
const listed = async () => {
  const { items } = await moderator.call(listArrivals, { params, query: { limit: 100 } });
  const names = new Map(items.map(({ participantId, name }) => [participantId, name]));
  return new Map(
    items.map(({ name, role, invitedBy }) => [
      name,
      [role, invitedBy === null ? null : names.get(invitedBy)],
    ]),
  );
};

describe("an invitation for moderators", () => {
  it("is made by owners alone, and makes whoever comes by it a moderator", async () => {
    const body = { role: "moderator" as const };
    expect((await moderator.tryCall(createInvitation, { params, body })).status).toBe(403);
    const max = await server.person("Max");
    await enter(max, await linkBy(owner, "moderator"));
    expect((await listed()).get("Max")).toEqual(["moderator", "Olga"]);
  });

  it("brings members once whoever made it is no owner any more", async () => {
    const token = await linkBy(second, "moderator");
    await owner.call(changeRole, {
      params: { ...params, participantId: secondId },
      body: { role: "moderator" },
    });
    const nia = await server.person("Nia");
    await enter(nia, token);
    expect((await listed()).get("Nia")).toEqual(["member", "Sam"]);
  });
});

describe("who came by whose invitation", () => {
  it("is kept of those who left and came back by another's, and shown to moderators alone", async () => {
    const lea = await server.person("Lea");
    await enter(lea, await linkBy(owner));
    await lea.call(leaveCommunity, { params });
    expect((await listed()).get("Lea")).toEqual([null, "Olga"]);
    await enter(lea, await linkBy(moderator));
    expect((await listed()).get("Lea")).toEqual(["member", "Mona"]);
    expect((await listed()).get("Olga")).toEqual(["owner", null]);
    expect((await lea.tryCall(listArrivals, { params, query: {} })).status).toBe(403);
  });
});

describe("the list of members", () => {
  it("is narrowed to a role", async () => {
    const query = { role: "owner" as const };
    const { items } = await server.visitor().call(listMembers, { params, query });
    expect(items.map(({ name }) => name)).toEqual(["Olga"]);
  });
});
