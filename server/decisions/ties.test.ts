import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import * as contract from "#shared/contract/decisions.ts";
import { readPower, readTally } from "#shared/contract/power.ts";
import { hashBallots, hashText, lotOrder, seedWith } from "#shared/counting/lot-order.ts";
import type { Bundle } from "#shared/recount/bundle.ts";
import { recount } from "#shared/recount/recount.ts";
import type { Person } from "../testing/person.ts";
import { startTestServer, type TestServer } from "../testing/server.ts";
import { addDebate, closeEarly, rulesOf, type Scene } from "./testing-scene.ts";

let server: TestServer;
let scene: Scene;
beforeAll(async () => {
  server = await startTestServer();
});
beforeEach(async () => {
  scene = await addDebate(server);
});
afterAll(() => server.close());

const at = (decisionId: string) => ({ communityId: scene.communityId, decisionId });
const debate = () => ({ communityId: scene.communityId, debateId: scene.debateId });
const create = (more: object) =>
  scene.owner.call(contract.createDecision, {
    params: debate(),
    body: rulesOf({ settings: { method: "plurality" }, ...more }),
  });
const vote = (who: Person, decisionId: string, choice: string) =>
  who.call(contract.castBallot, {
    params: at(decisionId),
    body: { ballot: { method: "plurality", choice } },
  });
const read = (decisionId: string) =>
  scene.member.call(contract.readDecision, { params: at(decisionId) });

/** Two votes for two options, and so a tie. */
async function tied(more: object) {
  const decision = await create(more);
  const options = decision.options.map(({ id }) => id);
  await vote(scene.owner, decision.id, options[0] ?? "");
  await vote(scene.member, decision.id, options[1] ?? "");
  await closeEarly(server, at(decision.id));
  return { decision: await read(decision.id), before: decision, options };
}

describe("the rules of a decision", () => {
  it("are hashed as they are when it opens, in public, and no two alike", async () => {
    const one = await create({});
    const other = await create({ quorum: { persons: { num: 1, den: 2 } } });
    const later = await create({ opensAt: new Date(Date.now() + 600_000).toISOString() });
    expect(one.rulesHash).toMatch(/^[0-9a-f]{64}$/);
    expect(other.rulesHash).not.toBe(one.rulesHash);
    expect(later.rulesHash).toBeNull();
  });
});

describe("a tie", () => {
  it("stays one where the rules say nothing else", async () => {
    const { decision, options } = await tied({});
    expect(decision.result?.outcome).toMatchObject({ result: "tied", open: options.slice(0, 2) });
    expect(decision.lot).toBeNull();
  });

  it.each(["public", "secret"])(
    "is settled by a lot of a seed, whose hash is known from opening on, and the ballots: %s",
    async (secrecy) => {
      const { decision, before, options } = await tied({ tieBreak: "lot", secrecy });
      const hash = decision.lot?.hash ?? "";
      expect(before.lot).toEqual({ hash, seed: null, by: "seed-and-ballots", ballotsHash: null });
      const seed = decision.lot?.seed ?? "";
      expect(hashText(seed)).toBe(hash);
      const response = await server.visitor().tryCall(contract.readBundle, {
        params: at(decision.id),
      });
      const bundle = (await response.json()) as Bundle;
      expect(recount(bundle).isRight).toBe(true);
      const ballotsHash = hashBallots(bundle.ballots);
      expect(decision.lot?.ballotsHash).toBe(ballotsHash);
      const order = lotOrder(seedWith(seed, ballotsHash), options);
      const [first] = order.filter((one) => options.slice(0, 2).includes(one));
      expect(decision.result?.tally).toMatchObject({ winners: [first], tie: { rule: "lot" } });
      expect(decision.result?.outcome.result).toBe("passed");
    },
  );

  it("shows in no live count how a lot will settle it", async () => {
    const decision = await create({ tieBreak: "lot", liveResults: true });
    await vote(scene.owner, decision.id, decision.options[0]?.id ?? "");
    await vote(scene.member, decision.id, decision.options[1]?.id ?? "");
    const { result } = await scene.member.call(readTally, { params: at(decision.id) });
    expect(result.outcome.result).toBe("tied");
    expect(result.tally.winners).toHaveLength(2);
    const { report } = await scene.member.call(readPower, { params: at(decision.id) });
    expect(report?.flip.state).toBe("tied");
  });

  it("is settled by a moderator's order where the rules leave it to the chair, once and in public", async () => {
    const { decision, options } = await tied({ tieBreak: "chair" });
    expect(decision.result?.outcome.result).toBe("tied");
    const [a = "", b = "", c = ""] = options;
    const settle = (order: string[]) => {
      return { params: at(decision.id), body: { order, reason: "The council prefers it." } };
    };
    const missing = await scene.moderator.refusal(contract.settleTie, settle([b, a]));
    expect(missing.errors?.[0]).toMatchObject({ pointer: "#/body/order" });
    const refused = await scene.member.refusal(contract.settleTie, settle([b, a, c]));
    expect(refused.status).toBe(403);
    const settled = await scene.moderator.call(contract.settleTie, settle([c, b, a]));
    expect(settled.result?.outcome).toMatchObject({ result: "passed", carried: [b] });
    expect(settled.result?.tally.tie?.rule).toBe("chair");
    const again = await scene.moderator.refusal(contract.settleTie, settle([a, b, c]));
    expect(again).toMatchObject({ type: "/problems/not-allowed" });
  });
});

