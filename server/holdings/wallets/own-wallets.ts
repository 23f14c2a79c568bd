import type {
  forgetWallet as forgetContract,
  listWallets as listContract,
  Wallet,
} from "#shared/contract/wallets.ts";
import type { Deps } from "../../deps.ts";
import type { Call } from "../../platform/mount.ts";
import { Refusal } from "../../platform/problem.ts";
import { deleteWallet, type WalletRow, walletsOf } from "./wallet-store.ts";

export function walletView({ id, address, provenAt }: WalletRow): Wallet {
  return { id, address, provenAt: provenAt.toISOString() };
}

export async function listWallets({ db }: Deps, { actor }: Call<typeof listContract>) {
  return { items: (await walletsOf(db, actor.accountId)).map(walletView) };
}

/** Lets an address be nobody's again. Weights that were frozen by it stay as they are. */
export async function forgetWallet(
  { transact }: Deps,
  { actor, params, once }: Call<typeof forgetContract>,
) {
  const { accountId } = actor;
  await transact(async (tx) => {
    if (!(await deleteWallet(tx.db, { id: params.walletId, accountId }))) {
      throw new Refusal("not-found");
    }
  }, once);
}
