import { expect, it } from "vitest";
import { startTestServer } from "../testing/server.ts";
import { fuzz } from "./testing-fuzz-run.ts";

it("withstands a hundred requests for each operation that are right, nearly right and wrong", async () => {
  const seed = Math.floor(Math.random() * 2 ** 31);
  const server = await startTestServer({ env: { DATABASE_CONNECTIONS: "3" } });
  const { faults, ...figures } = await fuzz(server, { casesPerOperation: 100, seed });
  await server.close();
  process.stdout.write(`${JSON.stringify({ seed, ...figures, faults: faults.length })}\n`);
  expect(faults).toEqual([]);
});
