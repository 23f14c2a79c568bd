import { claimChanged, type editClaim as contract } from "#shared/contract/claims.ts";
import type { Deps } from "../deps.ts";
import type { Call } from "../platform/mount.ts";
import { Refusal } from "../platform/problem.ts";
import { hasClaimAt, lockClaim, placesOf, rewordClaim } from "./claim-store.ts";
import { claimView } from "./claim-view.ts";
import { clearMarks } from "./marks/clear-marks.ts";
import { mayAddClaim } from "./policy.ts";
import { lockPlaces, saveRevision } from "./revision-store.ts";
import { checkAuthor, checkEditable, debateToWriteIn, refuseDuplicate } from "./writing.ts";

/** Rewords a claim; what it said stays in its history. */
export async function editClaim(deps: Deps, call: Call<typeof contract>) {
  const { standing, params, body, once } = call;
  const { communityId, debateId, claimId } = params;
  const { version, text, kind } = body;
  return deps.transact(async (tx) => {
    await debateToWriteIn(tx, call, mayAddClaim);
    const targetIds = await placesOf(tx.db, params);
    await lockPlaces(tx.db, targetIds);
    const before = await lockClaim(tx.db, params);
    if (!before) throw new Refusal("not-found");
    checkAuthor(standing, before);
    const isSame = before.text === text && (kind ?? before.kind) === before.kind;
    if (isSame && before.withdrawnAt === null) return claimView(before);
    checkEditable(before, version);
    const place = { communityId, targetIds };
    refuseDuplicate(await hasClaimAt(tx.db, place, { text, except: claimId }));
    await saveRevision(tx.db, {
      communityId,
      subjectId: claimId,
      version,
      text: before.text,
      editorId: before.editorId ?? before.authorId,
    });
    const claim = claimView(await rewordClaim(tx.db, params, { text, kind, editorId: null }));
    await clearMarks(tx, params, "reworded");
    await tx.record(claimChanged, { communityId, debateId, claim });
    const subject = { kind: "claim" as const, id: claimId };
    const moderation = await deps.screen(tx, { standing, debateId, subject, isEdit: true });
    return moderation ? { ...claim, moderation } : claim;
  }, once);
}
