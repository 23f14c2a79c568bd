import { and, asc, eq, gte, inArray } from "drizzle-orm";
import type { Db } from "#db/client.ts";
import { accounts } from "#db/schema/accounts.ts";
import { calendarAddresses } from "#db/schema/calendar.ts";
import { communities, memberships } from "#db/schema/communities.ts";
import { debates } from "#db/schema/debates.ts";
import { decisions } from "#db/schema/decisions.ts";

/** Puts a new address in the place of an earlier one. */
export async function saveAddress(db: Db, accountId: string, tokenHash: string): Promise<void> {
  await db
    .insert(calendarAddresses)
    .values({ accountId, tokenHash })
    .onConflictDoUpdate({
      target: calendarAddresses.accountId,
      set: { tokenHash, createdAt: new Date() },
    });
}

export async function removeAddress(db: Db, accountId: string): Promise<void> {
  await db.delete(calendarAddresses).where(eq(calendarAddresses.accountId, accountId));
}

export async function findAddress(db: Db, accountId: string) {
  const [row] = await db
    .select({ createdAt: calendarAddresses.createdAt })
    .from(calendarAddresses)
    .where(eq(calendarAddresses.accountId, accountId));
  return row;
}

/** Whose calendar stands at an address. */
export async function findOwner(db: Db, tokenHash: string) {
  const [row] = await db
    .select({ accountId: accounts.id, language: accounts.language })
    .from(calendarAddresses)
    .innerJoin(accounts, eq(accounts.id, calendarAddresses.accountId))
    .where(eq(calendarAddresses.tokenHash, tokenHash));
  return row;
}

export async function communitiesOf(db: Db, accountId: string): Promise<string[]> {
  const rows = await db
    .select({ communityId: memberships.communityId })
    .from(memberships)
    .where(and(eq(memberships.accountId, accountId), eq(memberships.status, "active")));
  return rows.map(({ communityId }) => communityId);
}

/** Votes that are planned, go on or ended since some time, with where they stand. Drafts of debates have none. */
export async function votesOf(db: Db, communityIds: readonly string[], since: Date) {
  if (communityIds.length === 0) return [];
  return db
    .select({
      id: decisions.id,
      title: decisions.title,
      status: decisions.status,
      version: decisions.version,
      opensAt: decisions.opensAt,
      closesAt: decisions.closesAt,
      debateId: debates.id,
      question: debates.question,
      community: communities.name,
      slug: communities.slug,
    })
    .from(decisions)
    .innerJoin(
      debates,
      and(eq(debates.communityId, decisions.communityId), eq(debates.id, decisions.debateId)),
    )
    .innerJoin(communities, eq(communities.id, decisions.communityId))
    .where(and(inArray(decisions.communityId, [...communityIds]), gte(decisions.closesAt, since)))
    .orderBy(asc(decisions.closesAt))
    .limit(2_000);
}
export type Vote = Awaited<ReturnType<typeof votesOf>>[number];

export async function communityName(db: Db, communityId: string): Promise<string> {
  const [row] = await db
    .select({ name: communities.name })
    .from(communities)
    .where(eq(communities.id, communityId));
  return row?.name ?? "";
}
