import type { Db } from "#db/client.ts";
import { findDebateAnywhere, type FacilitatedDebate, withFacilitators } from "../debates/public.ts";
import { Refusal } from "../platform/problem.ts";
import type { Tx } from "../platform/transact.ts";
import type { Place } from "./policy.ts";
import {
  type CommitmentIds,
  type CommitmentRow,
  findCommitment,
  lockCommitment,
  membersAmong,
  partsOf,
} from "./store.ts";

/** A commitment with what rights in it depend on. */
export async function placeOf(db: Db, commitment: CommitmentRow): Promise<Place> {
  const { communityId, parentId, ownerId, id } = commitment;
  const parent =
    parentId === null
      ? undefined
      : await findCommitment(db, { communityId, commitmentId: parentId });
  const parts = await partsOf(db, communityId, [id]);
  return {
    commitment,
    parent,
    debate: await debateOf(db, commitment),
    hasOwner: (await membersAmong(db, communityId, [ownerId])).has(ownerId),
    hasParts: parts.some(({ withdrawnAt }) => withdrawnAt === null),
  };
}

async function debateOf(
  db: Db,
  { communityId, debateId }: CommitmentRow,
): Promise<FacilitatedDebate | null> {
  if (debateId === null) return null;
  const debate = await findDebateAnywhere(db, { communityId, debateId });
  return debate ? withFacilitators(db, debate) : null;
}

/** The same, held until the transaction ends: a part together with its whole, so that both change one after the other. */
export async function lockedPlace(tx: Tx, ids: CommitmentIds): Promise<Place> {
  const found = await findCommitment(tx.db, ids);
  if (!found) throw new Refusal("not-found");
  const { communityId, parentId } = found;
  if (parentId !== null) await lockCommitment(tx.db, { communityId, commitmentId: parentId });
  const commitment = await lockCommitment(tx.db, ids);
  if (!commitment) throw new Refusal("not-found");
  return placeOf(tx.db, commitment);
}
