import { chmodSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import pg from "pg";
import type { TestProject } from "vitest/node";
import { startEmbedded } from "#db/embedded.ts";
import { isAlive } from "#db/embedded/run.ts";
import { migrate } from "#db/migrate.ts";
import type { TestPostgres } from "#db/testing.ts";

const prefix = "folkmoot-test-";

/**
 * Starts one PostgreSQL for a whole test run, without fsync, in a temporary folder, and migrates its database, which
 * is the template of all others. A test gets a database of its own by `createDatabase()` from "#db/testing.ts":
 *
 *     const database = await createDatabase();  // { ownerUrl, appUrl, drop() }
 *
 * TEST_DATABASE_URL names another PostgreSQL instead, by its superuser: to try an older version, for example.
 */
export default async function setUp(project: TestProject): Promise<() => Promise<void>> {
  const other = process.env["TEST_DATABASE_URL"];
  const { postgres, stop } = other === undefined ? await startOwn() : await enterOther(other);
  await migrate(postgres);
  project.provide("postgres", postgres);
  return stop;
}

interface Started {
  readonly postgres: TestPostgres;
  stop(): Promise<void>;
}

async function startOwn(): Promise<Started> {
  removeLeftovers();
  const folder = mkdtempSync(path.join(tmpdir(), `${prefix}${process.pid}-`));
  chmodSync(folder, 0o711);
  const embedded = await startEmbedded({ dataFolder: path.join(folder, "data"), fast: true });
  return {
    postgres: { ownerUrl: embedded.ownerUrl, appUrl: embedded.appUrl },
    async stop() {
      await embedded.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** Runs that were killed: a PostgreSQL whose files are gone ends by itself within a minute. */
function removeLeftovers(): void {
  for (const name of readdirSync(tmpdir())) {
    if (!name.startsWith(prefix)) continue;
    const pid = Number(name.slice(prefix.length).split("-")[0]);
    if (!isAlive(pid)) rmSync(path.join(tmpdir(), name), { recursive: true, force: true });
  }
}

async function enterOther(url: string): Promise<Started> {
  const name = `folkmoot_test_${process.pid}`;
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await client.query(`create role ${name} login password '${name}'`);
  await client.query(`create database ${name}`);
  const ownerUrl = new URL(url);
  ownerUrl.pathname = `/${name}`;
  const appUrl = new URL(ownerUrl);
  appUrl.username = name;
  appUrl.password = name;
  return {
    postgres: { ownerUrl: ownerUrl.href, appUrl: appUrl.href },
    async stop() {
      await client.query(`drop database ${name} with (force)`);
      await client.query(`drop role ${name}`);
      await client.end();
    },
  };
}
