import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import * as contract from "#shared/contract/decisions.ts";
import { recount } from "#shared/recount/recount.ts";
import type { Person } from "../testing/person.ts";
import { startTestServer, type TestServer } from "../testing/server.ts";
import { boardOf, sealCount } from "./sealing.ts";
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

const open = (more: object = {}) =>
  scene.owner.call(contract.createDecision, {
    params: { communityId: scene.communityId, debateId: scene.debateId },
    body: rulesOf({ settings: { method: "plurality" }, secrecy: "secret", ...more }),
  });
const at = ({ id }: { id: string }) => ({ communityId: scene.communityId, decisionId: id });
const choiceOf = (decision: contract.DecisionView, option: number) => ({
  method: "plurality" as const,
  choice: decision.options[option]?.id ?? "",
});
const vote = (who: Person, decision: contract.DecisionView, option: number) =>
  who.call(contract.castBallot, {
    params: at(decision),
    body: { ballot: choiceOf(decision, option) },
  });
const read = (who: Person, decision: contract.DecisionView) =>
  who.call(contract.readDecision, { params: at(decision) });
async function bundleOf(who: Person, decision: contract.DecisionView): Promise<unknown> {
  const response = await who.tryCall(contract.readBundle, { params: at(decision) });
  expect(response.status).toBe(200);
  return response.json();
}

describe("while a secret decision is open", () => {
  it("only the voter sees the own ballot, and may change it", async () => {
    const decision = await open();
    await vote(scene.member, decision, 0);
    const { castAt, revision } = await vote(scene.member, decision, 1);
    expect([castAt, revision]).toEqual([null, 2]);
    expect((await read(scene.member, decision)).mine).toMatchObject({
      ballot: choiceOf(decision, 1),
      revision: 2,
      hasVoted: true,
      castAt: null,
    });
    for (const who of [scene.owner, scene.moderator]) {
      const seen = await read(who, decision);
      expect(seen.mine).toMatchObject({ ballot: null, hasVoted: false });
      expect(seen).toMatchObject({ ballotCount: 1, result: null, can: { readBallots: false } });
      const refused = await who.refusal(contract.listBallots, {
        params: at(decision),
        query: { limit: 10 },
      });
      expect(refused).toMatchObject({ reason: { code: "votes-secret" } });
      const early = await who.refusal(contract.readBundle, { params: at(decision) });
      expect(early).toMatchObject({ reason: { code: "votes-hidden" } });
    }
  });

  it("ballots lie there without name and time, under ids that only the sealed key leads to", async () => {
    const decision = await open();
    await vote(scene.member, decision, 0);
    const [ballot] = await server.sql("select * from ballots where decision_id = $1", [
      decision.id,
    ]);
    expect(ballot).toMatchObject({ voter_id: null, cast_at: null });
    expect(ballot?.["ballot_id"]).toMatch(/^[0-9a-f]{64}$/);
    const [key] = await server.sql("select sealed from decision_keys where decision_id = $1", [
      decision.id,
    ]);
    expect(key?.["sealed"]).toMatch(/^sealed:/);
  });
});

