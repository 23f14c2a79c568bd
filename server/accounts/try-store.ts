import { and, eq, gt, lt, sql } from "drizzle-orm";
import type { Db } from "#db/client.ts";
import { signInFailures } from "#db/schema/accounts.ts";

/** A count within its window, and how long that lasts. */
export interface Tries {
  readonly key: string;
  readonly count: number;
  readonly secondsLeft: number;
}

/** Counts one more for each key; one statement, so that parallel tries are all counted. */
export async function countTries(db: Db, keys: readonly string[], seconds: number) {
  const endsAt = sql`now() + make_interval(secs => ${seconds})`;
  const isOver = sql`${signInFailures.windowEndsAt} <= now()`;
  return (
    db
      .insert(signInFailures)
      // In one order for everybody, so that two who share keys don't wait for each other.
      .values(keys.toSorted().map((key) => ({ key, count: 1, windowEndsAt: endsAt })))
      .onConflictDoUpdate({
        target: signInFailures.key,
        set: {
          count: sql`case when ${isOver} then 1 else ${signInFailures.count} + 1 end`,
          windowEndsAt: sql`case when ${isOver} then excluded.window_ends_at else ${signInFailures.windowEndsAt} end`,
        },
      })
      .returning({
        key: signInFailures.key,
        count: signInFailures.count,
        secondsLeft: sql`ceil(extract(epoch from ${signInFailures.windowEndsAt} - now()))`.mapWith(
          Number,
        ),
      })
  );
}

/** Takes one count back: that try was no failure. One by one, so that nobody holds two. */
export async function uncountTries(db: Db, keys: readonly string[]): Promise<void> {
  for (const key of keys) {
    await db
      .update(signInFailures)
      .set({ count: sql`${signInFailures.count} - 1` })
      .where(and(eq(signInFailures.key, key), gt(signInFailures.count, 0)));
  }
}

export async function forgetTries(db: Db, key: string): Promise<void> {
  await db.delete(signInFailures).where(eq(signInFailures.key, key));
}

export async function forgetOldTries(db: Db, now: Date): Promise<void> {
  await db.delete(signInFailures).where(lt(signInFailures.windowEndsAt, now));
}
