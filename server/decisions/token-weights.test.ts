import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import * as contract from "#shared/contract/decisions.ts";
import { makeSnapshot } from "#shared/contract/holdings.ts";
import { TestWallet } from "../holdings/testing-wallets.ts";
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
const snapshotOf = (...rows: string[]) =>
  scene.owner.call(makeSnapshot, {
    params: { communityId: scene.communityId },
    body: {
      title: "Shares of the harbour",
      token: "HRB",
      source: "The register of shares",
      link: null,
      decimals: 1,
      csv: ["holder,amount", ...rows].join("\n"),
    },
  });
const rules = (weighting: object, more: object = {}) => ({
  params: debate(),
  body: rulesOf({ settings: { method: "plurality" }, weighting, ...more }),
});
const decide = (weighting: object, more: object = {}) =>
  scene.owner.call(contract.createDecision, rules(weighting, more));
const read = (decisionId: string, who = scene.member) =>
  who.call(contract.readDecision, { params: at(decisionId) });
const weightOf = async (decisionId: string, who: Person) => {
  const { mine } = await read(decisionId, who);
  return mine.isElector ? mine.weight : null;
};
const vote = (who: Person, decisionId: string, choice = "") =>
  who.call(contract.castBallot, {
    params: at(decisionId),
    body: { ballot: { method: "plurality", choice } },
  });

describe("a decision weighed by tokens", () => {
  it("counts what voters hold, by name and by proven addresses, and persons beside", async () => {
    const wallet = new TestWallet();
    await wallet.prove(scene.member);
    const { id: snapshotId } = await snapshotOf(
      "Own,1.5",
      "Mem,2",
      `${wallet.address},4`,
      "Far,90",
    );
    const decision = await decide(
      { kind: "token", snapshotId },
      { quorum: { persons: { num: 2, den: 3 }, weight: { num: 1, den: 2 } } },
    );
    expect(decision).toMatchObject({
      unit: "10",
      electorate: { size: 3, weight: "75" },
      mine: { weight: "15" },
      snapshot: { id: snapshotId, token: "HRB", source: "The register of shares", decimals: 1 },
    });
    const [one = "", other = ""] = decision.options.map(({ id }) => id);
    await vote(scene.owner, decision.id, one);
    await vote(scene.moderator, decision.id, one);
    await vote(scene.member, decision.id, other);
    await closeEarly(server, at(decision.id));
    const { result } = await read(decision.id);
    expect(result).toMatchObject({
      unit: "10",
      tally: { winners: [other], weight: "75" },
      outcome: { turnout: { persons: { cast: 3, of: 3 }, weight: { cast: "75", of: "75" } } },
    });
  });

  it("freezes weights when it opens: what is proven later changes nothing", async () => {
    const wallet = new TestWallet();
    const { id: snapshotId } = await snapshotOf("Own,1", `${wallet.address},50`);
    const { id } = await decide({ kind: "token", snapshotId });
    await wallet.prove(scene.member);
    expect(await weightOf(id, scene.member)).toBe("0");
    // The next one goes by it.
    await scene.owner.call(contract.annulDecision, {
      params: at(id),
      body: { reason: "We begin anew with everybody." },
    });
    const next = await decide({ kind: "token", snapshotId });
    expect(await weightOf(next.id, scene.member)).toBe("500");
  });

  it("lets those without tokens vote: they count as persons", async () => {
    const { id: snapshotId } = await snapshotOf("Own,1");
    const { id, options } = await decide({ kind: "token", snapshotId });
    expect(await weightOf(id, scene.member)).toBe("0");
    await vote(scene.member, id, options[0]?.id);
    await closeEarly(server, at(id));
    const { result } = await read(id);
    expect(result?.outcome.turnout).toMatchObject({
      persons: { cast: 1, of: 3 },
      weight: { cast: "0", of: "10" },
    });
  });

  it("puts hash and source of the snapshot into the public record, and nobody's address", async () => {
    const wallet = new TestWallet();
    await wallet.prove(scene.member);
    const made = await snapshotOf("Own,1", `${wallet.address},2`);
    const { id } = await decide({ kind: "token", snapshotId: made.id });
    const { rows } = await server.deps.db.execute<{ payload: Record<string, unknown> }>(
      `select payload from ledger_acts where kind = 'decision.opened' and subject = '${id}'`,
    );
    expect(rows[0]?.payload).toMatchObject({
      weighting: { kind: "token", snapshotId: made.id },
      snapshot: { hash: made.hash },
      electors: 3,
      electorateWeight: "30",
    });
    expect(JSON.stringify(rows).toLowerCase()).not.toContain(wallet.address.toLowerCase());
  });

  it.each([
    ["square-root", {}, ["3000000", "1000000"]],
    ["capped-token", { percent: 20 }, ["2", "1"]],
  ])("by %s weighs as its rules say", async (kind, more, weights) => {
    const { id: snapshotId } = await snapshotOf("Own,0.9", "Mem,0.1");
    const { id } = await decide({ kind, snapshotId, ...more });
    expect([await weightOf(id, scene.owner), await weightOf(id, scene.member)]).toEqual(weights);
  });
});

describe("rules by tokens are refused, with the field named,", () => {
  const pointer = "#/body/weighting/snapshotId";

  it("where the snapshot is another community's", async () => {
    const { id: snapshotId } = await snapshotOf("Own,1");
    scene = await addDebate(server);
    const { errors } = await scene.owner.refusal(
      contract.createDecision,
      rules({ kind: "token", snapshotId }),
    );
    expect(errors).toMatchObject([{ pointer, reason: { code: "unknown-snapshot" } }]);
  });

  it("where nobody who may vote holds anything", async () => {
    const { id: snapshotId } = await snapshotOf("Own,1", "Far,9");
    const { errors } = await scene.owner.refusal(
      contract.createDecision,
      rules({ kind: "token", snapshotId }, { electorate: { roles: ["member"] } }),
    );
    expect(errors).toMatchObject([{ pointer, reason: { code: "no-elector-holds" } }]);
  });

  it("where only roles weigh that nobody has", async () => {
    const weights = { owner: 5, moderator: 0, member: 0 };
    const { errors } = await scene.owner.refusal(
      contract.createDecision,
      rules({ kind: "role", weights }, { electorate: { roles: ["member"] } }),
    );
    expect(errors).toMatchObject([
      { pointer: "#/body/weighting/weights", reason: { code: "no-elector-weighs" } },
    ]);
  });
});

it("a decision is called off where nobody who holds anything is left when it opens", async () => {
  const { id: snapshotId } = await snapshotOf("Mem,1");
  const opensAt = new Date(Date.now() + 600_000).toISOString();
  const { id } = await decide({ kind: "token", snapshotId }, { opensAt });
  await scene.removeMember("Mem");
  const opened = await scene.owner.call(contract.openDecision, { params: at(id) });
  expect(opened).toMatchObject({
    status: "cancelled",
    endReason: "Nobody who may vote has any weight.",
  });
});
