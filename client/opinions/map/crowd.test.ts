import { describe, expect, it } from "vitest";
import { press, stampFrom } from "./crowd.ts";

/** Two by two, the last one nearly nothing. */
const stamp = stampFrom(
  Uint8ClampedArray.from([1, 0, 0, 255, 2, 0, 0, 255, 3, 0, 0, 255, 4, 0, 0, 9]),
  2,
);
const pressedAt = (left: number, top: number) => {
  const onto = { width: 3, height: 2, pixels: new Uint32Array(6) };
  press(onto, stamp, [left, top]);
  return Array.from(new Uint8Array(onto.pixels.buffer).filter((_, at) => at % 4 === 0));
};

describe("a crowd on a map", () => {
  it("is pressed pixel by pixel, without the faint rim of its marks", () => {
    expect(pressedAt(1, 0)).toEqual([0, 1, 2, 0, 3, 0]);
  });

  it("ends where the canvas does, on each side", () => {
    expect(pressedAt(-1, 0)).toEqual([2, 0, 0, 0, 0, 0]);
    expect(pressedAt(2, 1)).toEqual([0, 0, 0, 0, 0, 1]);
    expect(pressedAt(0, -1)).toEqual([3, 0, 0, 0, 0, 0]);
    expect(pressedAt(9, 9)).toEqual([0, 0, 0, 0, 0, 0]);
  });
});
