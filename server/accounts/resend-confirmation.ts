import type { resendConfirmation as contract } from "#shared/contract/accounts.ts";
import type { Deps } from "../deps.ts";
import type { Call } from "../platform/mount.ts";

/** Sends the link again to an address that is not confirmed yet. */
export async function resendConfirmation(deps: Deps, { actor }: Call<typeof contract>) {
  const { accountId } = actor;
  await deps.transact((tx) => tx.job("greet-newcomer", { accountId }));
}
