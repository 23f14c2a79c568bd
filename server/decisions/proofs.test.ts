import { afterAll, beforeAll, beforeEach, expect, it } from "vitest";
import * as contract from "#shared/contract/decisions.ts";
import { readBallotProofs } from "#shared/contract/recount.ts";
import { isIncluded, rootOf } from "#shared/merkle/tree.ts";
import { leafOf } from "#shared/recount/board.ts";
import type { BallotProof } from "#shared/recount/proof.ts";
import { recount } from "#shared/recount/recount.ts";
import { startTestServer, type TestServer } from "../testing/server.ts";
import { boardEntries } from "./ballot-store.ts";
import { createListTrees } from "./list-tree.ts";
import { addDebate, closeEarly, rulesOf, type Scene } from "./testing-scene.ts";

let server: TestServer;
let scene: Scene;
beforeAll(async () => {
  server = await startTestServer();
});
beforeEach(async () => {
  scene = await addDebate(server, { isPrivate: true });
});
afterAll(() => server.close());

it("a voter is given the proof of the own ballot among those that begin alike, once it has closed", async () => {
  const { communityId, debateId } = scene;
  const decision = await scene.owner.call(contract.createDecision, {
    params: { communityId, debateId },
    body: rulesOf({ settings: { method: "plurality" }, secrecy: "secret" }),
  });
  const params = { communityId, decisionId: decision.id };
  const ask = (begins: string, who = scene.member) =>
    who.tryCall(readBallotProofs, { params, query: { begins } });
  const vote = (who: Scene["member"], option: number) =>
    who.call(contract.castBallot, {
      params,
      body: { ballot: { method: "plurality", choice: decision.options[option]?.id ?? "" } },
    });
  await vote(scene.owner, 0);
  const { receipt } = await vote(scene.member, 1);
  expect((await ask("")).status).toBe(403);
  await closeEarly(server, params);
  const response = await ask("");
  const proof = (await response.json()) as BallotProof;
  expect(proof.ballots).toHaveLength(2);
  const { publicKey } = await server.visitor().call(contract.readSigningKey, {});
  const { rulesHash } = decision;
  const known = { receipt, publicKey, rulesHash: rulesHash ?? undefined };
  const { isRight, checks } = recount(proof, known);
  expect(checks.flatMap(({ faults }) => faults)).toEqual([]);
  expect(checks.filter(({ id }) => id === "frozen" || id === "published")).toMatchObject([
    { state: "ok" },
    { state: "ok" },
  ]);
  expect(isRight).toBe(true);

  const own = (await (await ask(receipt.ballotId)).json()) as BallotProof;
  expect(own.ballots).toHaveLength(1);
  expect(recount(own, { receipt }).isRight).toBe(true);
  expect((await ask("f".repeat(64))).status).toBe(404);
  expect((await ask("no")).status).toBe(422);
  expect((await ask("", server.visitor())).status).toBe(404);
});

it("ballots of a long list are proven from its blocks, and of too many at once it says so", async () => {
  const { communityId, debateId } = scene;
  const { id: decisionId } = await scene.owner.call(contract.createDecision, {
    params: { communityId, debateId },
    body: rulesOf({ settings: { method: "plurality" }, secrecy: "secret" }),
  });
  const params = { communityId, decisionId };
  await closeEarly(server, params);
  await server.sql(
    `insert into ballots (community_id, decision_id, ballot_id, ballot, nonce)
     select $1, $2, encode(sha256(n::text::bytea), 'hex'), '{"method":"plurality","choice":"a"}', n::text
     from generate_series(1, 2100) as n`,
    [communityId, decisionId],
  );
  const leaves = (await boardEntries(server.deps.db, params)).map(leafOf);
  const root = rootOf(leaves);
  const trees = createListTrees(server.deps);
  const list = { ...params, checkpoint: "of a test" };
  for (const [from, count] of [
    [0, 2100],
    [250, 20],
    [2099, 1],
  ] as const) {
    const proven = await trees.prove(list, from, count);
    expect(proven.map(({ index }) => index)).toEqual(
      Array.from({ length: count }, (_, at) => from + at),
    );
    const wrong = proven.filter(({ entry, index, path }) => {
      return !isIncluded({ leaf: leafOf(entry), index, size: leaves.length, proof: path, root });
    });
    expect(wrong).toEqual([]);
  }
  const refused = await scene.member.refusal(readBallotProofs, { params, query: { begins: "" } });
  expect(refused.errors).toMatchObject([
    { pointer: "#/query/begins", reason: { code: "too-many-alike", values: { most: 2_000 } } },
  ]);
});
