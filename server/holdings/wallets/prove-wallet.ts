import type {
  beginWallet as beginContract,
  proveWallet as proveContract,
  Wallet,
} from "#shared/contract/wallets.ts";
import { heldAccount, placeOf } from "../../accounts/public.ts";
import type { Deps } from "../../deps.ts";
import type { Call } from "../../platform/mount.ts";
import { because, Refusal } from "../../platform/problem.ts";
import { hashSecret } from "../../platform/sessions.ts";
import { walletView } from "./own-wallets.ts";
import { recoveredAddress, readMessage, writeMessage } from "./signed-message.ts";
import {
  countWallets,
  saveWallet,
  saveWalletChallenge,
  spendWalletChallenge,
  walletsOf,
} from "./wallet-store.ts";

const lastsMs = 10 * 60_000;
const mostWallets = 20;

/** A message that proves, once it is signed, that its signer owns the address and meant this account to know. */
export async function beginWallet(
  deps: Deps,
  { actor, body, request }: Call<typeof beginContract>,
) {
  const nonce = deps.random.token().replaceAll(/[^a-zA-Z0-9]/g, "");
  const issuedAt = deps.clock();
  const expiresAt = new Date(issuedAt.getTime() + lastsMs);
  const { origin } = placeOf(deps, request);
  const { address } = body;
  const message = await writeMessage({ origin, address, nonce, issuedAt, expiresAt });
  const { accountId } = actor;
  await saveWalletChallenge(deps.db, { nonce, accountId, message, expiresAt });
  return { message, expiresAt: expiresAt.toISOString() };
}

/** Keeps an address as that of whoever has signed the message with its key. It is one account's at a time. */
export async function proveWallet(deps: Deps, call: Call<typeof proveContract>): Promise<Wallet> {
  const address = await provenAddress(deps, call);
  const { accountId } = call.actor;
  return deps.transact(async (tx) => {
    await heldAccount(tx, accountId);
    const known = (await walletsOf(tx.db, accountId)).find((one) => one.address === address);
    if (known) return walletView(known);
    if ((await countWallets(tx.db, accountId)) >= mostWallets) {
      throw new Refusal("wallet-refused", because("too-many-wallets", { most: mostWallets }));
    }
    const row = { id: deps.random.id(), accountId, address, provenAt: deps.clock() };
    const saved = await saveWallet(tx.db, row);
    if (!saved) throw new Refusal("wallet-taken");
    return walletView(saved);
  });
}

/** The address whose key has signed the message that this account was given, in time and only once. */
async function provenAddress(
  deps: Deps,
  { actor, body, request }: Call<typeof proveContract>,
): Promise<string> {
  const { message, signature } = body;
  const { accountId } = actor;
  const now = deps.clock();
  const { origin } = placeOf(deps, request);
  const said = await readMessage(message, { origin, now });
  if (said === "other-site") throw new Refusal("wallet-refused", because("wallet-other-site"));
  if (said === "too-late") throw new Refusal("too-late");
  if (said === "malformed") throw new Refusal("wallet-refused", because("wallet-changed"));
  const messageHash = await spendWalletChallenge(deps.db, { nonce: said.nonce, accountId, now });
  if (messageHash === undefined) throw new Refusal("too-late");
  if (messageHash !== hashSecret(message)) {
    throw new Refusal("wallet-refused", because("wallet-changed"));
  }
  const signer = await recoveredAddress(message, signature);
  if (signer !== said.address.toLowerCase()) {
    throw new Refusal("wallet-refused", because("wallet-other-key"));
  }
  return signer;
}
