import { and, asc, eq, gte, inArray, sql } from "drizzle-orm";
import type { Db } from "#db/client.ts";
import { charterVersions } from "#db/schema/charter.ts";
import { communities } from "#db/schema/communities.ts";
import { moderationItems } from "#db/schema/moderation.ts";
import { opinionRuns } from "#db/schema/opinions.ts";
import { ledgerActs } from "#db/schema/platform.ts";
import {
  type ActCell,
  type ActEntry,
  deeds,
  followingKinds,
  limiting,
} from "#shared/accountability/acts.ts";

/** From one moment to before another. */
export interface Span {
  readonly from: string;
  readonly until: string;
}

const deedKinds = deeds.map((deed) => `moderation.${deed}`);

/** What the ledger says since a moment of what became of actions, in its order. */
export async function followingEntries(
  db: Db,
  communityId: string,
  since: string,
): Promise<ActEntry[]> {
  const { time, kind, actor, subject, payload, id } = ledgerActs;
  const rows = await db
    .select({ time, kind, actor, subject, payload })
    .from(ledgerActs)
    .where(
      and(
        eq(ledgerActs.communityId, communityId),
        inArray(kind, [...followingKinds]),
        gte(time, new Date(since)),
      ),
    )
    .orderBy(asc(time), asc(id));
  return rows.map((row) => {
    return {
      ...row,
      time: row.time.toISOString(),
      payload: row.payload as Readonly<Record<string, unknown>>,
    };
  });
}

type ActRow = Omit<ActCell, "isUndone" | "fate"> & { readonly action: string | null };

/**
 * What the ledger says that was done in a time, those alike counted together; each of some actions by itself. Whoever
 * has the ledger's export has the same entries.
 */
export async function actsIn(
  db: Db,
  communityId: string,
  { from, until, apart }: Span & { readonly apart: readonly string[] },
): Promise<ActRow[]> {
  const { rows } = await db.execute<ActRow & Record<string, unknown>>(sql`
    select to_char(time at time zone 'UTC', 'YYYY-MM') as month,
      substr(kind, length('moderation.') + 1) as deed,
      (payload -> 'rule' ->> 'number')::int as rule,
      payload ->> 'role' as role,
      actor,
      one.action,
      count(*)::int as count
    from ${ledgerActs}
    left join unnest(${sql.param([...apart])}::text[]) as one(action)
      on one.action = payload ->> 'action'
    where community_id = ${communityId} and kind = any(${sql.param(deedKinds)}::text[])
      and time >= ${from}::timestamptz and time < ${until}::timestamptz
    group by 1, 2, 3, 4, 5, 6 order by 1, 2, 3, 4, 5, 6`);
  return rows;
}

export interface WaitingRow {
  readonly decided: number;
  readonly medianMinutes: number | null;
  readonly late: number;
  readonly lapsed: number;
}

const waited = sql`extract(epoch from closed_at - created_at) / 60`;
const isDecided = sql`status in ('acted', 'dismissed')`;
/** The median is one of the values: by nearest rank, as the kernel has it. */
const figures = sql`
  count(*) filter (where ${isDecided})::int as decided,
  (percentile_disc(0.5) within group (order by round(${waited})) filter (where ${isDecided}))::int
    as "medianMinutes",
  count(*) filter (where ${isDecided} and closed_at > deadline_at)::int as late,
  count(*) filter (where status = 'lapsed')::int as lapsed`;

const closedIn = (communityId: string, { from, until }: Span) => sql`
  from ${moderationItems} where community_id = ${communityId} and status <> 'open'
    and closed_at >= ${from}::timestamptz and closed_at < ${until}::timestamptz`;

/** How long what was decided in a time had waited. */
export async function waitingIn(db: Db, communityId: string, span: Span): Promise<WaitingRow> {
  const { rows } = await db.execute<WaitingRow & Record<string, unknown>>(
    sql`select ${figures} ${closedIn(communityId, span)}`,
  );
  return rows[0] ?? { decided: 0, medianMinutes: null, late: 0, lapsed: 0 };
}

/** The same by month, for months in which anything was. */
export async function waitingByMonth(
  db: Db,
  communityId: string,
  span: Span,
): Promise<ReadonlyMap<string, WaitingRow>> {
  const { rows } = await db.execute<WaitingRow & { month: string } & Record<string, unknown>>(sql`
    select to_char(closed_at at time zone 'UTC', 'YYYY-MM') as month, ${figures}
    ${closedIn(communityId, span)} group by 1`);
  return new Map(rows.map(({ month, ...row }) => [month, row]));
}

/** What rules are called, by number; a rule that is gone by its last title. */
export async function ruleTitles(
  db: Db,
  communityId: string,
): Promise<ReadonlyMap<number, string>> {
  const rows = await db
    .select({ number: charterVersions.number, title: charterVersions.title })
    .from(charterVersions)
    .where(eq(charterVersions.communityId, communityId))
    .orderBy(charterVersions.number, charterVersions.version);
  return new Map(rows.map(({ number, title }) => [number, title]));
}

/** When a community began. */
export async function begunAt(db: Db, communityId: string): Promise<Date | undefined> {
  const [row] = await db
    .select({ createdAt: communities.createdAt })
    .from(communities)
    .where(eq(communities.id, communityId));
  return row?.createdAt;
}

export interface PersonRow {
  readonly participantId: string;
  readonly role: string;
  readonly joinedAt: Date;
  readonly language: string;
  /** Whether moderators limited what they said or could do. */
  readonly isActedOn: boolean;
}

/**
 * Everybody with an account who wrote something in a time, or on whom moderators acted. The ledger does not say whose
 * content it was, nor anything of people: this is from the tables of the community.
 */
export async function peopleIn(
  db: Db,
  communityId: string,
  { from, until }: Span,
): Promise<PersonRow[]> {
  const { rows } = await db.execute<PersonRow & Record<string, unknown>>(sql`
    with acted as (
      select distinct author_id as id from moderation_actions
      where community_id = ${communityId} and author_id is not null and role <> 'jury'
        and kind = any(${sql.param([...limiting])}::text[])
        and created_at >= ${from}::timestamptz and created_at < ${until}::timestamptz
    ), present as (
      select participant_id as id from postings
      where community_id = ${communityId}
        and created_at >= ${from}::timestamptz and created_at < ${until}::timestamptz
      union select id from acted
    )
    select member.participant_id as "participantId", member.role,
      member.joined_at as "joinedAt", account.language, acted.id is not null as "isActedOn"
    from present
    join memberships member
      on member.community_id = ${communityId} and member.participant_id = present.id
    join accounts account on account.id = member.account_id
    left join acted on acted.id = present.id`);
  return rows.map((row) => ({ ...row, joinedAt: new Date(row.joinedAt) }));
}

/** The debate with the most people in clear groups of those that were decided, and analysed for the last time, before a span ended. */
export async function largestDecided(
  db: Db,
  communityId: string,
  { until }: Span,
): Promise<string | null> {
  const { rows } = await db.execute<{ id: string }>(sql`
    select d.id from debates d
    cross join lateral (
      select r.is_settled, r.people_in, r.computed_at from ${opinionRuns} r
      where r.community_id = d.community_id and r.debate_id = d.id
      order by r.computed_at desc, r.id desc limit 1
    ) as newest
    where d.community_id = ${communityId} and d.phase in ('decided', 'followup', 'archived')
      and newest.is_settled and newest.computed_at < ${until}::timestamptz
    order by newest.people_in desc, d.id limit 1`);
  return rows[0]?.id ?? null;
}
