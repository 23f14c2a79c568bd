import { sql } from "drizzle-orm";
import { uuidv7 } from "uuidv7";
import type { Db } from "#db/client.ts";
import { ledgerActs } from "#db/schema/platform.ts";

/** A public act: who (a participant, or null for the clock) did what to what. No personal data. */
export interface Act {
  readonly communityId: string;
  readonly kind: string;
  readonly actor: string | null;
  readonly subject: string;
  readonly payload: Record<string, unknown>;
}

/** Appends an act to the public record; it commits with the change that it tells of. */
export async function appendAct(db: Db, act: Act): Promise<void> {
  await db.insert(ledgerActs).values({ ...act, id: uuidv7(), time: sql`clock_timestamp()` });
}
