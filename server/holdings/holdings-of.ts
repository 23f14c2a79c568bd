import type { Db } from "#db/client.ts";
import { findSnapshot, type SnapshotIds, tokensOfMembers } from "./store.ts";

/** What a snapshot gives the members of its community at this moment. */
export interface Holdings {
  readonly snapshotId: string;
  readonly title: string;
  readonly token: string;
  readonly decimals: number;
  readonly source: string;
  readonly link: string | null;
  readonly hash: string;
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
  const { id: snapshotId, title, token, decimals, source, link, hash, total } = found.snapshot;
  const all = await tokensOfMembers(db, ids);
  const tokens = new Map([...all].filter(([, amount]) => amount > 0n));
  const here = [...tokens.values()].reduce((sum, amount) => sum + amount, 0n);
  const about = { snapshotId, title, token, decimals, source, link, hash };
  return { ...about, total, tokens, elsewhere: total - here };
}
