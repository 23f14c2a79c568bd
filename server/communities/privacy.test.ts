import { setTimeout as wait } from "node:timers/promises";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import {
  addRule,
  communityEndpoints,
  createCommunity,
  editCommunity,
  readCommunity,
} from "#shared/contract/communities.ts";
import { createDebate } from "#shared/contract/debates.ts";
import type { Endpoint } from "#shared/contract/endpoint.ts";
import {
  acceptInvitation,
  joinCommunity,
  leaveCommunity,
  membershipEndpoints,
  removeMember,
} from "#shared/contract/memberships.ts";
import { notificationEndpoints } from "#shared/contract/notifications.ts";
import { operationEndpoints } from "#shared/contract/operations.ts";
import type { Person } from "../testing/person.ts";
import { startTestServer, type TestServer } from "../testing/server.ts";
import { found, invitationTo, operatorOf } from "./testing-scene.ts";

let server: TestServer;
let owner: Person;
let outsider: Person;
let operator: Person;

beforeAll(async () => {
  server = await startTestServer();
  owner = await server.person("Owner");
  outsider = await server.person("Outsider");
  operator = await operatorOf(server);
  await found(outsider, {});
});
afterAll(() => server.close());

const canary = "kanarienvogel";

/** A private community in which every text is the canary, and a member of it who has left again. */
async function hideCanary() {
  const community = await owner.call(createCommunity, {
    body: {
      name: `${canary} name`,
      slug: canary,
      description: `${canary} description`,
      language: "en",
      isPrivate: true,
      joinPolicy: "open",
      rules: [{ title: `${canary} title`, text: `${canary} rule` }],
      myName: `${canary} owner`,
    },
  });
  const { id: communityId } = community;
  const token = await invitationTo({ communityId }, owner);
  const leaver = await server.person("Leaver");
  await leaver.call(acceptInvitation, { params: { token }, body: { name: `${canary} leaver` } });
  await leaver.call(leaveCommunity, { params: { communityId } });
  const participantId = community.me?.participantId ?? "";
  return { communityId, participantId, leaver };
}

/** Every path of a GET, with its parameters filled in from the private community. */
function pathsOf(contracts: readonly Endpoint[], values: Record<string, string>): string[] {
  return contracts
    .filter(({ method }) => method === "GET")
    .map(({ path }) => path.replace(/:(\w+)/g, (_, name: string) => values[name] ?? "none"));
}

describe("a private community", () => {
  it("says no word of itself by any address to those who are not in it", async () => {
    const { communityId, participantId, leaver } = await hideCanary();
    const paths = pathsOf(
      [
        ...communityEndpoints,
        ...membershipEndpoints,
        ...notificationEndpoints,
        ...operationEndpoints,
      ],
      { communityId, participantId, slug: canary, number: "1", token: "y".repeat(43) },
    );
    paths.push(
      `/api/rooms/community:${communityId}/events?after=0`,
      `/api/rooms/account:${owner.accountId}/events?after=0`,
      `/api/communities?search=${canary}`,
      `/api/communities?limit=100`,
      `/api/me/notices?communityId=${communityId}`,
    );
    expect(paths.length).toBeGreaterThan(10);
    for (const person of [server.visitor(), outsider, operator, leaver]) {
      for (const path of paths) {
        const response = await person.send(path);
        const text = (await response.text()).replaceAll(path, "");
        expect(`${path} ${text.toLowerCase().includes(canary)}`).toBe(`${path} false`);
      }
    }
    const seen = await Promise.all(paths.map(async (path) => (await owner.send(path)).text()));
    expect(seen.join("").split(canary).length).toBeGreaterThan(10);
  });

  it("lets no stranger into its room", async () => {
    const { id } = await found(owner, { isPrivate: true });
    for (const person of [server.visitor(), outsider, operator]) {
      const { joined, heard } = await person.listen(`community:${id}`);
      expect(joined).toEqual({ joined: false });
      await owner.call(addRule, { params: { communityId: id }, body: { title: "Whisper" } });
      await wait(200);
      expect(heard).toEqual([]);
    }
  });

  it("lets no stranger into the rooms of its debates either", async () => {
    const { id: communityId } = await found(owner, { isPrivate: true });
    const { id } = await owner.call(createDebate, {
      params: { communityId },
      body: {
        question: "Who keeps the secret?",
        topic: "privacy",
        language: "en",
        phase: "framing",
      },
    });
    const room = `debate:${communityId}:${id}`;
    for (const person of [server.visitor(), outsider, operator]) {
      expect((await person.listen(room)).joined).toEqual({ joined: false });
      expect((await person.send(`/api/rooms/${room}/events?after=0`)).status).toBe(404);
    }
    expect((await owner.listen(room)).joined.joined).toBe(true);
  });

  it("takes as long to say nothing of itself as one that is not there", async () => {
    const { id, slug } = await found(owner, { isPrivate: true });
    const missing = "01900000-0000-7000-8000-000000000000";
    const pairs = [
      [`/api/communities/by-slug/${slug}`, "/api/communities/by-slug/nothing-here"],
      [`/api/communities/${id}`, `/api/communities/${missing}`],
    ];
    const timeOf = async (path: string) => {
      server.deps.forgetStandings();
      const start = performance.now();
      await (await outsider.send(path)).text();
      return performance.now() - start;
    };
    const median = (times: number[]) =>
      times.toSorted((a, b) => a - b)[Math.floor(times.length / 2)] ?? 0;
    for (const [there = "", nowhere = ""] of pairs) {
      const times: { there: number[]; nowhere: number[] } = { there: [], nowhere: [] };
      for (let round = 0; round < 110; round += 1) {
        times.there.push(await timeOf(there));
        times.nowhere.push(await timeOf(nowhere));
      }
      const ratio = median(times.there) / median(times.nowhere);
      expect(ratio).toBeGreaterThan(0.65);
      expect(ratio).toBeLessThan(1.35);
    }
  });

  it("is told in its room to its members", async () => {
    const { id: communityId } = await found(owner, { isPrivate: true });
    const { joined, heard } = await owner.listen(`community:${communityId}`);
    expect(joined.joined).toBe(true);
    const guest = await server.person("Guest");
    const token = await invitationTo({ communityId }, owner);
    await guest.call(acceptInvitation, { params: { token }, body: {} });
    await owner.call(addRule, { params: { communityId }, body: { title: "Whisper" } });
    await guest.call(leaveCommunity, { params: { communityId } });
    await vi.waitFor(() => expect(heard.at(-1)?.name).toBe("member.left"), 20_000);
    // That the founder came may be told late, and so be heard here too, and the ledger signs whenever it comes to it.
    const names = heard.map(({ name }) => name).filter((name) => name !== "ledger.signed");
    expect(names.slice(-3)).toEqual(["member.joined", "charter.changed", "member.left"]);
  });
});

