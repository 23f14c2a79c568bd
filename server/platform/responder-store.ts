import { sql } from "drizzle-orm";
import type { Db } from "#db/client.ts";
import { phasesToRespond } from "#shared/contract/statements.ts";

/** The debates that are not decided yet in which somebody has responded. */
export async function openDebatesOf(
  db: Db,
  { communityId, participantId }: { readonly communityId: string; readonly participantId: string },
): Promise<string[]> {
  const { rows } = await db.execute<{ id: string }>(sql`
    select d.id from debates d
    where d.community_id = ${communityId}
      and d.phase = any(${sql.param([...phasesToRespond])}::text[])
      and exists (
        select from responders r where r.community_id = d.community_id and r.debate_id = d.id
          and r.participant_id = ${participantId}
      )
    order by d.id`);
  return rows.map(({ id }) => id);
}
