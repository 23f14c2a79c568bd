import { type addEvidence as contract, evidenceAdded } from "#shared/contract/evidence.ts";
import type { Deps } from "../deps.ts";
import type { Call } from "../platform/mount.ts";
import { Refusal } from "../platform/problem.ts";
import { orderChecks } from "./check-link.ts";
import { lockClaim } from "./claim-store.ts";
import { evidenceView } from "./claim-view.ts";
import { hasEvidence, saveEvidence } from "./evidence-store.ts";
import { clearMarks } from "./marks/clear-marks.ts";
import { mayAddClaim } from "./policy.ts";
import { touchDebate } from "./store.ts";
import { authorOf, checkStands, debateToWriteIn, refuseDuplicate } from "./writing.ts";

/** Attaches a source to anybody's claim. */
export async function addEvidence(deps: Deps, call: Call<typeof contract>) {
  const { standing, params, body, once } = call;
  const { communityId, debateId, claimId } = params;
  const author = authorOf(standing);
  return deps.transact(async (tx) => {
    await debateToWriteIn(tx, call, mayAddClaim);
    const claim = await lockClaim(tx.db, params);
    if (!claim) throw new Refusal("not-found");
    checkStands(claim);
    refuseDuplicate(await hasEvidence(tx.db, params, body));
    const row = { communityId, debateId, claimId, id: deps.random.id(), authorId: author.id };
    const [saved] = await saveEvidence(tx.db, [{ ...row, ...body }]);
    if (!saved) throw new Error("an insert gives its row");
    await orderChecks(deps, tx, [saved]);
    await clearMarks(tx, params, "sourced");
    const evidence = evidenceView(saved);
    await touchDebate(tx.db, params);
    await tx.record(evidenceAdded, { communityId, debateId, evidence, authors: [author] });
    const subject = { kind: "evidence" as const, id: evidence.id };
    const moderation = await deps.screen(tx, { standing, debateId, subject });
    return moderation ? { ...evidence, moderation } : evidence;
  }, once);
}
