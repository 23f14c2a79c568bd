import { expect, it } from "vitest";
import { proveDurability } from "./testing-durability-proof.ts";

it("loses and doubles nothing in 100 kills of the server", async () => {
  const proof = await proveDurability({ voters: 50, kills: 100 });
  process.stdout.write(`${JSON.stringify(proof)}\n`);
  expect(proof).toMatchObject({ lost: 0, doubled: 0, ballotsLost: 0, ballotsDoubled: 0 });
  expect(proof.acknowledged).toBeGreaterThanOrEqual(20_000);
  expect(proof.midFlight).toBeGreaterThanOrEqual(60);
  expect(proof.countedBallots).toBe(proof.votersWithBallots);
});
