import {
  suggestionChanged,
  type suggestWording as contract,
} from "#shared/contract/suggestions.ts";
import type { Deps } from "../../deps.ts";
import { notify } from "../../notifications/public.ts";
import type { Call } from "../../platform/mount.ts";
import { because, Refusal, refuseField } from "../../platform/problem.ts";
import { lockClaim } from "../claim-store.ts";
import { mayAddClaim } from "../policy.ts";
import { checkEditable, debateToWriteIn } from "../writing.ts";
import { findSuggestion, hasOpenSuggestion, saveSuggestion } from "./suggestion-store.ts";
import { viewSuggestions } from "./suggestion-view.ts";

/** Suggests other words for somebody else's claim; each has one suggestion for a claim at a time. */
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
    if (claim.text === text) refuseField("duplicate-text", "text", because("same-wording"));
    if (await hasOpenSuggestion(tx.db, { communityId, claimId, authorId })) {
      refuseField("duplicate-text", "text", because("one-suggestion"));
    }
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
    const row = await findSuggestion(tx.db, { communityId, debateId, suggestionId: id });
    const [suggestion] = await viewSuggestions(tx.db, row ? [row] : []);
    if (!suggestion) throw new Error("what was saved is there");
    await tx.record(suggestionChanged, { communityId, debateId, suggestion });
    await notify(tx, {
      communityId,
      participantIds: [claim.authorId],
      kind: "debates.wording-suggested",
      link: `/c/${standing.slug}/d/${debateId}/arguments#claim-${claimId}`,
      data: { name: standing.name, text: claim.text.slice(0, 120) },
      unlessMuted: debateId,
    });
    return suggestion;
  }, once);
}
