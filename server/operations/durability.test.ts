import { expect, it } from "vitest";
import { proveDurability } from "./testing-durability-proof.ts";

it("counts each acknowledged answer and ballot exactly once, though the server is killed amid 50 voters", async () => {
  const proof = await proveDurability({ voters: 50, kills: 3 });
  expect(proof).toMatchObject({ lost: 0, doubled: 0, ballotsLost: 0, ballotsDoubled: 0 });
  expect(proof.midFlight).toBeGreaterThan(0);
  expect(proof.acknowledged).toBeGreaterThan(500);
  expect(proof.countedBallots).toBe(proof.votersWithBallots);
}, 120_000);
