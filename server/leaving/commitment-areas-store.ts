import * as commitments from "#db/schema/commitments.ts";
import { type Area, by } from "./account-areas-store.ts";

/** What names somebody in what was promised because of decisions. */
export const ofCommitments: readonly Area[] = [
  by(
    ["acts/commitments.json", "what you committed to, asked others to commit to, or reviewed"],
    commitments.commitments,
    commitments.commitments.ownerId,
    commitments.commitments.proposerId,
    commitments.commitments.reviewedById,
  ),
  by(
    ["written/progress.json", "what you reported on your commitments"],
    commitments.commitmentUpdates,
    commitments.commitmentUpdates.authorId,
  ),
  by(
    ["reading/commitments.json", "commitments that you follow"],
    commitments.commitmentFollowers,
    commitments.commitmentFollowers.participantId,
  ),
];
