import { sql } from "drizzle-orm";
import type { Db } from "#db/client.ts";

/** The database's clock, which alone decides about deadlines. */
export async function databaseNow(db: Db): Promise<Date> {
  const { rows } = await db.execute<{ now: string }>(sql`select clock_timestamp() as now`);
  return new Date(rows[0]?.now ?? Number.NaN);
}
