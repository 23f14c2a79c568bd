import { statementAdded, statementWithdrawn } from "#shared/contract/statements.ts";
import type { Deps } from "../deps.ts";
import { refuseHidden } from "../platform/moderated.ts";
import { askForMap } from "../platform/opinion-maps.ts";
import { because, Refusal, refuseField } from "../platform/problem.ts";
import type { Tx } from "../platform/transact.ts";
import { readOne, refuseDuplicate } from "./add-statement.ts";
import { type Joining, joinResponses, partResponses } from "./join-store.ts";
import { hasText, lockStatement, type StatementRow, updateStatement } from "./store.ts";
import { tellTotals } from "./tell-totals.ts";
import { factsOf } from "./view.ts";

/** Both statements, held against responses until the transaction ends, always in the same order. */
async function holdBoth(tx: Tx, { from, into, ...ids }: Joining) {
  const held = new Map<string, StatementRow | undefined>();
  for (const statementId of [from, into].toSorted()) {
    held.set(statementId, await lockStatement(tx.db, { ...ids, statementId }));
  }
  return { gone: held.get(from), kept: held.get(into) };
}

/**
 * Makes one statement of two that say the same: the responses to the one count for the other. Of two answers by one
 * person, the later stands.
 */
export async function joinStatements(deps: Deps, tx: Tx, joining: Joining): Promise<void> {
  const { communityId, debateId, from, into } = joining;
  if (from === into) refuseField("misplaced", "merge/into", because("same-statement"));
  const { gone, kept } = await holdBoth(tx, joining);
  if (!gone) throw new Refusal("not-found");
  if (kept?.status !== "shown" || kept.withdrawnAt !== null) {
    refuseField("not-found", "merge/into", because("no-such-statement"));
  }
  if (gone.withdrawnAt !== null) throw new Refusal("withdrawn");
  const ids = { communityId, debateId, statementId: from };
  await updateStatement(tx.db, ids, { withdrawnAt: deps.clock(), mergedInto: into });
  await joinResponses(tx.db, joining);
  await tx.record(statementWithdrawn, ids);
  await askForMap(tx, ids);
  tx.afterCommit(() => tellTotals(deps, ids));
}

/** Takes that back; refused where the one that stayed was joined with another since. */
export async function partStatements(deps: Deps, tx: Tx, joining: Joining): Promise<void> {
  const { communityId, debateId, from, into } = joining;
  const { gone, kept } = await holdBoth(tx, joining);
  if (!gone || !kept || gone.mergedInto !== into || kept.mergedInto !== null) {
    throw new Refusal("changed-since");
  }
  refuseHidden(gone.moderation);
  const ids = { communityId, debateId, statementId: from };
  if (await hasText(tx.db, ids, gone.text)) refuseDuplicate();
  await updateStatement(tx.db, ids, { withdrawnAt: null, mergedInto: null });
  await partResponses(tx.db, joining);
  await tx.record(statementAdded, factsOf(await readOne(tx.db, ids, null)));
  await askForMap(tx, ids);
  tx.afterCommit(() => tellTotals(deps, ids));
}
