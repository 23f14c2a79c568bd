import { and, asc, count, desc, eq, inArray, isNull, lt, sql, type SQL } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import type { Db } from "#db/client.ts";
import { commitments } from "#db/schema/commitments.ts";
import { participants } from "#db/schema/communities.ts";
import { budgetLines, treasuryEntries } from "#db/schema/treasury.ts";
import type { EntryKind, EntryState } from "#shared/contract/treasury.ts";
import type { Move } from "#shared/treasury/index.ts";

export interface EntryIds {
  readonly communityId: string;
  readonly entryId: string;
}

export type EntryRow = typeof treasuryEntries.$inferSelect;

const enterer = alias(participants, "enterer");
const settler = alias(participants, "settler");

const reversedBy = sql<string | null>`(select reversal.id from treasury_entries reversal
  where reversal.community_id = ${treasuryEntries.communityId}
    and reversal.reverses_id = ${treasuryEntries.id}
    and reversal.settled_as is distinct from 'refused')`;

const selectEntries = (db: Db) =>
  db
    .select({
      entry: treasuryEntries,
      line: { id: budgetLines.id, title: budgetLines.title },
      commitment: { id: commitments.id, title: commitments.title },
      enteredBy: { id: enterer.id, name: enterer.name, kind: enterer.kind },
      settledBy: { id: settler.id, name: settler.name, kind: settler.kind },
      reversedBy,
    })
    .from(treasuryEntries)
    .innerJoin(
      enterer,
      and(
        eq(enterer.communityId, treasuryEntries.communityId),
        eq(enterer.id, treasuryEntries.enteredById),
      ),
    )
    .leftJoin(
      settler,
      and(
        eq(settler.communityId, treasuryEntries.communityId),
        eq(settler.id, treasuryEntries.settledById),
      ),
    )
    .leftJoin(
      budgetLines,
      and(
        eq(budgetLines.communityId, treasuryEntries.communityId),
        eq(budgetLines.id, treasuryEntries.lineId),
      ),
    )
    .leftJoin(
      commitments,
      and(
        eq(commitments.communityId, treasuryEntries.communityId),
        eq(commitments.id, treasuryEntries.commitmentId),
      ),
    );
export type ListedEntry = Awaited<ReturnType<typeof selectEntries>>[number];

const entryIs = ({ communityId, entryId }: EntryIds) =>
  and(eq(treasuryEntries.communityId, communityId), eq(treasuryEntries.id, entryId));

export async function findListed(db: Db, ids: EntryIds): Promise<ListedEntry | undefined> {
  const [row] = await selectEntries(db).where(entryIs(ids));
  return row;
}

export interface Wanted {
  readonly communityId: string;
  readonly currency?: string | undefined;
  readonly state?: EntryState | undefined;
  readonly commitmentId?: string | undefined;
}

function areWanted({ communityId, currency, state, commitmentId }: Wanted): SQL | undefined {
  const { settledAs } = treasuryEntries;
  return and(
    eq(treasuryEntries.communityId, communityId),
    currency === undefined ? undefined : eq(treasuryEntries.currency, currency),
    commitmentId === undefined ? undefined : eq(treasuryEntries.commitmentId, commitmentId),
    state === undefined
      ? undefined
      : state === "waiting"
        ? isNull(settledAs)
        : eq(settledAs, state),
  );
}

/** Entries, the last entered first, from before one on. */
export async function entriesOf(
  db: Db,
  wanted: Wanted,
  { before, limit }: { readonly before: string | null; readonly limit: number },
): Promise<ListedEntry[]> {
  const older = before === null ? undefined : lt(treasuryEntries.id, before);
  return selectEntries(db)
    .where(and(areWanted(wanted), older))
    .orderBy(desc(treasuryEntries.id))
    .limit(limit);
}

/** What an entry says: what a table can say again. */
export type Said = Pick<EntryRow, "day" | "kind" | "amount" | "party" | "what">;

/** What entries of these days say that count, or wait for it; what was refused or taken back does neither. */
export async function standingOn(
  db: Db,
  of: { readonly communityId: string; readonly currency: string; readonly days: readonly string[] },
): Promise<Said[]> {
  const { day, kind, amount, party, what, settledAs, reversesId } = treasuryEntries;
  return db
    .select({ day, kind, amount, party, what })
    .from(treasuryEntries)
    .where(
      and(
        areWanted(of),
        inArray(day, [...of.days]),
        sql`${settledAs} is distinct from 'refused'`,
        isNull(reversesId),
        sql`${reversedBy} is null`,
      ),
    );
}

