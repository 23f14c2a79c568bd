import type { createDecision as contract, DecisionRules } from "#shared/contract/decisions.ts";
import { readableDebate } from "../debates/public.ts";
import type { Deps } from "../deps.ts";
import type { Call } from "../platform/mount.ts";
import { because, Refusal } from "../platform/problem.ts";
import type { Tx } from "../platform/transact.ts";
import { openNow, tell } from "./opening.ts";
import { isTimeForRunoff, isTimeToDecide, mayBringToDecision } from "./policy.ts";
import type { Standing } from "./choices.ts";
import { checkRules } from "./rules.ts";
import {
  type DecisionIds,
  type DecisionRow,
  findDecision,
  lockDecision,
  replaceOptions,
  saveDecision,
} from "./store.ts";
import { viewDecision } from "./view.ts";

/** Sets up a decision; it opens at its time by a job, or at once. */
export async function createDecision(
  deps: Deps,
  { standing, params, body, once }: Call<typeof contract>,
) {
  const debate = await readableDebate(deps, standing, params);
  if (!mayBringToDecision(standing, debate)) throw new Refusal("not-allowed");
  const isTime = body.runoffOf === null ? isTimeToDecide : isTimeForRunoff;
  if (!isTime(debate)) {
    throw new Refusal("phase-forbids", because("no-decision-in-phase", { phase: debate.phase }));
  }
  return deps.transact(async (tx) => {
    const { options, subject, opensAt, closesAt } = await checkRules(tx.db, params, body);
    const decisionId = deps.random.id();
    const ids = { communityId: params.communityId, decisionId };
    await saveDecision(tx.db, {
      ...rulesAsColumns(body),
      ...subjectAsColumns(subject),
      communityId: params.communityId,
      id: decisionId,
      debateId: params.debateId,
      authorId: standing.participantId,
      status: "scheduled",
      opensAt,
      closesAt,
    });
    await replaceOptions(tx.db, ids, options);
    const decision = await lockedRow(tx, ids);
    if (body.opensAt === null) await openNow(tx, decision);
    else await tell(tx, decision, "scheduled");
    await schedule(tx, decision);
    return viewDecision(
      { ...deps, db: tx.db },
      standing,
      (await findDecision(tx.db, ids)) ?? decision,
    );
  }, once);
}

/** The row, held until the transaction ends. */
export async function lockedRow(tx: Tx, ids: DecisionIds): Promise<DecisionRow> {
  const row = await lockDecision(tx.db, ids);
  if (!row) throw new Refusal("not-found");
  return row;
}

/** What of the rules is kept as it came. */
export function rulesAsColumns(rules: DecisionRules) {
  const { title, settings, secrecy, weighting, electorate, quorum, threshold } = rules;
  const { groupMajority, liveResults, tieBreak, reasons, takesPaper, runoffOf } = rules;
  return {
    title,
    method: settings.method,
    settings,
    secrecy,
    liveResults,
    weighting,
    electorate,
    quorum,
    threshold,
    groupMajority,
    tieBreak,
    reasons,
    takesPaper,
    runoffOf,
  };
}

/** The position that is voted on, with its words. */
export function subjectAsColumns(subject: Standing | null) {
  return { subjectPositionId: subject?.id ?? null, subjectTitle: subject?.title ?? null };
}

/** Has the decision opened and closed when its times come; a changed time takes the old one's place. */
export async function schedule(tx: Tx, { communityId, id, opensAt, closesAt }: DecisionRow) {
  const payload = { communityId, decisionId: id };
  await tx.job("settle-decision", payload, { at: opensAt, key: `open ${id}` });
  await tx.job("settle-decision", payload, { at: closesAt, key: `close ${id}` });
}
