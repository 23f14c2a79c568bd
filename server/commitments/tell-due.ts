import { activeMembers } from "../communities/public.ts";
import type { Deps } from "../deps.ts";
import { eachByItself } from "../platform/each-by-itself.ts";
import type { Tx } from "../platform/transact.ts";
import { lockedPlace } from "./place.ts";
import type { Place } from "./policy.ts";
import { standingsOf } from "./standing.ts";
import {
  type CommitmentIds,
  type CommitmentRow,
  dueCommitments,
  dueOf,
  noteTold,
} from "./store.ts";
import { notifyOf, tell, tellFollowers } from "./tell.ts";

/** Tells by the clock what is due soon, overdue, or to be reviewed; each once. */
export async function tellDue(deps: Deps): Promise<void> {
  await eachByItself(deps.log, await dueCommitments(deps.db), (ids) => tellDueOf(deps, ids));
}

/** The same of one commitment; safe to call at any time, and twice. */
export async function tellDueOf(deps: Deps, ids: CommitmentIds): Promise<void> {
  await deps.transact(async (tx) => {
    const place = await lockedPlace(tx, ids);
    const due = await dueOf(tx.db, ids);
    if (!due || !isPromised(place)) return;
    const { commitment } = place;
    const now = new Date(due.now);
    const rows = [commitment];
    const standings = await standingsOf(tx.db, ids.communityId, { rows, now });
    const isDone = standings.get(commitment.id)?.progress === 100;
    if (due.isDueSoon) {
      await noteTold(tx.db, ids, { remindedAt: now });
      if (!isDone && !due.isDue) await remind(tx, commitment);
    }
    if (due.isDue && commitment.overdueToldAt === null) {
      await noteTold(tx.db, ids, { overdueToldAt: now });
      if (!isDone) await tellOverdue(tx, commitment);
    }
    if (due.isReviewDue && commitment.reviewToldAt === null) {
      await noteTold(tx.db, ids, { reviewToldAt: now });
      await askReview(tx, place);
    }
  });
}

/** What is over as a whole needs nobody's attention in its parts. */
const isPromised = ({ commitment, parent }: Place): boolean =>
  commitment.answer === "accepted" &&
  commitment.review === null &&
  (parent === undefined || (parent.review === null && parent.withdrawnAt === null));

async function remind(tx: Tx, commitment: CommitmentRow): Promise<void> {
  await notifyOf(tx, commitment, { what: "due-soon", to: [commitment.ownerId], waits: true });
}

/** Everybody sees it: on the page, in the record, and where they follow the debate. */
async function tellOverdue(tx: Tx, commitment: CommitmentRow): Promise<void> {
  const { communityId, id, dueAt, ownerId, proposerId } = commitment;
  await tx.act({
    communityId,
    kind: "commitment.overdue",
    actor: null,
    subject: id,
    payload: { dueAt: dueAt.toISOString() },
  });
  await notifyOf(tx, commitment, { what: "overdue", to: [ownerId, proposerId], waits: true });
  await tellFollowers(tx, commitment, { what: "overdue", besides: [ownerId, proposerId] });
  await tell(tx, commitment);
}

/** Those who may review it are asked to; not its owner. */
async function askReview(tx: Tx, { commitment, debate }: Place): Promise<void> {
  const { communityId, ownerId, proposerId } = commitment;
  const moderators = await activeMembers(tx.db, communityId, ["owner", "moderator"]);
  const people = [
    proposerId,
    ...moderators.map(({ participantId }) => participantId),
    ...(debate?.facilitatorIds ?? []),
  ];
  const to = people.filter((id) => id !== ownerId);
  await notifyOf(tx, commitment, { what: "review-due", to, waits: true });
}
