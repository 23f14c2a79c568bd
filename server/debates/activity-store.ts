import { type SQL, sql } from "drizzle-orm";
import type { Db } from "#db/client.ts";
import { participants } from "#db/schema/communities.ts";
import { claims, evidence, phaseMoves, positions } from "#db/schema/debates.ts";
import type { ActivityItem } from "#shared/contract/debates.ts";
import type { DebateIds } from "./store.ts";
import type { After } from "./view-store.ts";

interface ActivityPage extends DebateIds {
  readonly after: After | undefined;
  readonly limit: number;
}

export interface ActivityRow extends Record<string, unknown>, Omit<ActivityItem, "at"> {
  readonly at: string;
}

/** What happened in a debate, the latest first. Each kind gives no more than the page can hold. */
export async function activityOf(db: Db, page: ActivityPage): Promise<ActivityRow[]> {
  const { communityId, debateId, after, limit } = page;
  const within = (table: typeof claims | typeof positions | typeof evidence | typeof phaseMoves) =>
    sql`from ${table}
      where ${table.communityId} = ${communityId} and ${table.debateId} = ${debateId}
        ${after ? sql`and (${table.createdAt}, ${table.id}) < (${after.at.toISOString()}::timestamptz, ${after.id}::uuid)` : sql``}
      order by ${table.createdAt} desc, ${table.id} desc limit ${limit}`;
  const { rows } = await db.execute<ActivityRow>(sql`
    select happened.id as "id", happened.kind as "kind", happened.at as "at",
      case when ${participants.id} is not null then json_build_object(
        'id', ${participants.id}, 'name', ${participants.name}, 'kind', ${participants.kind}
      ) end as "actor",
      case when happened.is_withdrawn then '' else happened.text end as "text",
      happened.is_withdrawn as "isWithdrawn",
      happened."from" as "from", happened."to" as "to", happened.claim_id as "claimId"
    from (${sql.join(
      [moved, added.position, added.claim, added.evidence].map(
        ({ columns, table }) => sql`(select ${columns} ${within(table)})`,
      ),
      sql` union all `,
    )}) happened (id, kind, at, actor_id, text, is_withdrawn, "from", "to", claim_id)
    left join ${participants} on ${participants.communityId} = ${communityId}
      and ${participants.id} = happened.actor_id
    order by happened.at desc, happened.id desc limit ${limit}`);
  return rows;
}

interface Source {
  readonly columns: SQL;
  readonly table: typeof claims | typeof positions | typeof evidence | typeof phaseMoves;
}

const moved: Source = {
  table: phaseMoves,
  columns: sql`${phaseMoves.id}, 'moved', ${phaseMoves.createdAt}, ${phaseMoves.actorId},
    ${phaseMoves.reason}, false, ${phaseMoves.from}, ${phaseMoves.to}, null::uuid`,
};

const added = {
  position: {
    table: positions,
    columns: sql`${positions.id}, 'position-added', ${positions.createdAt}, ${positions.authorId},
      ${positions.title}, ${positions.withdrawnAt} is not null, null, null, null::uuid`,
  },
  claim: {
    table: claims,
    columns: sql`${claims.id}, 'claim-added', ${claims.createdAt}, ${claims.authorId},
      ${claims.text}, ${claims.withdrawnAt} is not null, null, null, ${claims.id}`,
  },
  evidence: {
    table: evidence,
    columns: sql`${evidence.id}, 'evidence-added', ${evidence.createdAt}, ${evidence.authorId},
      ${evidence.title}, ${evidence.withdrawnAt} is not null or exists (
        select from ${claims} where ${claims.communityId} = ${evidence.communityId}
          and ${claims.id} = ${evidence.claimId} and ${claims.withdrawnAt} is not null
      ), null, null, ${evidence.claimId}`,
  },
} satisfies Record<string, Source>;
