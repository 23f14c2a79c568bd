import type { Phase } from "#shared/contract/phases.ts";
import type { Tx } from "../platform/transact.ts";
import { applyMove } from "./moving.ts";
import { type DebateIds, lockDebate } from "./store.ts";

interface CommitmentMove extends DebateIds {
  readonly to: "followup" | "deliberation";
  readonly actorId: string;
  readonly reason: string;
}

const from: Record<CommitmentMove["to"], readonly Phase[]> = {
  followup: ["decided"],
  deliberation: ["decided", "followup"],
};

/**
 * Follows commitments: the first that somebody makes brings a decided debate to its follow-up, and a review can take it
 * up again. A debate that is elsewhere stays where it is; false then.
 */
export async function moveByCommitment(tx: Tx, move: CommitmentMove): Promise<boolean> {
  const debate = await lockDebate(tx.db, move);
  if (!debate || !from[move.to].includes(debate.phase)) return false;
  await applyMove(tx, debate, move);
  return true;
}
