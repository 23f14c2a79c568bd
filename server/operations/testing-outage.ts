import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { startEmbedded } from "#db/embedded.ts";
import { migrate } from "#db/migrate.ts";
import type { OwnDatabase } from "../testing/server-on.ts";

/** A PostgreSQL of a test's own, which can go away and come back. */
export interface OwnPostgres extends OwnDatabase {
  /** Ends it at once; connections are cut. */
  goAway(): Promise<void>;
  comeBack(): Promise<void>;
}

/** Starts PostgreSQL in a folder of its own, with durability on, and migrates it. */
export async function startOwnPostgres(): Promise<OwnPostgres> {
  const folder = mkdtempSync(path.join(tmpdir(), `folkmoot-test-${process.pid}-`));
  chmodSync(folder, 0o711);
  const embedded = await startEmbedded({ dataFolder: path.join(folder, "data") });
  await migrate(embedded);
  return {
    appUrl: embedded.appUrl,
    ownerUrl: embedded.ownerUrl,
    goAway: () => embedded.stop(),
    comeBack: () => embedded.revive(),
    async drop() {
      await embedded.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
