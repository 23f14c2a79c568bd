import { sql } from "drizzle-orm";
import type { Db } from "#db/client.ts";
import { claims, debates, edges, relevanceRatings, truthRatings } from "#db/schema/debates.ts";
import type { Phase } from "#shared/contract/phases.ts";
import type { RelevanceSum } from "#shared/contract/ratings.ts";
import { isGone } from "./claim-store.ts";
import type { DebateIds } from "./store.ts";

export type RatingKind = "truth" | "relevance";

/** Says that one doesn't know, as a number among ratings. */
export const unknown = -1;

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
  /** Withdrawn, archived, or one with another claim. */
  readonly isGone: boolean;
}

const kinds = {
  truth: {
    table: truthRatings,
    subject: truthRatings.claimId,
    column: sql`claim_id`,
    place: { columns: sql``, values: sql``, changes: sql`` },
  },
  relevance: {
    table: relevanceRatings,
    subject: relevanceRatings.edgeId,
    column: sql`edge_id`,
    // What the edge speaks to now: a rating says of which place it is.
    place: {
      columns: sql`, target_id`,
      values: sql`, target_id`,
      changes: sql`, target_id = excluded.target_id`,
    },
  },
};

/** The claim whose standing counts: itself, or the one at the edge's end. */
const subjects = {
  truth: sql`select ${claims.id} as id, ${claims.communityId} as community_id,
      ${claims.debateId} as debate_id, null::uuid as target_id,
      ${claims.withdrawnAt} is not null as is_withdrawn, ${isGone} as is_gone
    from ${claims}`,
  relevance: sql`select ${edges.id} as id, ${edges.communityId} as community_id,
      ${edges.debateId} as debate_id, ${edges.targetId} as target_id,
      ${claims.withdrawnAt} is not null as is_withdrawn, ${isGone} as is_gone
    from ${edges} join ${claims} on ${claims.communityId} = ${edges.communityId}
      and ${claims.id} = ${edges.claimId}
    where ${edges.removedAt} is null`,
};

interface PlaceRow extends Record<string, unknown>, RatedPlace {
  readonly place: number;
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
  const { table, column, place } = kinds[kind];
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
      select wanted.*, held.phase, subject.target_id, subject.is_withdrawn, subject.is_gone
      from wanted
      join held using (community_id, debate_id)
      join (${subjects[kind]}) subject on subject.community_id = wanted.community_id
        and subject.debate_id = wanted.debate_id and subject.id = wanted.subject_id
    ), good as (
      select distinct on (community_id, subject_id, participant_id) *
      from found
      where phase = any(${array(phases)}::text[]) and not is_gone
      order by community_id, subject_id, participant_id, place desc
    ), written as (
      insert into ${table} (community_id, debate_id, ${column}, participant_id, rating${place.columns})
      select community_id, debate_id, subject_id, participant_id, nullif(rating, ${unknown})${place.values}
      from good where rating is not null
      on conflict (community_id, ${column}, participant_id)
      do update set rating = excluded.rating, rated_at = now()${place.changes}
    ), taken_back as (
      delete from ${table} r using good
      where good.rating is null and r.community_id = good.community_id
        and r.${column} = good.subject_id and r.participant_id = good.participant_id
    )
    select place::int as "place", phase as "phase", is_withdrawn as "isWithdrawn",
      is_gone as "isGone" from found`);
  const found = new Map(rows.map((row) => [row.place, row]));
  return writes.map((_, index) => found.get(index + 1) ?? null);
}

const ids = (
  writes: readonly RatingWrite[],
  field: "communityId" | "debateId" | "subjectId" | "participantId",
) => array(writes.map((write) => write[field]));

/** One parameter that holds a whole list. */
const array = (values: readonly (string | number | null)[]) => sql.param([...values]);

/** The columns that sum ratings up; `count(x)` counts those that are not null. */
export const sumColumns = ({ rating }: typeof truthRatings | typeof relevanceRatings) => sql`
  count(${rating})::int as "count", coalesce(sum(${rating}), 0)::int as "sum",
  (count(*) - count(${rating}))::int as "unknown"`;

export interface FullSum extends Record<string, unknown>, RelevanceSum {
  readonly unknown: number;
  readonly former: number;
}

/** What is naught need not be said. */
export function briefly({ count, sum, unknown: unsure, former }: FullSum): RelevanceSum {
  const sums: RelevanceSum = { count, sum };
  if (unsure > 0) sums.unknown = unsure;
  if (former > 0) sums.former = former;
  return sums;
}

/** The sums of the ratings of some claims or edges, also of those that have none any more. */
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
  const { rows } = await db.execute<FullSum & { readonly id: string }>(sql`
    select ${subject} as "id", ${sumColumns(table)}, ${kind === "truth" ? sql`0` : formerCount} as "former"
    from ${table}
    where ${table.communityId} = ${communityId} and ${subject} = any(${array(subjectIds)}::uuid[])
    group by ${subject}`);
  const found = new Map(rows.map(({ id, ...sums }) => [id, briefly(sums)]));
  return subjectIds.map((id) => ({ id, ...(found.get(id) ?? { count: 0, sum: 0 }) }));
}

/** How many ratings were cast when the edge spoke to something else. */
export const formerCount = sql`(count(${relevanceRatings.rating}) filter (
  where ${relevanceRatings.targetId} <> (
    select ${edges.targetId} from ${edges}
    where ${edges.communityId} = ${relevanceRatings.communityId}
      and ${edges.id} = ${relevanceRatings.edgeId}
  )
))::int`;
