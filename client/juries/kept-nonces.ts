import type { Party } from "#shared/lottery/randomness.ts";
import { keptHere } from "../lib/kept-here.ts";

/** What this browser threw into a draw, and must tell once the pool is fixed. */
export interface KeptNonce {
  readonly disputeId: string;
  readonly level: number;
  readonly party: Party;
  readonly nonce: string;
}

const isNonce = (value: unknown): value is KeptNonce =>
  typeof value === "object" && value !== null && "disputeId" in value && "nonce" in value;

const nonces = keptHere<readonly KeptNonce[]>("jury-nonces", (stored) =>
  Array.isArray(stored) ? stored.filter(isNonce) : [],
);

const most = 30;

type At = Pick<KeptNonce, "disputeId" | "level" | "party">;

const isAt = (one: At, { disputeId, level, party }: At) =>
  one.disputeId === disputeId && one.level === level && one.party === party;

export function keepNonce(nonce: KeptNonce): void {
  const others = nonces.read().filter((one) => !isAt(one, nonce));
  nonces.write([...others, nonce].slice(-most));
}

export function useKeptNonce(at: At): string | undefined {
  return nonces.use().find((one) => isAt(one, at))?.nonce;
}
