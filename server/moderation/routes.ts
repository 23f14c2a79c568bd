import * as care from "#shared/contract/statement-care.ts";
import * as flags from "#shared/contract/flags.ts";
import { listLocks as locksContract } from "#shared/contract/locks.ts";
import * as settings from "#shared/contract/moderation-settings.ts";
import * as contract from "#shared/contract/moderation.ts";
import type { Deps } from "../deps.ts";
import type { Mount } from "../platform/mount.ts";
import { claimItem, releaseItem } from "./claim-item.ts";
import { forgetFilter, keepFilter, listFilters } from "./filters.ts";
import { flagContent, withdrawFlag } from "./flag-content.ts";
import { listLocks } from "./locks.ts";
import { moderate, moderateMany } from "./moderate.ts";
import { listItems, readItem } from "./queue.ts";
import { readContent } from "./read-content.ts";
import { readPace, setPace } from "./pace.ts";
import { setStatementMode } from "./statement-mode.ts";
import { advise, changeSettings, readSettings } from "./settings.ts";
import { readTrust } from "./trust.ts";
import { undoAction } from "./undo-action.ts";
import { listActions, readAction } from "./view-actions.ts";
import { listMyFlags } from "./view-flags.ts";

/** How a community keeps its own rules: reports, decisions, and what becomes of them. */
export function moderationRoutes(mount: Mount, deps: Deps): void {
  mount(flags.flagContent, (call) => flagContent(deps, call));
  mount(flags.listMyFlags, (call) => listMyFlags(deps, call));
  mount(flags.withdrawFlag, (call) => withdrawFlag(deps, call));
  mount(contract.listModerationItems, (call) => listItems(deps, call));
  mount(contract.readModerationItem, (call) => readItem(deps, call));
  mount(contract.claimModerationItem, (call) => claimItem(deps, call));
  mount(contract.releaseModerationItem, (call) => releaseItem(deps, call));
  mount(contract.moderate, (call) => moderate(deps, call));
  mount(contract.moderateMany, (call) => moderateMany(deps, call));
  mount(contract.listModerationActions, (call) => listActions(deps, call));
  mount(contract.readModerationAction, (call) => readAction(deps, call));
  mount(contract.undoModerationAction, (call) => undoAction(deps, call));
  mount(contract.readModeratedContent, (call) => readContent(deps, call));
  mount(contract.listQueueFilters, (call) => listFilters(deps, call));
  mount(contract.saveQueueFilter, (call) => keepFilter(deps, call));
  mount(contract.deleteQueueFilter, (call) => forgetFilter(deps, call));
  mount(locksContract, (call) => listLocks(deps, call));
  mount(settings.readModerationSettings, (call) => readSettings(deps, call));
  mount(settings.changeModerationSettings, (call) => changeSettings(deps, call));
  mount(settings.adviseOnWords, (call) => advise(deps, call));
  mount(settings.readDebatePace, (call) => readPace(deps, call));
  mount(care.setStatementMode, (call) => setStatementMode(deps, call));
  mount(settings.setDebatePace, (call) => setPace(deps, call));
  mount(settings.readMyTrust, (call) => readTrust(deps, call));
}
