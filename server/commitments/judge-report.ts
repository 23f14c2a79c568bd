import type { Db } from "#db/client.ts";
import type { Tx } from "../platform/transact.ts";
import {
  type CommitmentIds,
  findCommitment,
  findUpdate,
  lockCommitment,
  noteFalse,
} from "./store.ts";
import { notifyOf, tell } from "./tell.ts";

export interface ReportIds extends CommitmentIds {
  readonly updateId: string;
}

/** What a jury has to know of a report that somebody says is false; undefined where it is not there. */
export async function findReport(db: Db, ids: ReportIds) {
  const commitment = await findCommitment(db, ids);
  const update = await findUpdate(db, ids);
  if (!commitment || !update) return undefined;
  const { title, debateId } = commitment;
  return { authorId: update.authorId, isFalse: update.falseDisputeId !== null, title, debateId };
}

/** Has a ruling take effect on a report: found to be false by a dispute it counts no more, and by none it counts again. */
export async function judgeReport(
  tx: Tx,
  ids: ReportIds,
  falseDisputeId: string | null,
): Promise<void> {
  const commitment = await lockCommitment(tx.db, ids);
  const update = await findUpdate(tx.db, ids);
  if (!commitment || !update) return;
  await noteFalse(tx.db, update, falseDisputeId);
  await tx.act({
    communityId: ids.communityId,
    kind: "commitment.report-judged",
    actor: null,
    subject: ids.commitmentId,
    payload: { update: ids.updateId, falseBy: falseDisputeId },
  });
  if (falseDisputeId !== null) {
    await notifyOf(tx, commitment, { what: "found-false", to: [update.authorId] });
  }
  await tell(tx, commitment);
}