describe("whoever loses a membership", () => {
  it("hears nothing more of a private community after a second, and is told so", async () => {
    const { id: communityId } = await found(owner, { isPrivate: true });
    const params = { communityId };
    const guest = await server.person("Guest");
    const token = await invitationTo({ communityId }, owner);
    await guest.call(acceptInvitation, { params: { token }, body: {} });
    const { me } = await guest.call(readCommunity, { params });
    const { joined, heard } = await guest.listen(`community:${communityId}`);
    expect(joined.joined).toBe(true);
    const left: string[] = [];
    guest.socket.on("left", (room) => left.push(room));

    const participantId = me?.participantId ?? "";
    await owner.call(removeMember, { params: { communityId, participantId }, body: {} });
    await wait(1_000);
    expect(left).toEqual([`community:${communityId}`]);
    const before = heard.length;
    for (const title of ["One", "Two", "Three"]) {
      await owner.call(addRule, { params, body: { title } });
    }
    await wait(700);
    expect(heard.length - before).toBe(0);
    expect((await guest.refusal(readCommunity, { params })).status).toBe(404);
    expect(await guest.socket.emitWithAck("join", `community:${communityId}`)).toEqual({
      joined: false,
    });
    const missed = await guest.send(`/api/rooms/community:${communityId}/events?after=0`);
    expect(missed.status).toBe(404);
  });

  it("is one of the public when the community is public, and goes on hearing", async () => {
    const { id: communityId } = await found(owner, {});
    const params = { communityId };
    const guest = await server.person("Guest");
    await guest.call(joinCommunity, { params, body: {} });
    const { heard } = await guest.listen(`community:${communityId}`);
    await guest.call(leaveCommunity, { params });
    await wait(600);
    await owner.call(addRule, { params, body: { title: "For all" } });
    await vi.waitFor(() => expect(heard.at(-1)?.name).toBe("charter.changed"), 20_000);
  });

  it("stops hearing, stranger or not, when a public community turns private", async () => {
    const community = await found(owner, {});
    const params = { communityId: community.id };
    const stranger = server.visitor();
    const { joined, heard } = await stranger.listen(`community:${community.id}`);
    expect(joined.joined).toBe(true);
    const { name, description, language, joinPolicy, version } = community;
    await owner.call(editCommunity, {
      params,
      body: { name, description, language, joinPolicy, version, isPrivate: true },
    });
    await wait(1_000);
    const before = heard.length;
    await owner.call(addRule, { params, body: { title: "Whisper" } });
    await wait(500);
    expect(heard.length - before).toBe(0);
  });
});
