import { readFileSync } from "node:fs";
import path from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import pg from "pg";
import { afterAll, beforeAll, expect, it } from "vitest";
import type { Memory } from "#db/embedded/place.ts";
import { type Copy, makeCopy, type Program } from "./testing-copy.ts";

const poolSize = 10;
const visitors = 200;
const rounds = 10;

let copy: Copy;

beforeAll(async () => {
  copy = makeCopy();
  const first = copy.start();
  await first.ready();
  await first.kill("SIGTERM");
});

afterAll(() => copy.remove());

/** Asks PostgreSQL how many connections the program has in its pool. */
async function connections(): Promise<number> {
  const file = path.join(copy.folder, ".folkmoot/database.json");
  const { ownerPassword, port } = JSON.parse(readFileSync(file, "utf8")) as Memory;
  const client = new pg.Client({
    connectionString: `postgres://folkmoot_owner:${ownerPassword}@127.0.0.1:${port}/folkmoot`,
  });
  client.on("error", () => undefined);
  try {
    await client.connect();
    const { rows } = await client.query<{ count: number }>(
      "select count(*)::int as count from pg_stat_activity where application_name = 'folkmoot'",
    );
    return rows[0]?.count ?? 0;
  } catch {
    return 0;
  } finally {
    await client.end().catch(() => undefined);
  }
}

async function status(address: string): Promise<number> {
  return fetch(`${address}/readyz`).then(
    async (reply) => {
      await reply.arrayBuffer();
      return reply.status;
    },
    () => 0,
  );
}

/** Two hundred people who never stop asking, while PostgreSQL is killed; what they were told, and the most connections. */
async function storm(program: Program, address: string) {
  const seen = new Map<number, number>();
  let isOver = false;
  const ask = async (): Promise<void> => {
    while (!isOver) {
      const code = await status(address);
      seen.set(code, (seen.get(code) ?? 0) + 1);
    }
  };
  const asking = Array.from({ length: visitors }, ask);
  await wait(300);
  process.kill(copy.postgresPid(), "SIGKILL");
  const killed = performance.now();
  let most = 0;
  let recovered: number | undefined;
  while (performance.now() - killed < 12_000 && recovered === undefined) {
    await wait(50);
    most = Math.max(most, await connections());
    if (most > 0 && (await status(address)) === 200) recovered = performance.now() - killed;
  }
  isOver = true;
  await Promise.all(asking);
  expect(program.child.exitCode).toBe(null);
  return { seen, most, recovered };
}

it("is ready within three seconds of a start, killed or not", async () => {
  const times: number[] = [];
  for (let round = 0; round < rounds; round++) {
    const began = performance.now();
    const program = copy.start();
    await program.ready();
    times.push(performance.now() - began);
    await program.kill(round % 2 === 0 ? "SIGKILL" : "SIGTERM");
  }
  const sorted = times.toSorted((a, b) => a - b);
  console.info(`starts: ${sorted.map((time) => time.toFixed(0)).join(", ")} ms`);
  expect(sorted[rounds / 2]).toBeLessThan(3_000);
});

it("comes back within ten seconds when PostgreSQL dies under a storm, and never opens more than its pool", async () => {
  const program = copy.start({ DATABASE_CONNECTIONS: String(poolSize), RATE_LIMITS: "off" });
  const address = await program.ready();
  for (let round = 0; round < rounds; round++) {
    const { seen, most, recovered } = await storm(program, address);
    console.info(`death ${round + 1}: back after ${recovered?.toFixed(0)} ms, ${most} connections`);
    expect(recovered).toBeLessThan(10_000);
    expect(most).toBeLessThanOrEqual(poolSize);
    // Nobody is told of a fault of the program: it works, or it says "try again".
    expect(new Set(seen.keys())).toEqual(new Set([200, 503]));
  }
  expect(await program.kill("SIGTERM")).toBe(0);
});
