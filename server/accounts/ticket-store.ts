import { and, eq, gt, lt, sql } from "drizzle-orm";
import type { Db } from "#db/client.ts";
import { signInTickets } from "#db/schema/accounts.ts";
import { hashSecret } from "../platform/sessions.ts";

interface NewTicket {
  readonly secret: string;
  readonly accountId: string;
  readonly expiresAt: Date;
}

export async function saveTicket(db: Db, { secret, ...ticket }: NewTicket): Promise<void> {
  await db.insert(signInTickets).values({ hash: hashSecret(secret), ...ticket });
}

/** The ticket, one try poorer; undefined when it has none left, has expired, or never was. */
export async function tryTicket(
  db: Db,
  { secret, most, now }: { secret: string; most: number; now: Date },
) {
  const [ticket] = await db
    .update(signInTickets)
    .set({ tries: sql`${signInTickets.tries} + 1` })
    .where(
      and(
        eq(signInTickets.hash, hashSecret(secret)),
        gt(signInTickets.expiresAt, now),
        lt(signInTickets.tries, most),
      ),
    )
    .returning();
  return ticket;
}

/** Uses a ticket up; false when somebody was faster. */
export async function spendTicket(db: Db, hash: string): Promise<boolean> {
  const spent = await db
    .delete(signInTickets)
    .where(eq(signInTickets.hash, hash))
    .returning({ hash: signInTickets.hash });
  return spent.length > 0;
}

/** Ends the sign-ins that are under way. */
export async function cancelTickets(db: Db, accountId: string): Promise<void> {
  await db.delete(signInTickets).where(eq(signInTickets.accountId, accountId));
}

export async function forgetOldTickets(db: Db, now: Date): Promise<void> {
  await db.delete(signInTickets).where(lt(signInTickets.expiresAt, now));
}
