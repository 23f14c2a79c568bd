import type { reportProgress as contract } from "#shared/contract/commitments.ts";
import type { Deps } from "../deps.ts";
import type { Call } from "../platform/mount.ts";
import { because, Refusal } from "../platform/problem.ts";
import { lockedPlace } from "./place.ts";
import { canReport, isOwner, type Place } from "./policy.ts";
import { findCommitment, saveUpdate, updateCommitment } from "./store.ts";
import { settleAsked, tell, tellFollowers } from "./tell.ts";
import { viewCommitment } from "./view.ts";

/** Reports how much is done, with evidence; the owner alone does. */
export async function reportProgress(
  deps: Deps,
  { standing, params, body, once }: Call<typeof contract>,
) {
  return deps.transact(async (tx) => {
    const place = await lockedPlace(tx, params);
    const { commitment } = place;
    if (!isOwner(standing, commitment)) throw new Refusal("not-allowed", because("promise-owner"));
    if (!canReport(place)) throw new Refusal("commitment-forbids", whyNot(place));
    const { communityId, commitmentId } = params;
    const { percent, words, evidence } = body;
    const id = deps.random.id();
    await saveUpdate(tx.db, {
      communityId,
      id,
      commitmentId,
      percent,
      words,
      evidenceTitle: evidence.title,
      evidenceUrl: evidence.url,
      authorId: standing.participantId,
      createdAt: deps.clock(),
    });
    await updateCommitment(tx.db, params, {});
    await tx.act({
      communityId,
      kind: "commitment.progress",
      actor: standing.participantId,
      subject: commitmentId,
      payload: { update: id, percent },
      words: { words, title: evidence.title, url: evidence.url },
    });
    if (percent === 100) await settleAsked(tx, commitment);
    await tellFollowers(tx, commitment, { what: "progress", besides: [standing.participantId] });
    await tell(tx, commitment);
    const row = (await findCommitment(tx.db, params)) ?? commitment;
    return viewCommitment({ ...deps, db: tx.db }, standing, row);
  }, once);
}

function whyNot({ hasParts, commitment }: Place) {
  if (commitment.answer !== "accepted") return because("promise-first");
  return because(hasParts ? "report-on-parts" : "promise-over");
}
