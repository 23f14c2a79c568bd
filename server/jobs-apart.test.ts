import { expect, it } from "vitest";
import { addClaim, readOutline } from "#shared/contract/claims.ts";
import * as decisions from "#shared/contract/decisions.ts";
import { addEvidence } from "#shared/contract/evidence.ts";
import { addDebate, closeEarly, rulesOf } from "./decisions/testing-scene.ts";
import { FetchProblem, type FetchedPage } from "./platform/safe-fetch.ts";
import { startTestServer } from "./testing/server.ts";

it("a vote ends at its time, and is counted aside, though every hand that waits for machines of others is held up", async () => {
  let asked = 0;
  let giveUp = () => {};
  const answer = new Promise<FetchedPage>((_, reject) => {
    giveUp = () => reject(new FetchProblem("no-answer"));
  });
  const server = await startTestServer({
    env: { LINK_CHECK: "on" },
    given: {
      fetchPage() {
        asked += 1;
        return answer;
      },
    },
  });
  try {
    const { owner, communityId, debateId } = await addDebate(server);
    const params = { communityId, debateId };
    const { positions } = await owner.call(readOutline, { params });
    const target = { kind: "position" as const, id: positions[0]?.id ?? "" };
    const evidence = Array.from({ length: 12 }, (_, index) => ({
      kind: "study" as const,
      url: `https://example.org/${index}`,
      title: `Study ${index}`,
    }));
    const body = { target, side: "pro" as const, text: "What is said rests on sources." };
    const { claim } = await owner.call(addClaim, { params, body });
    for (const source of evidence)
      await owner.call(addEvidence, { params: { ...params, claimId: claim.id }, body: source });
    await expect.poll(() => asked).toBe(3);

    const ids = positions.map((position) => position.id);
    const costs = Object.fromEntries(ids.map((id) => [id, 4_000]));
    // Who shares out money is counted in a thread of its own.
    const settings = { method: "budget" as const, budget: 10_000, currency: "EUR", costs };
    const create = (rules: ReturnType<typeof rulesOf>) =>
      owner.call(decisions.createDecision, { params, body: rules });
    for (const { id } of [await create(rulesOf()), await create(rulesOf({ settings }))]) {
      const at = { communityId, decisionId: id };
      await closeEarly(server, at, { settle: false, reschedule: true });
      const read = () => owner.call(decisions.readDecision, { params: at });
      await expect.poll(async () => (await read()).status, { timeout: 20_000 }).toBe("closed");
    }
    expect(asked).toBe(3);
  } finally {
    giveUp();
    await server.close();
  }
});
