import { expect, it } from "vitest";
import { directionOf } from "./use-swipe.ts";

it("takes a throw to the side for a response, in the reader's direction of writing", () => {
  expect(directionOf({ x: 120, y: 10 }, false)).toBe("end");
  expect(directionOf({ x: -120, y: 10 }, false)).toBe("start");
  expect(directionOf({ x: 120, y: 10 }, true)).toBe("start");
  expect(directionOf({ x: -120, y: 10 }, true)).toBe("end");
});

it("takes a throw upwards for passing", () => {
  expect(directionOf({ x: 20, y: -130 }, false)).toBe("up");
});

it("takes a short drag, a scroll or a slip for nothing", () => {
  expect(directionOf({ x: 40, y: 0 }, false)).toBeNull();
  expect(directionOf({ x: 95, y: 200 }, false)).toBeNull();
  expect(directionOf({ x: 0, y: 300 }, false)).toBeNull();
});
