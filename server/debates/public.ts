import type { Deps } from "../deps.ts";
import { type Actor, maySee } from "../platform/actor.ts";
import { type ClaimIds, findClaim } from "./claim-store.ts";
import { maySeeDebate } from "./policy.ts";
import { readableDebate } from "./readable-debate.ts";
import { type DebateIds, findDebate } from "./store.ts";

export { type DebateRows, saveDebateRows } from "./bulk-store.ts";
export { type WholeArgument, wholeArgument } from "./whole-argument.ts";
export { CheckLink, checkLink } from "./check-link.ts";
export { isGone } from "./claim-store.ts";
export { placeAfter } from "./list-debates.ts";
export { namedFacilitators, withFacilitators } from "./facilitator-store.ts";
export { moderatedInDebates } from "./moderated/moderated.ts";
export { openToVisitors } from "./open-to-visitors.ts";
export {
  type DebateFacts,
  type FacilitatedDebate,
  isPublished,
  mayFacilitate,
  mayRate,
  mayRespondAsVisitor,
  maySteerDebate,
} from "./policy.ts";
export { moveByCommitment } from "./move-by-commitment.ts";
export { moveByDecision } from "./move-by-decision.ts";
export { runScheduledMove } from "./run-scheduled-move.ts";
export { findDebate as findDebateAnywhere } from "./store.ts";
export { type NewDebate, proofBitsOf, saveDebate, touchDebate } from "./store.ts";
export { maySeeDebate, readableDebate };
export { checkStands, checkStatementCarer, debateToWriteIn, enterWithdrawal } from "./writing.ts";
export {
  makeChangeAgain,
  rearrange,
  type Rearranging,
  takeChangeBack,
} from "./structure/by-moderation.ts";
export { changeStatementMode } from "./change-statement-mode.ts";
export { viewDebate } from "./view.ts";
export { proposePosition } from "./add-position.ts";
export { enterRecommendation } from "./enter-recommendation.ts";
export { standingPositions } from "./position-store.ts";

/** Whether a claim was made in a debate; those who read it know of it, withdrawn or not. */
export async function isClaimIn(db: Deps["db"], ids: ClaimIds): Promise<boolean> {
  return (await findClaim(db, ids)) !== undefined;
}

/** Whether somebody may read a debate: they see its community, and it is no draft of another's. */
export async function mayReadDebate(
  { db, findStanding }: Deps,
  actor: Actor,
  ids: DebateIds,
): Promise<boolean> {
  const standing = await findStanding(actor, ids.communityId);
  if (!maySee(standing)) return false;
  const debate = await findDebate(db, ids);
  return debate !== undefined && maySeeDebate(standing, debate);
}
