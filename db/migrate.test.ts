import { Logger, makeWorkerUtils, runOnce } from "graphile-worker";
import pg from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { migrate } from "./migrate.ts";
import { createDatabase, type TestDatabase } from "./testing.ts";

let database: TestDatabase;
beforeAll(async () => {
  database = await createDatabase();
});
afterAll(() => database.drop());

async function asApp(sql: string): Promise<unknown> {
  const client = new pg.Client({ connectionString: database.appUrl });
  await client.connect();
  try {
    return (await client.query(sql)).rows;
  } finally {
    await client.end();
  }
}

describe("migrating", () => {
  it("can be done again, and by several processes at once", async () => {
    const results = await Promise.all([1, 2, 3, 4].map(() => migrate(database)));
    expect(results).toEqual(results.map(() => ({ separateRoles: true })));
  });

  it("works where the app is the owner of its tables, and says so", async () => {
    const { ownerUrl } = database;
    expect(await migrate({ ownerUrl, appUrl: ownerUrl })).toEqual({ separateRoles: false });
  });

  it("gives the app no right to change tables", async () => {
    await expect(asApp("create table mine (a int)")).rejects.toThrow("permission denied");
    await expect(asApp("select * from drizzle.__drizzle_migrations")).rejects.toThrow("denied");
  });

  it.each([
    ["ledger_acts", "kind"],
    ["ledger_entries", "seq"],
    ["ledger_nodes", "level"],
    ["ledger_checkpoints", "note"],
    ["ledger_cosignatures", "line"],
  ])("lets nobody who uses the app change or remove what is in %s", async (table, column) => {
    for (const sql of [
      `update ${table} set ${column} = ${column}`,
      `delete from ${table}`,
      `truncate ${table}`,
      `alter table ${table} rename to mine`,
    ]) {
      await expect(asApp(sql)).rejects.toThrow(/permission denied for table|must be owner/);
    }
    expect(await asApp(`select 1 as one from ${table}`)).toEqual([]);
  });

  it("lets the app queue jobs and do them", async () => {
    const logger = new Logger(() => () => undefined);
    const utils = await makeWorkerUtils({ connectionString: database.appUrl, logger });
    await utils.addJob("greet", { name: "Ada" });
    await utils.release();
    const greeted: unknown[] = [];
    await runOnce({
      connectionString: database.appUrl,
      logger,
      taskList: { greet: (payload) => void greeted.push(payload) },
    });
    expect(greeted).toEqual([{ name: "Ada" }]);
  });
});
