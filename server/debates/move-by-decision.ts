import type { Tx } from "../platform/transact.ts";
import { applyMove } from "./moving.ts";
import { type DebateIds, lockDebate } from "./store.ts";

interface DecisionMove extends DebateIds {
  readonly to: "voting" | "decided";
  /** Who opened the decision; null where the clock closed it. */
  readonly actorId: string | null;
  readonly reason: string;
}

/**
 * Follows a decision: its opening brings the debate to the vote, its count decides it. A debate
 * that is past that, or was put away meanwhile, stays where it is; false then.
 */
export async function moveByDecision(tx: Tx, move: DecisionMove): Promise<boolean> {
  const debate = await lockDebate(tx.db, move);
  if (!debate) return false;
  const isAhead = ["framing", "deliberation", "voting"].includes(debate.phase);
  if (!isAhead || debate.phase === move.to) return false;
  await applyMove(tx, debate, move);
  return true;
}
