import * as similar from "#shared/contract/similar.ts";
import type { Deps } from "../../deps.ts";
import type { Mount } from "../../platform/mount.ts";
import { findSimilar } from "./find-similar.ts";

/** What was said before, while somebody writes. */
export function similarRoutes(mount: Mount, deps: Deps): void {
  mount(similar.findSimilar, (call) => findSimilar(deps, call));
}
