import type { resetPassword as contract } from "#shared/contract/accounts.ts";
import type { Deps } from "../deps.ts";
import type { Call } from "../platform/mount.ts";
import { Refusal, sqlState } from "../platform/problem.ts";
import { refuseGuessable } from "./password.ts";
import { deletePasskeysOf } from "./passkeys/passkey-store.ts";
import { deleteIdentitiesOf } from "./provider/identity-store.ts";
import { setPassword } from "./set-password.ts";
import { lockAccount, updateAccount } from "./store.ts";
import { redeemToken } from "./token-store.ts";
import { openLock } from "./tries.ts";

const purposes = ["reset-password"] as const;

/**
 * Sets a new password by the link; ends all sessions and begins none. A refused password does not
 * use the link up. As the link came by mail, it also confirms the address.
 */
export async function resetPassword(deps: Deps, { body }: Call<typeof contract>) {
  const { token: secret, password } = body;
  const email = await deps
    .transact(async (tx) => {
      const now = deps.clock();
      const token = await redeemToken(tx.db, { secret, purposes, now });
      const account = token && (await lockAccount(tx.db, token.accountId));
      const isSame = token?.newEmail?.toLowerCase() === account?.email.toLowerCase();
      if (!account || !isSame) throw new Refusal("token-invalid");
      refuseGuessable("password", password, [account.name, account.email]);
      if (account.emailConfirmedAt === null) {
        await updateAccount(tx.db, account.id, { emailConfirmedAt: now });
        // Whoever made these had not shown that the address is theirs, and might be another.
        await deletePasskeysOf(tx.db, account.id);
        await deleteIdentitiesOf(tx.db, account.id);
      }
      await setPassword(deps, tx, { account, password });
      return account.email;
    })
    .catch((error: unknown) => {
      throw sqlState(error) === "23505" ? new Refusal("e-mail-taken") : error;
    });
  await openLock(deps, email);
}
