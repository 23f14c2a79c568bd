import * as contract from "#shared/contract/leaving.ts";
import type { Deps } from "../deps.ts";
import type { Mount } from "../platform/mount.ts";
import { deleteAccount } from "./delete-account.ts";
import { exportMyData } from "./export-my-data.ts";
import { readFarewell } from "./read-farewell.ts";

export function leavingRoutes(mount: Mount, deps: Deps): void {
  mount(contract.readFarewell, (call) => readFarewell(deps, call));
  mount(contract.exportMyData, (call) => exportMyData(deps, call));
  mount(contract.deleteAccount, (call) => deleteAccount(deps, call));
}
