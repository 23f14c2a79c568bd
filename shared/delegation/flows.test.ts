import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { flowsOf } from "./flows.ts";
import type { Delegation } from "./resolve.ts";

const way = (from: string, to: string, percent = 100): Delegation => {
  return { from, to, percent, madeAt: "2026-01-01" };
};
const weights = (delegations: Delegation[]) =>
  Object.fromEntries(
    flowsOf(delegations).flows.map(({ delegation: { from, to }, weight }) => [from + to, weight]),
  );

describe("flows of delegations", () => {
  it("carry on what was received: a chain grows thicker", () => {
    const chain = [way("A", "B"), way("B", "C"), way("D", "C")];
    expect(weights(chain)).toEqual({ AB: 100n, BC: 200n, DC: 100n });
    expect(flowsOf(chain).carried).toEqual(new Map([["C", 300n]]));
  });

  it("split by their shares, in hundredths of a vote", () => {
    const split = [way("A", "B", 60), way("A", "C", 40), way("B", "C", 50)];
    expect(weights(split)).toEqual({ AB: 60n, AC: 40n, BC: 80n });
    expect(flowsOf(split).carried).toEqual(new Map([["C", 120n]]));
  });

  it("that go in a circle arrive nowhere, and are told apart", () => {
    const { flows, carried } = flowsOf([way("A", "B"), way("B", "A"), way("C", "A")]);
    expect(flows.filter(({ isCycle }) => isCycle)).toHaveLength(2);
    expect(carried.size).toBe(0);
  });

  it("never carry more than one vote of each who delegates", () => {
    const person = fc.constantFrom("A", "B", "C", "D", "E", "F");
    const graph = fc.uniqueArray(fc.tuple(person, person), {
      selector: ([from, to]) => from + to,
      maxLength: 16,
    });
    fc.assert(
      fc.property(graph, (pairs) => {
        const apart = pairs.filter(([from, to]) => from !== to);
        const outOf = (who: string) => apart.filter(([from]) => from === who).length;
        const delegations = apart.map(([from, to]) => way(from, to, Math.floor(100 / outOf(from))));
        const { carried, flows } = flowsOf(delegations);
        const sum = [...carried.values()].reduce((all, weight) => all + weight, 0n);
        const givers = new Set(delegations.map(({ from }) => from)).size;
        expect(sum <= BigInt(givers) * 100n).toBe(true);
        expect(flows).toHaveLength(delegations.length);
      }),
      { numRuns: 200 },
    );
  });
});
