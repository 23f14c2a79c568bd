import { and, eq, lt, sql } from "drizzle-orm";
import { runNamed, type Db } from "#db/client.ts";
import { idempotencyKeys } from "#db/schema/platform.ts";

/** One keyed request of one account. */
export interface Once {
  readonly accountId: string;
  readonly key: string;
  readonly operation: string;
  readonly requestHash: string;
}

/** Takes the key for this transaction; false when it was used. Waits while another holds it. */
export async function takeKey(db: Db, once: Once): Promise<boolean> {
  const taken = await db
    .insert(idempotencyKeys)
    .values(once)
    .onConflictDoNothing()
    .returning({ key: idempotencyKeys.key });
  return taken.length > 0;
}

const sameKey = ({ accountId, key }: Once) =>
  and(eq(idempotencyKeys.accountId, accountId), eq(idempotencyKeys.key, key));

export async function findKey(db: Db, once: Once) {
  const [row] = await db.select().from(idempotencyKeys).where(sameKey(once));
  return row;
}

/** What was asked with a key before, and the answer; null while there is none yet. */
export interface UsedKey {
  readonly operation: string;
  readonly requestHash: string;
  readonly reply: unknown;
}

const findText = `
select asked.at::int, used.operation, used.request_hash as "requestHash", used.reply
from unnest($1::uuid[], $2::text[]) with ordinality as asked (account_id, key, at)
join idempotency_keys used on used.account_id = asked.account_id and used.key = asked.key`;

/** What was asked with these keys before, in their order; undefined where nothing was. */
export async function findKeys(
  db: Db,
  asked: readonly Pick<Once, "accountId" | "key">[],
): Promise<(UsedKey | undefined)[]> {
  const values = [asked.map(({ accountId }) => accountId), asked.map(({ key }) => key)];
  const rows = await runNamed<UsedKey & { readonly at: number }>(db, {
    name: "find-keys",
    text: findText,
    values,
  });
  const byPlace = new Map(rows.map((row) => [row.at, row]));
  return asked.map((_, at) => byPlace.get(at + 1));
}

export async function keepReply(db: Db, once: Once, reply: unknown): Promise<void> {
  await db.update(idempotencyKeys).set({ reply }).where(sameKey(once));
}

/** Forgets the answers to requests that were about one thing, before their day is over. */
export async function forgetReplies(db: Db, operation: string, decisionId: string): Promise<void> {
  await db
    .delete(idempotencyKeys)
    .where(
      and(
        eq(idempotencyKeys.operation, operation),
        sql`${idempotencyKeys.reply} -> 'receipt' ->> 'decisionId' = ${decisionId}`,
      ),
    );
}

/** Keys are kept for a day. */
export async function forgetKeys(db: Db, before: Date): Promise<void> {
  await db.delete(idempotencyKeys).where(lt(idempotencyKeys.createdAt, before));
}
