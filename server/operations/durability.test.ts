import { expect, it } from "vitest";
import { proveDurability } from "./testing-durability-proof.ts";

it.each(["server", "postgres"] as const)(
  "counts each acknowledged answer and ballot exactly once, though the %s is killed amid 50 voters",
  async (of) => {
    const proof = await proveDurability({ voters: 50, crashes: 3, of });
    expect(proof).toMatchObject({ lost: 0, doubled: 0, ballotsLost: 0, ballotsDoubled: 0 });
    expect(proof.midFlight).toBeGreaterThan(0);
    expect(proof.acknowledged).toBeGreaterThan(500);
    expect(proof.countedBallots).toBe(proof.votersWithBallots);
  },
  120_000,
);
