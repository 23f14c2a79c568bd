import { expect, it } from "vitest";
import { pressKey } from "./hands.ts";

it("keys move and zoom the map, and leave all other keys to the page", () => {
  const done: string[] = [];
  const stage = {
    drag: (right: number, down: number) => done.push(`drag ${Math.sign(right)} ${Math.sign(down)}`),
    zoom: (factor: number) => done.push(factor > 1 ? "nearer" : "farther"),
    reset: () => done.push("everybody"),
  };
  const keys = ["ArrowLeft", "ArrowRight", "ArrowUp", "ArrowDown", "+", "=", "-", "0"];
  expect(keys.map((key) => pressKey(key, stage))).toEqual(keys.map(() => true));
  expect(done).toEqual([
    "drag 1 0",
    "drag -1 0",
    "drag 0 1",
    "drag 0 -1",
    "nearer",
    "nearer",
    "farther",
    "everybody",
  ]);
  expect(["Tab", "a", "Enter", "PageDown", "toString"].some((key) => pressKey(key, stage))).toBe(
    false,
  );
});
