import * as contract from "#shared/contract/decisions.ts";
import * as paper from "#shared/contract/paper-ballots.ts";
import * as recounting from "#shared/contract/recount.ts";
import { explainDelegation as explained } from "#shared/contract/delegations.ts";
import type { Deps } from "../deps.ts";
import type { Mount } from "../platform/mount.ts";
import { annulDecision } from "./annul-decision.ts";
import { cancelDecision } from "./cancel-decision.ts";
import { createCarriedWeights } from "./carried.ts";
import { casting } from "./cast-ballot.ts";
import { changeDecision } from "./change-decision.ts";
import { createDecision } from "./create-decision.ts";
import { explainDelegation } from "./explain-delegation.ts";
import { openDecision } from "./open-decision.ts";
import { listBallots, listDecisions, readDecision } from "./read-decisions.ts";
import {
  confirmPaperBallot,
  dropPaperBallot,
  enterPaperBallot,
  listPaperBallots,
} from "./paper-ballots.ts";
import { settleTie } from "./settle-tie.ts";
import { createListTrees } from "./list-tree.ts";
import { listReasons } from "./nameless-reasons.ts";
import { readBallotProofs } from "./read-ballot-proofs.ts";
import { readBundle } from "./read-bundle.ts";
import { signingKey } from "./receipts.ts";
import { writeOutcome } from "./write-outcome.ts";

export function decisionRoutes(mount: Mount, deps: Deps): void {
  mount(contract.createDecision, (call) => createDecision(deps, call));
  mount(contract.listDecisions, (call) => listDecisions(deps, call));
  mount(contract.readDecision, (call) => readDecision(deps, call));
  mount(contract.changeDecision, (call) => changeDecision(deps, call));
  mount(contract.openDecision, (call) => openDecision(deps, call));
  mount(contract.cancelDecision, (call) => cancelDecision(deps, call));
  mount(contract.annulDecision, (call) => annulDecision(deps, call));
  mount(contract.castBallot, casting(deps));
  const carried = createCarriedWeights(deps);
  mount(contract.listBallots, (call) => listBallots(deps, carried, call));
  mount(contract.listReasons, (call) => listReasons(deps, call));
  mount(paper.listPaperBallots, (call) => listPaperBallots(deps, call));
  mount(paper.enterPaperBallot, (call) => enterPaperBallot(deps, call));
  mount(paper.confirmPaperBallot, (call) => confirmPaperBallot(deps, call));
  mount(paper.dropPaperBallot, (call) => dropPaperBallot(deps, call));
  mount(contract.settleTie, (call) => settleTie(deps, call));
  const trees = createListTrees(deps);
  mount(contract.readBundle, (call) => readBundle(deps, call));
  mount(recounting.readBallotProofs, (call) => readBallotProofs(deps, trees, call));
  mount(contract.readSigningKey, async () => signingKey(deps));
  mount(explained, (call) => explainDelegation(deps, call));
  mount(contract.writeOutcome, (call) => writeOutcome(deps, call));
}
