import { afterEach, expect, it, vi } from "vitest";
import { isSolved } from "#shared/spam/proof-of-work.ts";
import { findAnswer } from "./find-answer.ts";

afterEach(() => vi.unstubAllGlobals());

const puzzle = { challenge: "a challenge", bits: 11 };

async function found() {
  const told: [number, boolean][] = [];
  const answer = await findAnswer(puzzle, { onProgress: (...one) => told.push(one) });
  expect(isSolved(puzzle, answer)).toBe(true);
  return told;
}

it("is found on the page where the browser has no threads, and says how far it is", async () => {
  vi.stubGlobal("Worker", undefined);
  const told = await found();
  expect(told.every(([, isOnPage]) => isOnPage)).toBe(true);
  expect(told.map(([tries]) => tries)).toEqual(told.map((_, at) => (at + 1) * 512));
  expect(told.length).toBeGreaterThan(0);
});

it("is found on the page where the browser has threads but lets us have none", async () => {
  class Refused extends EventTarget {
    postMessage(): void {
      queueMicrotask(() => this.dispatchEvent(new Event("error")));
    }
    terminate(): void {}
  }
  vi.stubGlobal("Worker", Refused);
  expect((await found()).every(([, isOnPage]) => isOnPage)).toBe(true);
});
