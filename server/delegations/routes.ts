import * as contract from "#shared/contract/delegations.ts";
import type { Deps } from "../deps.ts";
import type { Mount } from "../platform/mount.ts";
import { listMine } from "./list-mine.ts";
import { readFlows } from "./read-flows.ts";
import { revokeDelegation } from "./revoke-delegation.ts";
import { setDelegations } from "./set-delegations.ts";

/** Who votes for whom. */
export function delegationRoutes(mount: Mount, deps: Deps): void {
  mount(contract.readDelegationFlows, (call) => readFlows(deps, call));
  mount(contract.listMyDelegations, (call) => listMine(deps, call));
  mount(contract.setDelegations, (call) => setDelegations(deps, call));
  mount(contract.revokeDelegation, (call) => revokeDelegation(deps, call));
}
