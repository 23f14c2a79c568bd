import { sql } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { readCommunity, readCommunityBySlug } from "#shared/contract/communities.ts";
import {
  acceptInvitation,
  createInvitation,
  decideRequest,
  joinCommunity,
  leaveCommunity,
  listInvitations,
  listMembers,
  listRequests,
  readInvitation,
  removeMember,
  requestToJoin,
  revokeInvitation,
  takeBackRequest,
} from "#shared/contract/memberships.ts";
import { listNotices } from "#shared/contract/notifications.ts";
import type { Person } from "../testing/person.ts";
import { startTestServer, type TestServer } from "../testing/server.ts";
import { found, invitationTo } from "./testing-scene.ts";

const ascending = (a: number, b: number) => a - b;

let server: TestServer;
let owner: Person;

beforeAll(async () => {
  server = await startTestServer();
  owner = await server.person("Olu");
});
afterAll(() => server.close());

const foundBy = async (founder: Person, shape: Parameters<typeof found>[1] = {}) => {
  const { id: communityId, slug } = await found(founder, shape);
  return { communityId, slug, params: { communityId } };
};
const kindsOf = async (person: Person) =>
  (await person.call(listNotices, { query: { unread: "true" } })).items.map(({ kind }) => kind);

describe("an open community", () => {
  it("lets people in under their account's name, or another that they give", async () => {
    const { params } = await foundBy(owner);
    const [ada, bo] = [await server.person("Ada"), await server.person("Bo")];
    const member = await ada.call(joinCommunity, { params, body: {} });
    expect(member).toMatchObject({ name: "Ada", role: "member", isMe: true });
    expect((await bo.call(joinCommunity, { params, body: { name: "Bee" } })).name).toBe("Bee");
    const { items } = await server.visitor().call(listMembers, { params });
    expect(items.map(({ name, role }) => `${name} ${role}`)).toEqual([
      "Olu owner",
      "Ada member",
      "Bee member",
    ]);
    expect(JSON.stringify(items)).not.toContain("@");
  });

  it("gives whoever comes back the same participant and the same name", async () => {
    const { params } = await foundBy(owner);
    const cyd = await server.person("Cyd");
    const first = await cyd.call(joinCommunity, { params, body: { name: "Sid" } });
    await cyd.call(leaveCommunity, { params });
    const again = await cyd.call(joinCommunity, { params, body: {} });
    expect(again).toMatchObject({ id: first.id, name: "Sid" });
  });

  it("lets somebody in once, when they press twice", async () => {
    const { params } = await foundBy(owner);
    const dee = await server.person("Dee");
    const statuses = await Promise.all(
      Array.from({ length: 8 }, () => dee.tryCall(joinCommunity, { params, body: {} })),
    );
    expect(statuses.map(({ status }) => status).toSorted(ascending)).toEqual([
      200, 409, 409, 409, 409, 409, 409, 409,
    ]);
    const key = crypto.randomUUID();
    await dee.call(leaveCommunity, { params });
    const first = await dee.call(joinCommunity, { params, body: {} }, key);
    expect(await dee.call(joinCommunity, { params, body: {} }, key)).toEqual(first);
  });

  it("is shut to whom it removed, until a moderator lets them in on request", async () => {
    const { params, communityId } = await foundBy(owner);
    const eve = await server.person("Eve");
    const { id } = await eve.call(joinCommunity, { params, body: {} });
    await owner.call(removeMember, {
      params: { communityId, participantId: id },
      body: { reason: "Spam in three debates" },
    });
    const seen = await eve.call(readCommunity, { params });
    expect(seen.can).toMatchObject({ join: false, request: true });
    expect((await eve.refusal(joinCommunity, { params, body: {} })).type).toBe(
      "/problems/removed-earlier",
    );
    const [notice] = (await eve.call(listNotices, {})).items;
    expect(notice).toMatchObject({
      kind: "communities.removed",
      community: null,
      data: { community: "The Commons", reason: "Spam in three debates" },
    });
    const request = await eve.call(requestToJoin, { params, body: { message: "Sorry." } });
    await owner.call(decideRequest, {
      params: { communityId, requestId: request.id },
      body: { decision: "accepted" },
    });
    expect((await eve.call(readCommunity, { params })).me?.participantId).toBe(id);
  });
});

