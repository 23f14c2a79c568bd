import { type editEvidence as contract, evidenceChanged } from "#shared/contract/evidence.ts";
import type { Deps } from "../deps.ts";
import type { Call } from "../platform/mount.ts";
import { Refusal } from "../platform/problem.ts";
import { orderChecks } from "./check-link.ts";
import { evidenceView } from "./claim-view.ts";
import { hasEvidence, lockEvidence, rewriteEvidence } from "./evidence-store.ts";
import type { ReviewNews } from "./review-news.ts";
import { dropReviews } from "./review-store.ts";
import { mayAddClaim } from "./policy.ts";
import {
  authorOf,
  checkAuthor,
  checkEditable,
  debateToWriteIn,
  refuseDuplicate,
} from "./writing.ts";

/** What was found at one address says nothing of another. */
const unchecked = { checkedAt: null, checkedStatus: null, checkedTitle: null, checkedHash: null };

/** Corrects a source. */
export async function editEvidence(deps: Deps, call: Call<typeof contract>, news: ReviewNews) {
  const { standing, params, body, once } = call;
  const { communityId, debateId, evidenceId } = params;
  const { version, ...draft } = body;
  return deps.transact(async (tx) => {
    await debateToWriteIn(tx, call, mayAddClaim);
    const before = await lockEvidence(tx.db, params);
    if (!before) throw new Refusal("not-found");
    checkAuthor(standing, before);
    const isSame = Object.entries(draft).every(
      ([field, value]) => before[field as keyof typeof draft] === value,
    );
    if (isSame && before.withdrawnAt === null) return evidenceView(before);
    checkEditable(before, version);
    const { url, quote } = draft;
    const place = { communityId, claimId: before.claimId };
    refuseDuplicate(await hasEvidence(tx.db, place, { url, quote, except: evidenceId }));
    // Words that others have looked up are these words at this address: of others they have said nothing.
    if (url !== before.url || quote !== before.quote) {
      await dropReviews(tx.db, params);
      tx.afterCommit(() => news.tell(params));
    }
    const isElsewhere = url !== before.url;
    const change = isElsewhere ? { ...draft, ...unchecked } : draft;
    const saved = await rewriteEvidence(tx.db, params, change);
    if (isElsewhere) await orderChecks(deps, tx, [saved]);
    const evidence = evidenceView(saved);
    const authors = [authorOf(standing)];
    await tx.record(evidenceChanged, { communityId, debateId, evidence, authors });
    const subject = { kind: "evidence" as const, id: evidence.id };
    const moderation = await deps.screen(tx, { standing, debateId, subject, isEdit: true });
    return moderation ? { ...evidence, moderation } : evidence;
  }, once);
}
