import { type SQL, sql } from "drizzle-orm";

/** Whether whoever a row is of was removed from its community, or is suspended for as long as that lasts. */
export const isOut = (row: SQL): SQL => sql`(
  exists (
    select from memberships m where m.community_id = ${row}.community_id
      and m.participant_id = ${row}.participant_id and m.status = 'removed'
  ) or exists (
    select from sanctions s where s.community_id = ${row}.community_id
      and s.participant_id = ${row}.participant_id and s.kind = 'suspend'
      and s.ended_at is null and s.until > clock_timestamp()
  ))`;

/** Everybody of a community of whom that is so: few, found without looking at all others. */
export const everybodyOut = (communityId: string): SQL => sql`(
  select participant_id from memberships
  where community_id = ${communityId} and status = 'removed'
  union
  select participant_id from sanctions
  where community_id = ${communityId} and kind = 'suspend'
    and ended_at is null and until > clock_timestamp()
)`;
