import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { analyse } from "./analyse.ts";
import { beeswarm } from "./beeswarm.ts";
import { convexHull, outlineOf } from "./hull.ts";
import { ownPlace } from "./own-place.ts";
import { folkmoot } from "./parameter-sets.ts";
import { ResponseMatrix } from "./response-matrix.ts";
import { campResponses } from "./testing-conversation.ts";

const coordinate = fc.double({ min: -9, max: 9, noNaN: true });
const corners = fc.array(fc.tuple(coordinate, coordinate), { minLength: 1, maxLength: 60 });

describe("an outline", () => {
  it("has all points inside", () => {
    fc.assert(
      fc.property(corners, (points) => {
        const hull = convexHull(points);
        for (const [x, y] of hull.length < 3 ? [] : points) {
          for (const [at, [ax, ay]] of hull.entries()) {
            const [bx, by] = hull[(at + 1) % hull.length] ?? [0, 0];
            expect((bx - ax) * (y - ay) - (by - ay) * (x - ax)).toBeGreaterThan(-1e-9);
          }
        }
      }),
    );
  });

  it("is the square around a square, whatever is inside", () => {
    const square = convexHull([
      [0, 0],
      [2, 2],
      [1, 1],
      [2, 0],
      [0, 2],
      [1, 0],
    ]);
    expect(square).toEqual([
      [0, 0],
      [2, 0],
      [2, 2],
      [0, 2],
    ]);
    expect(
      convexHull([
        [1, 1],
        [1, 1],
        [1, 1],
      ]),
    ).toEqual([[1, 1]]);
  });

  it("shows nobody's own place, and nothing of fewer people than may be shown", () => {
    fc.assert(
      fc.property(corners, (points) => {
        const positions = {
          x: Float64Array.from(points, ([x]) => x),
          y: Float64Array.from(points, ([, y]) => y),
        };
        const outline = outlineOf(positions, [...points.keys()], 5);
        expect(outline.length > 0).toBe(points.length >= 5);
        const places = new Map<string, number>();
        for (const point of points) {
          places.set(point.join(" "), (places.get(point.join(" ")) ?? 0) + 1);
        }
        // Where many stand at one place their middle is that place.
        const alone = outline.filter((corner) => (places.get(corner.join(" ")) ?? 5) < 5);
        const isMiddle = alone.every(
          ([x, y]) => points.filter(([px, py]) => px !== x || py !== y).length >= 4,
        );
        expect(isMiddle).toBe(true);
      }),
    );
  });
});

describe("a beeswarm", () => {
  it("covers no dot by another, keeps each where its value is, and near the axis", () => {
    const values = fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { maxLength: 80 });
    fc.assert(
      fc.property(values, (all) => {
        const dots = beeswarm(all, 0.02);
        expect(dots.map(({ along }) => along)).toEqual(all);
        for (const [at, one] of dots.entries()) {
          for (const other of dots.slice(at + 1)) {
            const [dx, dy] = [one.along - other.along, one.beside - other.beside];
            expect(Math.sqrt(dx * dx + dy * dy)).toBeGreaterThan(0.04 - 1e-6);
          }
        }
        expect(Math.max(0, ...dots.map(({ beside }) => Math.abs(beside)))).toBeLessThan(
          0.04 * (all.length + 1),
        );
      }),
    );
  });

  it("puts what is alone on the axis", () => {
    expect(beeswarm([0.1, 0.5], 0.05)).toEqual([
      { along: 0.1, beside: 0 },
      { along: 0.5, beside: 0 },
    ]);
    expect(beeswarm([0.5, 0.5], 0.05).map(({ beside }) => beside)).toEqual([0, 0.1]);
  });
});

describe("you are here", () => {
  it("is where the map has whoever is part of it", () => {
    const responses = campResponses({ sizes: [20, 20], statements: 12, answering: 0.8 });
    const found = analyse({ matrix: ResponseMatrix.of(responses) }, folkmoot);
    const own = Array.from(responses.person).flatMap((person, at) =>
      person === 3
        ? [{ statement: responses.statement[at] ?? 0, value: responses.value[at] ?? 0 }]
        : [],
    );
    const [x, y] = ownPlace(own, found);
    expect(x).toBeCloseTo(found.positions.x[3] ?? 0, 9);
    expect(y).toBeCloseTo(found.positions.y[3] ?? 0, 9);
    expect(ownPlace([], found)).toEqual([0, 0]);
  });
});
