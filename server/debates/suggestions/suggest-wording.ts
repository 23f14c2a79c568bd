import type { suggestWording as contract } from "#shared/contract/suggestions.ts";
import { inPassing } from "../../blocks/public.ts";
import type { Deps } from "../../deps.ts";
import { beginningOf, notify, saysOf } from "../../notifications/public.ts";
import type { Call } from "../../platform/mount.ts";
import { because, Refusal, refuseField } from "../../platform/problem.ts";
import { lockClaim } from "../claim-store.ts";
import type { Tx } from "../../platform/transact.ts";
import { mayAddClaim } from "../policy.ts";
import { authorOf, checkEditable, debateToWriteIn } from "../writing.ts";
import { tell } from "./answer-suggestion.ts";
import { openSuggestionBy, saveSuggestion, settleSuggestion } from "./suggestion-store.ts";

/** Suggests other words for somebody else's claim; each has one suggestion for a claim at a time, and may renew it. */
export async function suggestWording(deps: Deps, call: Call<typeof contract>) {
  const { standing, params, body, once } = call;
  const { communityId, debateId, claimId } = params;
  const { version, text, reason } = body;
  const authorId = standing.participantId;
  return deps.transact(async (tx) => {
    await debateToWriteIn(tx, call, mayAddClaim);
    const claim = await lockClaim(tx.db, params);
    if (!claim) throw new Refusal("not-found");
    if (claim.authorId === authorId) throw new Refusal("not-allowed", because("edit-your-own"));
    checkEditable(claim, version);
    await deps.refuseLocked(tx, { standing, subject: { kind: "claim", id: claimId } });
    if (claim.text === text) refuseField("duplicate-text", "text", because("same-wording"));
    await replaceOutdated(tx, call);
    const id = deps.random.id();
    await saveSuggestion(tx.db, {
      communityId,
      debateId,
      claimId,
      id,
      claimVersion: version,
      text,
      reason,
      authorId,
    });
    const suggestion = await tell(tx, { communityId, debateId, suggestionId: id });
    await notify(tx, {
      communityId,
      participantIds: [claim.authorId],
      kind: "debates.wording-suggested",
      link: `/c/${standing.slug}/d/${debateId}/arguments#claim-${claimId}`,
      data: { ...saysOf(authorOf(standing)), text: beginningOf(claim.text) },
      unlessMuted: debateId,
      unlessBlocked: inPassing(standing),
      unlessTold: true,
    });
    return suggestion;
  }, once);
}

/** One that was for former words gives way to the new one; one that can still be accepted does not. */
async function replaceOutdated(tx: Tx, { standing, params, body }: Call<typeof contract>) {
  const { communityId, debateId, claimId } = params;
  const authorId = standing.participantId;
  const waiting = await openSuggestionBy(tx.db, { communityId, claimId, authorId });
  if (!waiting) return;
  if (waiting.claimVersion === body.version) {
    refuseField("duplicate-text", "text", because("one-suggestion"));
  }
  const ids = { communityId, debateId, suggestionId: waiting.id };
  await settleSuggestion(tx.db, ids, { status: "withdrawn", settledById: authorId });
  await tell(tx, ids);
}
