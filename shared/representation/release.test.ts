import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { differing, mayTell, release, type Said } from "./release.ts";

const values = ["north", "south", "west"];
const people = (counts: Readonly<Record<string, number>>): Said =>
  new Map(
    Object.entries(counts).flatMap(([value, count]) =>
      Array.from({ length: count }, (_, at) => [`${value} ${at}`, value] as const),
    ),
  );

describe("a table of what people said about themselves", () => {
  it("tells in fives how many said what", () => {
    expect(release(people({ north: 12, south: 31 }), values)).toEqual({
      cells: [
        { value: "north", count: 10 },
        { value: "south", count: 30 },
      ],
      rest: 0,
      of: 40,
    });
  });

  it("leaves what fewer than five said to the rest, with the next smallest where they are too few by themselves", () => {
    expect(release(people({ north: 2, south: 31, west: 9 }), values)).toEqual({
      cells: [{ value: "south", count: 30 }],
      rest: 10,
      of: 40,
    });
  });

  it("tells nothing of one value that nearly all have", () => {
    const { cells, rest } = release(people({ north: 3, south: 31 }), values);
    expect([cells, rest]).toEqual([[], null]);
    expect(release(people({ north: 31 }), values).cells).toEqual([]);
  });

  it("never tells of fewer than five, and the difference of two numbers is none or at least five", () => {
    const size = fc.nat(40);
    fc.assert(
      fc.property(size, size, size, (north, south, west) => {
        const { cells, rest, of } = release(people({ north, south, west }), values);
        const told = [...cells.map(({ count }) => count), rest ?? 0];
        expect(told.every((count) => count % 5 === 0)).toBe(true);
        expect(cells.every(({ count }) => count >= 5 && (of - count >= 5 || rest === null))).toBe(
          true,
        );
        const truth = { north, south, west } as Record<string, number>;
        const all = north + south + west;
        for (const { value } of cells) {
          expect(truth[value]).toBeGreaterThanOrEqual(5);
          expect(all - (truth[value] ?? 0)).toBeGreaterThanOrEqual(5);
        }
        const left = all - cells.reduce((sum, { value }) => sum + (truth[value] ?? 0), 0);
        expect(cells.length === 0 || left === 0 || left >= 5).toBe(true);
      }),
    );
  });
});

describe("a table beside others", () => {
  it("may differ from them by nobody, or by at least five people", () => {
    const before = people({ north: 10, south: 10 });
    const more = (count: number) => new Map([...before, ...people({ west: count })]);
    expect(mayTell(before, [before])).toBe(true);
    expect(mayTell(more(4), [before])).toBe(false);
    expect(mayTell(more(5), [before])).toBe(true);
    expect(mayTell(before, [more(9), more(3)])).toBe(false);
  });

  it("counts who changed an answer once, and who came or went once each", () => {
    const one = new Map([
      ["a", "x"],
      ["b", "x"],
      ["c", "x"],
    ]);
    const other = new Map([
      ["a", "y"],
      ["b", "x"],
      ["d", "x"],
    ]);
    expect(differing(one, other)).toBe(3);
    expect(differing(other, one)).toBe(3);
  });
});
