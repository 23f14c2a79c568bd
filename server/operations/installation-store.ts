import { count, sql } from "drizzle-orm";
import type { Db } from "#db/client.ts";
import { accounts } from "#db/schema/accounts.ts";
import { communities } from "#db/schema/communities.ts";
import { debates } from "#db/schema/debates.ts";
import { ballots } from "#db/schema/decisions.ts";
import { responses } from "#db/schema/statements.ts";
import { oldestUntold } from "../platform/event-store.ts";

/** How much there is of everything; sums alone. */
export async function countEverything(db: Db) {
  const countRows = async (
    table: typeof accounts | typeof debates | typeof ballots | typeof responses,
  ) => {
    const [row] = await db.select({ rows: count() }).from(table);
    return row?.rows ?? 0;
  };
  const [inAccounts, byPrivacy, inDebates, inResponses, inBallots] = await Promise.all([
    countRows(accounts),
    db
      .select({ isPrivate: communities.isPrivate, rows: count() })
      .from(communities)
      .groupBy(communities.isPrivate),
    countRows(debates),
    countRows(responses),
    countRows(ballots),
  ]);
  const communitiesThat = (isPrivate: boolean) =>
    byPrivacy.find((group) => group.isPrivate === isPrivate)?.rows ?? 0;
  return {
    accounts: inAccounts,
    publicCommunities: communitiesThat(false),
    privateCommunities: communitiesThat(true),
    debates: inDebates,
    responses: inResponses,
    ballots: inBallots,
  };
}

interface Measured extends Record<string, unknown> {
  readonly size: string;
  readonly version: string;
  readonly waiting: string;
  readonly failed: string;
}

/** How the database and its queues do. */
export async function measureHealth(db: Db) {
  const [measured, untold] = await Promise.all([
    db.execute<Measured>(sql`
      select pg_database_size(current_database())::text as size,
        current_setting('server_version') as version,
        (select count(*) from graphile_worker.jobs
          where run_at <= now() and attempts < max_attempts)::text as waiting,
        (select count(*) from graphile_worker.jobs where attempts >= max_attempts)::text as failed`),
    oldestUntold(db),
  ]);
  const [row] = measured.rows;
  return {
    databaseSize: row?.size ?? "0",
    databaseVersion: row?.version ?? "",
    jobsWaiting: Number(row?.waiting ?? 0),
    jobsFailed: Number(row?.failed ?? 0),
    oldestUntoldEvent: untold?.toISOString() ?? null,
  };
}