const sum = sql<number>`sum(${treasuryEntries.amount})`.mapWith(Number);

/** What came in and went out by these entries, as far as they are in this state. */
export async function sumsOf(
  db: Db,
  wanted: Wanted & { readonly state: EntryState },
): Promise<{ currency: string; kind: EntryKind; amount: number; entries: number }[]> {
  const { currency, kind } = treasuryEntries;
  return db
    .select({ currency, kind, amount: sum, entries: count() })
    .from(treasuryEntries)
    .where(areWanted(wanted))
    .groupBy(currency, kind)
    .orderBy(currency, kind);
}

/** Some entries, held against everybody else's change until the transaction ends, in one order for all. */
export async function lockEntries(
  db: Db,
  communityId: string,
  entryIds: readonly string[],
): Promise<EntryRow[]> {
  return db
    .select()
    .from(treasuryEntries)
    .where(
      and(eq(treasuryEntries.communityId, communityId), inArray(treasuryEntries.id, [...entryIds])),
    )
    .orderBy(asc(treasuryEntries.id))
    .for("update");
}

export async function saveEntries(
  db: Db,
  rows: readonly (typeof treasuryEntries.$inferInsert)[],
): Promise<void> {
  await db.insert(treasuryEntries).values([...rows]);
}

type Settling = Pick<EntryRow, "settledAs" | "settledById" | "settledAt" | "reason">;

export async function settleEntries(
  db: Db,
  { communityId, entryIds }: { readonly communityId: string; readonly entryIds: readonly string[] },
  settling: Settling,
): Promise<void> {
  await db
    .update(treasuryEntries)
    .set(settling)
    .where(
      and(eq(treasuryEntries.communityId, communityId), inArray(treasuryEntries.id, [...entryIds])),
    );
}

export async function countEntries(db: Db, communityId: string): Promise<number> {
  const [row] = await db
    .select({ entries: count() })
    .from(treasuryEntries)
    .where(eq(treasuryEntries.communityId, communityId));
  return row?.entries ?? 0;
}

interface Counted {
  readonly communityId: string;
  readonly currency: string;
  /** The first day from which on it is told who gave; null where it is not. Of all else, parties are one. */
  readonly givenSince: string | null;
}

/** What is confirmed in a currency, by month; a party is the same however its name is written large or small. */
export async function movesOf(db: Db, counted: Counted): Promise<Move[]> {
  const { kind, lineId, amount, day } = treasuryEntries;
  const name = sql<string>`case when ${kind} = 'in' and ${day} >= ${counted.givenSince}::date
    then ${treasuryEntries.party} else '' end`;
  const month = sql<string>`to_char(${day}, 'YYYY-MM')`;
  const moved = db
    .select({ month: month.as("month"), kind, name: name.as("name"), lineId, amount })
    .from(treasuryEntries)
    .where(areWanted({ ...counted, state: "confirmed" }))
    .as("moved");
  const folded = sql`lower(${moved.name})`;
  return db
    .select({
      month: moved.month,
      kind: moved.kind,
      party: sql<string>`max(max(${moved.name})) over (partition by ${folded})`,
      lineId: moved.lineId,
      amount: sql<bigint>`sum(${moved.amount})`.mapWith(BigInt),
    })
    .from(moved)
    .groupBy(moved.month, moved.kind, folded, moved.lineId);
}

/** What entries and lines are counted in, the one that is used most first. */
export async function currenciesOf(db: Db, communityId: string): Promise<string[]> {
  const { rows } = await db.execute<{ currency: string }>(sql`
    select currency from (
      select currency from treasury_entries where community_id = ${communityId}
      union all select currency from budget_lines where community_id = ${communityId}
    ) used group by currency order by count(*) desc, currency`);
  return rows.map(({ currency }) => currency);
}

/** One community's changes of its treasury come one after the other, so that nothing is beyond what there may be. */
export async function lockTreasury(db: Db, communityId: string): Promise<void> {
  await db.execute(
    sql`select pg_advisory_xact_lock(hashtextextended(${`treasury ${communityId}`}, 0))`,
  );
}
