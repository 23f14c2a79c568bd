import { describe, expect, it } from "vitest";
import type { Corner } from "#shared/opinions/hull.ts";
import {
  between,
  bottomOf,
  dotSize,
  eased,
  isInSight,
  origins,
  rounded,
  type Scene,
  topOf,
  walked,
} from "./scene.ts";

const sceneOf = (x: number[], numbers: number[]): Scene => ({
  people: { x, y: x.map(() => 0), aside: { x: x.map(() => 0), y: x.map((place) => -place) } },
  reach: 0,
  numbers,
  groups: [],
  own: null,
});

describe("the way from one map to the next", () => {
  it("leads marks from where those of the same rank in their group stood, whatever order they come in", () => {
    const before = sceneOf([5, 1, 9, 8], [0, 0, 1, 1]);
    const after = sceneOf([20, 10, 2, 6], [1, 1, 0, 0]);
    expect(Array.from(origins(before, after).x)).toEqual([9, 8, 1, 5]);
  });

  it("takes a mark that stood aside of its place along from there", () => {
    const [before, after] = [sceneOf([5, 1], [0, 0]), sceneOf([20, 10], [0, 0])];
    const from = origins(before, after);
    expect(Array.from(from.aside.y)).toEqual([-5, -1]);
    expect(Array.from(walked(from, after.people, 0.5).aside.y)).toEqual([-12.5, -5.5]);
  });

  it("brings newcomers from where others stand, and lets a first map stand at once", () => {
    const after = sceneOf([1, 2, 3, 4], [0, 0, 0, 0]);
    expect(Array.from(origins(sceneOf([7, 9], [0, 0]), after).x)).toEqual([7, 7, 9, 9]);
    expect(Array.from(origins(sceneOf([], []), after).x)).toEqual([1, 2, 3, 4]);
  });

  it("begins at the old map, ends at the new one, and is slow at both ends", () => {
    const [from, to] = [sceneOf([0, 10], [0, 0]).people, sceneOf([10, 30], [0, 0]).people];
    expect(Array.from(between(from, to, 0).x)).toEqual([0, 10]);
    expect(Array.from(between(from, to, 0.5).x)).toEqual([5, 20]);
    expect(Array.from(between(from, to, 1).x)).toEqual([10, 30]);
    expect([eased(0), eased(0.5), eased(1)]).toEqual([0, 0.5, 1]);
    expect(eased(0.1)).toBeLessThan(0.05);
    expect(eased(0.9)).toBeGreaterThan(0.95);
  });
});

describe("what is drawn", () => {
  it("has outlines that stay away from the people within, even of one corner or two", () => {
    for (const corners of [
      [[0, 0]],
      [
        [0, 0],
        [40, 0],
      ],
      [
        [0, 0],
        [40, 0],
        [0, 30],
      ],
    ] as const) {
      const outline = rounded(corners, 10);
      for (const [x, y] of corners) {
        const nearest = Math.min(...outline.map(([a, b]) => Math.hypot(a - x, b - y)));
        expect(nearest).toBeGreaterThanOrEqual(10 - 1e-9);
      }
      expect(outline.length).toBeGreaterThan(10);
    }
    expect(rounded([], 10)).toEqual([]);
  });

  it("has a label below it where there is no room above", () => {
    const outline = [
      [0, 0],
      [20, 0],
      [10, 8],
    ] as const;
    expect(bottomOf(outline)).toEqual([10, 8]);
    expect(bottomOf([])).toBeNull();
  });

  it("has no label where nothing of it is in the picture", () => {
    const size = { width: 100, height: 50 };
    const at = (x: number, y: number): Corner[] => [
      [x, y],
      [x + 10, y + 10],
    ];
    const seen = [at(40, 20), at(-5, -5), at(95, 45), at(-11, 20), at(40, 51), at(101, 0)];
    expect(seen.map((outline) => isInSight(outline, size))).toEqual([
      true,
      true,
      true,
      false,
      false,
      false,
    ]);
  });

  it("has a label above the middle of each outline", () => {
    expect(
      topOf([
        [0, 10],
        [20, 10],
        [20, 0],
        [10, -6],
        [0, 0],
      ]),
    ).toEqual([10, -6]);
    expect(
      topOf([
        [0, 0],
        [10, 0],
        [10, -10],
      ]),
    ).toEqual([5, -5]);
    expect(topOf([[3, 4]])).toEqual([3, 4]);
    expect(topOf([])).toBeNull();
  });

  it("is smaller where there are more people, and never too small to be seen", () => {
    const sizes = [1, 20, 200, 2_000, 50_000].map(dotSize);
    expect(sizes).toEqual(sizes.toSorted((a, b) => b - a));
    expect(sizes[0]).toBe(13);
    expect(sizes.at(-1)).toBe(4);
  });
});
