import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { castBallot, createDecision, readDecision } from "#shared/contract/decisions.ts";
import { debateRoom } from "#shared/contract/event.ts";
import { addStatement } from "#shared/contract/statements.ts";
import { addCommunity } from "../testing/community.ts";
import { startTestServer, type TestServer } from "../testing/server.ts";
import {
  ballotOf,
  castSixteenfold,
  keptBallots,
  openPoll,
  resultOf,
  rushTheDeadline,
  watchTheCount,
} from "./testing-promises.ts";
import { addDebate, closeEarly, rulesOf, until } from "./testing-scene.ts";

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.close());

describe("a ballot that is sent again with its key", () => {
  it("counts once, sixteen at a time, and gets the same answer each time", async () => {
    const poll = await openPoll(server, 6);
    for (const [points, voter] of poll.voters.entries()) {
      const replies = await castSixteenfold(poll, voter, { key: crypto.randomUUID(), points });
      expect(replies).toHaveLength(1);
      expect(replies[0]).toMatch(/^200 .*"revision":1/);
    }
    const kept = await keptBallots(poll);
    expect(kept.map(({ revision }) => revision)).toEqual([1, 1, 1, 1, 1, 1]);
  });

  it("is refused with other content, and leaves the first as it was", async () => {
    const poll = await openPoll(server, 3);
    for (const voter of poll.voters) {
      const key = crypto.randomUUID();
      await castSixteenfold(poll, voter, { key, points: 1 });
      const other = { params: poll.params, body: ballotOf(poll, 2) };
      const refused = await voter.tryCall(castBallot, other, key);
      expect(refused.status).toBe(422);
      expect(await refused.json()).toMatchObject({ type: "/problems/idempotency-key-reused" });
      const { mine } = await voter.call(readDecision, { params: poll.params });
      expect(mine).toMatchObject({ revision: 1, ballot: ballotOf(poll, 1).ballot });
    }
  });

  it("is somebody else's own, where somebody else uses the same key", async () => {
    const poll = await openPoll(server, 3);
    const key = crypto.randomUUID();
    for (const [points, voter] of poll.voters.entries()) {
      const input = { params: poll.params, body: ballotOf(poll, points) };
      const { ballot, revision } = await voter.call(castBallot, input, key);
      expect({ ballot, revision }).toEqual({ ...input.body, revision: 1 });
    }
    expect(await keptBallots(poll)).toHaveLength(3);
  });

  it("like anything else that is written, is told of once", async () => {
    const { communityId, debateId, member, owner } = await addDebate(server);
    const params = { communityId, debateId };
    const { heard } = await owner.listen(debateRoom(params));
    const told = () => heard.filter(({ name }) => name === "statement.added").length;
    for (let round = 1; round <= 4; round += 1) {
      const key = crypto.randomUUID();
      const body = { text: `Said once, in round ${round}, though sixteen times.` };
      const answers = await Promise.all(
        Array.from({ length: 16 }, async () =>
          JSON.stringify(await member.call(addStatement, { params, body }, key)),
        ),
      );
      expect(new Set(answers).size).toBe(1);
      await until(async () => told() >= round);
    }
    expect(told()).toBe(4);
  });
});

describe("the count of an open decision", () => {
  it("is never behind what was acknowledged, ahead of what was sent, or on its way back", async () => {
    const poll = await openPoll(server, 16);
    const { reads, ownReads, ...faults } = await watchTheCount(poll, { rounds: 3, readers: 4 });
    expect(faults).toEqual({ below: 0, above: 0, backwards: 0, stale: 0 });
    expect(reads).toBeGreaterThan(20);
    expect(ownReads).toBe(48);
  }, 60_000);
});

describe("the deadline", () => {
  it.each([
    ["right", 0],
    ["slow by 900 ms", -900],
    ["fast by 900 ms", 900],
  ])(
    "is the database's: acknowledged is counted, refused is not, with a clock of the server that is %s",
    async (_how, offMs) => {
      const clock = () => new Date(Date.now() + offMs);
      const off = await startTestServer({ given: { clock } });
      const poll = await openPoll(off, 30);
      const rush = await rushTheDeadline(poll);
      expect(rush).toMatchObject({ different: 0, late: 0, castLate: 0 });
      expect(rush.counted).toBe(rush.acknowledged);
      expect(rush.acknowledged + rush.refused).toBe(30);
      await new Promise((go) => setTimeout(go, 1_000));
      expect(JSON.stringify((await resultOf(poll)).result)).toBe(rush.result);
      await off.close();
    },
    60_000,
  );
});

describe("the roll", () => {
  it("lets nobody vote who was no member when the decision opened, or is none any more", async () => {
    const scene = await addDebate(server);
    const { communityId, debateId } = scene;
    const removedBefore = await scene.join("Removed before");
    const removedAfter = await scene.join("Removed after");
    await scene.removeMember("Removed before");
    const elsewhere = await server.person("From elsewhere");
    await addCommunity(server, elsewhere);
    const decision = await scene.owner.call(createDecision, {
      params: { communityId, debateId },
      body: rulesOf({ settings: { method: "plurality" } }),
    });
    const joinedAfter = await scene.join("Joined after");
    await scene.removeMember("Removed after");
    const params = { communityId, decisionId: decision.id };
    const choice = decision.options[0]?.id ?? "";
    const vote = { params, body: { ballot: { method: "plurality" as const, choice } } };
    const strangers = [removedBefore, removedAfter, joinedAfter, elsewhere, server.visitor()];
    const statuses = [];
    for (const person of strangers) statuses.push((await person.tryCall(castBallot, vote)).status);
    expect(statuses).toEqual([403, 403, 403, 403, 401]);
    for (const person of [scene.owner, scene.moderator, scene.member]) {
      await person.call(castBallot, vote);
      await person.call(castBallot, vote);
    }
    await closeEarly(server, params);
    const closed = await scene.owner.call(readDecision, { params });
    expect(closed).toMatchObject({ ballotCount: 3, electorate: { size: 4 } });
    expect(closed.result?.tally.ballots).toBe(3);
    expect(closed.result?.outcome.turnout.persons).toEqual({ cast: 3, of: 4 });
  });
});
