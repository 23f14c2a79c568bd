import type { moderate as contract } from "#shared/contract/moderation.ts";
import type { ActionKind } from "#shared/contract/moderated.ts";
import { pin, unpin } from "../curation/public.ts";
import { makeChangeAgain, rearrange, type Rearranging, takeChangeBack } from "../debates/public.ts";
import type { Deps } from "../deps.ts";
import type { MemberStanding } from "../platform/actor.ts";
import type { Call } from "../platform/mount.ts";
import { because, Refusal, refuseField } from "../platform/problem.ts";
import type { Tx } from "../platform/transact.ts";
import { joinStatements, partStatements } from "../statements/public.ts";
import { setChange } from "./action-store.ts";
import { lock, setLocked, unlock } from "./locks.ts";
import type { LockRow } from "./lock-store.ts";
import type { ActionRow } from "./store.ts";
import type { Place } from "./subjects.ts";

/*
 * What actions do besides keeping words out of sight: where claims stand, what is pinned, and what is locked. Claims
 * are moved, merged and split as those who curate do it, and taken back by the same code; statements are joined here
 * alone.
 */

export type Details = Pick<Call<typeof contract>["body"], "move" | "merge" | "split">;

const rearranging: readonly ActionKind[] = ["move", "merge", "split"];
const isRearranging = ({ kind }: ActionRow): boolean => rearranging.includes(kind);

interface Taking {
  readonly standing: MemberStanding;
  readonly action: ActionRow;
  readonly place: Place;
  readonly details: Details;
  /** What is locked of it already. */
  readonly lockNow: LockRow | undefined;
}

/** Does what an action says should be done. */
export async function takeElsewhere(deps: Deps, tx: Tx, taking: Taking): Promise<void> {
  const { action, place, standing, lockNow } = taking;
  const { communityId, id: actionId, kind, debateId, subjectKind, subjectId: claimId } = action;
  if (kind === "lock") return lock(tx, place.thing, action);
  if (kind === "unlock") return lockNow && unlock(tx, lockNow, action.actorId);
  if (debateId === null) return;
  if (kind === "pin") return pin(tx, { standing, params: { communityId, debateId }, claimId });
  if (!isRearranging(action)) return;
  if (subjectKind === "statement") return joinWith(deps, tx, taking);
  const change = await rearrange(deps, tx, wanted(taking, debateId));
  if (change.claimId !== claimId) throw new Refusal("not-found");
  await setChange(tx.db, { communityId, actionId }, change.id);
}

/** Joins a statement with the one that it repeats; which one that is, is kept to take it back, or do it again. */
async function joinWith(deps: Deps, tx: Tx, { action, details: { merge } }: Taking): Promise<void> {
  if (!merge) refuseField("invalid-request", "merge", because("statement-missing"));
  const { communityId, id: actionId } = action;
  await joinStatements(deps, tx, joiningOf(action, merge.into));
  await setChange(tx.db, { communityId, actionId }, merge.into);
}

const joiningOf = (
  { communityId, debateId, id: actionId, subjectId: from }: ActionRow,
  into: string,
) => ({ communityId, debateId: debateId ?? "", actionId, from, into });

/** The change that is wanted, of which all must be said. */
function wanted({ standing, action, details }: Taking, debateId: string): Rearranging {
  const { communityId, subjectId: claimId, kind } = action;
  const { move, merge, split } = details;
  const params = { communityId, debateId, claimId };
  if (kind === "merge") {
    if (!merge) refuseField("invalid-request", "merge", because("original-missing"));
    return { kind, standing, params, body: merge };
  }
  if (kind === "split") {
    if (!split) refuseField("invalid-request", "split", because("points-missing"));
    return { kind, standing, params, body: split };
  }
  if (!move) refuseField("invalid-request", "move", because("place-missing"));
  const { edgeId, ...body } = move;
  return { kind: "move", standing, params: { ...params, edgeId }, body };
}

interface Reverting {
  readonly action: ActionRow;
  readonly byId: string | null;
  /** Who takes the own action back. */
  readonly standing?: MemberStanding | undefined;
}

/** Takes back what an action did; refused where more has changed since. */
export async function takeBackElsewhere(
  deps: Deps,
  tx: Tx,
  { action, byId, standing }: Reverting,
): Promise<void> {
  const { communityId, debateId, kind, subjectKind, changeId, formerActionId } = action;
  if (kind === "lock") await setLocked(tx, action, false);
  if (debateId === null) return;
  if (kind === "unlock" && formerActionId !== null) {
    await setLocked(tx, { communityId, id: formerActionId, debateId }, true);
  }
  if (kind === "pin" && standing) {
    const claimId = action.subjectId;
    await unpin(tx, { standing, params: { communityId, debateId }, claimId });
  }
  if (changeId === null) return;
  if (subjectKind === "statement") await partStatements(deps, tx, joiningOf(action, changeId));
  else await takeChangeBack(deps, tx, { communityId, debateId, changeId, byId });
}

/** What somebody has built on since stays as it is: a ruling ends the action all the same. */
async function asFarAsPossible(doing: Promise<void>): Promise<void> {
  await doing.catch((error: unknown) => {
    if (!(error instanceof Refusal)) throw error;
  });
}

/** What a ruling takes back. */
export const ceaseElsewhere = (deps: Deps, tx: Tx, action: ActionRow): Promise<void> =>
  asFarAsPossible(takeBackElsewhere(deps, tx, { action, byId: null }));

/** Does again what a jury had taken back. */
export const takeAgainElsewhere = (deps: Deps, tx: Tx, action: ActionRow): Promise<void> =>
  asFarAsPossible(again(deps, tx, action));

async function again(deps: Deps, tx: Tx, action: ActionRow): Promise<void> {
  const { communityId, id: actionId, debateId, changeId, kind, state } = action;
  if (kind === "lock" && state === "in-force") await setLocked(tx, action, true);
  if (changeId === null || debateId === null) return;
  if (action.subjectKind === "statement") {
    return joinStatements(deps, tx, joiningOf(action, changeId));
  }
  const made = { communityId, debateId, changeId, byId: null };
  await setChange(tx.db, { communityId, actionId }, await makeChangeAgain(deps, tx, made));
}
