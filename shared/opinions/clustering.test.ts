import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { drawsFrom } from "./draws.ts";
import { chooseCount, type GroupCountMemory } from "./group-choice.ts";
import { matchedNumbers } from "./group-identity.ts";
import { kMeans } from "./k-means.ts";
import { NearestCentre } from "./nearest-centre.ts";
import type { Points } from "./points.ts";
import { silhouette } from "./silhouette.ts";
import { stabilityOf } from "./stability.ts";
import { drawnPlaces, firstPlaces } from "./starts.ts";

const points = (...places: [number, number][]): Points => ({
  x: Float64Array.from(places, ([x]) => x),
  y: Float64Array.from(places, ([, y]) => y),
  weight: new Float64Array(places.length).fill(1),
});

const coordinate = fc.double({ min: -50, max: 50, noNaN: true });
const places = (most: number) =>
  fc.array(fc.tuple(coordinate, coordinate), { minLength: 1, maxLength: most });

describe("the nearest centre", () => {
  it("is the one that comparing all of them finds", () => {
    fc.assert(
      fc.property(places(600), places(40), (people, centres) => {
        const [all, some] = [points(...people), points(...centres)];
        const labels = new Uint8Array(people.length);
        new NearestCentre(all).assign(some, labels);
        const squares = ([x, y]: [number, number]) =>
          centres.map(([cx, cy]) => (x - cx) * (x - cx) + (y - cy) * (y - cy));
        for (const [at, place] of people.entries()) {
          const distances = squares(place);
          expect(labels[at]).toBe(distances.indexOf(Math.min(...distances)));
        }
      }),
    );
  });
});

describe("k-means", () => {
  const patience = { rounds: 100, move: 0 };

  it("ends where every centre is the mean of what is nearest to it", () => {
    fc.assert(
      fc.property(places(200), fc.integer({ min: 1, max: 6 }), (people, count) => {
        const all = points(...people);
        const found = kMeans(all, drawnPlaces(all, count, drawsFrom(3)), {
          rounds: 1_000,
          move: 0,
        });
        const again = kMeans(all, found.centres, { rounds: 1, move: 0 });
        expect(found.isSettled).toBe(true);
        expect(again.labels).toEqual(found.labels);
        expect(found.weights.reduce((sum, weight) => sum + weight, 0)).toBe(people.length);
        expect(Math.min(...found.weights)).toBeGreaterThan(0);
      }),
    );
  });

  it("lets a cluster that loses all its points go", () => {
    const found = kMeans(points([0, 0], [1, 0]), points([0, 0], [9, 9], [1, 0]), patience);
    expect([...found.labels]).toEqual([0, 1]);
    expect([...found.centres.x]).toEqual([0, 1]);
  });

  it("gives a point the pull of its weight", () => {
    const heavy = { ...points([0, 0], [10, 0]), weight: Float64Array.of(3, 1) };
    expect(kMeans(heavy, points([5, 0]), patience).centres.x[0]).toBe(2.5);
  });

  it("starts at places that differ", () => {
    const twice = points([1, 1], [1, 1], [2, 2], [1, 1], [3, 3]);
    expect([...firstPlaces(twice, 3).x]).toEqual([1, 2, 3]);
    expect([...drawnPlaces(twice, 9, drawsFrom(1)).x].toSorted((a, b) => a - b)).toEqual([1, 2, 3]);
    expect(firstPlaces(points(), 3).x).toHaveLength(0);
  });
});

