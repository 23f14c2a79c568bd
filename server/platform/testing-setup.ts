import { chmodSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import type { TestProject } from "vitest/node";
import { startEmbedded } from "#db/embedded.ts";
import { isAlive } from "#db/embedded/run.ts";
import { migrate } from "#db/migrate.ts";

const prefix = "folkmoot-test-";

/**
 * Starts one PostgreSQL for a whole test run, without fsync, in a temporary folder, and migrates its database, which
 * is the template of all others. A test gets a database of its own by `createDatabase()` from "#db/testing.ts":
 *
 *     const database = await createDatabase();  // { ownerUrl, appUrl, drop() }
 */
export default async function setUp(project: TestProject): Promise<() => Promise<void>> {
  removeLeftovers();
  const folder = mkdtempSync(path.join(tmpdir(), `${prefix}${process.pid}-`));
  chmodSync(folder, 0o711);
  const embedded = await startEmbedded({ dataFolder: path.join(folder, "data"), fast: true });
  await migrate(embedded);
  project.provide("postgres", { ownerUrl: embedded.ownerUrl, appUrl: embedded.appUrl });
  return async () => {
    await embedded.stop();
    rmSync(folder, { recursive: true, force: true });
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
