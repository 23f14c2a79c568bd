import * as contract from "#shared/contract/power.ts";
import type { Deps } from "../deps.ts";
import type { Mount } from "../platform/mount.ts";
import { createLiveReports } from "./live-reports.ts";
import { readCommunityPower } from "./read-community-power.ts";
import { readPower } from "./read-power.ts";
import { readVotes } from "./read-votes.ts";
import { readTally } from "./read-tally.ts";

/** Who had, and has, the power. */
export function powerRoutes(mount: Mount, deps: Deps): void {
  const live = createLiveReports(deps);
  mount(contract.readPower, (call) => readPower(deps, live, call));
  mount(contract.readTally, (call) => readTally(deps, live, call));
  mount(contract.readVotes, (call) => readVotes(deps, call));
  mount(contract.readCommunityPower, (call) => readCommunityPower(deps, call));
}
