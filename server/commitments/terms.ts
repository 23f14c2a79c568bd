import { commitmentLimits } from "#shared/contract/commitments.ts";
import type { Db } from "#db/client.ts";
import { because, refuseField } from "../platform/problem.ts";
import { membersAmong } from "./store.ts";

const day = 86_400_000;

/** What somebody is asked to promise, as far as it can be wrong. `at` is where it stands in the body. */
export interface Terms {
  readonly at: string;
  readonly ownerId: string;
  readonly dueAt: Date;
  /** Null of parts. */
  readonly reviewAt: Date | null;
  /** When the whole is due that this is a part of. */
  readonly wholeDueAt: Date | null;
}

/** Refuses terms that nobody can keep: days that are past or far off, parts after their whole, an owner who is no member. */
export async function checkTerms(
  db: Db,
  communityId: string,
  { all, now }: { readonly all: readonly Terms[]; readonly now: Date },
): Promise<void> {
  const owners = all.map(({ ownerId }) => ownerId);
  const members = await membersAmong(db, communityId, owners);
  for (const terms of all) {
    checkDays(terms, now);
    if (!members.has(terms.ownerId)) {
      refuseField("invalid-request", `${terms.at}ownerId`, because("choose-another-member"));
    }
  }
}

function checkDays({ at, dueAt, reviewAt, wholeDueAt }: Terms, now: Date): void {
  const latest = new Date(now.getTime() + commitmentLimits.days * day);
  const refuseDue = (why: Parameters<typeof because>[0]) =>
    refuseField("invalid-request", `${at}dueAt`, because(why, { days: commitmentLimits.days }));
  if (dueAt <= now) refuseDue("time-passed");
  if (dueAt > latest) refuseDue("promise-too-far");
  if (wholeDueAt !== null && dueAt > wholeDueAt) refuseDue("part-after-whole");
  if (reviewAt === null) return;
  const refuseReview = (why: Parameters<typeof because>[0]) =>
    refuseField("invalid-request", `${at}reviewAt`, because(why, { days: commitmentLimits.days }));
  if (reviewAt < dueAt) refuseReview("review-before-due");
  if (reviewAt > latest) refuseReview("promise-too-far");
}
