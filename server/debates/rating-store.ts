import { and, count, eq, inArray, sql, sum } from "drizzle-orm";
import type { Db } from "#db/client.ts";
import { claims, debates, edges, relevanceRatings, truthRatings } from "#db/schema/debates.ts";
import type { Phase } from "#shared/contract/phases.ts";
import type { DebateIds } from "./store.ts";

export type RatingKind = "truth" | "relevance";

/** One person's rating of one thing; a rating of null takes it back. */
export interface RatingWrite extends DebateIds {
  /** A claim for truth, an edge for relevance. */
  readonly subjectId: string;
  readonly participantId: string;
  readonly rating: number | null;
}

/** What the database found where a rating was to be written; null: there is no such thing in the debate. */
export interface RatedPlace {
  readonly phase: Phase;
  readonly isWithdrawn: boolean;
}

const kinds = {
  truth: { table: truthRatings, subject: truthRatings.claimId, column: sql`claim_id` },
  relevance: { table: relevanceRatings, subject: relevanceRatings.edgeId, column: sql`edge_id` },
};

/** The claim whose standing counts: itself, or the one at the edge's end. */
const subjects = {
  truth: sql`select ${claims.id} as id, ${claims.communityId} as community_id,
      ${claims.debateId} as debate_id, ${claims.withdrawnAt} is not null as is_withdrawn
    from ${claims}`,
  relevance: sql`select ${edges.id} as id, ${edges.communityId} as community_id,
      ${edges.debateId} as debate_id, ${claims.withdrawnAt} is not null as is_withdrawn
    from ${edges} join ${claims} on ${claims.communityId} = ${edges.communityId}
      and ${claims.id} = ${edges.claimId}`,
};

interface PlaceRow extends Record<string, unknown> {
  readonly place: number;
  readonly phase: Phase;
  readonly isWithdrawn: boolean;
}

/**
 * Writes ratings of many people at once, the later of two by one person counting, where the phase is
 * one of those given; the phase is held until they are committed. Answers in the order given.
 */
export async function writeRatings(
  db: Db,
  kind: RatingKind,
  {
    writes,
    phases,
  }: { readonly writes: readonly RatingWrite[]; readonly phases: readonly Phase[] },
): Promise<(RatedPlace | null)[]> {
  const { table, column } = kinds[kind];
  const { rows } = await db.execute<PlaceRow>(sql`
    with wanted as (
      select * from unnest(
        ${ids(writes, "communityId")}::uuid[], ${ids(writes, "debateId")}::uuid[],
        ${ids(writes, "subjectId")}::uuid[], ${ids(writes, "participantId")}::uuid[],
        ${array(writes.map(({ rating }) => rating))}::smallint[]
      ) with ordinality as w (community_id, debate_id, subject_id, participant_id, rating, place)
    ), held as (
      select ${debates.communityId} as community_id, ${debates.id} as debate_id, ${debates.phase} as phase
      from ${debates}
      where (${debates.communityId}, ${debates.id}) in (
        select community_id, debate_id from wanted
      )
      order by ${debates.id} for key share
    ), found as (
      select wanted.*, held.phase, subject.is_withdrawn
      from wanted
      join held using (community_id, debate_id)
      join (${subjects[kind]}) subject on subject.community_id = wanted.community_id
        and subject.debate_id = wanted.debate_id and subject.id = wanted.subject_id
    ), good as (
      select distinct on (community_id, subject_id, participant_id) *
      from found
      where phase = any(${array(phases)}::text[]) and not is_withdrawn
      order by community_id, subject_id, participant_id, place desc
    ), written as (
      insert into ${table} (community_id, debate_id, ${column}, participant_id, rating)
      select community_id, debate_id, subject_id, participant_id, rating from good
      where rating is not null
      on conflict (community_id, ${column}, participant_id)
      do update set rating = excluded.rating, rated_at = now()
    ), taken_back as (
      delete from ${table} r using good
      where good.rating is null and r.community_id = good.community_id
        and r.${column} = good.subject_id and r.participant_id = good.participant_id
    )
    select place::int as "place", phase as "phase", is_withdrawn as "isWithdrawn" from found`);
  const found = new Map(rows.map((row) => [row.place, row]));
  return writes.map((_, index) => found.get(index + 1) ?? null);
}

const ids = (
  writes: readonly RatingWrite[],
  field: "communityId" | "debateId" | "subjectId" | "participantId",
) => array(writes.map((write) => write[field]));

/** One parameter that holds a whole list. */
const array = (values: readonly (string | number | null)[]) => sql.param([...values]);

/** Count and sum of the ratings of some claims or edges, also of those that have none any more. */
export async function ratingSums(
  db: Db,
  kind: RatingKind,
  {
    communityId,
    subjectIds,
  }: { readonly communityId: string; readonly subjectIds: readonly string[] },
) {
  if (subjectIds.length === 0) return [];
  const { table, subject } = kinds[kind];
  const rows = await db
    .select({ id: subject, count: count(), sum: sum(table.rating).mapWith(Number) })
    .from(table)
    .where(and(eq(table.communityId, communityId), inArray(subject, [...subjectIds])))
    .groupBy(subject);
  const found = new Map(rows.map((row) => [row.id, row]));
  return subjectIds.map((id) => ({
    id,
    count: found.get(id)?.count ?? 0,
    sum: found.get(id)?.sum ?? 0,
  }));
}
