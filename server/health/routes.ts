import * as contract from "#shared/contract/health.ts";
import type { Deps } from "../deps.ts";
import type { Mount } from "../platform/mount.ts";
import { readHealth } from "./read-health.ts";

/** How a community fares over time. */
export function healthRoutes(mount: Mount, deps: Deps): void {
  mount(contract.readHealth, (call) => readHealth(deps, call));
}
