import { afterAll, beforeAll, describe, expect, it } from "vitest";
import * as contract from "#shared/contract/decisions.ts";
import { Ballot, type MethodId, methodIds, Settings } from "#shared/voting/index.ts";
import { startTestServer, type TestServer } from "../testing/server.ts";
import { addDebate, closeEarly, rulesOf, type Scene } from "./testing-scene.ts";

let server: TestServer;
let scene: Scene;
beforeAll(async () => {
  server = await startTestServer();
  scene = await addDebate(server);
  // While one is open, the debate takes others.
  await scene.owner.call(contract.createDecision, { params: debate(), body: rulesOf() });
});
afterAll(() => server.close());

const debate = () => ({ communityId: scene.communityId, debateId: scene.debateId });
const at = (decisionId: string) => ({ communityId: scene.communityId, decisionId });
const rulesBy = (method: MethodId, more: object = {}) =>
  rulesOf({ settings: Settings.parse({ method, ...more }) });

type Fill = (first: string, second: string) => object;
const ranked: Fill = (first, second) => ({ ranking: [[first], [second]] });
const scored: Fill = (first, second) => ({ scores: { [first]: 5, [second]: 2 } });

/** How each method's ballot says that one wants the first option most, then the second. */
const fills: Record<MethodId, Fill> = {
  plurality: (first) => ({ choice: first }),
  approval: (first) => ({ approved: [first] }),
  score: scored,
  star: scored,
  borda: ranked,
  irv: ranked,
  schulze: ranked,
  "ranked-pairs": ranked,
  copeland: ranked,
  minimax: ranked,
  stv: ranked,
  meek: ranked,
  cumulative: (first, second) => ({ points: { [first]: 7, [second]: 3 } }),
  quadratic: (first, second) => ({ votes: { [first]: 8, [second]: 6 } }),
};
const ballotFor = (method: MethodId, [first = "", second = ""]: string[]) =>
  Ballot.parse({ method, ...fills[method](first, second) });

describe.each(methodIds)("a decision by %s", (method) => {
  it("is set up, voted on and counted", async () => {
    const body = rulesBy(method);
    const decision = await scene.owner.call(contract.createDecision, { params: debate(), body });
    const options = decision.options.map(({ id }) => id);
    const params = at(decision.id);
    for (const person of [scene.owner, scene.moderator]) {
      const ballot = ballotFor(method, options);
      await person.call(contract.castBallot, { params, body: { ballot } });
    }
    await closeEarly(server, params);
    const { result, mine } = await scene.owner.call(contract.readDecision, { params });
    expect(mine.ballot).toEqual(ballotFor(method, options));
    expect(result?.tally).toMatchObject({ method, ballots: 2, winners: [options[0]] });
    expect(result?.outcome).toMatchObject({ result: "passed", carried: [options[0]] });
  });
});

describe("a ballot that breaks a method's own rule", () => {
  it("is refused at the field, with the rule", async () => {
    const body = rulesBy("quadratic", { credits: 9 });
    const { id, options } = await scene.owner.call(contract.createDecision, {
      params: debate(),
      body,
    });
    const votes = { [options[0]?.id ?? ""]: 3, [options[1]?.id ?? ""]: -1 };
    const refused = await scene.member.refusal(contract.castBallot, {
      params: at(id),
      body: { ballot: { method: "quadratic", votes } },
    });
    expect(refused.errors?.map(({ reason }) => reason?.code)).toEqual([
      "votes-against-not-allowed",
      "credits-exceeded",
    ]);
  });
});

describe("seats", () => {
  it("are fewer than the options: more are refused at the field", async () => {
    const refused = await scene.owner.refusal(contract.createDecision, {
      params: debate(),
      body: rulesBy("stv", { winners: 3 }),
    });
    expect(refused).toMatchObject({
      status: 422,
      errors: [
        {
          pointer: "#/body/settings/winners",
          reason: { code: "too-many-winners", values: { most: 2 } },
        },
      ],
    });
  });
});
