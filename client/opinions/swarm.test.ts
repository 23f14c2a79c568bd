import fc from "fast-check";
import { expect, it } from "vitest";
import { dotBy, swarmOf } from "./swarm.ts";

it("statements lie in their order along the width, none covers another, and many are drawn smaller", () => {
  const values = fc.array(fc.double({ min: 0, max: 1, noNaN: true }), {
    minLength: 1,
    maxLength: 60,
  });
  fc.assert(
    fc.property(values, fc.integer({ min: 280, max: 900 }), (some, width) => {
      const { dots, radius, height } = swarmOf(some, width);
      for (const [at, { along, beside }] of dots.entries()) {
        expect(along).toBeGreaterThanOrEqual(radius);
        expect(along).toBeLessThanOrEqual(width - radius);
        expect(Math.abs(beside) + radius).toBeLessThanOrEqual(height / 2);
        const gaps = dots
          .slice(0, at)
          .map((other) => Math.hypot(other.along - along, other.beside - beside));
        expect(Math.min(...gaps)).toBeGreaterThanOrEqual(2 * radius * (1 - 1e-6));
      }
    }),
    { numRuns: 20 },
  );
  expect(swarmOf([0.5], 600).radius).toBeGreaterThan(swarmOf(Array(1_000).fill(0.5), 600).radius);
});

it("arrows lead from the most shared statement to the most divisive one, and no further", () => {
  const order = [2, 0, 1];
  expect(dotBy("ArrowRight", order, 2)).toBe(0);
  expect(dotBy("ArrowLeft", order, 1)).toBe(0);
  expect(dotBy("ArrowLeft", order, 2)).toBe(2);
  expect(dotBy("End", order, 2)).toBe(1);
  expect(dotBy("Home", order, 1)).toBe(2);
  expect(dotBy("x", order, 1)).toBeNull();
});
