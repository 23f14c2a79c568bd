import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { addPosition, claimEndpoints, readOutline } from "#shared/contract/claims.ts";
import {
  createDebate,
  debateEndpoints,
  listDebates,
  listLiveDebates,
  moveDebate,
  readActivity,
  readDebate,
} from "#shared/contract/debates.ts";
import type { Endpoint } from "#shared/contract/endpoint.ts";
import { debateRoom } from "#shared/contract/event.ts";
import { evidenceEndpoints } from "#shared/contract/evidence.ts";
import { ratingEndpoints } from "#shared/contract/ratings.ts";
import { readRoomEvents } from "#shared/contract/rooms.ts";
import type { Person } from "../testing/person.ts";
import { startTestServer, type TestServer } from "../testing/server.ts";
import { debateIn, moveTo, type Scene, say, setScene } from "./testing-scene.ts";

let server: TestServer;
let open: Scene;
let closed: Scene;

beforeAll(async () => {
  server = await startTestServer();
  [open, closed] = await Promise.all([setScene(server), setScene(server, { isPrivate: true })]);
});
afterAll(() => server.close());

const operations: readonly Endpoint[] = [
  ...debateEndpoints,
  ...claimEndpoints,
  ...evidenceEndpoints,
  ...ratingEndpoints,
].filter(({ name }) => name !== listLiveDebates.name);

/** Sends an operation without a body: who may not do it learns so before the content is looked at. */
async function knock(person: Person, contract: Endpoint, ids: Record<string, string>) {
  const path = contract.path.replace(/:(\w+)/g, (_, name: string) => ids[name] ?? "framing");
  const response = await person.send(path, {
    method: contract.method,
    headers: { "idempotency-key": crypto.randomUUID() },
  });
  return { name: contract.name, status: response.status, text: await response.text() };
}

async function thingsIn(scene: Scene) {
  const ids = await debateIn(scene);
  const placed = await say(scene.member, ids, {
    under: ids.positionIds[0],
    text: "A secret claim",
  });
  return {
    communityId: ids.communityId,
    debateId: ids.debateId,
    positionId: ids.positionIds[0],
    claimId: placed.claim.id,
    edgeId: placed.edges[0]?.id ?? "",
    evidenceId: crypto.randomUUID(),
  };
}

describe("a debate in a private community", () => {
  it("is for strangers and for members of others by every operation the same 404 as none", async () => {
    const ids = await thingsIn(closed);
    const nowhere = { ...ids, communityId: crypto.randomUUID() };
    for (const person of [closed.stranger, closed.foreigner, open.member]) {
      for (const contract of operations) {
        const there = await knock(person, contract, ids);
        const none = await knock(person, contract, nowhere);
        expect(there).toEqual(none);
        expect([contract.name, there.status]).toEqual([contract.name, 404]);
      }
    }
  });

  it("is not heard by who may not see it, and not in the list of what is live", async () => {
    const ids = await thingsIn(closed);
    for (const person of [closed.stranger, closed.foreigner]) {
      const { joined } = await person.listen(debateRoom(ids));
      expect(joined).toEqual({ joined: false });
      const params = { room: debateRoom(ids) };
      expect((await person.refusal(readRoomEvents, { params, query: { after: 0 } })).status).toBe(
        404,
      );
      const { items } = await person.call(listLiveDebates, { query: { limit: 100 } });
      expect(items.filter(({ communityId }) => communityId === closed.communityId)).toEqual([]);
    }
    const { items } = await closed.member.call(listLiveDebates, {});
    expect(items.map(({ id }) => id)).toContain(ids.debateId);
  });
});

describe("a debate in a public community", () => {
  it("is read by everybody and written by members", async () => {
    const ids = await thingsIn(open);
    for (const contract of operations) {
      const stranger = await knock(open.stranger, contract, ids);
      const foreigner = await knock(open.foreigner, contract, ids);
      const isRead = contract.method === "GET";
      expect([contract.name, stranger.status]).toEqual([contract.name, isRead ? 200 : 401]);
      expect([contract.name, foreigner.status]).toEqual([contract.name, isRead ? 200 : 403]);
    }
  });

  it("is not found in another community, even by its members", async () => {
    const ids = await thingsIn(open);
    const here = { ...ids, communityId: closed.communityId };
    for (const contract of operations) {
      if (contract === (listDebates as Endpoint) || contract === (createDebate as Endpoint))
        continue;
      const { status } = await knock(closed.member, contract, here);
      expect([contract.name, [404, 422].includes(status)]).toEqual([contract.name, true]);
    }
  });
});

