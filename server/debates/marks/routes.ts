import * as marks from "#shared/contract/marks.ts";
import type { Deps } from "../../deps.ts";
import type { Mount } from "../../platform/mount.ts";
import { listMarks, markClaim, unmarkClaim } from "./mark-claim.ts";

/** What is to be mended about claims. */
export function markRoutes(mount: Mount, deps: Deps): void {
  mount(marks.listMarks, (call) => listMarks(deps, call));
  mount(marks.markClaim, (call) => markClaim(deps, call));
  mount(marks.unmarkClaim, (call) => unmarkClaim(deps, call));
}
