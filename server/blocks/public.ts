import type { Db } from "#db/client.ts";
import { blockersOf, type PersonKey } from "./store.ts";

export { inPassing } from "./policy.ts";
export { blockRoutes } from "./routes.ts";
export { blockedBy, blockersOf } from "./store.ts";

/** Those of some accounts that have not blocked somebody. */
export async function withoutBlockers(
  db: Db,
  person: PersonKey,
  accountIds: readonly string[],
): Promise<string[]> {
  const blockers = new Set(await blockersOf(db, person));
  return accountIds.filter((id) => !blockers.has(id));
}