describe("a runoff", () => {
  it("is held between options of a decision that decided nothing, though its debate has moved on", async () => {
    const { decision } = await tied({});
    const [a, b] = decision.options.map(({ positionId }) => positionId);
    expect(decision.can.holdRunoff).toBe(false);
    const runoff = await create({ runoffOf: decision.id, positionIds: [a, b] });
    expect(runoff).toMatchObject({ status: "open", runoffOf: decision.id });
    expect(runoff.options.map(({ positionId }) => positionId)).toEqual([a, b]);
  });

  it("is not held of what was decided, of what is still open, or elsewhere", async () => {
    const open = await create({});
    const refuse = async (runoffOf: string) => {
      const { errors } = await scene.owner.refusal(contract.createDecision, {
        params: debate(),
        body: rulesOf({ runoffOf }),
      });
      return errors?.map(({ pointer, reason }) => [pointer, reason?.code]);
    };
    const wrong = [["#/body/runoffOf", "nothing-to-run-off"]];
    expect(await refuse(open.id)).toEqual(wrong);
    expect(await refuse(crypto.randomUUID())).toEqual(wrong);
    await vote(scene.owner, open.id, open.options[0]?.id ?? "");
    await closeEarly(server, at(open.id));
    expect(await refuse(open.id)).toEqual([["#/body/runoffOf", "decided-already"]]);
    const elsewhere = await addDebate(server);
    scene = { ...elsewhere };
    expect(await refuse(open.id)).toEqual(wrong);
  });
});

describe("a reason with a ballot", () => {
  it("is shown beside the vote where the rules take reasons", async () => {
    const decision = await create({ reasons: "optional" });
    const choice = decision.options[0]?.id ?? "";
    const reason = "It is the only one that we can afford.";
    await scene.member.call(contract.castBallot, {
      params: at(decision.id),
      body: { ballot: { method: "plurality", choice }, reason },
    });
    const { items } = await scene.owner.call(contract.listBallots, {
      params: at(decision.id),
      query: {},
    });
    expect(items).toMatchObject([{ reason }]);
    expect((await read(decision.id)).mine.reason).toBe(reason);
  });

  it("is refused where they do not, and nothing is kept of the ballot", async () => {
    const decision = await create({});
    const refused = await scene.member.refusal(contract.castBallot, {
      params: at(decision.id),
      body: {
        ballot: { method: "plurality", choice: decision.options[0]?.id ?? "" },
        reason: "Because.",
      },
    });
    expect(refused.errors).toMatchObject([
      { pointer: "#/body/reason", reason: { code: "no-reasons-here" } },
    ]);
    expect((await read(decision.id)).ballotCount).toBe(0);
  });
});
