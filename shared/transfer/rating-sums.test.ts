import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { arePossible, peopleIn, ratingsIn } from "./rating-sums.ts";

const sumOf = (ratings: readonly (number | null)[]) => {
  const known = ratings.filter((rating) => rating !== null);
  return { count: known.length, sum: known.reduce((all, one) => all + one, 0) };
};
const valuesOf = (ratings: readonly (number | null)[]) =>
  [0, 1, 2, 3, 4].map((value) => ratings.filter((rating) => rating === value).length);
const Ratings = fc.array(fc.option(fc.integer({ min: 0, max: 4 }), { nil: null }), {
  maxLength: 60,
});

describe("ratings that are known by their sums", () => {
  it("are as many again, and add up to the same", () => {
    fc.assert(
      fc.property(Ratings, (ratings) => {
        const unknown = ratings.filter((rating) => rating === null).length;
        const sums = { ...sumOf(ratings), unknown };
        const again = [...ratingsIn(sums)];
        expect(sumOf(again)).toEqual(sumOf(ratings));
        expect(again.length).toBe(ratings.length);
        expect(peopleIn(sums)).toBe(ratings.length);
        expect(again.every((rating) => rating === null || (rating >= 0 && rating <= 4))).toBe(true);
        expect(arePossible(sums)).toBe(true);
      }),
    );
  });

  it("are the same ratings where it is told how often each was given", () => {
    fc.assert(
      fc.property(Ratings, (ratings) => {
        const sums = { ...sumOf(ratings), values: valuesOf(ratings) };
        expect(arePossible(sums)).toBe(true);
        expect(valuesOf([...ratingsIn(sums)])).toEqual(valuesOf(ratings));
      }),
    );
  });

  it.each([
    ["more than all could give", { count: 2, sum: 9 }],
    ["more from elsewhere than there are", { count: 2, sum: 4, former: 3 }],
    ["parts that are fewer", { count: 3, sum: 4, values: [0, 0, 2, 0, 0] }],
    ["parts that add up to something else", { count: 2, sum: 5, values: [0, 0, 2, 0, 0] }],
  ])("can't be %s", (_, sums) => {
    expect(arePossible(sums)).toBe(false);
  });
});
