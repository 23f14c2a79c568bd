import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { compare, fraction } from "../voting/fraction.ts";
import { bestWelfare } from "./best-welfare.ts";
import { equalShares } from "./equal-shares.ts";
import { greedy } from "./greedy.ts";
import { costOf, type Poll, utilities } from "./poll.ts";
import { naiveShares } from "./testing-naive-shares.ts";

const polls = (mostPoints: number) =>
  fc
    .record({
      budget: fc.bigInt(1n, 2_000n),
      costs: fc.array(fc.bigInt(1n, 400n), { minLength: 1, maxLength: 6 }),
      ballots: fc.array(
        fc.record({
          heads: fc.integer({ min: 1, max: 4 }),
          points: fc.array(fc.integer({ min: 0, max: mostPoints }), { minLength: 6, maxLength: 6 }),
        }),
        { minLength: 1, maxLength: 7 },
      ),
    })
    .map(({ budget, costs, ballots }): Poll => {
      const backs = (points: readonly number[]) =>
        points
          .slice(0, costs.length)
          .map((given, place) => ({ place, points: given }))
          .filter(({ points: given }) => given > 0);
      return {
        budget,
        projects: costs.map((cost, at) => ({ id: `p${at}`, cost })),
        ballots: ballots.map(({ heads, points }) => ({ heads, backs: backs(points) })),
      };
    });
const anyPoll = fc.oneof(polls(1), polls(5));
const anyUtility = fc.constantFrom(...utilities);

describe("equal shares", () => {
  it("buys what the definition buys, at the same prices to the last digit", () => {
    fc.assert(
      fc.property(anyPoll, anyUtility, (poll, utility) => {
        const { purchases } = equalShares(poll, { utility, completion: "none" });
        const { bought } = naiveShares(poll, utility);
        expect(purchases.map(({ place }) => place)).toEqual(bought.map(({ place }) => place));
        purchases.forEach(({ price }, at) => {
          const expected = bought[at]?.price ?? fraction(0n);
          expect(compare(fraction(price.num, price.den), expected)).toBe(0);
        });
      }),
      { numRuns: 400 },
    );
  });

  it("leaves its backers exactly what they did not pay", () => {
    fc.assert(
      fc.property(anyPoll, anyUtility, (poll, utility) => {
        const { left: named } = equalShares(poll, { utility, completion: "none" });
        const { left } = naiveShares(poll, utility);
        for (const [place, units] of named) {
          const own = poll.ballots.map(({ heads, backs }, at) => {
            const isBacker = backs.some((one) => one.place === place);
            const { num, den } = left[at] ?? fraction(0n);
            return isBacker ? fraction(num * BigInt(heads), den) : fraction(0n);
          });
          const all = own.reduce((sum, one) =>
            fraction(sum.num * one.den + one.num * sum.den, sum.den * one.den),
          );
          expect(units).toBe(all.num / all.den);
        }
      }),
    );
  });

  it("never spends more than the budget, however it is completed, and funds nothing twice", () => {
    fc.assert(
      fc.property(anyPoll, anyUtility, (poll, utility) => {
        const { funded } = equalShares(poll, { utility, completion: "add1" });
        expect(new Set(funded).size).toBe(funded.length);
        expect(costOf(poll, funded) <= poll.budget).toBe(true);
        const rest = poll.budget - costOf(poll, funded);
        const fitting = poll.projects.filter(({ cost }, place) => {
          const isBacked = poll.ballots.some(({ backs }) =>
            backs.some((one) => one.place === place),
          );
          return isBacked && !funded.includes(place) && cost <= rest;
        });
        expect(fitting).toEqual([]);
      }),
    );
  });

  it("gives a third of the people a third of the money, where greedy gives them nothing", () => {
    const projects = ["a", "b", "c"].map((id) => ({ id, cost: 30n }));
    const many = { heads: 60, backs: [0, 1].map((place) => ({ place, points: 1 })) };
    const few = { heads: 30, backs: [{ place: 2, points: 1 }] };
    const poll = { budget: 60n, projects, ballots: [many, few] };
    const byGreedy = greedy(poll, "cost").filter(({ isFunded }) => isFunded);
    expect(byGreedy.map(({ place }) => place)).toEqual([0, 1]);
    const { funded } = equalShares(
      { ...poll, budget: 90n },
      { utility: "cost", completion: "none" },
    );
    expect(funded).toEqual([0, 1, 2]);
  });

  it("settles what is level by the lot, and by nothing of the list", () => {
    const projects = ["a", "b"].map((id) => ({ id, cost: 10n }));
    const ballots = [0, 1].map((place) => ({ heads: 1, backs: [{ place, points: 1 }] }));
    const poll = { budget: 20n, projects, ballots, lot: ["b", "a"] };
    const { purchases } = equalShares(poll, { utility: "cost", completion: "none" });
    expect(purchases.map(({ place }) => place)).toEqual([1, 0]);
  });
});

describe("what is worth most together", () => {
  it("is found, whatever else fits", () => {
    fc.assert(
      fc.property(anyPoll, anyUtility, (poll, utility) => {
        const worth = (places: readonly number[]) =>
          places.reduce((sum, place) => {
            const points = poll.ballots.reduce((all, { heads, backs }) => {
              return all + heads * (backs.find((one) => one.place === place)?.points ?? 0);
            }, 0);
            const cost = Number(poll.projects[place]?.cost ?? 0n);
            return sum + points * (utility === "cost" ? cost : 1);
          }, 0);
        const all = Array.from({ length: 2 ** poll.projects.length }, (_, mask) =>
          poll.projects.map((__, place) => place).filter((place) => mask & (1 << place)),
        ).filter((places) => costOf(poll, places) <= poll.budget);
        const { funded, isProven } = bestWelfare(poll, utility);
        expect(isProven).toBe(true);
        expect(costOf(poll, funded) <= poll.budget).toBe(true);
        expect(worth(funded)).toBe(Math.max(...all.map(worth)));
      }),
    );
  });
});
