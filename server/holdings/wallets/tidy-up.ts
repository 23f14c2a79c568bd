import type { Deps } from "../../deps.ts";
import { forgetOldWalletChallenges } from "./wallet-store.ts";

/** Forgets messages that nobody signed in time. */
export async function tidyUpWallets({ db, clock }: Deps): Promise<void> {
  await forgetOldWalletChallenges(db, clock());
}
