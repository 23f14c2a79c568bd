import * as contract from "#shared/contract/accountability.ts";
import type { Deps } from "../deps.ts";
import type { Mount } from "../platform/mount.ts";
import { readAccountability } from "./read-accountability.ts";
import { readActionRates } from "./read-action-rates.ts";

/** How those who moderate do, for everybody to see. */
export function accountabilityRoutes(mount: Mount, deps: Deps): void {
  mount(contract.readAccountability, (call) => readAccountability(deps, call));
  mount(contract.readActionRates, (call) => readActionRates(deps, call));
}
