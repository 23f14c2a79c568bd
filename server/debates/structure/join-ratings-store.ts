import { sql } from "drizzle-orm";
import type { Db } from "#db/client.ts";
import { relevanceRatings, truthRatings } from "#db/schema/debates.ts";
import { joinedRatings } from "#db/schema/structure.ts";
import type { RatingJoin } from "#shared/argument/arrangement.ts";

const kinds = {
  truth: { table: truthRatings, column: sql`claim_id`, place: sql`` },
  relevance: { table: relevanceRatings, column: sql`edge_id`, place: sql`, target_id` },
};

interface Change {
  readonly communityId: string;
  readonly changeId: string;
}

/**
 * Lets the ratings of one thing count for another: of two by one person the later. What gives way is kept, and so are
 * the ratings that were carried over, where they came from.
 */
export async function joinRatings(
  db: Db,
  { communityId, changeId }: Change,
  { kind, from, into }: RatingJoin,
): Promise<void> {
  const { table, column, place } = kinds[kind];
  await db.execute(sql`
    insert into ${joinedRatings}
      (community_id, change_id, subject_id, participant_id, rating, rated_at)
    select old.community_id, ${changeId}, ${into}, old.participant_id, old.rating, old.rated_at
    from ${table} old join ${table} new on new.community_id = old.community_id
      and new.${column} = ${from} and new.participant_id = old.participant_id
      and new.rated_at > old.rated_at
    where old.community_id = ${communityId} and old.${column} = ${into}`);
  const target =
    kind === "truth"
      ? sql``
      : sql`, (select target_id from edges
    where community_id = ${communityId} and id = ${into})`;
  await db.execute(sql`
    insert into ${table} as mine
      (community_id, debate_id, ${column}, participant_id, rating, rated_at${place})
    select community_id, debate_id, ${into}::uuid, participant_id, rating, rated_at${target}
    from ${table} where community_id = ${communityId} and ${column} = ${from}
    on conflict (community_id, ${column}, participant_id) do update
    set rating = excluded.rating, rated_at = excluded.rated_at
    where excluded.rated_at > mine.rated_at`);
}

/**
 * Gives ratings back to where they were cast. Who rated the one anew, or took the rating back, while the two were one,
 * has said something since: that stays.
 */
export async function partRatings(
  db: Db,
  { communityId, changeId }: Change,
  { kind, from, into }: RatingJoin,
): Promise<void> {
  const { table, column, place } = kinds[kind];
  const carried = sql`mine.community_id = ${communityId} and mine.${column} = ${into}
    and theirs.community_id = mine.community_id and theirs.${column} = ${from}
    and theirs.participant_id = mine.participant_id`;
  await db.execute(sql`
    delete from ${table} theirs
    where theirs.community_id = ${communityId} and theirs.${column} = ${from} and not exists (
      select from ${table} mine where ${carried}
    )`);
  const target =
    kind === "truth"
      ? sql``
      : sql`, (select target_id from edges
    where community_id = ${communityId} and id = ${into})`;
  await db.execute(sql`
    delete from ${table} mine using ${table} theirs
    where ${carried} and mine.rated_at = theirs.rated_at`);
  await db.execute(sql`
    insert into ${table} (community_id, debate_id, ${column}, participant_id, rating, rated_at${place})
    select old.community_id, theirs.debate_id, old.subject_id, old.participant_id, old.rating, old.rated_at${target}
    from ${joinedRatings} old join ${table} theirs on theirs.community_id = old.community_id
      and theirs.${column} = ${from} and theirs.participant_id = old.participant_id
    where old.community_id = ${communityId} and old.change_id = ${changeId} and old.subject_id = ${into}
    on conflict do nothing`);
  await db.execute(sql`
    delete from ${joinedRatings}
    where community_id = ${communityId} and change_id = ${changeId} and subject_id = ${into}`);
}
