import { bls12_381 } from "@noble/curves/bls12-381.js";
import { sha256 } from "@noble/hashes/sha2.js";
import { hexToBytes } from "@noble/hashes/utils.js";
import { z } from "zod";

/**
 * A public beacon of the League of Entropy (drand) whose rounds do not follow from one another, with signatures on G1
 * (scheme `bls-unchained-g1-rfc9380`): each round can be checked by itself.
 */
export const Beacon = z.object({
  /** The hash of the chain, as in its address. */
  chain: z.string().regex(/^[0-9a-f]{64}$/),
  publicKey: z.string().regex(/^[0-9a-f]{192}$/),
  /** The second of its first round, and how many seconds lie between rounds. */
  genesis: z.int().min(0),
  period: z.int().min(1),
});
export type Beacon = z.infer<typeof Beacon>;

/** The beacon that is used unless another is named. */
export const quicknet: Beacon = {
  chain: "52db9ba70e0cc0f6eaf7803dd07447a1f5477735fd3f661792ba94600c84e971",
  publicKey:
    "83cf0f2896adee7eb8b5f01fcad3912212c437e0073e911fb90022d3e760183c8c4b450b6a0a6c3ac6a5776a2d1064510d1fec758c921cc22b0e17e63aaf4bcb5ed66304de9cf809bd274ca73bab4af5a6e9c76a4bc09e76eae8991ef5ece45a",
  genesis: 1_692_803_367,
  period: 3,
};

/** The first round that comes at or after a moment, in milliseconds. */
export const roundAt = ({ genesis, period }: Beacon, at: number): number =>
  Math.max(1, Math.ceil((at / 1_000 - genesis) / period) + 1);

/** When a round comes, in milliseconds. */
export const timeOfRound = ({ genesis, period }: Beacon, round: number): number =>
  (genesis + (round - 1) * period) * 1_000;

const domain = "BLS_SIG_BLS12381G1_XMD:SHA-256_SSWU_RO_NUL_";

/** Whether a beacon signed a round so. */
export function isSignedRound(beacon: Beacon, round: number, signature: string): boolean {
  const { shortSignatures } = bls12_381;
  const number = new Uint8Array(8);
  new DataView(number.buffer).setBigUint64(0, BigInt(round));
  try {
    return shortSignatures.verify(
      hexToBytes(signature),
      shortSignatures.hash(sha256(number), domain),
      hexToBytes(beacon.publicKey),
    );
  } catch {
    return false;
  }
}
