import { type MarkKind, marksChanged } from "#shared/contract/marks.ts";
import type { Tx } from "../../platform/transact.ts";
import type { ClaimIds } from "../claim-store.ts";
import { dropMarks, marksOf } from "./mark-store.ts";

type Fix = "reworded" | "sourced" | "moved" | "split";

/** What is mended by what: a mark that asks for something is cleared when that is done. */
const mends: Record<Fix, readonly MarkKind[]> = {
  reworded: ["unclear", "not-a-claim", "several-points"],
  sourced: ["unsupported"],
  moved: ["unrelated"],
  split: ["several-points", "unclear"],
};

/** Clears the marks of a claim that a fix has answered. */
export async function clearMarks(tx: Tx, ids: ClaimIds, fix: Fix): Promise<void> {
  if (await dropMarks(tx.db, ids, mends[fix])) await tellMarks(tx, ids);
}

export async function tellMarks(tx: Tx, { communityId, debateId, claimId }: ClaimIds) {
  const marks = await marksOf(tx.db, { communityId, debateId, claimId });
  await tx.record(marksChanged, { communityId, debateId, claimId, marks });
}
