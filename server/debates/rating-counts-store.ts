import { sql } from "drizzle-orm";
import type { Db } from "#db/client.ts";
import { relevanceRatings, truthRatings } from "#db/schema/debates.ts";
import { leastRatings } from "#shared/contract/ratings.ts";
import type { RatingKind } from "./rating-store.ts";
import type { DebateIds } from "./store.ts";

const kinds = {
  truth: { table: truthRatings, subject: truthRatings.claimId },
  relevance: { table: relevanceRatings, subject: relevanceRatings.edgeId },
};

/** How often each rating from 0 to 4 was given to each thing, where enough people did that it does not tell who. */
export async function ratingCounts(
  db: Db,
  kind: RatingKind,
  { communityId, debateId }: DebateIds,
): Promise<ReadonlyMap<string, number[]>> {
  const { table, subject } = kinds[kind];
  const { rows } = await db.execute<{ id: string; values: number[] }>(sql`
    select ${subject} as "id", array[
      count(*) filter (where ${table.rating} = 0), count(*) filter (where ${table.rating} = 1),
      count(*) filter (where ${table.rating} = 2), count(*) filter (where ${table.rating} = 3),
      count(*) filter (where ${table.rating} = 4)]::int[] as "values"
    from ${table}
    where ${table.communityId} = ${communityId} and ${table.debateId} = ${debateId}
    group by ${subject} having count(${table.rating}) >= ${leastRatings}`);
  return new Map(rows.map(({ id, values }) => [id, values]));
}
