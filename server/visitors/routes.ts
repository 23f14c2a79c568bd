import * as contract from "#shared/contract/visitors.ts";
import type { Deps } from "../deps.ts";
import type { Mount } from "../platform/mount.ts";
import { beginVisit } from "./begin-visit.ts";
import { endVisit } from "./end-visit.ts";
import { openVisitPuzzle } from "./puzzles.ts";

/** Those who respond without an account; what they respond to is in `statements`. */
export function visitorRoutes(mount: Mount, deps: Deps): void {
  mount(contract.openVisitPuzzle, (call) => openVisitPuzzle(deps, call));
  mount(contract.beginVisit, (call) => beginVisit(deps, call));
  mount(contract.endVisit, (call) => endVisit(deps, call));
}
