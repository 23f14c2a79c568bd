import * as contract from "#shared/contract/wallets.ts";
import type { Deps } from "../../deps.ts";
import type { Mount } from "../../platform/mount.ts";
import { forgetWallet, listWallets } from "./own-wallets.ts";
import { beginWallet, proveWallet } from "./prove-wallet.ts";

/** The addresses that somebody has proven to own. */
export function walletRoutes(mount: Mount, deps: Deps): void {
  mount(contract.listWallets, (call) => listWallets(deps, call));
  mount(contract.beginWallet, (call) => beginWallet(deps, call));
  mount(contract.proveWallet, (call) => proveWallet(deps, call));
  mount(contract.forgetWallet, (call) => forgetWallet(deps, call));
}
