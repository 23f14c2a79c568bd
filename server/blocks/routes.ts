import * as contract from "#shared/contract/blocks.ts";
import type { Deps } from "../deps.ts";
import type { Mount } from "../platform/mount.ts";
import { blockPerson, unblockPerson } from "./block-person.ts";
import { listBlocks } from "./list-blocks.ts";

/** Whom people would rather not read. */
export function blockRoutes(mount: Mount, deps: Deps): void {
  mount(contract.blockPerson, (call) => blockPerson(deps, call));
  mount(contract.unblockPerson, (call) => unblockPerson(deps, call));
  mount(contract.listBlocks, (call) => listBlocks(deps, call));
}
