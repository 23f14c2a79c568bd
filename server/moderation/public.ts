import type { Db } from "#db/client.ts";
import { findAction } from "./action-store.ts";

export { settleModeration } from "./by-the-clock.ts";
export {
  appealableUntil,
  type CaseFacts,
  isOwnCase,
  mayAppeal,
  type Office,
  officeOf,
} from "./policy.ts";
export { dispute, overturn, uphold } from "./revert.ts";
export { moderationRoutes } from "./routes.ts";
export { type ActionRow, lockSubject } from "./store.ts";
export { screen } from "./screening.ts";
export { placeOf } from "./subjects.ts";
export { viewActions } from "./view-actions.ts";

/** An action as it was taken, for disputes about it. */
export const actionById = (db: Db, ids: { communityId: string; actionId: string }) =>
  findAction(db, ids);
