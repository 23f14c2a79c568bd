import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Corner } from "#shared/opinions/hull.ts";
import {
  farOff,
  fitted,
  frameOf,
  kept,
  moved,
  toMap,
  toPicture,
  viewBetween,
  type Viewport,
  zoomed,
} from "./viewport.ts";

const size = { width: 800, height: 500 };
const people = { x: [-3, 1, 5], y: [-1, 2, 0] };
const whole = fitted(people, size);
/** Forty people in the middle, and one far off. */
const crowd = {
  x: [...Array.from({ length: 40 }, (_, at) => (at % 8) / 4), 100],
  y: [...Array.from({ length: 40 }, (_, at) => Math.floor(at / 8) / 4), 0],
};
const coordinate = fc.double({ min: -50, max: 50, noNaN: true });
const corner = fc.tuple(coordinate, coordinate);
const view = fc.record({
  x: coordinate,
  y: coordinate,
  scale: fc.double({ min: 0.1, max: 500, noNaN: true }),
});

const gap = ([a, b]: Corner, [c, d]: Corner) => Math.hypot(a - c, b - d);

describe("what is seen of a map", () => {
  it("is everybody at first, as large as the picture allows, with room around them", () => {
    const places = people.x.map((x, at) => toPicture([x, people.y[at] ?? 0], whole, size));
    for (const [x, y] of places) {
      expect(x).toBeGreaterThanOrEqual(44 - 1e-9);
      expect(x).toBeLessThanOrEqual(size.width - 44 + 1e-9);
      expect(y).toBeGreaterThanOrEqual(44 - 1e-9);
      expect(y).toBeLessThanOrEqual(size.height - 44 + 1e-9);
    }
    expect(Math.min(...places.map(([x]) => x))).toBeCloseTo(44, 9);
    // What is higher on the map is higher in the picture.
    expect(places[1]?.[1]).toBeLessThan(places[0]?.[1] ?? 0);
  });

  it("is not made small by one person who stands far off, who is reached by zooming out", () => {
    const frame = fitted(crowd, size);
    const seen = (view: Viewport) =>
      crowd.x
        .map((x, at) => toPicture([x, crowd.y[at] ?? 0], view, size))
        .filter(([x, y]) => x >= 0 && x <= size.width && y >= 0 && y <= size.height).length;
    expect(seen(frame)).toBe(40);
    expect(farOff(crowd)).toBe(1);
    expect(farOff(people)).toBe(0);
    const zoom = { factor: 1e-6, at: [400, 250] as Corner, size, whole: frame, people: crowd };
    expect(seen(zoomed(frame, zoom))).toBe(41);
  });

  it("is all of them where most stand at one place", () => {
    expect(frameOf([2, 2, 2, 2, 2, 2, 2, 2, 9])).toEqual([2, 9]);
  });

  it("leads from one map's frame to the next", () => {
    const [from, to] = [
      { x: 0, y: 0, scale: 2 },
      { x: 4, y: -2, scale: 6 },
    ];
    expect(viewBetween(from, to, 0)).toEqual(from);
    expect(viewBetween(from, to, 0.5)).toEqual({ x: 2, y: -1, scale: 4 });
    expect(viewBetween(from, to, 1)).toEqual(to);
  });

  it("is in the middle where there is one person, or where all stand at one place", () => {
    for (const alone of [
      { x: [2], y: [3] },
      { x: [2, 2], y: [3, 3] },
    ]) {
      expect(gap(toPicture([2, 3], fitted(alone, size), size), [400, 250])).toBeLessThan(1e-6);
    }
    expect(fitted({ x: [], y: [] }, size).scale).toBe(1);
  });

  it("leads back from the picture to the map", () => {
    fc.assert(
      fc.property(corner, view, (place, seen) => {
        expect(gap(toMap(toPicture(place, seen, size), seen, size), place)).toBeLessThan(1e-6);
      }),
    );
  });

  it("follows the hand by as many pixels as the hand moves", () => {
    const before = toPicture([1, 1], whole, size);
    expect(
      gap(toPicture([1, 1], moved(whole, 30, -12), size), [before[0] + 30, before[1] - 12]),
    ).toBeLessThan(1e-6);
  });

  it("keeps what is under the finger there, however one zooms", () => {
    const at = fc.tuple(fc.integer({ min: 0, max: 800 }), fc.integer({ min: 0, max: 500 }));
    fc.assert(
      fc.property(at, fc.double({ min: 0.01, max: 100, noNaN: true }), (finger, factor) => {
        const under = toMap(finger, whole, size);
        const after = zoomed(whole, { factor, at: finger, size, whole, people });
        expect(gap(toPicture(under, after, size), finger)).toBeLessThan(1e-6);
      }),
    );
  });

  it("is never nearer than makes sense, nor farther, nor beside where people are", () => {
    const zoom = (factor: number): Viewport =>
      zoomed(whole, { factor, at: [0, 0], size, whole, people });
    expect(zoom(1e6).scale / whole.scale).toBeCloseTo(40, 9);
    expect(zoom(1e-6).scale / whole.scale).toBeLessThanOrEqual(0.5);
    expect(kept({ x: 99, y: -99, scale: 7 }, people)).toEqual({ x: 5, y: -1, scale: 7 });
  });
});
