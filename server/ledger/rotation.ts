import { readVerifierKey, verifierKeyOf } from "#shared/merkle/note.ts";
import { hasRotation, queueOwnAct } from "./begin-store.ts";
import type { LedgerState } from "./checkpoint-store.ts";
import { isRetired, type Keys, ledgerKey, signerOf } from "./keys.ts";
import type { Sql } from "./store.ts";

/**
 * Enters in a ledger that another key signs it from now on, or that it has another address: the next checkpoint is signed by
 * both. To be called in a transaction.
 */
export async function enterRotation(
  deps: Keys,
  on: Sql,
  { communityId, signedBy }: LedgerState,
): Promise<void> {
  const to = verifierKeyOf(ledgerKey(deps, communityId));
  if (signedBy === null || signedBy === to) return;
  if (await isRetired(deps, on, { communityId, signedBy })) return;
  if (await hasRotation(on, communityId, { from: signedBy, to })) return;
  const former = readVerifierKey(signedBy);
  const isVouchedFor = former !== undefined && signerOf(deps, former.publicKey) !== undefined;
  const payload = { from: signedBy, to, isVouchedFor };
  await queueOwnAct(on, communityId, { kind: "ledger.key-rotated", payload });
}
