import { readFile } from "node:fs/promises";
import path from "node:path";
import pg from "pg";

/** What the program remembers of its database, in the folder of its data. */
async function databaseUrl(): Promise<string> {
  const folder = process.env["E2E_DATA_FOLDER"] ?? "";
  const kept = await readFile(path.join(folder, "database.json"), "utf8");
  const { appPassword, port } = JSON.parse(kept) as { appPassword: string; port: number };
  return `postgres://folkmoot_app:${appPassword}@127.0.0.1:${port}/folkmoot`;
}

interface DecisionIds {
  readonly communityId: string;
  readonly decisionId: string;
}

/**
 * Has a vote end now, where a story would only wait for its time: the time is set to that of the database, and the vote
 * ends by itself as it does whenever its time has come.
 */
export async function endVoting({ communityId, decisionId }: DecisionIds): Promise<void> {
  const client = new pg.Client({ connectionString: await databaseUrl() });
  await client.connect();
  try {
    await client.query(
      "update decisions set closes_at = clock_timestamp() where community_id = $1 and id = $2",
      [communityId, decisionId],
    );
    await client.query(
      "select graphile_worker.add_job('settle-decision', $1::json, job_key := 'close ' || $2)",
      [JSON.stringify({ communityId, decisionId }), decisionId],
    );
  } finally {
    await client.end();
  }
}
