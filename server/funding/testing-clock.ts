import { sql } from "drizzle-orm";
import type { TestServer } from "../testing/server.ts";
import type { RoundIds } from "./store.ts";

/** Has the time to vote in a round be over, where a test would only wait for it. */
export async function endVotingNow(
  { deps }: TestServer,
  { communityId, roundId }: RoundIds,
): Promise<void> {
  await deps.db.execute(sql`update funding_rounds set closes_at = clock_timestamp()
    where community_id = ${communityId} and id = ${roundId}`);
}