describe("once it has closed", () => {
  it("anybody can count again and find the own ballot, and nobody anybody else's", async () => {
    const decision = await open();
    const receipts = [
      (await vote(scene.owner, decision, 0)).receipt,
      (await vote(scene.moderator, decision, 1)).receipt,
    ];
    const outdated = (await vote(scene.member, decision, 0)).receipt;
    receipts.push((await vote(scene.member, decision, 1)).receipt);
    await closeEarly(server, at(decision));
    const bundle = await bundleOf(server.visitor(), decision);
    const { publicKey } = await server.visitor().call(contract.readSigningKey, {});
    for (const receipt of receipts) {
      const { isRight, checks } = recount(bundle, { receipt, publicKey });
      expect(checks.flatMap(({ faults }) => faults)).toEqual([]);
      expect(isRight).toBe(true);
    }
    expect(recount(bundle, { receipt: outdated }).isRight).toBe(false);
    const text = JSON.stringify(bundle);
    const people = await server.sql(
      "select participant_id as id from electors where decision_id = $1",
      [decision.id],
    );
    expect(people).toHaveLength(3);
    for (const { id } of people) expect(text).not.toContain(String(id));
    const seen = await read(scene.member, decision);
    expect(seen.mine).toMatchObject({ hasVoted: true, ballot: null, revision: 0 });
    expect(seen).toMatchObject({ can: { recount: true, readBallots: false }, ballotCount: 3 });
  });

  it("nothing in the tables joins a voter and a ballot", async () => {
    const decision = await open();
    for (const [who, option] of [
      [scene.moderator, 1],
      [scene.owner, 0],
      [scene.member, 2],
    ] as const) {
      await vote(who, decision, option);
    }
    await vote(scene.owner, decision, 1);
    await closeEarly(server, at(decision));
    const of = [decision.id];
    const ballots = await server.sql(
      "select xmin, ballot_id as id, revision, voter_id, cast_at from ballots where decision_id = $1 order by ctid",
      of,
    );
    const roll = await server.sql(
      "select xmin, participant_id as id from roll_entries where decision_id = $1 order by ctid",
      of,
    );
    expect(ballots).toHaveLength(3);
    expect(roll).toHaveLength(3);
    expect(new Set([...ballots, ...roll].map(({ xmin }) => xmin)).size).toBe(1);
    for (const rows of [ballots, roll]) {
      const ids = rows.map(({ id }) => String(id));
      expect(ids).toEqual(ids.toSorted());
    }
    for (const { revision, voter_id: voter, cast_at: castAt } of ballots) {
      expect([revision, voter, castAt]).toEqual([1, null, null]);
    }
    expect(await server.sql("select * from decision_keys where decision_id = $1", of)).toEqual([]);
    const replies = await server.sql(
      "select * from idempotency_keys where operation = 'castBallot' and reply::text like $1",
      [`%${decision.id}%`],
    );
    expect(replies).toEqual([]);
    expect(await whereIs(ballots.map(({ id }) => String(id)))).toEqual(["ballots"]);
  });
});

/** The tables that hold one of these texts anywhere. */
async function whereIs(texts: readonly string[]): Promise<string[]> {
  const tables = await server.sql(
    "select relname as name from pg_class where relkind = 'r' and relnamespace = 'public'::regnamespace",
  );
  const holding = tables.map(
    ({ name }) => `select '${String(name)}' as name where exists (
      select from "${String(name)}" as one, unnest($1::text[]) as part
      where one::text like '%' || part || '%')`,
  );
  const found = await server.sql(holding.join(" union all "), [texts]);
  return found.map(({ name }) => String(name));
}

it("annulled while it is open, a secret decision keeps no way from voters to ballots either", async () => {
  const decision = await open();
  await vote(scene.member, decision, 0);
  const body = { reason: "It was set up by mistake." };
  await scene.moderator.call(contract.annulDecision, { params: at(decision), body });
  expect(
    await server.sql("select * from decision_keys where decision_id = $1", [decision.id]),
  ).toEqual([]);
  expect((await read(scene.member, decision)).mine).toMatchObject({ hasVoted: true, ballot: null });
});

it("a secret decision weighs each vote alike, or is refused with the field named", async () => {
  const refused = await scene.owner.refusal(contract.createDecision, {
    params: { communityId: scene.communityId, debateId: scene.debateId },
    body: rulesOf({
      secrecy: "secret",
      weighting: { kind: "role", weights: { owner: 2, moderator: 1, member: 1 } },
    }),
  });
  expect(refused.errors).toMatchObject([
    { pointer: "#/body/weighting", reason: { code: "secret-one-person" } },
  ]);
});

