import { expect, it } from "vitest";
import { startTestServer } from "../testing/server.ts";
import { fuzz } from "./testing-fuzz-run.ts";

it("no request makes an operation fail, hang, tell of its innards, or take what it does not describe", async () => {
  // Two of them listen for jobs. With one for all else, an operation that takes a second connection while it holds one would wait for ever.
  const server = await startTestServer({ env: { DATABASE_CONNECTIONS: "3" } });
  const { faults, statuses, unused } = await fuzz(server, { casesPerOperation: 8, seed: 7 });
  await server.close();
  expect(faults).toEqual([]);
  // Each operation answered with success at least once; some requests went far, others not.
  expect(unused).toEqual([]);
  expect(statuses[200]).toBeGreaterThan(200);
  expect(statuses[422]).toBeGreaterThan(200);
}, 180_000);
