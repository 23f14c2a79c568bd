import { sql } from "drizzle-orm";
import { afterAll, beforeAll, expect, it } from "vitest";
import { drizzleOn, openPool } from "#db/client.ts";
import { createDatabase, type TestDatabase } from "#db/testing.ts";
import { createTransact } from "./transact.ts";

let database: TestDatabase;
beforeAll(async () => {
  database = await createDatabase();
});
afterAll(() => database.drop());

it("loses no connection when one breaks just before its transaction begins", async () => {
  const pool = openPool({ url: database.appUrl, max: 2, onError: () => {} });
  const transact = createTransact(drizzleOn(pool));
  for (let round = 0; round < 5; round += 1) {
    const client = await pool.connect();
    const { stream } = Reflect.get(client, "connection") as { stream: { destroy(): void } };
    stream.destroy();
    client.release();
    await expect(transact((tx) => tx.db.execute(sql`select 1`))).rejects.toThrow(
      /Failed query: begin/,
    );
  }
  const { rows } = await transact((tx) => tx.db.execute(sql`select 1 as one`));
  expect(rows).toEqual([{ one: 1 }]);
  expect(pool.totalCount).toBe(pool.idleCount);
  await pool.end();
});
