import { expect, it } from "vitest";
import { proveDurability } from "./testing-durability-proof.ts";

it.each([
  { of: "server", crashes: 100, atLeast: 20_000 },
  { of: "postgres", crashes: 50, atLeast: 10_000 },
] as const)(
  "loses and doubles nothing in $crashes crashes of the $of",
  async ({ of, crashes, atLeast }) => {
    const proof = await proveDurability({
      voters: 50,
      crashes: Array.from({ length: crashes }, () => of),
    });
    process.stdout.write(`${JSON.stringify({ of, crashes, ...proof })}\n`);
    expect(proof).toMatchObject({ lost: 0, doubled: 0, ballotsLost: 0, ballotsDoubled: 0 });
    expect(proof.acknowledged).toBeGreaterThanOrEqual(atLeast);
    expect(proof.midFlight).toBeGreaterThanOrEqual(crashes * 0.6);
    expect(proof.countedBallots).toBe(proof.votersWithBallots);
  },
);
