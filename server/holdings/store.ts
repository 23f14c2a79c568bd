import { and, asc, desc, eq, getTableColumns, gt, inArray, sql } from "drizzle-orm";
import type { Db } from "#db/client.ts";
import { memberships, participants } from "#db/schema/communities.ts";
import { tokenBalances, tokenSnapshots, wallets } from "#db/schema/holdings.ts";
import { profiles } from "#db/schema/profiles.ts";
import { isOutOfSight } from "../platform/withheld-store.ts";

export interface SnapshotIds {
  readonly communityId: string;
  readonly snapshotId: string;
}

const ofSnapshot = ({ communityId, snapshotId }: SnapshotIds) =>
  and(eq(tokenBalances.communityId, communityId), eq(tokenBalances.snapshotId, snapshotId));

const person = { id: participants.id, name: participants.name, kind: participants.kind };

const selectSnapshots = (db: Db) =>
  db
    .select({ snapshot: tokenSnapshots, author: person })
    .from(tokenSnapshots)
    .innerJoin(
      participants,
      and(
        eq(participants.communityId, tokenSnapshots.communityId),
        eq(participants.id, tokenSnapshots.authorId),
      ),
    );

export type SnapshotRow = Awaited<ReturnType<typeof selectSnapshots>>[number];

export async function findSnapshot(
  db: Db,
  { communityId, snapshotId }: SnapshotIds,
): Promise<SnapshotRow | undefined> {
  const [row] = await selectSnapshots(db).where(
    and(eq(tokenSnapshots.communityId, communityId), eq(tokenSnapshots.id, snapshotId)),
  );
  return row;
}

export async function snapshotRows(db: Db, communityId: string, ids: readonly string[]) {
  if (ids.length === 0) return [];
  return db
    .select()
    .from(tokenSnapshots)
    .where(and(eq(tokenSnapshots.communityId, communityId), inArray(tokenSnapshots.id, [...ids])));
}

interface SnapshotsPart {
  readonly after: { readonly at: Date; readonly id: string } | null;
  readonly limit: number;
}

/** The snapshots of a community, the newest first. */
export async function snapshotsOf(
  db: Db,
  communityId: string,
  { after, limit }: SnapshotsPart,
): Promise<SnapshotRow[]> {
  return selectSnapshots(db)
    .where(
      and(
        eq(tokenSnapshots.communityId, communityId),
        after === null
          ? undefined
          : sql`(${tokenSnapshots.createdAt}, ${tokenSnapshots.id}) <
              (${after.at.toISOString()}::timestamptz, ${after.id}::uuid)`,
      ),
    )
    .orderBy(desc(tokenSnapshots.createdAt), desc(tokenSnapshots.id))
    .limit(limit);
}

export async function saveSnapshot(db: Db, row: typeof tokenSnapshots.$inferInsert): Promise<void> {
  await db.insert(tokenSnapshots).values(row);
}

/** A row of a snapshot as it is sent to the database, the amount as text. */
export interface NewBalance {
  readonly place: number;
  readonly amount: string;
  readonly address?: string;
  readonly name?: string;
  readonly salt?: string;
  readonly digest?: string;
  readonly participantId?: string | null;
}

const atOnce = 5_000;

export async function saveBalances(
  db: Db,
  { communityId, snapshotId }: SnapshotIds,
  rows: readonly NewBalance[],
): Promise<void> {
  for (let from = 0; from < rows.length; from += atOnce) {
    const some = JSON.stringify(rows.slice(from, from + atOnce));
    await db.execute(sql`
      insert into token_balances
        (community_id, snapshot_id, place, address, name, salt, digest, participant_id, amount)
      select ${communityId}::uuid, ${snapshotId}::uuid, place, address, name, salt, digest,
        "participantId", amount
      from jsonb_to_recordset(${some}::jsonb) as fresh(
        place int, address text, name text, salt text, digest text, "participantId" uuid, amount numeric)`);
  }
}

/** Whoever's profile is out of sight has no name here either; their digest says none without its salt. */
const unlessHidden = (column: typeof tokenBalances.name | typeof tokenBalances.salt) =>
  sql<string | null>`case when ${isOutOfSight(profiles.moderation)} then null else ${column} end`;

const selectBalances = (db: Db) =>
  db
    .select({
      balance: {
        ...getTableColumns(tokenBalances),
        name: unlessHidden(tokenBalances.name),
        salt: unlessHidden(tokenBalances.salt),
      },
      person,
    })
    .from(tokenBalances)
    .leftJoin(
      participants,
      and(
        eq(participants.communityId, tokenBalances.communityId),
        eq(participants.id, tokenBalances.participantId),
      ),
    )
    .leftJoin(
      profiles,
      and(
        eq(profiles.communityId, tokenBalances.communityId),
        eq(profiles.participantId, tokenBalances.participantId),
      ),
    );

export type BalanceRow = Awaited<ReturnType<typeof selectBalances>>[number];

/** The balances of a snapshot, the largest first. */
export async function balancesOf(
  db: Db,
  ids: SnapshotIds,
  { after, limit }: { readonly after: number; readonly limit: number },
): Promise<BalanceRow[]> {
  return selectBalances(db)
    .where(and(ofSnapshot(ids), gt(tokenBalances.place, after)))
    .orderBy(asc(tokenBalances.place))
    .limit(limit);
}

/**
 * What each active member holds in a snapshot: by the name that was bound to them, and by the addresses that their
 * account has proven to own at this moment.
 */
export async function tokensOfMembers(
  db: Db,
  { communityId, snapshotId }: SnapshotIds,
): Promise<ReadonlyMap<string, bigint>> {
  const { rows } = await db.execute<{ id: string; tokens: string }>(sql`
    select id, sum(amount) as tokens from (
      select m.participant_id as id, b.amount from token_balances b
        join memberships m on m.community_id = b.community_id and m.participant_id = b.participant_id
        where b.community_id = ${communityId} and b.snapshot_id = ${snapshotId} and m.status = 'active'
      union all
      select m.participant_id as id, b.amount from token_balances b
        join wallets w on w.address = b.address
        join memberships m on m.community_id = b.community_id and m.account_id = w.account_id
        where b.community_id = ${communityId} and b.snapshot_id = ${snapshotId} and m.status = 'active'
    ) held group by id`);
  return new Map(rows.map(({ id, tokens }) => [id, BigInt(tokens)]));
}

/** Which member has proven to own which address. */
export async function walletsIn(db: Db, communityId: string): Promise<ReadonlyMap<string, string>> {
  const rows = await db
    .select({ address: wallets.address, participantId: memberships.participantId })
    .from(memberships)
    .innerJoin(wallets, eq(wallets.accountId, memberships.accountId))
    .where(and(eq(memberships.communityId, communityId), eq(memberships.status, "active")));
  return new Map(rows.map(({ address, participantId }) => [address, participantId]));
}

/** Forgets the names by which these people stand in snapshots; digests and amounts stay, so that hashes hold. */
export async function forgetHolders(
  db: Db,
  of: { readonly communityIds: readonly string[]; readonly participantIds: readonly string[] },
): Promise<void> {
  if (of.participantIds.length === 0) return;
  await db
    .update(tokenBalances)
    .set({ name: null, salt: null, participantId: null })
    .where(
      and(
        inArray(tokenBalances.communityId, [...of.communityIds]),
        inArray(tokenBalances.participantId, [...of.participantIds]),
      ),
    );
}
