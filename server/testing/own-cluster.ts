import { chmod, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { startEmbedded } from "#db/embedded.ts";
import { migrate } from "#db/migrate.ts";
import { type Options, startServerOn, type TestServer } from "./server-on.ts";

/** A whole server on a PostgreSQL of its own that keeps its promises, where tests share a hasty one. */
export async function startOnOwnCluster(options: Options = {}): Promise<TestServer> {
  const folder = await mkdtemp(path.join(tmpdir(), "folkmoot-own-"));
  // PostgreSQL does not run as root: its account must be able to pass through.
  await chmod(folder, 0o711);
  const cluster = await startEmbedded({ dataFolder: path.join(folder, "data") });
  await migrate(cluster);
  const drop = async (): Promise<void> => {
    await cluster.stop();
    await rm(folder, { recursive: true, force: true });
  };
  return startServerOn({ ...cluster, drop }, options);
}
