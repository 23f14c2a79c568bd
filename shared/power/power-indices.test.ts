import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { exactSwings } from "./exact-swings.ts";
import { powerIndices } from "./power-indices.ts";
import { swingAt, swingsBySize } from "./subset-swings.ts";

const indices = (quota: number, ...weights: number[]) =>
  powerIndices({ weights: weights.map(BigInt), quota: BigInt(quota) });

/** How far the furthest of some figures is from what it should be. */
function farthest(found: readonly number[], expected: readonly number[]): number {
  expect(found).toHaveLength(expected.length);
  return Math.max(...expected.map((value, at) => Math.abs((found[at] ?? 0) - value)));
}

// maxlit/powerindex (README, docs; MIT), brennobarbosa/tucoopy (MIT); the Security Council as a
// weighted game after Taylor and Pacelli, Mathematics and Politics.
describe("published power indices", () => {
  it("are met in small games", () => {
    const { banzhafShare, shapleyShubik } = indices(4, 3, 2, 1);
    expect(farthest(banzhafShare, [0.6, 0.2, 0.2])).toBeLessThan(1e-9);
    expect(farthest(shapleyShubik, [2 / 3, 1 / 6, 1 / 6])).toBeLessThan(1e-9);
    expect(farthest(indices(6, 4, 3, 2).shapleyShubik, [2 / 3, 1 / 6, 1 / 6])).toBeLessThan(1e-9);
    expect(farthest(indices(3, 2, 1, 1).banzhafShare, [0.6, 0.2, 0.2])).toBeLessThan(1e-9);
    expect(
      farthest(indices(51, 40, 30, 20, 10).banzhafShare, [5 / 12, 0.25, 0.25, 1 / 12]),
    ).toBeLessThan(1e-9);
  });

  it("are met where one decides alone, and where all must agree", () => {
    expect(farthest(indices(51, 51, 49).banzhafShare, [1, 0])).toBeLessThan(1e-9);
    expect(farthest(indices(51, 51, 49).shapleyShubik, [1, 0])).toBeLessThan(1e-9);
    expect(farthest(indices(51, 50, 50).shapleyShubik, [0.5, 0.5])).toBeLessThan(1e-9);
  });

  it("are met for the Security Council and the Bundestag", () => {
    const council = indices(39, 7, 7, 7, 7, 7, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1);
    expect(
      farthest(council.shapleyShubik, [
        ...Array.from({ length: 5 }, () => 0.19627039627039627),
        ...Array.from({ length: 10 }, () => 0.0018648018648018648),
      ]),
    ).toBeLessThan(1e-9);
    const parties = indices(316, 208, 120, 152, 0, 85, 64, 1);
    expect(farthest(parties.shapleyShubik, [0.4, 0.233, 0.233, 0, 0.067, 0.067, 0])).toBeLessThan(
      6e-4,
    );
  });
});

/** By going through all coalitions and all orders. */
function byHand(weights: readonly number[], quota: number) {
  const swings = weights.map(() => 0);
  const shapley = weights.map(() => 0);
  const factorial = (n: number): number => (n <= 1 ? 1 : n * factorial(n - 1));
  for (let set = 0; set < 2 ** weights.length; set += 1) {
    const inside = weights.filter((_, at) => (set >> at) & 1);
    const sum = inside.reduce((all, weight) => all + weight, 0);
    for (const [at, weight] of weights.entries()) {
      if ((set >> at) & 1 || sum >= quota || sum + weight < quota) continue;
      swings[at] = (swings[at] ?? 0) + 1;
      const orders = factorial(inside.length) * factorial(weights.length - inside.length - 1);
      shapley[at] = (shapley[at] ?? 0) + orders / factorial(weights.length);
    }
  }
  return { banzhaf: swings.map((count) => count / 2 ** (weights.length - 1)), shapley };
}

