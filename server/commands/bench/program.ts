import { type ServerProcess, startProcess } from "../../testing/process.ts";
import type { TestServer } from "../../testing/server-on.ts";
import { buildChanged } from "../build.mjs";

/** Starts the program as people run it, in a process of its own, on the database of this server. */
export async function startProgram(
  { databaseUrl, ownerUrl }: Pick<TestServer, "databaseUrl" | "ownerUrl">,
  settings: Record<string, string> = {},
): Promise<ServerProcess> {
  await buildChanged();
  const usual = { NODE_ENV: "production", RATE_LIMITS: "off", LOG_LEVEL: "silent" };
  const database = { DATABASE_URL: databaseUrl, MIGRATION_DATABASE_URL: ownerUrl };
  return startProcess({ ...usual, ...database, ...settings }, "bundle");
}
