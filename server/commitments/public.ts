import type { Db } from "#db/client.ts";
import type { CommitmentSummary } from "#shared/contract/commitments.ts";
import { promisedByRound } from "./store.ts";
import { summaries } from "./view.ts";

export { findReport, judgeReport } from "./judge-report.ts";
export { commitmentsFrom, promisesIn } from "./read-commitments.ts";
export { type PromiseWords, renameSource, rewordPromises } from "./source-store.ts";
export { findCommitment, membersAmong } from "./store.ts";
export {
  type AskedPromise,
  propose as proposePromise,
  proposeChecked as proposeCheckedPromise,
} from "./propose-commitment.ts";
export { commitmentRoutes } from "./routes.ts";
export { tellDue } from "./tell-due.ts";

/** What the projects of a funding round were made into, as it stands at a moment; the first funded first. */
export async function commitmentsOfRound(
  db: Db,
  { communityId, roundId }: { readonly communityId: string; readonly roundId: string },
  now: Date,
): Promise<CommitmentSummary[]> {
  const rows = await promisedByRound(db, communityId, roundId);
  return summaries(db, { communityId, rows, now });
}