describe("a decision with names", () => {
  it("is counted again with its weights, from a bundle that need not be loaded twice", async () => {
    const decision = await open({
      secrecy: "public",
      weighting: { kind: "role", weights: { owner: 3, moderator: 1, member: 1 } },
    });
    const { receipt, castAt } = await vote(scene.owner, decision, 0);
    expect(Date.parse(castAt ?? "")).toBeGreaterThan(0);
    await vote(scene.member, decision, 1);
    await closeEarly(server, at(decision));
    const bundle = await bundleOf(server.visitor(), decision);
    const { checks, counted } = recount(bundle, {
      receipt,
      rulesHash: decision.rulesHash ?? undefined,
    });
    expect(checks.filter(({ state }) => state !== "ok").map(({ id }) => id)).toEqual([
      "key",
      "groups",
    ]);
    expect(counted?.tally.weight).toBe("4");
    const response = await server.visitor().tryCall(contract.readBundle, { params: at(decision) });
    const etag = response.headers.get("etag") ?? "";
    const path = new URL(response.url).pathname;
    const again = await server.visitor().send(path, { headers: { "if-none-match": etag } });
    expect([again.status, await again.text()]).toEqual([304, ""]);
    const [act] = await server.sql(
      "select payload from ledger_acts where kind = 'decision.closed' and subject = $1",
      [decision.id],
    );
    expect(act?.["payload"]).toMatchObject({
      checkpoint: (bundle as { checkpoint: string }).checkpoint,
    });
  });
});

describe("a reason in a secret decision", () => {
  const consent = { settings: { method: "consent" } };
  const reason = "Nobody has the time.";
  const block = (text = reason) => ({ method: "consent", stance: "block", reason: text }) as const;
  const castBlock = (who: Person, decision: contract.DecisionView, text?: string) =>
    who.call(contract.castBallot, { params: at(decision), body: { ballot: block(text) } });
  const openConsent = async () => {
    const all = await open({ opensAt: new Date(Date.now() + 600_000).toISOString() });
    return open({ ...consent, positionIds: [all.options[0]?.positionId ?? ""] });
  };
  const reasonsOf = (who: Person, decision: contract.DecisionView) =>
    who.call(contract.listReasons, { params: at(decision), query: { limit: 10 } });

  it("is published once it has closed, apart from ballots, and counted again with them", async () => {
    const decision = await openConsent();
    await castBlock(scene.member, decision, "A slip.");
    const { receipt } = await castBlock(scene.member, decision);
    expect((await read(scene.member, decision)).mine.ballot).toEqual(block());
    for (const who of [scene.owner, scene.member]) {
      const early = await who.refusal(contract.listReasons, {
        params: at(decision),
        query: { limit: 10 },
      });
      expect(early).toMatchObject({ reason: { code: "votes-hidden" } });
    }
    await castBlock(scene.owner, decision, "And nobody has the money.");
    await closeEarly(server, at(decision));
    const reasons = [
      { stance: "block", reason: "And nobody has the money." },
      { stance: "block", reason },
    ];
    expect((await reasonsOf(server.visitor(), decision)).items).toEqual(reasons);
    const bundle = await bundleOf(server.visitor(), decision);
    expect(bundle).toMatchObject({
      decision: { reasons },
      ballots: [{ ballot: block("") }, { ballot: block("") }],
    });
    const { publicKey } = await server.visitor().call(contract.readSigningKey, {});
    const { isRight, checks } = recount(bundle, { receipt, publicKey });
    expect(checks.flatMap(({ faults }) => faults)).toEqual([]);
    expect(isRight).toBe(true);
    expect(await whereIs([reason])).toEqual(["decision_reasons"]);
  });

  it("is signed and given out page by page where there are many", async () => {
    const decision = await openConsent();
    await castBlock(scene.member, decision);
    await closeEarly(server, at(decision));
    await server.sql(
      `insert into decision_reasons (community_id, decision_id, place, stance, reason)
       select $1, $2, n + 1, 'block', 'reason ' || n from generate_series(1, 2100) n`,
      [scene.communityId, decision.id],
    );
    const { db } = server.deps;
    const board = await boardOf(db, at(decision));
    await sealCount(server.deps, db, { ...at(decision), board });
    const bundle = await bundleOf(server.visitor(), decision);
    const { checks, decision: counted } = recount(bundle);
    expect(checks.flatMap(({ faults }) => faults)).toEqual([]);
    expect(counted?.reasons).toHaveLength(2101);
  });
});