describe("the silhouette", () => {
  it("is what Rousseeuw's formula gives", () => {
    // Two pairs on a line: within 1, to the other pair 9.5 and 8.5 from the ends.
    const line = points([0, 0], [1, 0], [9, 0], [10, 0]);
    const end = 1 - 1 / 9.5;
    const inner = 1 - 1 / 8.5;
    expect(silhouette(line, Uint8Array.of(0, 0, 1, 1), 2)).toBeCloseTo((end + inner) / 2, 12);
    expect(silhouette(line, Uint8Array.of(0, 0, 0, 0), 1)).toBe(0);
    expect(silhouette(line, Uint8Array.of(0, 1, 2, 3), 4)).toBe(0);
  });

  it("counts a point of weight two as two points at one place", () => {
    const weighed = { ...points([0, 0], [3, 0], [9, 0]), weight: Float64Array.of(2, 1, 2) };
    const single = points([0, 0], [0, 0], [3, 0], [9, 0], [9, 0]);
    const one = silhouette(weighed, Uint8Array.of(0, 0, 1), 2);
    expect(one).toBeCloseTo(silhouette(single, Uint8Array.of(0, 0, 0, 1, 1), 2), 12);
  });
});

describe("stability", () => {
  const blob = (count: number, middle: number, width: number): [number, number][] => {
    const draw = drawsFrom(middle + 5);
    return Array.from({ length: count }, () => [middle + width * draw(), width * draw()]);
  };
  const hold = (...all: [number, number][]) => {
    const people = points(...all);
    const groups = kMeans(people, drawnPlaces(people, 2, drawsFrom(1)), { rounds: 100, move: 0 });
    const wish = { resamples: 20, seed: 1, patience: { rounds: 100, move: 0 } };
    return stabilityOf(people, groups, wish);
  };

  it("is one, and not a hair more, where all pairs stay together however people are drawn", () => {
    const apart = (size: number) => [...blob(size, 0, 0.01), ...blob(size + 3, 10, 0.01)];
    for (const size of [4, 7, 11, 20]) {
      expect(hold(...apart(size))).toEqual({ overall: 1, ofGroups: [1, 1] });
    }
  });

  it("is near one where groups are far apart, and less where there is one", () => {
    expect(hold(...blob(30, 0, 1), ...blob(30, 10, 1)).overall).toBeGreaterThan(0.99);
    expect(hold(...blob(60, 0, 1)).overall).toBeLessThan(0.95);
  });
});

describe("how many groups are shown", () => {
  const widths = (two: number, three: number) => {
    const none = kMeans(points([0, 0]), points([0, 0]), { rounds: 1, move: 0 });
    return new Map([
      [2, { clusters: none, silhouette: two }],
      [3, { clusters: none, silhouette: three }],
    ]);
  };

  it("changes only once another number was best four times in a row", () => {
    let memory: GroupCountMemory | undefined;
    const shown = [
      [1, 0],
      [0, 1],
      [0, 1],
      [1, 0],
      [0, 1],
      [0, 1],
      [0, 1],
      [0, 1],
    ].map(([two, three]) => {
      memory = chooseCount(widths(two ?? 0, three ?? 0), memory, 4);
      return memory?.shown;
    });
    expect(shown).toEqual([2, 2, 2, 2, 2, 2, 2, 3]);
  });

  it("is none where there is nothing to choose from", () => {
    expect(chooseCount(new Map(), undefined, 4)).toBeUndefined();
  });
});

describe("numbers of groups", () => {
  it("stay with most of their people, and new groups take what is free", () => {
    expect(matchedNumbers([0, 0, 0, 1, 1, 2], [1, 1, 1, 0, 0, 2], 3)).toEqual([1, 0, 2]);
    expect(matchedNumbers([3, 3, 3, 0], [0, 0, 1, 2], 3)).toEqual([3, 1, 0]);
    expect(matchedNumbers([], [0, 1], 2)).toEqual([0, 1]);
    expect(matchedNumbers([-1, -1], [-1, 0], 1)).toEqual([0]);
  });

  it("are given so that most people keep theirs, not so that the first group does", () => {
    // The first group shares three people with 0 and two with 1, the second three with 0 and none with 1.
    const before = [0, 0, 0, 1, 1, 0, 0, 0];
    const now = [0, 0, 0, 0, 0, 1, 1, 1];
    expect(matchedNumbers(before, now, 2)).toEqual([1, 0]);
  });
});
