import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { castBallot, createDecision, readDecision } from "#shared/contract/decisions.ts";
import { startTestServer, type TestServer } from "../testing/server.ts";
import { ballotOf, keptBallots, openPoll, type Poll } from "./testing-promises.ts";
import { closeEarly, rulesOf } from "./testing-scene.ts";
import { createTaking } from "./taking.ts";
import type { NewBallot } from "./take-store.ts";

let server: TestServer;
let poll: Poll;
beforeAll(async () => {
  server = await startTestServer();
  poll = await openPoll(server, 3);
});
afterAll(() => server.close());

describe("ballots that arrive together", () => {
  it("of one voter are taken one after the other, as they came", async () => {
    const [, voter] = poll.voters;
    if (!voter) throw new Error("a voter");
    const answers = await Promise.all(
      [10, 20, 30].map((points) =>
        voter.call(castBallot, { params: poll.params, body: ballotOf(poll, points) }),
      ),
    );
    const last = answers.find(({ revision }) => revision === 3);
    expect(new Set(answers.map(({ revision }) => revision))).toEqual(new Set([1, 2, 3]));
    const { mine } = await voter.call(readDecision, { params: poll.params });
    expect(mine).toMatchObject({ revision: 3, ballot: last?.ballot, castAt: last?.castAt });
  });

  it("are each taken or refused for themselves", async () => {
    const [owner, voter] = poll.voters;
    if (!owner || !voter) throw new Error("two voters");
    const { communityId } = poll.params;
    const over = await owner.call(createDecision, {
      params: { communityId, debateId: poll.debateId },
      body: rulesOf({ settings: { method: "score", maxScore: 100 } }),
    });
    const late = { communityId, decisionId: over.id };
    await closeEarly(server, late, { settle: false });
    const stranger = await server.person("Stranger");
    const [taken, tooLate, refused, again] = await Promise.all([
      owner.tryCall(castBallot, { params: poll.params, body: ballotOf(poll, 1) }),
      voter.tryCall(castBallot, { params: late, body: { ballot: blank } }),
      stranger.tryCall(castBallot, { params: poll.params, body: ballotOf(poll, 3) }),
      voter.tryCall(castBallot, { params: poll.params, body: ballotOf(poll, 4) }),
    ]);
    expect([taken.status, tooLate.status, refused.status, again.status]).toEqual([
      200, 409, 403, 200,
    ]);
    expect(await tooLate.json()).toMatchObject({ type: "/problems/decision-closed" });
  });

  it("at two servers with one key are one ballot, answered alike", async () => {
    const other = await openPoll(server, 3);
    for (const [n, voter] of other.voters.entries()) {
      const { participantId } = await standingOf(voter.accountId, other);
      const cast = (): NewBallot => ({
        ...other.params,
        voterId: participantId,
        ballotId: `ballot ${n}`,
        ...ballotOf(other, n),
        reason: null,
        nonce: server.deps.random.token(),
        isOnPaper: false,
        once: {
          accountId: voter.accountId,
          key: `key-of-two-servers-${n}`,
          operation: "castBallot",
          requestHash: "the same",
        },
      });
      const servers = Array.from({ length: 6 }, () => createTaking(server.deps.db, false));
      const casts = await Promise.all(servers.map((take) => take(cast())));
      const taken = casts.flatMap(({ row }) => row ?? []);
      expect(taken).toHaveLength(1);
      const answers = casts.flatMap(({ used }) => used?.reply ?? []);
      expect(answers).toHaveLength(5);
      for (const answer of answers) {
        expect(answer).toMatchObject({ revision: 1, receipt: { nonce: taken[0]?.nonce } });
      }
    }
    expect((await keptBallots(other)).map(({ revision }) => revision)).toEqual([1, 1, 1]);
  });

  it("with one that was taken before are taken all the same, and that one is answered as before", async () => {
    const own = await openPoll(server, 3);
    const [voter, ...others] = own.voters;
    if (!voter) throw new Error("a voter");
    const key = crypto.randomUUID();
    const cast = { params: own.params, body: ballotOf(own, 7) };
    const first = await voter.call(castBallot, cast, key);
    const [again, reused, ...answers] = await Promise.all([
      voter.call(castBallot, cast, key),
      voter.tryCall(castBallot, { ...cast, body: ballotOf(own, 8) }, key),
      ...others.map((other) => other.call(castBallot, cast)),
    ]);
    expect(again).toEqual(first);
    expect(await reused.json()).toMatchObject({ type: "/problems/idempotency-key-reused" });
    expect(answers.map(({ revision }) => revision)).toEqual([1, 1]);
    expect((await keptBallots(own)).map(({ revision }) => revision)).toEqual([1, 1, 1]);
  });

  it("and again after voting has ended get the answer that they got", async () => {
    const own = await openPoll(server, 2);
    const [voter, other] = own.voters;
    if (!voter || !other) throw new Error("two voters");
    const input = { params: own.params, body: ballotOf(own, 7) };
    const key = crypto.randomUUID();
    const first = await voter.call(castBallot, input, key);
    await closeEarly(server, own.params);
    expect(await voter.call(castBallot, input, key)).toEqual(first);
    const late = await other.refusal(castBallot, input);
    expect(late.type).toBe("/problems/decision-closed");
    const changed = await voter.tryCall(castBallot, { ...input, body: ballotOf(own, 8) }, key);
    expect(await changed.json()).toMatchObject({ type: "/problems/idempotency-key-reused" });
  });
});

const blank = { method: "score" as const, scores: {} };

async function standingOf(accountId: string, { params }: Poll) {
  const actor = {
    kind: "account",
    accountId,
    sessionId: "",
    isOperator: false,
    isConfirmed: true,
  } as const;
  const standing = await server.deps.findStanding(actor, params.communityId);
  if (!standing?.participantId) throw new Error("a member");
  return { participantId: standing.participantId };
}
