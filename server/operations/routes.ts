import { readInstallation } from "#shared/contract/operations.ts";
import type { Deps } from "../deps.ts";
import type { Mount } from "../platform/mount.ts";
import { readState } from "./read-installation.ts";

export function operationRoutes(mount: Mount, deps: Deps): void {
  mount(readInstallation, () => readState(deps));
}
