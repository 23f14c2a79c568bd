import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { partedBy, releaseRates } from "./rates.ts";

const values = ["north", "south", "west"];

/** So many of each value on whom somebody acted, and so many on whom nobody did. */
function parted(counts: Readonly<Record<string, readonly [number, number]>>) {
  const people = Object.entries(counts).flatMap(([value, [acted, spared]]) =>
    Array.from({ length: acted + spared }, (_, at) => {
      return { id: `${value} ${at}`, value, isActed: at < acted };
    }),
  );
  const ids = people.filter(({ isActed }) => isActed).map(({ id }) => id);
  return partedBy(new Map(people.map(({ id, value }) => [id, value])), new Set(ids));
}

describe("rates of what people said about themselves", () => {
  it("are told in fives", () => {
    expect(releaseRates(parted({ north: [6, 52], south: [21, 19] }), values)).toEqual({
      told: [
        { name: "north", count: 5, of: 55 },
        { name: "south", count: 20, of: 40 },
      ],
      rest: null,
    });
  });

  it("leave values of too few to the rest", () => {
    const { told, rest } =
      releaseRates(parted({ north: [30, 30], south: [9, 31], west: [2, 10] }), values) ?? {};
    expect(told?.map(({ name }) => name)).toEqual(["north"]);
    expect(rest).toEqual({ count: 10, of: 50 });
  });

  it("are not told where all are of one value, or nobody else is of enough", () => {
    expect(releaseRates(parted({ north: [20, 20] }), values)).toBeNull();
    expect(releaseRates(parted({ north: [20, 20], south: [2, 30] }), values)).toBeNull();
  });

  it("never tell of fewer than five, acted on or not, nor of all but fewer than five", () => {
    const pair = fc.tuple(fc.nat(20), fc.nat(20));
    fc.assert(
      fc.property(pair, pair, pair, (north, south, west) => {
        const truth = { north, south, west };
        const rates = releaseRates(parted(truth), values);
        if (rates === null) return;
        const told = [...rates.told, ...(rates.rest ? [rates.rest] : [])];
        expect(told.flatMap(({ count, of }) => [count % 5, of % 5]).every((one) => one === 0)).toBe(
          true,
        );
        const sum = (at: 0 | 1, of: readonly (readonly [number, number])[]) =>
          of.reduce((all, one) => all + one[at], 0);
        const all = Object.values(truth);
        const named = rates.told.map(({ name }) => truth[name as keyof typeof truth]);
        for (const at of [0, 1] as const) {
          for (const own of named) {
            expect(own[at]).toBeGreaterThanOrEqual(5);
            expect(sum(at, all) - own[at]).toBeGreaterThanOrEqual(5);
          }
          const left = sum(at, all) - sum(at, named);
          expect(rates.rest === null ? left : Math.min(left, 5)).toBe(rates.rest === null ? 0 : 5);
        }
      }),
    );
  });
});
