import * as contract from "#shared/contract/treasury.ts";
import type { Deps } from "../deps.ts";
import type { Mount } from "../platform/mount.ts";
import { changeLine, planLine } from "./budget-lines.ts";
import { downloadEntries } from "./download-entries.ts";
import { enterEntry } from "./enter-entry.ts";
import { importEntries } from "./import-entries.ts";
import { listEntries, readTreasury } from "./read-treasury.ts";
import { reverseEntry } from "./reverse-entry.ts";
import { confirmEntries, refuseEntry } from "./settle-entries.ts";

/** What came into a community's treasury and went out of it. */
export function treasuryRoutes(mount: Mount, deps: Deps): void {
  mount(contract.readTreasury, (call) => readTreasury(deps, call));
  mount(contract.listTreasuryEntries, (call) => listEntries(deps, call));
  mount(contract.downloadTreasuryEntries, (call) => downloadEntries(deps, call));
  mount(contract.enterTreasuryEntry, (call) => enterEntry(deps, call));
  mount(contract.importTreasuryEntries, (call) => importEntries(deps, call));
  mount(contract.confirmTreasuryEntries, (call) => confirmEntries(deps, call));
  mount(contract.refuseTreasuryEntry, (call) => refuseEntry(deps, call));
  mount(contract.reverseTreasuryEntry, (call) => reverseEntry(deps, call));
  mount(contract.planBudgetLine, (call) => planLine(deps, call));
  mount(contract.changeBudgetLine, (call) => changeLine(deps, call));
}
