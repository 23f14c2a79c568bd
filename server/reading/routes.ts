import * as contract from "#shared/contract/reading.ts";
import type { Deps } from "../deps.ts";
import type { Mount } from "../platform/mount.ts";
import { forget, keep } from "./bookmark.ts";
import { followDebate } from "./follow-debate.ts";
import { listBookmarks } from "./list-bookmarks.ts";
import { listNewClaims } from "./list-new-claims.ts";
import { listSpreads } from "./list-spreads.ts";
import { markRead } from "./mark-read.ts";
import { readReading } from "./read-reading.ts";

/** What people have read, keep, and want to hear of. */
export function readingRoutes(mount: Mount, deps: Deps): void {
  mount(contract.readReading, (call) => readReading(deps, call));
  mount(contract.markDebateRead, (call) => markRead(deps, call));
  mount(contract.listNewClaims, (call) => listNewClaims(deps, call));
  mount(contract.followDebate, (call) => followDebate(deps, call));
  mount(contract.bookmarkDebate, (call) => keep(deps, call));
  mount(contract.forgetDebate, (call) => forget(deps, call));
  mount(contract.bookmarkClaim, (call) => keep(deps, call));
  mount(contract.forgetClaim, (call) => forget(deps, call));
  mount(contract.listBookmarks, (call) => listBookmarks(deps, call));
  mount(contract.listSpreads, (call) => listSpreads(deps, call));
}
