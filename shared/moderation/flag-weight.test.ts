import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { flagWeight, reaches, totalWeight } from "./flag-weight.ts";

const record = fc.record({ agreed: fc.nat(1_000), disagreed: fc.nat(1_000) });

describe("the weight of a flag", () => {
  it.each([
    [0, 0, 1 / 2],
    [1, 0, 2 / 3],
    [0, 1, 1 / 3],
    [3, 1, 4 / 6],
    [0, 10, 1 / 12],
    // Laplace's own example: after n sunrises and no other outcome, (n + 1) / (n + 2).
    [1_826_213, 0, 1_826_214 / 1_826_215],
  ])(
    "of who was right %d times and wrong %d times is by the rule of succession",
    (a, d, weight) => {
      expect(flagWeight({ agreed: a, disagreed: d })).toBe(weight);
    },
  );

  it("lies between nothing and one, and grows with every time that its maker is right", () => {
    fc.assert(
      fc.property(record, ({ agreed, disagreed }) => {
        const weight = flagWeight({ agreed, disagreed });
        expect(weight).toBeGreaterThan(0);
        expect(weight).toBeLessThan(1);
        expect(flagWeight({ agreed: agreed + 1, disagreed })).toBeGreaterThan(weight);
        expect(flagWeight({ agreed, disagreed: disagreed + 1 })).toBeLessThan(weight);
      }),
    );
  });

  it("adds up exactly: three newcomers reach one and a half, and thrice one third is one", () => {
    const newcomers = Array.from({ length: 3 }, () => ({ agreed: 0, disagreed: 0 }));
    expect(reaches(1_500, newcomers)).toBe(true);
    expect(reaches(1_501, newcomers)).toBe(false);
    const oftenWrong = Array.from({ length: 3 }, () => ({ agreed: 0, disagreed: 1 }));
    expect(reaches(1_000, oftenWrong)).toBe(true);
    expect(totalWeight(oftenWrong)).toBe(1_000);
  });

  it("does not depend on the order of flags, and reaches what it weighs", () => {
    fc.assert(
      fc.property(fc.array(record, { maxLength: 20 }), (records) => {
        expect(totalWeight(records.toReversed())).toBe(totalWeight(records));
        expect(reaches(totalWeight(records), records)).toBe(true);
        expect(reaches(totalWeight(records) + 1, records)).toBe(false);
      }),
    );
  });

  it("is of whole numbers only", () => {
    expect(() => flagWeight({ agreed: -1, disagreed: 0 })).toThrow(RangeError);
    expect(() => flagWeight({ agreed: 0.5, disagreed: 0 })).toThrow(RangeError);
  });
});
