import { createHash } from "node:crypto";
import fc from "fast-check";
import { expect, it } from "vitest";
import { isSolved, solve, triesFor, zeroBits } from "./proof-of-work.ts";

it("counts the zero bits at the beginning", () => {
  expect(zeroBits(Uint8Array.of(0x80))).toBe(0);
  expect(zeroBits(Uint8Array.of(0x01))).toBe(7);
  expect(zeroBits(Uint8Array.of(0, 0x10))).toBe(11);
  expect(zeroBits(Uint8Array.of(0, 0))).toBe(16);
});

it("is solved by a number whose hash, by another program too, begins with zeros", () => {
  fc.assert(
    fc.property(
      fc.string({ minLength: 1, maxLength: 40 }),
      fc.integer({ min: 0, max: 8 }),
      (challenge, bits) => {
        const answer = solve({ challenge, bits }, 0, 100_000);
        if (answer === null) throw new Error("hardly ever");
        expect(isSolved({ challenge, bits }, answer)).toBe(true);
        const hash = createHash("sha256")
          .update(Buffer.from(`${challenge}:${answer}`))
          .digest();
        expect(zeroBits(hash)).toBeGreaterThanOrEqual(bits);
        // In parts as in one go.
        expect(solve({ challenge, bits }, 0, answer)).toBeNull();
      },
    ),
    { numRuns: 40 },
  );
});

it("takes whole numbers for answers, and no answer for another challenge", () => {
  const puzzle = { challenge: "one", bits: 12 };
  const answer = solve(puzzle, 0, 1_000_000) ?? -1;
  expect(isSolved({ ...puzzle, challenge: "two" }, answer)).toBe(false);
  for (const wrong of [-1, 0.5, Number.NaN, Infinity]) {
    expect(isSolved({ challenge: "one", bits: 0 }, wrong)).toBe(false);
  }
});

it("takes twice the tries for each bit more", () => {
  expect(triesFor({ bits: 16 })).toBe(65_536);
  expect(triesFor({ bits: 17 })).toBe(2 * triesFor({ bits: 16 }));
});
