import { type listLocks as contract, locksChanged } from "#shared/contract/locks.ts";
import type { Subject, SubjectKind } from "#shared/contract/moderated.ts";
import type { Db } from "#db/client.ts";
import { readableDebate } from "../debates/public.ts";
import type { Deps } from "../deps.ts";
import type { Call } from "../platform/mount.ts";
import type { Moderated, Screened } from "../platform/moderated.ts";
import { because, Refusal } from "../platform/problem.ts";
import type { Tx } from "../platform/transact.ts";
import { setActionState } from "./action-store.ts";
import { lockAbove, lockAt, type LockRow, locksIn, saveLock, setLockEnded } from "./lock-store.ts";
import { officeOf } from "./policy.ts";
import type { ActionRow } from "./store.ts";
import { kinds, type Place, placeOf } from "./subjects.ts";

/** What is locked in a debate. */
export async function listLocks({ db }: Deps, { standing, params }: Call<typeof contract>) {
  await readableDebate({ db }, standing, params);
  const rows = await locksIn(db, params);
  return {
    items: rows.map(({ lock: { kind, placeId, actionId, until }, ruleNumber, ruleVersion }) => ({
      kind,
      placeId,
      actionId,
      until: until?.toISOString() ?? null,
      rule:
        ruleNumber === null || ruleVersion === null
          ? null
          : { number: ruleNumber, version: ruleVersion },
    })),
  };
}

/** Where a lock of something holds: of a comment in the whole thread, which hangs at its claim. */
async function lockedPlace(db: Db, thing: Moderated): Promise<Subject> {
  if (thing.subject.kind !== "comment") return thing.subject;
  const [claim] = await kinds.comment.context(db, thing);
  return { kind: "comment", id: claim?.subject.id ?? thing.subject.id };
}

/** The lock of just this thing, if it is locked. */
export async function lockOf(db: Db, thing: Moderated): Promise<LockRow | undefined> {
  const { communityId, debateId } = thing;
  if (debateId === null) return undefined;
  return lockAt(db, { communityId, debateId }, await lockedPlace(db, thing));
}

export async function lock(tx: Tx, thing: Moderated, action: ActionRow): Promise<void> {
  const { communityId, debateId } = thing;
  if (debateId === null) return;
  const { kind, id: placeId } = await lockedPlace(tx.db, thing);
  const { id: actionId, until } = action;
  await saveLock(tx.db, { communityId, debateId, actionId, kind, placeId, until });
  await tx.record(locksChanged, { communityId, debateId });
}

/** Lets go of what an action has locked, or locks it again. */
export async function setLocked(
  tx: Tx,
  { communityId, id: actionId, debateId }: Pick<ActionRow, "communityId" | "id" | "debateId">,
  isLocked: boolean,
): Promise<void> {
  await setLockEnded(tx.db, { communityId, actionId }, !isLocked);
  if (debateId !== null) await tx.record(locksChanged, { communityId, debateId });
}

/** Ends a lock by an action of its own. */
export async function unlock(tx: Tx, found: LockRow, byId: string | null): Promise<void> {
  const { communityId, actionId, debateId } = found;
  await setLocked(tx, { communityId, id: actionId, debateId }, false);
  await setActionState(tx.db, { communityId, actionId }, { state: "replaced", byId });
}

const reasonOf: Partial<
  Record<SubjectKind, "locked-claim" | "locked-position" | "locked-comment" | "locked-statement">
> = {
  claim: "locked-claim",
  position: "locked-position",
  comment: "locked-comment",
  statement: "locked-statement",
};

/** Refuses to add to what is locked, or to change it, for all but those who look after the debate. */
export async function refuseLocked(
  tx: Tx,
  { standing, subject }: Pick<Screened, "standing" | "subject">,
  place?: Place,
): Promise<void> {
  const { communityId } = standing;
  const { thing, debate } = place ?? (await placeOf(tx.db, standing, { communityId, subject }));
  const { debateId } = thing;
  if (debateId === null || officeOf(standing, debate) !== null) return;
  const places = await placesOf(tx.db, thing);
  const kind = await lockAbove(tx.db, { communityId, debateId }, places);
  if (kind) throw new Refusal("locked", because(reasonOf[kind] ?? "locked-question"));
}

/** Where something stands: a comment in a thread at a claim, a source at a claim, all else where it is. */
async function placesOf(db: Db, thing: Moderated): Promise<Subject[]> {
  const { subject } = thing;
  if (subject.kind !== "comment" && subject.kind !== "evidence") return [subject];
  const [claim] = await kinds[subject.kind].context(db, thing);
  if (!claim) return [];
  const { id } = claim.subject;
  return subject.kind === "comment" ? [{ kind: "comment", id }, claim.subject] : [claim.subject];
}
