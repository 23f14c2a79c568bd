import { sql } from "drizzle-orm";
import type { Db } from "../client.ts";
import { accounts } from "../schema/accounts.ts";

/** Whether nobody has an account yet. */
export async function isEmpty(db: Db): Promise<boolean> {
  return (await db.select({ id: accounts.id }).from(accounts).limit(1)).length === 0;
}

/** Lets one process at a time load the demo; ends with the transaction. */
export async function lockDemo(db: Db): Promise<void> {
  await db.execute(sql`select pg_advisory_xact_lock(hashtextextended('folkmoot demo', 0))`);
}
