import type { addCommitmentPart as contract } from "#shared/contract/commitments.ts";
import { commitmentLimits } from "#shared/contract/commitments.ts";
import { rollUp } from "#shared/commitments/index.ts";
import type { Deps } from "../deps.ts";
import type { Call } from "../platform/mount.ts";
import { because, Refusal } from "../platform/problem.ts";
import type { Tx } from "../platform/transact.ts";
import { lockedPlace } from "./place.ts";
import { canAddPart, mayCare, type Place } from "./policy.ts";
import { standingsOf } from "./standing.ts";
import {
  type CommitmentRow,
  findCommitment,
  partsOf,
  saveCommitments,
  updateCommitment,
} from "./store.ts";
import { notifyOf, tell, tellFollowers } from "./tell.ts";
import { checkTerms } from "./terms.ts";
import { viewCommitment } from "./view.ts";

type Body = Call<typeof contract>["body"];

/** Adds a part to what is asked for or promised; whoever is to own it is asked. The progress of the whole may fall. */
export async function addPart(deps: Deps, { standing, params, body, once }: Call<typeof contract>) {
  return deps.transact(async (tx) => {
    const place = await lockedPlace(tx, params);
    const { commitment: whole, debate } = place;
    if (!mayCare(standing, debate)) throw new Refusal("not-allowed", because("commitment-carers"));
    if (!canAddPart(place)) throw new Refusal("commitment-forbids", whyNot(place));
    if (whole.version !== body.version) throw new Refusal("stale-version");
    const now = deps.clock();
    const { ownerId, dueAt, weight } = body;
    const terms = { ownerId, dueAt: new Date(dueAt), reviewAt: null, wholeDueAt: whole.dueAt };
    await checkTerms(tx.db, params.communityId, { all: [{ at: "", ...terms }], now });
    const progress = await progressWith(tx, whole, { weight, now });
    const by = { id: deps.random.id(), proposerId: standing.participantId, createdAt: now };
    await saveCommitments(tx.db, [{ ...partOf(whole, body), ...by, ...progress }]);
    // Whoever was not reminded, as all was done, is reminded of what is not.
    const again = progress.wholeBefore === 100 ? { remindedAt: null } : {};
    await updateCommitment(tx.db, params, again);
    await announce(tx, whole, by.id);
    const row = (await findCommitment(tx.db, params)) ?? whole;
    return viewCommitment({ ...deps, db: tx.db }, standing, row);
  }, once);
}

const whyNot = ({ parent }: Place) => because(parent ? "part-of-part" : "part-when-over");

/** It comes from what the whole comes from. */
function partOf(whole: CommitmentRow, { title, criterion, ownerId, dueAt, weight }: Body) {
  const { communityId, id: parentId, sourceKind, sourceId, sourceTitle, debateId, roundId } = whole;
  const source = { sourceKind, sourceId, sourceTitle, debateId, roundId };
  const terms = { title, criterion, ownerId, dueAt: new Date(dueAt), weight };
  return { communityId, parentId, ...source, ...terms };
}

/** How far the whole is without one more part, and with it; refused where there are as many as can be. */
async function progressWith(
  tx: Tx,
  whole: CommitmentRow,
  { weight, now }: { readonly weight: number; readonly now: Date },
) {
  const { communityId, id } = whole;
  const all = await partsOf(tx.db, communityId, [id]);
  const parts = all.filter(({ withdrawnAt }) => withdrawnAt === null);
  const { parts: most } = commitmentLimits;
  if (parts.length >= most) {
    throw new Refusal("commitment-forbids", because("part-too-many", { most }));
  }
  const standings = await standingsOf(tx.db, communityId, { rows: [whole, ...parts], now });
  const progressOf = (row: CommitmentRow) => standings.get(row.id)?.progress ?? 0;
  const counted = parts.map((part) => ({ progress: progressOf(part), weight: part.weight }));
  const wholeSince = rollUp([...counted, { progress: 0, weight }]) ?? 0;
  return { wholeBefore: progressOf(whole), wholeSince };
}

/** Enters it in the record, asks who is to own it, and tells those whom the whole concerns. */
async function announce(tx: Tx, whole: CommitmentRow, partId: string): Promise<void> {
  const { communityId, id: subject, ownerId } = whole;
  const part = await findCommitment(tx.db, { communityId, commitmentId: partId });
  if (!part) throw new Error("what was saved is there");
  const { title, criterion, proposerId, weight } = part;
  await tx.act({
    communityId,
    kind: "commitment.part-added",
    actor: proposerId,
    subject,
    payload: {
      part: partId,
      owner: part.ownerId,
      dueAt: part.dueAt.toISOString(),
      weight,
      before: part.wholeBefore,
      since: part.wholeSince,
    },
    words: { title, criterion },
  });
  await notifyOf(tx, part, { what: "asked", to: [part.ownerId], waits: true });
  const know = [proposerId, part.ownerId];
  const to = know.includes(ownerId) ? [] : [ownerId];
  await notifyOf(tx, whole, { what: "part-added", to });
  await tellFollowers(tx, whole, { what: "part-added", besides: [...know, ownerId] });
  await tell(tx, part);
}