describe("a community that is joined on request", () => {
  it("tells its moderators who asks, and who asked how it was decided", async () => {
    const { params, communityId } = await foundBy(owner, { joinPolicy: "on-request" });
    const [fay, gus] = [await server.person("Fay"), await server.person("Gus")];
    expect((await fay.refusal(joinCommunity, { params, body: {} })).status).toBe(403);
    const body = { message: "I train models at home." };
    const { id } = await fay.call(requestToJoin, { params, body });
    expect(await fay.call(requestToJoin, { params, body })).toEqual({ id });
    const other = await gus.call(requestToJoin, { params, body: {} });
    expect((await fay.call(readCommunity, { params })).myRequest?.id).toBe(id);
    expect(await kindsOf(owner)).toContain("communities.request-waiting");

    const { items } = await owner.call(listRequests, { params });
    expect(items.map(({ name, message }) => [name, message])).toEqual([
      ["Fay", "I train models at home."],
      ["Gus", ""],
    ]);
    const decide = (requestId: string, decision: "accepted" | "declined") =>
      owner.tryCall(decideRequest, { params: { communityId, requestId }, body: { decision } });
    expect((await decide(id, "accepted")).status).toBe(204);
    expect((await decide(id, "accepted")).status).toBe(204);
    expect((await decide(id, "declined")).status).toBe(409);
    expect((await decide(other.id, "declined")).status).toBe(204);

    expect(await kindsOf(owner)).toEqual([]);
    expect(await kindsOf(fay)).toEqual(["communities.request-accepted"]);
    expect(await kindsOf(gus)).toEqual(["communities.request-declined"]);
    expect((await gus.refusal(requestToJoin, { params, body: {} })).status).toBe(429);
    const page = await server.visitor().call(listMembers, { params });
    expect(page.items.map(({ name }) => name)).toEqual(["Olu", "Fay"]);
  });

  it("forgets a request that was taken back", async () => {
    const { params, communityId } = await foundBy(owner, { joinPolicy: "on-request" });
    const hal = await server.person("Hal");
    const { id } = await hal.call(requestToJoin, { params, body: {} });
    await hal.call(takeBackRequest, { params: { communityId, requestId: id } });
    expect((await owner.call(listRequests, { params })).items).toEqual([]);
    expect(await kindsOf(owner)).toEqual([]);
    expect((await hal.call(readCommunity, { params })).can.request).toBe(true);
  });

  it("lets in once when two moderators decide at the same time", async () => {
    const { params, communityId } = await foundBy(owner, { joinPolicy: "on-request" });
    const ivy = await server.person("Ivy");
    const { id } = await ivy.call(requestToJoin, { params, body: {} });
    const answers = await Promise.all(
      (["accepted", "declined", "accepted", "declined"] as const).map((decision) =>
        owner.tryCall(decideRequest, {
          params: { communityId, requestId: id },
          body: { decision },
        }),
      ),
    );
    expect(answers.filter(({ status }) => status === 204)).toHaveLength(2);
    expect(await kindsOf(ivy)).toHaveLength(1);
  });
});

