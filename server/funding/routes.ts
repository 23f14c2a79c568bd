import * as contract from "#shared/contract/funding.ts";
import type { Deps } from "../deps.ts";
import type { Mount } from "../platform/mount.ts";
import { beginRound } from "./begin-round.ts";
import { castBallot, takeBackBallot } from "./cast-ballot.ts";
import { changeRound } from "./change-round.ts";
import { downloadBundle, downloadPabulib } from "./download-round.ts";
import { importPabulib } from "./import-pabulib.ts";
import { openRound } from "./open-round.ts";
import { editProject, proposeProject, withdrawProject } from "./projects.ts";
import { listRounds, readRound } from "./read-rounds.ts";
import { withdrawRound } from "./withdraw-round.ts";

/** Budgets that a community shares out among projects. */
export function fundingRoutes(mount: Mount, deps: Deps): void {
  mount(contract.listFundingRounds, (call) => listRounds(deps, call));
  mount(contract.beginFundingRound, (call) => beginRound(deps, call));
  mount(contract.readFundingRound, (call) => readRound(deps, call));
  mount(contract.changeFundingRound, (call) => changeRound(deps, call));
  mount(contract.withdrawFundingRound, (call) => withdrawRound(deps, call));
  mount(contract.openFundingRound, (call) => openRound(deps, call));
  mount(contract.proposeProject, (call) => proposeProject(deps, call));
  mount(contract.editProject, (call) => editProject(deps, call));
  mount(contract.withdrawProject, (call) => withdrawProject(deps, call));
  mount(contract.castFundingBallot, (call) => castBallot(deps, call));
  mount(contract.takeBackFundingBallot, (call) => takeBackBallot(deps, call));
  mount(contract.downloadFundingBundle, (call) => downloadBundle(deps, call));
  mount(contract.downloadPabulib, (call) => downloadPabulib(deps, call));
  mount(contract.importPabulib, (call) => importPabulib(deps, call));
}
