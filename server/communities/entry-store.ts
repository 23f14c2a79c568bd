import { and, asc, desc, eq, gt, isNull, lt, or, sql } from "drizzle-orm";
import type { Db } from "#db/client.ts";
import { accounts } from "#db/schema/accounts.ts";
import { communities, invitations, joinRequests, participants } from "#db/schema/communities.ts";

export type RequestRow = typeof joinRequests.$inferSelect;
export type InvitationRow = typeof invitations.$inferSelect;

/** Adds a request; undefined when one of this account is waiting already. */
export async function insertRequest(db: Db, row: typeof joinRequests.$inferInsert) {
  const [added] = await db
    .insert(joinRequests)
    .values(row)
    .onConflictDoNothing()
    .returning({ id: joinRequests.id });
  return added;
}

const waitingOf = (communityId: string, accountId: string) =>
  and(
    eq(joinRequests.communityId, communityId),
    eq(joinRequests.accountId, accountId),
    eq(joinRequests.status, "waiting"),
  );

export async function findWaiting(db: Db, communityId: string, accountId: string) {
  const [row] = await db.select().from(joinRequests).where(waitingOf(communityId, accountId));
  return row;
}

export async function findRequest(db: Db, communityId: string, requestId: string) {
  const [row] = await db
    .select()
    .from(joinRequests)
    .where(and(eq(joinRequests.communityId, communityId), eq(joinRequests.id, requestId)));
  return row;
}

/** Whether a request of this account was declined within the last day. */
export async function wasDeclinedLately(
  db: Db,
  communityId: string,
  accountId: string,
): Promise<boolean> {
  const rows = await db
    .select({ id: joinRequests.id })
    .from(joinRequests)
    .where(
      and(
        eq(joinRequests.communityId, communityId),
        eq(joinRequests.accountId, accountId),
        eq(joinRequests.status, "declined"),
        gt(joinRequests.decidedAt, sql`now() - interval '1 day'`),
      ),
    )
    .limit(1);
  return rows.length > 0;
}

/** Requests that wait, oldest first, with the name that the account offers. */
export async function listWaiting(
  db: Db,
  communityId: string,
  { after, limit }: { readonly after: string | null; readonly limit: number },
) {
  return db
    .select({ request: joinRequests, name: accounts.name })
    .from(joinRequests)
    .innerJoin(accounts, eq(accounts.id, joinRequests.accountId))
    .where(
      and(
        eq(joinRequests.communityId, communityId),
        eq(joinRequests.status, "waiting"),
        after === null ? undefined : gt(joinRequests.id, after),
      ),
    )
    .orderBy(asc(joinRequests.id))
    .limit(limit);
}

interface Ending {
  readonly status: "accepted" | "declined" | "taken-back";
  readonly decidedBy: string | null;
}

/** Ends a request that waits. */
export async function endRequest(db: Db, request: RequestRow, ending: Ending): Promise<void> {
  await db
    .update(joinRequests)
    .set({ ...ending, decidedAt: sql`clock_timestamp()` })
    .where(and(eq(joinRequests.communityId, request.communityId), eq(joinRequests.id, request.id)));
}

export async function insertInvitation(
  db: Db,
  row: typeof invitations.$inferInsert,
): Promise<InvitationRow | undefined> {
  const [added] = await db.insert(invitations).values(row).returning();
  return added;
}

const isUsable = and(
  isNull(invitations.revokedAt),
  gt(invitations.expiresAt, sql`clock_timestamp()`),
  or(isNull(invitations.maxUses), lt(invitations.uses, invitations.maxUses)),
);

/** Invitations that can still be used, newest first, with the name of who made them. */
export async function listUsable(
  db: Db,
  communityId: string,
  { before, limit }: { readonly before: string | null; readonly limit: number },
) {
  return db
    .select({ invitation: invitations, createdBy: participants.name })
    .from(invitations)
    .innerJoin(
      participants,
      and(
        eq(participants.communityId, invitations.communityId),
        eq(participants.id, invitations.createdBy),
      ),
    )
    .where(
      and(
        eq(invitations.communityId, communityId),
        isUsable,
        before === null ? undefined : lt(invitations.id, before),
      ),
    )
    .orderBy(desc(invitations.id))
    .limit(limit);
}

/** A usable invitation by the hash of its token, with its community. */
export async function findUsable(db: Db, tokenHash: string) {
  const [row] = await db
    .select({ invitation: invitations, community: communities })
    .from(invitations)
    .innerJoin(communities, eq(communities.id, invitations.communityId))
    .where(and(eq(invitations.tokenHash, tokenHash), isUsable));
  return row;
}

/** Uses an invitation once; false when it can't be used any more. */
export async function countUse(db: Db, { communityId, id }: InvitationRow): Promise<boolean> {
  const used = await db
    .update(invitations)
    .set({ uses: sql`${invitations.uses} + 1` })
    .where(and(eq(invitations.communityId, communityId), eq(invitations.id, id), isUsable))
    .returning({ id: invitations.id });
  return used.length > 0;
}

/** Revokes one invitation; false when there is none. */
export async function revoke(db: Db, communityId: string, invitationId: string): Promise<boolean> {
  const revoked = await db
    .update(invitations)
    .set({ revokedAt: sql`coalesce(${invitations.revokedAt}, clock_timestamp())` })
    .where(and(eq(invitations.communityId, communityId), eq(invitations.id, invitationId)))
    .returning({ id: invitations.id });
  return revoked.length > 0;
}

/** Revokes what somebody made who was removed. */
export async function revokeAllBy(
  db: Db,
  communityId: string,
  participantId: string,
): Promise<void> {
  await db
    .update(invitations)
    .set({ revokedAt: sql`clock_timestamp()` })
    .where(
      and(
        eq(invitations.communityId, communityId),
        eq(invitations.createdBy, participantId),
        isNull(invitations.revokedAt),
      ),
    );
}
