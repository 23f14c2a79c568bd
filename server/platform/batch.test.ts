import { describe, expect, it } from "vitest";
import { createBatch } from "./batch.ts";

describe("writes that arrive close together", () => {
  it("share one run and get each its own answer", async () => {
    const runs: number[][] = [];
    const double = createBatch(async (items: readonly number[]) => {
      runs.push([...items]);
      return items.map((item) => item * 2);
    });
    expect(await Promise.all([1, 2, 3].map(double))).toEqual([2, 4, 6]);
    expect(runs).toEqual([[1, 2, 3]]);
  });

  it("gather while runs are under way, so that load makes runs larger", async () => {
    const sizes: number[] = [];
    let release = () => {};
    const released = new Promise<void>((resolve) => {
      release = resolve;
    });
    const slow = createBatch(
      async (items: readonly number[]) => {
        sizes.push(items.length);
        await released;
        return items;
      },
      { lanes: 1 },
    );
    const first = slow(0);
    await expect.poll(() => sizes).toEqual([1]);
    const others = Array.from({ length: 50 }, (_, index) => slow(index));
    release();
    await Promise.all([first, ...others]);
    expect(sizes).toEqual([1, 50]);
  });

  it("refuse only the faulty one of a run that failed", async () => {
    const picky = createBatch(async (items: readonly number[]) => {
      if (items.includes(2)) throw new Error("no twos");
      return items;
    });
    const outcomes = await Promise.allSettled([1, 2, 3].map(picky));
    expect(outcomes.map(({ status }) => status)).toEqual(["fulfilled", "rejected", "fulfilled"]);
  });

  it("never hold more items in one run than allowed", async () => {
    const sizes: number[] = [];
    const small = createBatch(
      async (items: readonly number[]) => {
        sizes.push(items.length);
        return items;
      },
      { max: 10 },
    );
    await Promise.all(Array.from({ length: 35 }, (_, index) => small(index)));
    expect(sizes).toEqual([10, 10, 10, 5]);
  });
});
