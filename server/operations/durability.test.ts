import { expect, it } from "vitest";
import { proveDurability } from "./testing-durability-proof.ts";

it("counts each acknowledged answer and ballot exactly once, though server and PostgreSQL are killed amid 50 voters", async () => {
  const crashes = ["server", "postgres"] as const;
  const proof = await proveDurability({ voters: 50, crashes });
  expect(proof).toMatchObject({ lost: 0, doubled: 0, ballotsLost: 0, ballotsDoubled: 0 });
  expect(proof.midFlight).toBeGreaterThan(0);
  expect(proof.acknowledged).toBeGreaterThan(250);
  expect(proof.countedBallots).toBe(proof.votersWithBallots);
}, 180_000);
