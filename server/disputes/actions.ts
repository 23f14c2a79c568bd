import type { Db } from "#db/client.ts";
import { disputeLimits } from "#shared/contract/disputes.ts";
import { type Choice, firstSeats } from "#shared/lottery/index.ts";
import {
  actionById,
  appealableUntil,
  dispute as leaveOpen,
  flaggersOf,
  lighten,
  lighterAction,
  lockSubject,
  mayAppeal,
  overturn,
  placeOf,
  reinstate,
  suspendedMembers,
  uphold,
} from "../moderation/public.ts";
import type { MemberStanding } from "../platform/actor.ts";
import { because, Refusal } from "../platform/problem.ts";
import type { Disputed } from "./disputed.ts";
import type { Scene } from "./stages.ts";
import { databaseNow } from "../platform/now-store.ts";
import { type DisputeRow } from "./store.ts";

/** Taking somebody's words or place away is judged by more people. */
const grave: readonly string[] = ["remove", "suspend"];

/** The action that somebody appeals against; refused for who may not. */
export async function appealedAction(
  db: Db,
  standing: MemberStanding,
  actionId: string,
): Promise<Disputed> {
  const { communityId } = standing;
  const action = await actionById(db, { communityId, actionId });
  if (!action) throw new Refusal("not-found");
  const subject = { kind: action.subjectKind, id: action.subjectId };
  await placeOf(db, standing, { communityId, subject });
  if (action.authorId !== standing.participantId) {
    throw new Refusal("not-in-case", because("appeal-own"));
  }
  const now = await databaseNow(db);
  const until = appealableUntil(action);
  if (until !== null && until <= now) {
    const days = disputeLimits.appealDays;
    throw new Refusal("appeal-too-late", because("appeal-days", { days }));
  }
  if (!mayAppeal(standing, action, now)) {
    throw new Refusal("not-allowed", because("not-appealable"));
  }
  return {
    subjectId: action.id,
    about: action.kind,
    debateId: action.debateId,
    ruleNumber: action.ruleNumber,
    respondentId: action.actorId,
    wanted: grave.includes(action.kind) ? firstSeats.grave : firstSeats.usual,
  };
}

const actionOf = (db: Db, { communityId, subjectId: actionId }: DisputeRow) =>
  actionById(db, { communityId, actionId });

/** Whoever reported what was acted on, and whoever acted. */
export async function partInAction(db: Db, dispute: DisputeRow): Promise<string[]> {
  const action = await actionOf(db, dispute);
  if (!action) return [];
  const { actorId, authorId } = action;
  const flaggers = await flaggersOf(db, action);
  return [...flaggers, actorId, authorId].filter((id) => id !== null);
}

/** Whoever is kept from writing now. */
export async function suspendedIn(db: Db, communityId: string): Promise<ReadonlySet<string>> {
  return new Set(await suspendedMembers(db, communityId));
}

/**
 * What a ruling does to an action: it ends as if it should not have been, gives way to a milder one, or stands. What
 * the jury before found has taken effect already, and gives way first. What its moderator took back stays so.
 */
export async function applyToAction(
  { deps, tx, dispute }: Scene,
  { from, to }: { readonly from: Choice | null; readonly to: Choice },
): Promise<void> {
  const found = await actionOf(tx.db, dispute);
  if (!found || found.state === "undone") return;
  await lockSubject(tx.db, { kind: found.subjectKind, id: found.subjectId });
  const lighter = from === "modify" ? await lighterAction(tx.db, found) : undefined;
  if (lighter) await overturn(deps, tx, { action: lighter, byId: null });
  if (to === "overturn") {
    await overturn(deps, tx, { action: found, byId: null });
    return;
  }
  const isEnded = from === "overturn" || lighter !== undefined;
  const action = isEnded ? await reinstate(deps, tx, found) : found;
  if (to === "modify") await lighten(deps, tx, action);
  await uphold(tx, action);
}

/** While an action is disputed, nobody was right or wrong yet who had reported it; withdrawn, they were right. */
export async function markDisputed({ tx, dispute }: Scene, isDisputed: boolean): Promise<void> {
  const action = await actionOf(tx.db, dispute);
  if (!action) return;
  await (isDisputed ? leaveOpen : uphold)(tx, action);
}
