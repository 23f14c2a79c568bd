import type { readSafeguards as contract } from "#shared/contract/two-steps.ts";
import type { Deps } from "../deps.ts";
import type { Call } from "../platform/mount.ts";
import { findApp } from "./code-app-store.ts";
import { passkeyView } from "./passkeys/ceremony.ts";
import { passkeysOf } from "./passkeys/passkey-store.ts";
import { hasPassword } from "./password.ts";
import { identitiesOf } from "./provider/identity-store.ts";
import { viewIdentity } from "./provider/link.ts";
import { findAccount } from "./store.ts";
import { countRecoveryCodes } from "./recovery-store.ts";

/** How one's account is guarded beyond its password. */
export async function readSafeguards({ db }: Deps, { actor }: Call<typeof contract>) {
  const { accountId } = actor;
  const account = await findAccount(db, accountId);
  const app = await findApp(db, accountId);
  return {
    codesSince: app?.confirmedAt?.toISOString() ?? null,
    identities: (await identitiesOf(db, accountId)).map(viewIdentity),
    hasPassword: account !== undefined && hasPassword(account.passwordHash),
    passkeys: (await passkeysOf(db, accountId)).map(passkeyView),
    recoveryCodesLeft: await countRecoveryCodes(db, accountId),
  };
}
