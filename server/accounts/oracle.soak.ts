import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { startTestServer, type TestServer } from "../testing/server.ts";
import { compare, doors } from "./testing-oracle.ts";

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.close());

const pairs = 150;

describe.each(doors)("$name", (door) => {
  it(`does not tell in ${pairs} pairs whether an address is known`, async () => {
    const { forms, knownMs, unknownMs, ratio } = await compare(server, door, pairs);
    process.stdout.write(
      `${door.name}: known ${knownMs.toFixed(1)} ms, unknown ${unknownMs.toFixed(1)} ms, ratio ${ratio.toFixed(2)}\n`,
    );
    expect(forms).toHaveLength(1);
    expect(ratio).toBeGreaterThan(0.65);
    expect(ratio).toBeLessThan(1.35);
  });
});
