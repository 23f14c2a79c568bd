import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { communities } from "#db/schema/communities.ts";
import { readCommunity } from "#shared/contract/communities.ts";
import * as contract from "#shared/contract/decisions.ts";
import { setDelegations } from "#shared/contract/delegations.ts";
import { debateRoom } from "#shared/contract/event.ts";
import { readPower } from "#shared/contract/power.ts";
import { recount } from "#shared/recount/recount.ts";
import type { Receipt } from "#shared/recount/receipt.ts";
import type { Person } from "../testing/person.ts";
import { startTestServer, type TestServer } from "../testing/server.ts";
import { countMany } from "./count-many.ts";
import { settleDecision, settleDecisions } from "./settle.ts";
import { addDebate, closeEarly, holdCount, rulesOf, type Scene, until } from "./testing-scene.ts";

let server: TestServer;
let scene: Scene;
let voters: readonly Person[];
beforeAll(async () => {
  // Three ballots are many here.
  server = await startTestServer({ given: { mostCountedAtOnce: 2 } });
});
beforeEach(async () => {
  scene = await addDebate(server);
  const joined = ["Ada", "Ben", "Cleo"].map((name) => scene.join(name));
  voters = [scene.owner, scene.moderator, ...(await Promise.all(joined))];
  await server.deps.db.update(communities).set({ delegationCapPercent: 100 });
});
afterAll(() => server.close());

type Decision = contract.DecisionView;
const at = ({ id }: Decision) => ({ communityId: scene.communityId, decisionId: id });
const open = (more: object = {}) =>
  scene.owner.call(contract.createDecision, {
    params: { communityId: scene.communityId, debateId: scene.debateId },
    body: rulesOf(more),
  });
const read = (decision: Decision, who = scene.owner) =>
  who.call(contract.readDecision, { params: at(decision) });

/** Everybody ranks two options, in one of three ways. */
async function voteAll(decision: Decision): Promise<Receipt[]> {
  const receipts: Receipt[] = [];
  for (const [n, voter] of voters.entries()) {
    const ranking = [0, 1].map((place) => [decision.options[(n + place) % 3]?.id ?? ""]);
    const body = { ballot: { method: "schulze" as const, ranking } };
    const { receipt } = await voter.call(contract.castBallot, { params: at(decision), body });
    receipts.push(receipt);
  }
  return receipts;
}

/** The one who has not voted has somebody vote. */
async function delegate(): Promise<void> {
  const { communityId, moderator, member } = scene;
  const { me } = await moderator.call(readCommunity, { params: { communityId } });
  const delegates = [{ to: me?.participantId ?? "", percent: 100 }];
  const body = { scope: "community" as const, delegates, version: 0 };
  await member.call(setDelegations, { params: { communityId }, body });
}

async function closed(decision: Decision): Promise<Decision> {
  await until(async () => (await read(decision)).status === "closed");
  return read(decision);
}

/** A result without the names that options go by in one decision alone. */
const plain = ({ result, options }: Decision) =>
  options.reduce((text, { id }, n) => text.replaceAll(id, `option ${n}`), JSON.stringify(result));

const acts = ({ id }: Decision) =>
  server.sql("select payload from ledger_acts where kind = 'decision.closed' and subject = $1", [
    id,
  ]);

describe("many ballots come to the same as few", () => {
  it.each([
    ["secret", {}],
    ["public", { weighting: { kind: "role", weights: { owner: 3, moderator: 2, member: 1 } } }],
  ])("where votes are %s, for everybody who counts again", async (secrecy, more) => {
    await delegate();
    const [few, many] = [await open({ secrecy, ...more }), await open({ secrecy, ...more })];
    await voteAll(few);
    const receipts = await voteAll(many);
    await closeEarly(server, at(few), { settle: false });
    await settleDecision({ ...server.deps, mostCountedAtOnce: 10_000 }, at(few));
    await closeEarly(server, at(many));
    const [direct, apart] = [await read(few), await closed(many)];
    expect(plain(apart)).toBe(plain(direct));
    expect(apart.result).toMatchObject({ delegated: 1 });
    expect(apart.result?.outcome.turnout.persons).toMatchObject({ cast: 6, of: 6 });
    const response = await server.visitor().tryCall(contract.readBundle, { params: at(many) });
    const bundle: unknown = await response.json();
    const { publicKey } = await server.visitor().call(contract.readSigningKey, {});
    for (const receipt of receipts) {
      const known = { receipt, publicKey, rulesHash: many.rulesHash ?? undefined };
      const { isRight, checks } = recount(bundle, known);
      expect(checks.flatMap(({ faults }) => faults)).toEqual([]);
      expect(checks.find(({ id }) => id === "published")?.state).toBe("ok");
      expect(isRight).toBe(true);
    }
  });
});

