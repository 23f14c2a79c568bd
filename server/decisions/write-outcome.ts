import type { writeOutcome as contract } from "#shared/contract/decisions.ts";
import type { Deps } from "../deps.ts";
import type { Call } from "../platform/mount.ts";
import { Refusal } from "../platform/problem.ts";
import { lockedRow } from "./create-decision.ts";
import { notifyFollowers } from "../reading/public.ts";
import { linkTo, tell } from "./opening.ts";
import { mayWriteOutcome } from "./policy.ts";
import { readableDecision } from "./readable.ts";
import { updateDecision } from "./store.ts";
import { viewDecision } from "./view.ts";

/** Puts the outcome in words; the count stays as it is. */
export async function writeOutcome(
  deps: Deps,
  { standing, params, body, once }: Call<typeof contract>,
) {
  await readableDecision(deps, standing, params.decisionId);
  return deps.transact(async (tx) => {
    const decision = await lockedRow(tx, params);
    if (!mayWriteOutcome(standing, decision)) throw new Refusal("not-allowed");
    if (decision.version !== body.version) throw new Refusal("stale-version");
    const change = { outcome: body.text, outcomeById: standing.participantId };
    await updateDecision(tx.db, params, change);
    await tx.act({
      communityId: params.communityId,
      kind: "decision.outcome-written",
      actor: standing.participantId,
      subject: decision.id,
      payload: { debateId: decision.debateId },
      words: { text: body.text },
    });
    await tell(tx, decision, decision.status);
    // Mending the words is no news.
    if (!decision.outcome) {
      await notifyFollowers(tx, {
        communityId: params.communityId,
        debateId: decision.debateId,
        kind: "decisions.outcome-written",
        link: await linkTo(tx, decision),
        data: { title: decision.title },
        besides: [standing.participantId],
      });
    }
    return viewDecision({ ...deps, db: tx.db }, standing, await lockedRow(tx, params));
  }, once);
}
