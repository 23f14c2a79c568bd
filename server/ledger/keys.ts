import { ledgerOrigin } from "#shared/ledger/entry.ts";
import { isSameBytes } from "#shared/merkle/bytes.ts";
import { type NoteKey, readVerifierKey } from "#shared/merkle/note.ts";
import type { Env } from "../env.ts";
import type { Signer } from "../platform/signer.ts";
import { keyChanges } from "./check-store.ts";
import type { Sql } from "./store.ts";

export interface Keys {
  readonly env: Pick<Env, "PUBLIC_URL">;
  readonly signer: Signer;
  /** Who signed before the key was changed, while that is known. */
  readonly formerSigner?: Signer | undefined;
}

/** Under which key a community's ledger is signed now. */
export function ledgerKey({ env, signer }: Keys, communityId: string): NoteKey {
  const host = env.PUBLIC_URL ? new URL(env.PUBLIC_URL).host : "localhost";
  return { name: ledgerOrigin(host, communityId), publicKey: signer.publicKey };
}

/** Whoever can sign for a public key: after a change of address alone, that is the same as before. */
export const signerOf = ({ signer, formerSigner }: Keys, publicKey: Uint8Array) =>
  [signer, formerSigner].find((one) => one && isSameBytes(one.publicKey, publicKey));

interface Signed {
  readonly communityId: string;
  /** Who signed the newest checkpoint. */
  readonly signedBy: string;
}

/** Whether this server's key was put aside for the one that signs now: a key that may have leaked does not come back. */
export async function isRetired(
  { signer }: Keys,
  on: Sql,
  { communityId, signedBy }: Signed,
): Promise<boolean> {
  const isOwn = (key: string) => {
    const publicKey = readVerifierKey(key)?.publicKey;
    return publicKey !== undefined && isSameBytes(publicKey, signer.publicKey);
  };
  if (isOwn(signedBy)) return false;
  return (await keyChanges(on, communityId)).some(({ from, to }) => isOwn(from) && !isOwn(to));
}