describe("an invitation", () => {
  it("shows the community to whoever holds it, private ones too, and lets them in", async () => {
    const community = await foundBy(owner, { isPrivate: true, description: "We meet *here*." });
    const token = await invitationTo(community, owner);
    const jo = await server.person("Jo");
    const params = { token };
    const seen = await server.visitor().call(readInvitation, { params });
    expect(seen).toMatchObject({
      name: "The Commons",
      description: "We meet *here*.",
      isPrivate: true,
      slug: null,
    });
    const { slug } = await jo.call(acceptInvitation, { params, body: {} });
    expect((await jo.call(readCommunityBySlug, { params: { slug } })).me?.role).toBe("member");
    expect((await jo.call(readInvitation, { params })).slug).toBe(slug);
    expect((await jo.refusal(acceptInvitation, { params, body: {} })).type).toBe(
      "/problems/already-a-member",
    );
  });

  it("with three uses lets in exactly three of sixteen who come at once", async () => {
    const community = await foundBy(owner, { joinPolicy: "by-invitation" });
    const token = await invitationTo(community, owner, { maxUses: 3 });
    const people = await Promise.all(
      Array.from({ length: 16 }, (_, index) => server.person(`Racer ${index}`)),
    );
    const answers = await Promise.all(
      people.map((person) => person.tryCall(acceptInvitation, { params: { token }, body: {} })),
    );
    const statuses = answers.map(({ status }) => status).toSorted(ascending);
    expect(statuses).toEqual([200, 200, 200, ...Array.from({ length: 13 }, () => 410)]);
    const { memberCount } = await owner.call(readCommunity, { params: community.params });
    expect(memberCount).toBe(4);
    expect((await owner.call(listInvitations, { params: community.params })).items).toEqual([]);
  });

  it("says the same of links that are spent, revoked, expired or invented", async () => {
    const community = await foundBy(owner, { isPrivate: true });
    const { params, communityId } = community;
    const spent = await invitationTo(community, owner, { maxUses: 1 });
    const kim = await server.person("Kim");
    await kim.call(acceptInvitation, { params: { token: spent }, body: {} });
    const revoked = await owner.call(createInvitation, { params, body: {} });
    await owner.call(revokeInvitation, {
      params: { communityId, invitationId: revoked.invitation.id },
    });
    const expired = await owner.call(createInvitation, { params, body: { validDays: 1 } });
    await server.deps.db.execute(
      sql`update invitations set expires_at = now() - interval '1 second' where id = ${expired.invitation.id}`,
    );
    const lea = await server.person("Lea");
    const texts = new Set<string>();
    for (const token of [spent, revoked.token, expired.token, "x".repeat(43)]) {
      for (const person of [server.visitor(), lea]) {
        const looked = await person.tryCall(readInvitation, { params: { token } });
        expect(looked.status).toBe(410);
        texts.add(await looked.text());
      }
      const accepted = await lea.tryCall(acceptInvitation, { params: { token }, body: {} });
      expect(accepted.status).toBe(410);
      texts.add(await accepted.text());
    }
    expect([...texts]).toHaveLength(1);
  });

  it("is kept as a hash alone, in the answers to repeated requests too", async () => {
    const community = await foundBy(owner, {});
    const token = await invitationTo(community, owner);
    const { rows } = await server.deps.db.execute<{ kept: number }>(sql`
      select (select count(*) from invitations t where t::text like ${`%${token}%`})::int
        + (select count(*) from idempotency_keys t where t::text like ${`%${token}%`})::int
        + (select count(*) from room_events t where t::text like ${`%${token}%`})::int as kept`);
    expect(rows[0]?.kept).toBe(0);
    expect(server.logged.join("\n")).not.toContain(token);
  });

  it("from before somebody was removed does not bring them back; a new one does", async () => {
    const community = await foundBy(owner, { isPrivate: true });
    const { params, communityId } = community;
    const old = await invitationTo(community, owner);
    const max = await server.person("Max");
    await max.call(acceptInvitation, { params: { token: old }, body: {} });
    const participantId = (await max.call(readCommunity, { params })).me?.participantId ?? "";
    await owner.call(removeMember, { params: { communityId, participantId }, body: {} });
    const again = (token: string) => max.tryCall(acceptInvitation, { params: { token }, body: {} });
    expect((await max.tryCall(readInvitation, { params: { token: old } })).status).toBe(410);
    expect((await again(old)).status).toBe(410);
    expect((await again(await invitationTo(community, owner))).status).toBe(200);
    expect((await max.call(readCommunity, { params })).me?.participantId).toBe(participantId);
  });

  it("loses its power with the removal of who made it", async () => {
    const community = await foundBy(owner, {});
    const { communityId, params } = community;
    const nan = await server.person("Nan");
    const { id: participantId } = await nan.call(joinCommunity, { params, body: {} });
    await server.deps.db.execute(
      sql`update memberships set role = 'moderator' where participant_id = ${participantId}`,
    );
    server.deps.forgetStandings();
    const token = await invitationTo(community, nan);
    await owner.call(removeMember, { params: { communityId, participantId }, body: {} });
    const response = await server.visitor().tryCall(readInvitation, { params: { token } });
    expect(response.status).toBe(410);
  });
});
