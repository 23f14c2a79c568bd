import { expect, it } from "vitest";
import { createFold } from "./fold.ts";

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

it("tells the first at once, few in between, and never loses the last", async () => {
  const fold = createFold(40);
  let state = 0;
  const told: number[] = [];
  for (let n = 1; n <= 100; n += 1) {
    state = n;
    fold.touch("counts", () => told.push(state));
    if (n % 10 === 0) await pause(4);
  }
  await pause(90);
  fold.stop();
  expect(told[0]).toBe(1);
  expect(told.at(-1)).toBe(100);
  expect(told.length).toBeLessThan(50);
});

it("keeps keys apart", () => {
  const fold = createFold(1_000);
  const told: string[] = [];
  fold.touch("a", () => told.push("a"));
  fold.touch("b", () => told.push("b"));
  fold.stop();
  expect(told).toEqual(["a", "b"]);
});
