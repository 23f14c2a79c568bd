import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { fundedInAnyOrder } from "./any-order.ts";
import { equalShares } from "./equal-shares.ts";
import { greedy } from "./greedy.ts";
import { settledTurns } from "./level-turns.ts";
import { utilities, type Poll } from "./poll.ts";

/** Few costs and few people, so that projects are level more often than not. */
const levelPolls = fc
  .record({
    budget: fc.bigInt(2n, 12n),
    costs: fc.array(fc.constantFrom(2n, 3n), { minLength: 2, maxLength: 4 }),
    ballots: fc.array(fc.record({ heads: fc.integer({ min: 1, max: 2 }), named: fc.nat(15) }), {
      minLength: 1,
      maxLength: 5,
    }),
  })
  .map(({ budget, costs, ballots }): Poll => ({
    budget: budget * 100n,
    projects: costs.map((cost, at) => ({ id: `p${at}`, cost: cost * 100n })),
    ballots: ballots.map(({ heads, named }) => ({
      heads,
      backs: costs.flatMap((_, place) => ((named >> place) % 2 ? [{ place, points: 1 }] : [])),
    })),
  }));
const settings = fc.record({
  utility: fc.constantFrom(...utilities),
  completion: fc.constantFrom("none" as const, "add1" as const),
  mostRaises: fc.constant(60),
});

function lotsOf<T>(all: readonly T[]): T[][] {
  if (all.length === 0) return [[]];
  return all.flatMap((one) =>
    lotsOf(all.filter((other) => other !== one)).map((rest) => [one, ...rest]),
  );
}

/** What every possible lot funds. */
const byEveryLot = (poll: Poll, fund: (poll: Poll) => readonly number[]) =>
  lotsOf(poll.projects.map(({ id }) => id)).map((lot) => new Set(fund({ ...poll, lot })));

const inAll = (outcomes: readonly ReadonlySet<number>[]) =>
  [...(outcomes[0] ?? [])].filter((place) => outcomes.every((one) => one.has(place)));
const inSome = (outcomes: readonly ReadonlySet<number>[]) => [
  ...new Set(outcomes.flatMap((one) => [...one])),
];
const sorted = (places: Iterable<number>) => [...places].toSorted((a, b) => a - b);

describe("equal shares in any order of level projects", () => {
  it("fund for certain what every lot funds, and perhaps what some lot does", () => {
    fc.assert(
      fc.property(levelPolls, settings, (poll, rule) => {
        const outcomes = byEveryLot(poll, (drawn) => equalShares(drawn, rule).funded);
        const { always, open, fewest, isExact } = fundedInAnyOrder(poll, rule);
        expect(sorted([...always, ...open])).toEqual(sorted(inSome(outcomes)));
        const counts = outcomes.map((one) => [...one].filter((place) => open.has(place)).length);
        expect(fewest).toBe(Math.min(...counts));
        expect(open.size === 0 || open.size > fewest).toBe(true);
        const certain = inAll(outcomes);
        expect(certain).toEqual(expect.arrayContaining([...always]));
        expect(isExact ? always.size : certain.length).toBe(certain.length);
      }),
      { numRuns: 40 },
    );
  });

  it("are told of without end where there is none: everything that anybody backs is open then", () => {
    const ids = Array.from({ length: 16 }, (_, at) => at);
    const poll: Poll = {
      budget: 5_000n,
      projects: ids.map((at) => ({ id: `p${at}`, cost: 1_000n })),
      ballots: ids.map((at) => ({
        heads: 1,
        backs: ids.filter((other) => other !== at).map((place) => ({ place, points: 1 })),
      })),
    };
    const found = fundedInAnyOrder(poll, { utility: "cost", completion: "none" });
    expect(found).toMatchObject({ fewest: 1, isExact: false, open: new Set(ids) });
  });
});

it("greedy funding leaves open which of some level projects it funds, and nothing else", () => {
  fc.assert(
    fc.property(levelPolls, fc.constantFrom(...utilities), (poll, utility) => {
      const fund = (drawn: Poll) =>
        greedy(drawn, utility)
          .filter(({ isFunded }) => isFunded)
          .map(({ place }) => place);
      const outcomes = byEveryLot(poll, fund);
      const { funded, level } = settledTurns(poll, greedy(poll, utility));
      expect(sorted(funded)).toEqual(sorted(inAll(outcomes)));
      const possible = [...funded, ...level.flatMap(({ between }) => between)];
      expect(sorted(possible)).toEqual(sorted(inSome(outcomes)));
    }),
  );
});
