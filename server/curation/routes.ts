import * as contract from "#shared/contract/curation.ts";
import { rateSummary as rateContract } from "#shared/contract/summary-ratings.ts";
import type { Deps } from "../deps.ts";
import type { Mount } from "../platform/mount.ts";
import { highlightClaim, removeHighlight } from "./highlight-claim.ts";
import { listChanges } from "./list-changes.ts";
import { listSummaryVersions } from "./list-summary-versions.ts";
import { dismissFacilitator, nameFacilitator } from "./name-facilitator.ts";
import { pinClaim, unpinClaim } from "./pin-claim.ts";
import { rateSummary } from "./rate-summary.ts";
import { readCuration } from "./read-curation.ts";
import { restoreSummary, saveSummary } from "./save-summary.ts";
import { setOrder } from "./set-order.ts";
import { tagClaim } from "./tag-claim.ts";
import { undoChange } from "./undo-change.ts";

/** How those who look after a debate make it easier to read. */
export function curationRoutes(mount: Mount, deps: Deps): void {
  mount(contract.readCuration, (call) => readCuration(deps, call));
  mount(contract.nameFacilitator, (call) => nameFacilitator(deps, call));
  mount(contract.dismissFacilitator, (call) => dismissFacilitator(deps, call));
  mount(contract.saveSummary, (call) => saveSummary(deps, call));
  mount(contract.listSummaryVersions, (call) => listSummaryVersions(deps, call));
  mount(contract.restoreSummary, (call) => restoreSummary(deps, call));
  mount(rateContract, (call) => rateSummary(deps, call));
  mount(contract.pinClaim, (call) => pinClaim(deps, call));
  mount(contract.unpinClaim, (call) => unpinClaim(deps, call));
  mount(contract.tagClaim, (call) => tagClaim(deps, call));
  mount(contract.setOrder, (call) => setOrder(deps, call));
  mount(contract.highlightClaim, (call) => highlightClaim(deps, call));
  mount(contract.removeHighlight, (call) => removeHighlight(deps, call));
  mount(contract.listCurationChanges, (call) => listChanges(deps, call));
  mount(contract.undoCurationChange, (call) => undoChange(deps, call));
}
