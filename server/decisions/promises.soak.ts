import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { startTestServer, type TestServer } from "../testing/server.ts";
import {
  castSixteenfold,
  keptBallots,
  openPoll,
  resultOf,
  rushTheDeadline,
  watchTheCount,
} from "./testing-promises.ts";

const tell = (figures: object) => process.stdout.write(`${JSON.stringify(figures)}\n`);

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer({ env: { DATABASE_CONNECTIONS: "20" } });
});
afterAll(() => server.close());

describe("at length", () => {
  it("a ballot sent sixteen times at once counts once, in each of a hundred rounds", async () => {
    const poll = await openPoll(server, 100);
    for (const [points, voter] of poll.voters.entries()) {
      const replies = await castSixteenfold(poll, voter, { key: crypto.randomUUID(), points });
      expect(replies).toHaveLength(1);
      expect(replies[0]).toMatch(/^200 .*"revision":1/);
    }
    expect((await keptBallots(poll)).filter(({ revision }) => revision === 1)).toHaveLength(100);
  });

  it("the count is never wrong in two thousand reads, nor one's own ballot in a thousand", async () => {
    const poll = await openPoll(server, 100);
    const { reads, ownReads, ...faults } = await watchTheCount(poll, { rounds: 40, readers: 30 });
    tell({ reads, ownReads, ...faults });
    expect(faults).toEqual({ below: 0, above: 0, backwards: 0, stale: 0 });
    expect(reads).toBeGreaterThanOrEqual(2_000);
    expect(ownReads).toBeGreaterThanOrEqual(1_000);
  });

  it("acknowledged is counted and refused is not, in fifty rushes of 120 ballots at the deadline", async () => {
    const results: { settledAfterMs: number; acknowledged: number; refused: number }[] = [];
    const finals: (() => Promise<void>)[] = [];
    for (let round = 0; round < 50; round += 1) {
      const poll = await openPoll(server, 120);
      const rush = await rushTheDeadline(poll);
      expect(rush).toMatchObject({ different: 0, late: 0, castLate: 0 });
      expect(rush.counted).toBe(rush.acknowledged);
      results.push(rush);
      finals.push(async () =>
        expect(JSON.stringify((await resultOf(poll)).result)).toBe(rush.result),
      );
    }
    await new Promise((go) => setTimeout(go, 10_000));
    for (const isFinal of finals) await isFinal();
    const settled = results.map(({ settledAfterMs }) => settledAfterMs).toSorted((a, b) => a - b);
    const sum = (of: "acknowledged" | "refused") => results.reduce((all, one) => all + one[of], 0);
    tell({
      rounds: results.length,
      acknowledged: sum("acknowledged"),
      refused: sum("refused"),
      settledAfterMs: { median: settled[25], most: settled.at(-1) },
    });
    expect(settled.at(-1)).toBeLessThan(1_000);
  });
});