describe("power indices", () => {
  it("are those that going through all coalitions gives", () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 0, max: 40 }), { minLength: 1, maxLength: 9 }),
        fc.double({ min: 0.01, max: 1, noNaN: true }),
        (weights, part) => {
          const total = weights.reduce((sum, weight) => sum + weight, 0);
          const quota = Math.max(1, Math.ceil(total * part));
          fc.pre(total > 0);
          const { banzhaf, shapleyShubik } = indices(quota, ...weights);
          const expected = byHand(weights, quota);
          expect(farthest(banzhaf, expected.banzhaf)).toBeLessThan(1e-9);
          expect(farthest(shapleyShubik, expected.shapley)).toBeLessThan(1e-9);
        },
      ),
    );
  });

  it("are exact for few voters whatever their weights", () => {
    const weights = [10n ** 20n + 7n, 7n * 10n ** 19n + 1n, 3n * 10n ** 19n + 3n, 10n ** 19n + 9n];
    const found = powerIndices({ weights, quota: 11n * 10n ** 19n });
    expect(found.method).toBe("exact");
    const hundreds = byHand([100, 70, 30, 10], 110);
    expect(farthest(found.shapleyShubik, hundreds.shapley)).toBeLessThan(1e-9);
  });

  it("do not depend on the unit in which weights are told", () => {
    const unit = 10n ** 18n;
    const weights = [5n, 3n, 2n, 2n];
    const told = powerIndices({
      weights: weights.map((weight) => weight * unit),
      quota: 7n * unit,
    });
    expect(told).toEqual(powerIndices({ weights, quota: 7n }));
  });

  it("are nought where nobody can win, and for who has no weight", () => {
    expect(indices(10, 3, 2).banzhafShare).toEqual([0, 0]);
    expect(indices(0, 3, 2).shapleyShubik).toEqual([0, 0]);
    expect(indices(3, 0, 5).banzhafShare).toEqual([0, 1]);
  });
});

describe("the chance to decide", () => {
  it("is the same by the distribution of weights as by all coalitions, however likely others join", () => {
    const crowd = fc.uniqueArray(
      fc.record({ weight: fc.integer({ min: 1, max: 30 }), count: fc.integer({ min: 1, max: 3 }) }),
      { minLength: 1, maxLength: 3, selector: ({ weight }) => weight },
    );
    const chance = fc.double({ min: 0.01, max: 0.99, noNaN: true });
    fc.assert(
      fc.property(crowd, chance, chance, (classes, part, t) => {
        const weights = classes.flatMap(({ weight, count }) =>
          Array.from({ length: count }, () => weight),
        );
        const total = weights.reduce((sum, weight) => sum + weight, 0);
        const quota = Math.ceil(total * part);
        const all = swingsBySize({ weights: weights.map(BigInt), quota: BigInt(quota) });
        const expected = classes.map(({ weight }) => {
          return swingAt(all[weights.indexOf(weight)] ?? new Float64Array(), t);
        });
        expect(farthest(exactSwings({ classes, quota, total }, t), expected)).toBeLessThan(1e-9);
      }),
    );
  });
});

describe("power in games too large to be gone through", () => {
  /** Weights as tokens are held: a few have most. */
  const tokens = (voters: number) =>
    Array.from({ length: voters }, (_, at) => BigInt(Math.floor(5_000_000 / (at + 3)) + (at % 7)));

  it("says how far it is off, as Shapley's shares fail to sum to one", () => {
    const weights = tokens(4_000);
    const total = weights.reduce((sum, weight) => sum + weight, 0n);
    const found = powerIndices({ weights, quota: total / 2n + 1n });
    expect(found.method).toBe("owen");
    const sum = found.shapleyShubik.reduce((all, share) => all + share, 0);
    expect(found.error).toBeCloseTo(Math.abs(sum - 1), 12);
    expect(found.error).toBeLessThan(1e-3);
  });

  it("is near what an exact count of a like game gives", () => {
    // In hundreds the same game is small enough to be counted exactly, one weight class at a time.
    const coarse = Array.from({ length: 120 }, (_, at) => BigInt(Math.floor(300 / (at + 3)) + 1));
    const total = coarse.reduce((sum, weight) => sum + weight, 0n);
    const exact = powerIndices({ weights: coarse, quota: total / 2n + 1n });
    expect(exact.method).toBe("exact");
    const fine = coarse.map((weight) => weight * 1_000_003n + 1n);
    const whole = fine.reduce((sum, weight) => sum + weight, 0n);
    const owen = powerIndices({ weights: fine, quota: whole / 2n + 1n });
    expect(owen.method).toBe("owen");
    expect(farthest(owen.banzhaf, exact.banzhaf)).toBeLessThan(1e-3);
    expect(farthest(owen.shapleyShubik, exact.shapleyShubik)).toBeLessThan(1e-3);
  });
});
