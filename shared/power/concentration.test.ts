import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  entropy,
  fewestToReach,
  gini,
  herfindahl,
  lorenzCurve,
  sumOf,
  theil,
  topShare,
} from "./concentration.ts";

const big = (...values: number[]) => values.map(BigInt);

// Blockchain-Technology-Lab: consensus-decentralization and tokenomics-decentralization,
// tests/test_metrics.py (MIT); their authors checked them against public calculators.
describe("published figures of concentration", () => {
  it("are met for block producers", () => {
    expect(gini(big(368, 156, 20, 7, 10, 49, 22, 1))).toBeCloseTo(0.67792, 5);
  });

  it("are met for token holders", () => {
    const held = big(3, 2, 1, 1, 1, 1);
    expect(gini(held)).toBeCloseTo(0.24074, 5);
    expect(herfindahl(held) * 10_000).toBeCloseTo(2099, 0);
    expect(entropy(held)).toBeCloseTo(2.419, 3);
    expect(theil(held)).toBeCloseTo(0.115, 3);
    expect(topShare(held, 1)).toBeCloseTo(1 / 3, 9);
    expect(topShare(held, 3)).toBeCloseTo(2 / 3, 9);
    expect(fewestToReach(held, 5n)).toBe(2);
    expect(fewestToReach(held, 3n)).toBe(1);
    expect(fewestToReach(held, 6n)).toBe(3);
  });

  it("are met where one holds all", () => {
    expect(theil(big(432, 0, 0, 0))).toBeCloseTo(1.386, 3);
    expect(gini(big(1))).toBe(0);
    expect(herfindahl(big(1))).toBe(1);
    expect(entropy(big(1))).toBe(0);
  });
});

describe("concentration", () => {
  const holdings = fc.array(fc.bigInt({ min: 0n, max: 10n ** 24n }), {
    minLength: 1,
    maxLength: 40,
  });

  it("is told of nothing where nobody holds anything", () => {
    expect([gini([]), herfindahl([]), topShare([], 1), entropy([])]).toEqual([0, 0, 0, 0]);
    expect(gini(big(0, 0))).toBe(0);
    expect(fewestToReach(big(0, 0), 1n)).toBeNull();
  });

  it("does not depend on who is who, nor on the unit", () => {
    fc.assert(
      fc.property(holdings, (held) => {
        expect(gini(held.toReversed())).toBe(gini(held));
        expect(gini(held.map((value) => value * 1_000n))).toBeCloseTo(gini(held), 12);
        expect(herfindahl(held.map((value) => value * 7n))).toBeCloseTo(herfindahl(held), 12);
      }),
    );
  });

  it("is least where all hold the same", () => {
    fc.assert(
      fc.property(
        fc.bigInt({ min: 1n, max: 10n ** 20n }),
        fc.integer({ min: 1, max: 60 }),
        (value, n) => {
          const held = Array.from({ length: n }, () => value);
          expect(gini(held)).toBe(0);
          expect(herfindahl(held)).toBeCloseTo(1 / n, 12);
        },
      ),
    );
  });

  it("is drawn by a curve that rises, below the diagonal, and whose area is the Gini coefficient", () => {
    fc.assert(
      fc.property(holdings, (held) => {
        fc.pre(sumOf(held) > 0n);
        const curve = lorenzCurve(held, 1_000);
        let area = 0;
        for (const [at, point] of curve.entries()) {
          expect(point.held).toBeLessThanOrEqual(point.holders + 1e-12);
          const before = curve[at - 1];
          if (before) area += ((point.held + before.held) / 2) * (point.holders - before.holders);
        }
        expect(1 - 2 * area).toBeCloseTo(gini(held), 9);
      }),
    );
  });
});
