import * as contract from "#shared/contract/commitments.ts";
import type { Deps } from "../deps.ts";
import type { Mount } from "../platform/mount.ts";
import { addPart } from "./add-part.ts";
import { answerCommitment } from "./answer-commitment.ts";
import { editCommitment } from "./edit-commitment.ts";
import { followCommitment } from "./follow-commitment.ts";
import { proposeCommitment } from "./propose-commitment.ts";
import { countCommitments, listCommitments, readCommitment } from "./read-commitments.ts";
import { reportProgress } from "./report-progress.ts";
import { reviewCommitment } from "./review-commitment.ts";
import { withdrawCommitment } from "./withdraw-commitment.ts";

/** What was promised because of decisions, and what became of it. */
export function commitmentRoutes(mount: Mount, deps: Deps): void {
  mount(contract.listCommitments, (call) => listCommitments(deps, call));
  mount(contract.readCommitment, (call) => readCommitment(deps, call));
  mount(contract.proposeCommitment, (call) => proposeCommitment(deps, call));
  mount(contract.editCommitment, (call) => editCommitment(deps, call));
  mount(contract.addCommitmentPart, (call) => addPart(deps, call));
  mount(contract.answerCommitment, (call) => answerCommitment(deps, call));
  mount(contract.withdrawCommitment, (call) => withdrawCommitment(deps, call));
  mount(contract.reportProgress, (call) => reportProgress(deps, call));
  mount(contract.followCommitment, (call) => followCommitment(deps, call));
  mount(contract.reviewCommitment, (call) => reviewCommitment(deps, call));
  mount(contract.countCommitments, (call) => countCommitments(deps, call));
}
