import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import * as contract from "#shared/contract/decisions.ts";
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

describe("a decision weighed by role", () => {
  it("counts each vote as its rules say, and tells voters what theirs weighs", async () => {
    const decision = await scene.owner.call(contract.createDecision, {
      params: debate(),
      body: rulesOf({
        settings: { method: "plurality" },
        weighting: { kind: "role", weights: { owner: 3, moderator: 1, member: 1 } },
        quorum: { persons: null, weight: { num: 4, den: 5 } },
      }),
    });
    expect(decision.electorate).toMatchObject({ size: 3, weight: "5" });
    expect(decision.mine.weight).toBe("3");
    const [one = "", other = ""] = decision.options.map(({ id }) => id);
    const vote = (who: Scene["owner"], choice: string) =>
      who.call(contract.castBallot, {
        params: at(decision.id),
        body: { ballot: { method: "plurality", choice } },
      });
    await vote(scene.owner, one);
    await vote(scene.member, other);
    await closeEarly(server, at(decision.id));
    const { result } = await scene.member.call(contract.readDecision, { params: at(decision.id) });
    expect(result).toMatchObject({
      unit: "1",
      tally: { winners: [one], weight: "4" },
      outcome: {
        turnout: { persons: { cast: 2, of: 3 }, weight: { cast: "4", of: "5" } },
        quorum: { weight: { needed: "4", isMet: true } },
      },
    });
  });

  it("is refused where no role weighs anything, with the field named", async () => {
    const refused = await scene.owner.refusal(contract.createDecision, {
      params: debate(),
      body: rulesOf({
        weighting: { kind: "role", weights: { owner: 0, moderator: 0, member: 0 } },
      }),
    });
    expect(refused).toMatchObject({ type: "/problems/invalid-request" });
    expect(refused.errors?.[0]?.pointer).toBe("#/body/weighting/weights");
  });
});

it("a decision by tokens needs a snapshot that its community has", async () => {
  const refused = await scene.owner.refusal(contract.createDecision, {
    params: debate(),
    body: rulesOf({ weighting: { kind: "token", snapshotId: crypto.randomUUID() } }),
  });
  expect(refused.errors).toMatchObject([
    { pointer: "#/body/weighting/snapshotId", reason: { code: "unknown-snapshot" } },
  ]);
});
