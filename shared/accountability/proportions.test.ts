import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { medianOf } from "./median.ts";
import { differenceOf, isMarked, type Proportion, shareOf } from "./proportions.ts";

const proportion = fc
  .tuple(fc.nat(2_000), fc.nat(2_000))
  .map(([a, b]): Proportion => ({ count: a, of: a + b + (a + b === 0 ? 1 : 0) }));

const rounded = (value: number) => Number(value.toFixed(4));
/** Two sums of the same parts in another order differ in their last bits. */
const slack = 1e-12;

describe("the interval of a share", () => {
  // Newcombe, Statistics in Medicine 17 (1998), 857-872, table I, method 3.
  it.each([
    [81, 263, 0.2553, 0.3662],
    [15, 148, 0.0624, 0.1605],
    [0, 20, 0, 0.1611],
    [1, 29, 0.0061, 0.1718],
  ] as const)("of %d of %d is as published", (...[count, of, ...published]) => {
    const told = shareOf({ count, of });
    expect(told && [rounded(told.low), rounded(told.high)]).toEqual(published);
  });

  it("holds the share, lies between nothing and all, and is the mirror of what is left", () => {
    fc.assert(
      fc.property(proportion, ({ count, of }) => {
        const told = shareOf({ count, of });
        const mirror = shareOf({ count: of - count, of });
        if (!told || !mirror) throw new Error("of something");
        expect(told.low).toBeLessThanOrEqual(told.share);
        expect(told.high).toBeGreaterThanOrEqual(told.share);
        expect(told.low).toBeGreaterThanOrEqual(0);
        expect(told.high).toBeLessThanOrEqual(1);
        expect(Math.abs(told.low + mirror.high - 1)).toBeLessThan(slack);
      }),
    );
  });

  it("is narrower, the more it is of", () => {
    fc.assert(
      fc.property(proportion, fc.integer({ min: 2, max: 50 }), ({ count, of }, times) => {
        const [few, many] = [
          shareOf({ count, of }),
          shareOf({ count: count * times, of: of * times }),
        ];
        if (!few || !many) throw new Error("of something");
        expect(many.high - many.low).toBeLessThan(few.high - few.low);
      }),
    );
  });

  it("is none of nothing, and of what is no share", () => {
    expect(shareOf({ count: 0, of: 0 })).toBeNull();
    expect(() => shareOf({ count: 2, of: 1 })).toThrow(RangeError);
    expect(() => shareOf({ count: 0.5, of: 1 })).toThrow(RangeError);
  });
});

describe("the interval of a difference", () => {
  // Newcombe, Statistics in Medicine 17 (1998), 873-890, table II, examples (a) to (h), method 10.
  it.each([
    [56, 70, 48, 80, 0.0524, 0.3339],
    [9, 10, 3, 10, 0.1705, 0.809],
    [6, 7, 2, 7, 0.0582, 0.8062],
    [5, 56, 0, 29, -0.0381, 0.1926],
    [0, 10, 0, 20, -0.1611, 0.2775],
    [0, 10, 0, 10, -0.2775, 0.2775],
    [10, 10, 0, 20, 0.6791, 1],
    [10, 10, 0, 10, 0.6075, 1],
  ] as const)("of %d of %d and %d of %d is as published", (...[a, m, b, n, ...published]) => {
    const told = differenceOf({ count: a, of: m }, { count: b, of: n });
    expect(told && [rounded(told.low), rounded(told.high)]).toEqual(published);
  });

  it("holds the difference, and turns with its sides", () => {
    fc.assert(
      fc.property(proportion, proportion, (first, second) => {
        const told = differenceOf(first, second);
        const turned = differenceOf(second, first);
        if (!told || !turned) throw new Error("of something");
        expect(told.low).toBeLessThanOrEqual(told.difference);
        expect(told.high).toBeGreaterThanOrEqual(told.difference);
        expect(told.low).toBeGreaterThanOrEqual(-1 - slack);
        expect(told.high).toBeLessThanOrEqual(1 + slack);
        expect(Math.abs(told.low + turned.high)).toBeLessThan(slack);
      }),
    );
  });

  it("is marked where it leaves out 0, and never for shares that are alike", () => {
    const marked = (...[a, m, b, n]: [number, number, number, number]) => {
      const told = differenceOf({ count: a, of: m }, { count: b, of: n });
      return told && isMarked(told);
    };
    expect(marked(56, 70, 48, 80)).toBe(true);
    expect(marked(48, 80, 56, 70)).toBe(true);
    expect(marked(5, 56, 0, 29)).toBe(false);
    expect(marked(0, 0, 5, 10)).toBeNull();
    fc.assert(
      fc.property(proportion, fc.integer({ min: 1, max: 9 }), ({ count, of }, times) => {
        expect(marked(count, of, count * times, of * times)).toBe(false);
      }),
    );
  });
});

describe("the median", () => {
  it.each([
    [[], null],
    [[7], 7],
    [[1, 2], 1],
    // The example of the nearest-rank method: of 15, 20, 35, 40, 50 it is the third.
    [[50, 15, 40, 20, 35], 35],
    [[3, 6, 7, 8, 8, 10, 13, 15, 16, 20], 8],
  ])("of %j is %s", (values, median) => {
    expect(medianOf(values)).toBe(median);
  });

  it("is one of the values, and at least half of them do not exceed it", () => {
    fc.assert(
      fc.property(fc.array(fc.integer(), { minLength: 1 }), (values) => {
        const median = medianOf(values);
        if (median === null) throw new Error("of something");
        expect(values).toContain(median);
        const below = values.filter((value) => value <= median).length;
        expect(below * 2).toBeGreaterThanOrEqual(values.length);
        const lower = values.filter((value) => value < median).length;
        expect(lower * 2).toBeLessThan(values.length);
      }),
    );
  });
});
