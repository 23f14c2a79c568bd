import type { Db } from "#db/client.ts";
import { blockedBy, blockersOf, membersWhoBlocked, type PersonKey } from "./store.ts";

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

/**
 * With whom a member does not meet, as participants: whom they blocked, and who blocked them. It is never shown to
 * anybody, and whatever is left out because of it must be left out so that it can't be told from what is not there.
 */
export async function apartFrom(
  db: Db,
  { communityId, participantId, accountId }: PersonKey & { readonly accountId: string },
): Promise<ReadonlySet<string>> {
  const theirs = await blockedBy(db, { communityId, accountId });
  const others = await membersWhoBlocked(db, { communityId, participantId });
  return new Set([...theirs, ...others]);
}
