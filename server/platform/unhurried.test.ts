import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { unhurried } from "./unhurried.ts";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** Something that takes five seconds, and tells the how manieth time it was. */
function slow() {
  let times = 0;
  const load = vi.fn<() => Promise<number>>(async () => {
    times += 1;
    const time = times;
    await new Promise((go) => setTimeout(go, 5_000));
    return time;
  });
  return { load, works: unhurried(load) };
}

it("is worked out once for all who ask, and not again while nothing changed", async () => {
  const { load, works } = slow();
  const asked = Promise.all([works.get("a", "1"), works.get("a", "1")]);
  await vi.advanceTimersByTimeAsync(5_000);
  const first = { value: 1, isBehind: false };
  expect(await asked).toEqual([first, first]);
  await vi.advanceTimersByTimeAsync(60_000);
  expect(await works.get("a", "1")).toEqual(first);
  expect(load).toHaveBeenCalledTimes(1);
});

it("rests after it ran, and gives what there is, until the newer one is there", async () => {
  const { load, works } = slow();
  void works.get("a", "1");
  await vi.advanceTimersByTimeAsync(5_000);
  const last = { value: 1, isBehind: true };
  expect(await works.get("a", "2")).toEqual(last);
  await vi.advanceTimersByTimeAsync(9_900);
  expect(await works.get("a", "3")).toEqual(last);
  expect(load).toHaveBeenCalledTimes(1);
  await vi.advanceTimersByTimeAsync(200);
  const asked = works.get("a", "3");
  await vi.advanceTimersByTimeAsync(1_000);
  expect(await asked).toEqual(last);
  const other = works.get("a", "3");
  await vi.advanceTimersByTimeAsync(4_000);
  expect(await other).toEqual(last);
  expect(await works.get("a", "3")).toEqual({ value: 2, isBehind: false });
  expect(load).toHaveBeenCalledTimes(2);
});

it("that fails fails for those who wait, and is tried again", async () => {
  const load = vi.fn<() => Promise<never>>(() => Promise.reject(new Error("the power went")));
  const works = unhurried(load);
  await expect(works.get("a", "1")).rejects.toThrow("the power went");
  await vi.advanceTimersByTimeAsync(10);
  await expect(works.get("a", "1")).rejects.toThrow("the power went");
  expect(load).toHaveBeenCalledTimes(2);
});
