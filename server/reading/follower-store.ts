import { sql } from "drizzle-orm";
import type { Db } from "#db/client.ts";
import { communities, memberships } from "#db/schema/communities.ts";
import { claims, debates, positions } from "#db/schema/debates.ts";
import { debateStances } from "#db/schema/reading.ts";
import type { DebateIds } from "./store.ts";

interface Followed extends DebateIds {
  /** Participants who know already, or are told in other words. */
  readonly besides: readonly string[];
}

/**
 * The accounts that follow a debate: members who chose to, members who asked, proposed or claimed in
 * it and chose nothing else, and, where the community is public, others who chose to.
 */
export async function followersOf(db: Db, { communityId, debateId, besides }: Followed) {
  const authors = (table: typeof positions | typeof claims) => sql`
    select ${table.authorId} from ${table}
    where ${table.communityId} = ${communityId} and ${table.debateId} = ${debateId}`;
  const { rows } = await db.execute<{ accountId: string }>(sql`
    with chosen as (
      select ${debateStances.accountId} as account_id, ${debateStances.stance} as stance
      from ${debateStances}
      where ${debateStances.communityId} = ${communityId} and ${debateStances.debateId} = ${debateId}
    ), takers as (
      select ${debates.authorId} as id from ${debates}
      where ${debates.communityId} = ${communityId} and ${debates.id} = ${debateId}
      union ${authors(positions)} union ${authors(claims)}
    ), here as (
      select ${memberships.accountId} as account_id, ${memberships.participantId} as participant_id
      from ${memberships}
      where ${memberships.communityId} = ${communityId} and ${memberships.status} = 'active'
    )
    select account_id as "accountId" from (
      select here.account_id, here.participant_id from here
      left join chosen on chosen.account_id = here.account_id
      where chosen.stance = 'following'
        or (chosen.stance is null and here.participant_id in (select id from takers))
      union
      select chosen.account_id, null from chosen
      where chosen.stance = 'following'
        and not exists (select from here where here.account_id = chosen.account_id)
        and exists (
          select from ${communities}
          where ${communities.id} = ${communityId} and not ${communities.isPrivate}
        )
    ) following
    where participant_id is null
      or not participant_id = any(${sql.param([...besides])}::uuid[])`);
  return rows.map(({ accountId }) => accountId);
}
