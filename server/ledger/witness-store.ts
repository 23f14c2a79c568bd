import { and, eq, notInArray, sql } from "drizzle-orm";
import type { Db } from "#db/client.ts";
import { ledgerWitnesses } from "#db/schema/ledger.ts";

/** Lists these witnesses and no others. */
export async function putWitnesses(
  db: Db,
  communityId: string,
  keys: readonly string[],
): Promise<void> {
  const { communityId: ofCommunity, verifierKey } = ledgerWitnesses;
  const others = keys.length === 0 ? sql`true` : notInArray(verifierKey, [...keys]);
  await db.delete(ledgerWitnesses).where(and(eq(ofCommunity, communityId), others));
  if (keys.length === 0) return;
  await db
    .insert(ledgerWitnesses)
    .values(keys.map((key) => ({ communityId, verifierKey: key })))
    .onConflictDoNothing();
}
