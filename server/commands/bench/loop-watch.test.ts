import { afterAll, describe, expect, it } from "vitest";
import { threadClock } from "./loop-watch.ts";

const clock = threadClock();
afterAll(() => clock.close());

/** Arithmetic, in which nobody asks for a time: half a millisecond or so for a piece. */
function work(pieces: number): number {
  let sum = 0;
  for (let term = 0; term < pieces * 300_000; term += 1) sum += term;
  return sum;
}

/** What a piece of work took of the main thread, and of the whole process beside it, in ms. */
function measure() {
  const began = clock.read();
  const before = process.cpuUsage();
  work(1);
  const thread = clock.read() - began;
  const { user, system } = process.cpuUsage(before);
  return { thread, process: (user + system) / 1000 };
}

describe("the time of the thread that answers", () => {
  it.runIf(process.platform === "linux")("has nothing in it of what was done before", () => {
    const pieces = Array.from({ length: 200 }, () => {
      work(6);
      return measure();
    });
    expect(pieces.filter(({ thread }) => thread > 0)).toHaveLength(pieces.length);
    // A few, as the machine may be elsewhere just between two of these readings.
    const late = pieces.filter((piece) => piece.thread > piece.process + 1);
    expect(late.length).toBeLessThan(pieces.length / 20);
  });
});
