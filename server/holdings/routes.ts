import * as contract from "#shared/contract/holdings.ts";
import type { Deps } from "../deps.ts";
import type { Mount } from "../platform/mount.ts";
import { downloadSnapshot } from "./download-snapshot.ts";
import { makeSnapshot } from "./make-snapshot.ts";
import { previewSnapshot } from "./preview-snapshot.ts";
import { listBalances, listSnapshots, readSnapshot } from "./read-snapshots.ts";
import { walletRoutes } from "./wallets/routes.ts";

/** Who holds how much of a token, and which addresses are whose. */
export function holdingRoutes(mount: Mount, deps: Deps): void {
  mount(contract.listSnapshots, (call) => listSnapshots(deps, call));
  mount(contract.readSnapshot, (call) => readSnapshot(deps, call));
  mount(contract.listBalances, (call) => listBalances(deps, call));
  mount(contract.downloadSnapshot, (call) => downloadSnapshot(deps, call));
  mount(contract.previewSnapshot, (call) => previewSnapshot(deps, call));
  mount(contract.makeSnapshot, (call) => makeSnapshot(deps, call));
  walletRoutes(mount, deps);
}
