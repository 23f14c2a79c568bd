import { and, type Column, eq, isNull, not, type SQL, sql } from "drizzle-orm";
import { type Db, inTransaction } from "#db/client.ts";
import { claims, debates, edges, positions } from "#db/schema/debates.ts";
import { likenessKey } from "#db/schema/likeness.ts";
import { statements } from "#db/schema/statements.ts";
import type { Side, TargetKind } from "#shared/contract/claims.ts";
import type { Language } from "#shared/contract/phases.ts";
import type { SimilarKind } from "#shared/contract/similar.ts";
import { apart } from "#shared/finding/likeness.ts";
import { isGone } from "../claim-store.ts";
import type { DebateIds } from "../store.ts";
import { isPublished } from "../view-store.ts";

interface Subject {
  readonly table: typeof claims | typeof positions | typeof statements;
  readonly words: typeof claims.text | typeof positions.title | typeof statements.text;
  readonly language: Column;
  /** What everybody may read who reads its debate. */
  readonly stands: SQL | undefined;
}

const subjects: Record<SimilarKind, Subject> = {
  claim: { table: claims, words: claims.text, language: claims.language, stands: not(isGone) },
  position: {
    table: positions,
    words: positions.title,
    language: debates.language,
    stands: isNull(positions.withdrawnAt),
  },
  statement: {
    table: statements,
    words: statements.text,
    language: statements.language,
    stands: and(isNull(statements.withdrawnAt), eq(statements.status, "shown")),
  },
};

export interface SimilarRow extends Record<string, unknown> {
  readonly id: string;
  readonly text: string;
  readonly language: Language;
  readonly debateId: string;
  readonly question: string;
  readonly debateLanguage: Language;
}

/** How like the database must find two texts: a little below what the words themselves are held to afterwards. */
const threshold = "0.35";

/** The most similar ones, of a debate and of all others: the words themselves decide among them. */
const most = 20;

/** What has sequences of three characters in common with a text, in a debate and in the others of its community. */
export async function resembling(
  db: Db,
  { communityId, debateId }: DebateIds,
  { kind, text }: { readonly kind: SimilarKind; readonly text: string },
): Promise<SimilarRow[]> {
  const { table, words, language, stands } = subjects[kind];
  const key = likenessKey(words);
  const sought = apart(text);
  const query = sql`
    with alike as (
      select ${table.id} as "id", ${words} as "text", ${language} as "language",
        ${table.debateId} as "debateId", ${debates.question} as "question",
        ${debates.language} as "debateLanguage", similarity(${key}, ${sought}) as "degree"
      from ${table}
      join ${debates} on ${debates.communityId} = ${table.communityId} and ${debates.id} = ${table.debateId}
      where ${table.communityId} = ${communityId} and ${key} % ${sought}
        and ${stands} and ${isPublished}
    ), ranked as (
      select *, row_number() over (
        partition by "debateId" = ${debateId} order by "degree" desc, "id"
      ) as "rank" from alike
    )
    select "id", "text", "language", "debateId", "question", "debateLanguage" from ranked
    where "rank" <= ${most}`;
  return inTransaction(db, async (tx) => {
    await tx.execute(sql`select set_config('pg_trgm.similarity_threshold', ${threshold}, true)`);
    return (await tx.execute<SimilarRow>(query)).rows;
  });
}

export interface ClaimPlace extends Record<string, unknown> {
  readonly claimId: string;
  readonly side: Side;
  readonly targetKind: TargetKind;
  /** Empty where it was withdrawn. */
  readonly about: string;
}

/**
 * Where claims stand: each at its first place from which one gets up to a position without passing what was put away
 * with all below it. Claims that stand nowhere are left out.
 */
export async function standingPlaces(
  db: Db,
  communityId: string,
  claimIds: readonly string[],
): Promise<ClaimPlace[]> {
  const ids = sql`${sql.param([...claimIds])}::uuid[]`;
  const { rows } = await db.execute<ClaimPlace>(sql`
    with recursive way as (
      select first.id as first_edge, first.claim_id as claim_id, first.created_at, first.id as edge_id
      from ${edges} first
      where first.community_id = ${communityId} and first.claim_id = any(${ids})
        and first.removed_at is null
      union
      select way.first_edge, way.claim_id, way.created_at, up.id
      from way
      join ${edges} at on at.community_id = ${communityId} and at.id = way.edge_id
      left join ${edges} objected on objected.community_id = ${communityId}
        and at.target_kind = 'edge' and objected.id = at.target_id and objected.removed_at is null
      join ${claims} above on above.community_id = ${communityId}
        and above.id = case at.target_kind when 'claim' then at.target_id else objected.claim_id end
        and above.archived_at is null
      join ${edges} up on up.community_id = ${communityId} and up.claim_id = above.id
        and up.removed_at is null
    ), standing as (
      select distinct on (way.claim_id) way.claim_id, way.first_edge
      from way
      join ${edges} top on top.community_id = ${communityId} and top.id = way.edge_id
        and top.target_kind = 'position'
      order by way.claim_id, way.created_at, way.first_edge
    )
    select standing.claim_id as "claimId", edge.side as "side", edge.target_kind as "targetKind",
      coalesce(answer.title, target.text, '') as "about"
    from standing
    join ${edges} edge on edge.community_id = ${communityId} and edge.id = standing.first_edge
    left join ${edges} objected on objected.community_id = ${communityId}
      and edge.target_kind = 'edge' and objected.id = edge.target_id
    left join ${positions} answer on answer.community_id = ${communityId}
      and edge.target_kind = 'position' and answer.id = edge.target_id
      and answer.withdrawn_at is null
    left join ${claims} target on target.community_id = ${communityId}
      and target.id = case edge.target_kind when 'claim' then edge.target_id else objected.claim_id end
      and target.withdrawn_at is null`);
  return rows;
}
