import type { Db } from "#db/client.ts";
import { findAction } from "./action-store.ts";
import { flagsOn } from "./flag-store.ts";
import { type ActionRow, contentStateOf } from "./store.ts";
import { kinds } from "./subjects.ts";

export { settleModeration } from "./by-the-clock.ts";
export { appealableUntil, mayAppeal, type Office, officeOf } from "./policy.ts";
export { dispute, lighten, overturn, reinstate, uphold } from "./revert.ts";
export { moderationRoutes } from "./routes.ts";
export { refuseLocked } from "./locks.ts";
export { namesModerators } from "./settings.ts";
export { screen } from "./screening.ts";
export { type ActionRow, lighterAction, lockSubject, suspendedMembers } from "./store.ts";
export { placeOf } from "./subjects.ts";
export { viewActions } from "./view-actions.ts";

/** Whoever reported what an action was taken about. */
export async function flaggersOf(db: Db, { communityId, itemId }: ActionRow): Promise<string[]> {
  if (itemId === null) return [];
  return (await flagsOn(db, { communityId, itemId })).map(({ participantId }) => participantId);
}

/** An action as it was taken, for disputes about it. */
export const actionById = (db: Db, ids: { communityId: string; actionId: string }) =>
  findAction(db, ids);

/** What an action was about, wherever it stands and also where it is out of sight; undefined where it is gone. */
export async function contentOf(db: Db, { communityId, subjectKind, subjectId: id }: ActionRow) {
  const thing = await kinds[subjectKind].find(db, { communityId, id });
  if (!thing) return undefined;
  const state = await contentStateOf(db, communityId, thing.subject);
  return {
    words: { ...(state?.kept?.words ?? thing.words) },
    context: await kinds[subjectKind].context(db, thing),
    path: thing.path,
  };
}
