import { type SQL, sql } from "drizzle-orm";

/** Who was removed from a community, or is suspended for as long as that lasts: few, found without looking at all others. */
export const everybodyOut = (communityId: string): SQL => sql`(
  select participant_id from memberships
  where community_id = ${communityId} and status = 'removed'
  union
  select participant_id from sanctions
  where community_id = ${communityId} and kind = 'suspend'
    and ended_at is null and until > clock_timestamp()
)`;