describe("a draft", () => {
  const question = "Is this question ready for others?";
  const ask = (scene: Scene) =>
    scene.author.call(createDebate, {
      params: { communityId: scene.communityId },
      body: { question, topic: "governance", language: "en" },
    });

  it("is seen, heard and listed by its author and moderators alone", async () => {
    const { id: debateId, communityId } = await ask(open);
    const ids = { communityId, debateId };
    for (const person of [open.author, open.moderator, open.owner]) {
      expect(await person.call(readDebate, { params: ids })).toMatchObject({ question });
      expect((await person.listen(debateRoom(ids))).joined.joined).toBe(true);
      const { items } = await person.call(listDebates, { params: ids, query: { phase: "draft" } });
      expect(items.map(({ id }) => id)).toContain(debateId);
    }
    for (const person of [open.member, open.foreigner, open.stranger]) {
      for (const contract of [readDebate, readOutline, readActivity]) {
        expect((await person.refusal(contract, { params: ids })).status).toBe(404);
      }
      expect((await person.listen(debateRoom(ids))).joined).toEqual({ joined: false });
      const { items } = await person.call(listDebates, { params: ids, query: { limit: 100 } });
      expect(items.filter(({ id }) => id === debateId)).toEqual([]);
    }
    const body = { title: "Written in the dark" };
    expect((await open.member.refusal(addPosition, { params: ids, body })).status).toBe(404);
    const move = { params: ids, body: { from: "draft", to: "framing" } } as const;
    expect((await open.member.refusal(moveDebate, move)).status).toBe(404);
  });

  it("that is put away stays out of sight, and can be taken up again", async () => {
    const { id: debateId, communityId } = await ask(open);
    const ids = { communityId, debateId };
    await moveTo(open.author, ids, "archived");
    expect((await open.member.refusal(readDebate, { params: ids })).status).toBe(404);
    const { items } = await open.member.call(listDebates, {
      params: ids,
      query: { phase: "archived" },
    });
    expect(items.filter(({ id }) => id === debateId)).toEqual([]);
    const seen = await open.author.call(readDebate, { params: ids });
    expect(seen.can.move).toEqual(["draft"]);
    await moveTo(open.author, ids, "draft");
  });

  it("once framed is everybody's to see", async () => {
    const { id: debateId, communityId } = await ask(open);
    const ids = { communityId, debateId };
    await moveTo(open.author, ids, "framing");
    expect(await open.stranger.call(readDebate, { params: ids })).toMatchObject({ question });
    expect((await open.stranger.listen(debateRoom(ids))).joined.joined).toBe(true);
  });
});

describe("lists of debates", () => {
  it("come in pages, the latest activity first, by phase and topic", async () => {
    const scene = await setScene(server);
    const params = { communityId: scene.communityId };
    const asked: string[] = [];
    for (let number = 0; number < 5; number += 1) {
      const debate = await scene.author.call(createDebate, {
        params,
        body: {
          question: `The question number ${number}`,
          topic: number % 2 ? "bias" : "privacy",
          language: "en",
          phase: "framing",
        },
      });
      asked.unshift(debate.id);
    }
    const found: string[] = [];
    let after: string | undefined;
    do {
      const query = { limit: 2, ...(after === undefined ? {} : { after }) };
      const page = await scene.stranger.call(listDebates, { params, query });
      found.push(...page.items.map(({ id }) => id));
      after = page.next ?? undefined;
    } while (after !== undefined);
    expect(found).toEqual(asked);
    const biased = await scene.stranger.call(listDebates, { params, query: { topic: "bias" } });
    expect(biased.items).toHaveLength(2);
    const voting = await scene.stranger.call(listDebates, { params, query: { phase: "voting" } });
    expect(voting.items).toEqual([]);
    const broken = { params, query: { after: "x" } };
    expect((await scene.stranger.refusal(listDebates, broken)).status).toBe(422);
  });

  it("say of what is live how many people are there", async () => {
    const ids = await debateIn(open);
    await say(open.member, ids, { under: ids.positionIds[0], text: "Something" });
    await open.member.listen(debateRoom(ids));
    await open.moderator.listen(debateRoom(ids));
    const { items } = await open.stranger.call(listLiveDebates, {});
    expect(items.find(({ id }) => id === ids.debateId)).toMatchObject({
      present: 2,
      community: { id: open.communityId, name: "The Commons" },
      counts: { positions: 2, claims: 1, evidence: 0, statements: 0 },
    });
  });
});
