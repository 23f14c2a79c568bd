import type { Db } from "#db/client.ts";
import { type DisputeIds, type DisputeRow, findDispute } from "./store.ts";

/** As much of a case as everybody may know who sees the community; null where there is none. */
export async function disputeInShort(
  db: Db,
  ids: DisputeIds,
): Promise<Pick<DisputeRow, "id" | "stage" | "choice"> | null> {
  const dispute = await findDispute(db, ids);
  return dispute ? { id: dispute.id, stage: dispute.stage, choice: dispute.choice } : null;
}