describe("while ballots are counted", () => {
  it("none is taken or shown, nothing is changed, and the room hears how far it is", async () => {
    const decision = await open({ secrecy: "secret" });
    await voteAll(decision);
    const ballot = { method: "schulze" as const, ranking: [] };
    const late = { params: at(decision), body: { ballot } };
    const key = crypto.randomUUID();
    const inTime = await scene.owner.call(contract.castBallot, late, key);
    const { heard } = await scene.member.listen(debateRoom(scene));
    const letGo = await holdCount(server, at(decision));
    await closeEarly(server, at(decision));
    expect(await scene.owner.call(contract.castBallot, late, key)).toEqual(inTime);
    const counting = await read(decision, scene.moderator);
    expect(counting).toMatchObject({ status: "counting", result: null, ballotCount: 5 });
    expect(counting.closedAt).not.toBeNull();
    expect(counting.mine).toMatchObject({ hasVoted: true, ballot: null });
    expect(Object.values(counting.can)).not.toContain(true);
    expect((await scene.member.refusal(contract.castBallot, late)).type).toBe(
      "/problems/decision-closed",
    );
    const body = { reason: "We should rather not know." };
    const annul = { params: at(decision), body };
    await scene.moderator.refusal(contract.annulDecision, annul);
    for (const hidden of [contract.readBundle, readPower]) {
      await scene.owner.refusal(hidden, { params: at(decision) });
    }
    await letGo();
    await settleDecisions(server.deps);
    await closed(decision);
    await until(() => Promise.resolve(heard.some(({ payload }) => isClosed(payload))));
    const progress = heard.filter(({ name }) => name === "decision.counting");
    expect(progress.at(-1)).toMatchObject({ seq: null, payload: { counted: 5, of: 5 } });
    for (const { payload } of progress) {
      expect(Object.keys(payload as object).toSorted()).toEqual(
        ["communityId", "counted", "debateId", "decisionId", "of"].toSorted(),
      );
    }
  });
});

const isClosed = (payload: unknown) => (payload as { status?: string }).status === "closed";

describe("a count that is broken off", () => {
  it("is begun again, and comes to what it would have come to", async () => {
    const decision = await open({ secrecy: "secret" });
    await voteAll(decision);
    const letGo = await holdCount(server, at(decision));
    await closeEarly(server, at(decision));
    const { closedAt } = await read(decision);
    await letGo();
    const soon = AbortSignal.timeout(100);
    await expect(countMany(server.deps, at(decision), soon)).rejects.toThrow(/ended early|timeout/);
    const { transact } = server.deps;
    const failing: typeof transact = (work) =>
      transact(async (tx) => {
        await work(tx);
        throw new Error("the power went");
      });
    await expect(countMany({ ...server.deps, transact: failing }, at(decision))).rejects.toThrow(
      "the power went",
    );
    expect(await read(decision)).toMatchObject({ status: "counting", result: null });
    await settleDecisions(server.deps);
    const done = await closed(decision);
    expect(done).toMatchObject({ closedAt, ballotCount: 5, result: { tally: { ballots: 5 } } });
    expect(await acts(decision)).toHaveLength(1);
  });

  it("is done once, however many begin it", async () => {
    const decision = await open();
    await voteAll(decision);
    await closeEarly(server, at(decision));
    await Promise.all([1, 2].map(() => countMany(server.deps, at(decision))));
    await closed(decision);
    await countMany(server.deps, at(decision));
    expect(await acts(decision)).toHaveLength(1);
    const told = await server.sql(
      "select payload from room_events where payload->>'decisionId' = $1 and payload->>'status' = 'closed'",
      [decision.id],
    );
    expect(told).toHaveLength(1);
  });
});
