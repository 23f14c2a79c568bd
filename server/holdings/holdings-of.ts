import type { Db } from "#db/client.ts";
import type { SnapshotFacts } from "#shared/contract/holdings.ts";
import { findSnapshot, type SnapshotIds, snapshotRows, tokensOfMembers } from "./store.ts";

/** What a snapshot gives the members of its community at this moment. */
export interface Holdings extends SnapshotFacts {
  readonly total: bigint;
  /** By participant, in the smallest unit; who holds nothing is not in it. */
  readonly tokens: ReadonlyMap<string, bigint>;
  /** What is held by nobody who is a member. */
  readonly elsewhere: bigint;
}

/** Undefined where this community has no such snapshot. */
export async function holdingsOf(db: Db, ids: SnapshotIds): Promise<Holdings | undefined> {
  const found = await findSnapshot(db, ids);
  if (!found) return undefined;
  const all = await tokensOfMembers(db, ids);
  const tokens = new Map([...all].filter(([, amount]) => amount > 0n));
  const here = [...tokens.values()].reduce((sum, amount) => sum + amount, 0n);
  const { snapshot } = found;
  const { total } = snapshot;
  return { ...snapshotFacts(snapshot), total, tokens, elsewhere: total - here };
}

/** What of a snapshot is said beside whatever goes by it. */
export function snapshotFacts(snapshot: SnapshotFacts): SnapshotFacts {
  const { id, title, token, decimals, source, link, hash } = snapshot;
  return { id, title, token, decimals, source, link, hash };
}

/** These snapshots of a community, by their ids. */
export async function snapshotsNamed(
  db: Db,
  communityId: string,
  ids: readonly string[],
): Promise<ReadonlyMap<string, SnapshotFacts>> {
  const rows = await snapshotRows(db, communityId, ids);
  return new Map(rows.map((row) => [row.id, snapshotFacts(row)]));
}
