import { describe, expect, it } from "vitest";
import { spread } from "./piles.ts";

/** So many people at each of some places along an axis. */
function peopleAt(...counts: number[]) {
  const x = counts.flatMap((count, place) => Array.from({ length: count }, () => place));
  return { x, y: x.map(() => 0) };
}
const dot = 10;
const marksOf = (...counts: number[]) => {
  const { aside, reach } = spread(peopleAt(...counts), dot);
  const marks = Array.from(aside.x, (x, at) => [x, aside.y[at] ?? 0] as const);
  const first = marks.slice(0, counts[0]);
  return { marks, first, reach, farthest: Math.max(...first.map(([x, y]) => Math.hypot(x, y))) };
};
const nearest = (marks: readonly (readonly [number, number])[]) =>
  Math.min(
    ...marks.flatMap(([x, y], at) => marks.slice(at + 1).map(([a, b]) => Math.hypot(a - x, b - y))),
  );

describe("people who answer alike", () => {
  it("are marked beside one another, whoever stands alone at the place itself", () => {
    const { marks, first } = marksOf(12, 1);
    expect(marks.at(-1)).toEqual([0, 0]);
    expect(nearest(first)).toBeGreaterThan(0.85 * dot);
  });

  it("take an area by how many they are, so that forty are told from ten and from one", () => {
    const [ten, forty] = [marksOf(10, 40).farthest, marksOf(40, 10).farthest];
    expect(forty / ten).toBeGreaterThan(1.8);
    expect(forty / ten).toBeLessThan(2.2);
  });

  it("stay near their place, however many they are", () => {
    for (const count of [2, 300, 50_000]) {
      const { farthest, reach } = marksOf(count);
      expect(farthest).toBeLessThanOrEqual(reach);
      expect(reach).toBeLessThanOrEqual(24);
    }
    expect(marksOf(1, 1).reach).toBe(0);
  });

  it("stand the same each time", () => {
    expect(marksOf(7, 3).marks).toEqual(marksOf(7, 3).marks);
    expect(new Set(marksOf(7).marks.map(String)).size).toBe(7);
  });
});
