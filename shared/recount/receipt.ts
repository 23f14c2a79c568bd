import { z } from "zod";
import { fromBase64, hashJson, toBase64, utf8ToBytes } from "../merkle/bytes.ts";
import { isSignedBy } from "../merkle/note.ts";

/**
 * What a voter keeps. With the nonce the hash can be compared with the published ballot, so whoever holds a
 * receipt can show how its owner voted.
 */
export const Receipt = z
  .strictObject({
    format: z.literal("folkmoot-receipt"),
    version: z.literal(1),
    communityId: z.uuid(),
    decisionId: z.uuid(),
    ballotId: z.string().min(1).max(64),
    /** counts one's ballots in this decision: the last one counts */
    revision: z.int().min(1),
    /** SHA-256 of the canonical JSON of `{ ballot, nonce }`, in base64 */
    hash: z.string().max(44),
    nonce: z.string().max(64),
    /** of whom the signature is (Ed25519), in base64 */
    publicKey: z.string().max(44),
    signature: z.string().max(88),
  })
  .meta({ id: "Receipt" });
export type Receipt = z.infer<typeof Receipt>;

export const ballotHash = (ballot: unknown, nonce: string | null): string =>
  toBase64(hashJson({ ballot, nonce }));

type Signed = Omit<Receipt, "nonce" | "publicKey" | "signature">;

/** What of a receipt is signed: the canonical JSON of all but the nonce, the key and the signature. */
export function signedPartOf(receipt: Signed): Uint8Array {
  const { format, version, communityId, decisionId, ballotId, revision, hash } = receipt;
  // In the order of canonical JSON, which nobody need sort then: there is one for each ballot.
  const signed = { ballotId, communityId, decisionId, format, hash, revision, version };
  return utf8ToBytes(JSON.stringify(signed satisfies Signed));
}

/** Whether this key signed the receipt as it is. */
export function isReceiptOf(publicKey: Uint8Array, receipt: Receipt): boolean {
  const signature = fromBase64(receipt.signature);
  return signature !== undefined && isSignedBy(publicKey, signedPartOf(receipt), signature);
}
