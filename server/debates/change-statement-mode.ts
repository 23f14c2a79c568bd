import type { StatementMode } from "#shared/contract/phases.ts";
import type { Tx } from "../platform/transact.ts";
import { type DebateIds, lockDebate, updateDebate } from "./store.ts";
import { tellChanged } from "./tell-changed.ts";

/** Has statements of a debate shown at once, or once they are approved; false where that is so already. */
export async function changeStatementMode(
  tx: Tx,
  ids: DebateIds,
  statementMode: StatementMode,
): Promise<boolean> {
  const debate = await lockDebate(tx.db, ids);
  if (!debate || debate.statementMode === statementMode) return false;
  await updateDebate(tx.db, ids, { statementMode });
  await tellChanged(tx, ids);
  return true;
}
