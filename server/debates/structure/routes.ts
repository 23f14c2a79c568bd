import * as structure from "#shared/contract/structure.ts";
import type { Deps } from "../../deps.ts";
import type { Mount } from "../../platform/mount.ts";
import type { RatingNews } from "../rating-news.ts";
import { archiveClaim, restoreClaim } from "./archive-claim.ts";
import { extractClaim } from "./extract-claim.ts";
import { linkClaim } from "./link-claim.ts";
import { listChanges } from "./list-changes.ts";
import { mergeClaims } from "./merge-claims.ts";
import { moveClaim } from "./move-claim.ts";
import { splitClaim } from "./split-claim.ts";
import { undoChange } from "./undo-change.ts";
import { unlinkClaim } from "./unlink-claim.ts";

/** How those who curate a debate rearrange its argument; all of it can be taken back. */
export function structureRoutes(mount: Mount, deps: Deps, news: RatingNews): void {
  mount(structure.linkClaim, (call) => linkClaim(deps, call));
  mount(structure.unlinkClaim, (call) => unlinkClaim(deps, call));
  mount(structure.moveClaim, (call) => moveClaim(deps, call, news));
  mount(structure.mergeClaims, (call) => mergeClaims(deps, call, news));
  mount(structure.splitClaim, (call) => splitClaim(deps, call));
  mount(structure.archiveClaim, (call) => archiveClaim(deps, call));
  mount(structure.restoreClaim, (call) => restoreClaim(deps, call));
  mount(structure.extractClaim, (call) => extractClaim(deps, call));
  mount(structure.listStructureChanges, (call) => listChanges(deps, call));
  mount(structure.undoStructureChange, (call) => undoChange(deps, call, news));
}
