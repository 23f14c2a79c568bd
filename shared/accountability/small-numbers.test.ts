import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { fewest, protect, tellsOfMany } from "./small-numbers.ts";

const group = (name: string, count: number, of: number) => ({ name, count, of });

describe("figures about groups of people", () => {
  it("are told where all of them are of enough people", () => {
    const groups = [group("a", 5, 10), group("b", 20, 100)];
    expect(protect(groups)).toEqual({ told: groups, kept: [], rest: null });
  });

  it("keep a small group with the next, so that nobody takes what is told from the whole", () => {
    const groups = [group("few", 2, 30), group("many", 40, 90), group("some", 9, 40)];
    expect(protect(groups)).toEqual({
      told: [groups[1]],
      kept: ["few", "some"],
      rest: { count: 11, of: 70 },
    });
  });

  it("tell small groups together where they are enough", () => {
    const groups = [group("x", 3, 8), group("y", 4, 9), group("z", 8, 40)];
    expect(protect(groups)).toMatchObject({ told: [groups[2]], rest: { count: 7, of: 17 } });
  });

  it("tell nothing where one of two is too small", () => {
    expect(protect([group("a", 4, 60), group("b", 50, 80)])).toMatchObject({
      told: [],
      rest: { count: 54, of: 140 },
    });
    expect(protect([group("a", 1, 3), group("b", 1, 80)])).toMatchObject({ told: [], rest: null });
  });

  it("never tell of fewer than five, nor of all but fewer than five, whatever is added or taken away", () => {
    const groups = fc.array(fc.tuple(fc.nat(14), fc.nat(14)), { maxLength: 6 });
    fc.assert(
      fc.property(groups, (drawn) => {
        const all = drawn.map(([a, b], at) => group(`${at}`, a, a + b));
        const { told, rest, kept } = protect(all);
        const parts = [...told, ...(rest ? [rest] : [])];
        expect(parts.every(tellsOfMany)).toBe(true);
        const whole = {
          count: all.reduce((sum, { count }) => sum + count, 0),
          of: all.reduce((sum, { of }) => sum + of, 0),
        };
        // Each part, and what is left of the whole without it, whole groups or none.
        for (const { count, of } of told) {
          const left = { count: whole.count - count, of: whole.of - of };
          expect(left.of === 0 || tellsOfMany(left)).toBe(true);
        }
        expect(told.length + kept.length).toBe(all.filter(({ of }) => of > 0).length);
        expect(told.length === 0 || rest !== null || kept.length === 0).toBe(true);
      }),
    );
    expect(fewest).toBe(5);
  });
});
