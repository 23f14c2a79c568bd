import * as names from "#shared/contract/group-names.ts";
import * as contract from "#shared/contract/opinions.ts";
import type { Deps } from "../deps.ts";
import type { Mount } from "../platform/mount.ts";
import { exportOpinionRun } from "./export-run.ts";
import { chooseGroupName, listGroupNames, proposeGroupName } from "./name-group.ts";
import * as summaries from "#shared/contract/summaries.ts";
import { proposeFromBridges } from "./propose-from-bridges.ts";
import { readOpinionMap, readOpinionMapHistory, readOpinionMapRun } from "./read-opinion-map.ts";
import { draftSummary, readSummary, writeSummary } from "./summarize.ts";

export function opinionRoutes(mount: Mount, deps: Deps): void {
  mount(contract.readOpinionMap, (call) => readOpinionMap(deps, call));
  mount(contract.readOpinionMapHistory, (call) => readOpinionMapHistory(deps, call));
  mount(contract.readOpinionMapRun, (call) => readOpinionMapRun(deps, call));
  mount(contract.exportOpinionRun, (call) => exportOpinionRun(deps, call));
  mount(contract.proposeFromBridges, (call) => proposeFromBridges(deps, call));
  mount(summaries.readSummary, (call) => readSummary(deps, call));
  mount(summaries.draftSummary, (call) => draftSummary(deps, call));
  mount(summaries.writeSummary, (call) => writeSummary(deps, call));
  mount(names.listGroupNames, (call) => listGroupNames(deps, call));
  mount(names.proposeGroupName, (call) => proposeGroupName(deps, call));
  mount(names.chooseGroupName, (call) => chooseGroupName(deps, call));
}
