import { z } from "zod";
import { hashText } from "#shared/counting/lot-order.ts";
import { canonicalJson } from "#shared/merkle/canonical-json.ts";
import { Beacon } from "./beacon.ts";
import type { CaseLevel } from "./pool.ts";

/** Who throws something into the draw; `server` always does, so that no one else settles it alone. */
export const parties = ["claimant", "respondent", "moderator", "server"] as const;
export const Party = z.enum(parties);
export type Party = z.infer<typeof Party>;

const Hash = z.string().regex(/^[0-9a-f]{64}$/);

/** What somebody committed to before the pool was fixed, and told after. */
export const Nonce = z.object({
  party: Party,
  commitment: Hash,
  /** null until it is told, and where it never was */
  nonce: z.string().min(16).max(128).nullable(),
});
export type Nonce = z.infer<typeof Nonce>;

/** What makes the draw unforeseeable: a round of a public beacon named before, or nonces committed before. */
export const Randomness = z.discriminatedUnion("kind", [
  z.object({
    kind: z.literal("beacon"),
    beacon: Beacon,
    round: z.int().min(1),
    /** null until the round has come */
    signature: z
      .string()
      .regex(/^[0-9a-f]{96}$/)
      .nullable(),
  }),
  z.object({ kind: z.literal("nonces"), nonces: z.array(Nonce).min(1).max(parties.length) }),
]);
export type Randomness = z.infer<typeof Randomness>;

/** The text that the seed is made with; null while it is not known. */
export function randomnessText(randomness: Randomness): string | null {
  if (randomness.kind === "beacon") {
    // The randomness of a round of drand is the hash of its signature.
    return randomness.signature;
  }
  const told = randomness.nonces
    .flatMap(({ party, nonce }) => (nonce === null ? [] : [[party, nonce] as const]))
    .toSorted(([a], [b]) => (a < b ? -1 : 1));
  return told.length === 0 ? null : canonicalJson(told);
}

/** The seed of a draw: SHA-256 over the pool's hash, the case and the randomness that was fixed later. */
export const seedOf = (
  poolHash: string,
  { disputeId, level }: CaseLevel,
  randomness: string,
): string => hashText([poolHash, disputeId, level, randomness].join("/"));

/** What readers of a draw are told. */
export const drawWarnings = ["operator-could-influence", "nonce-withheld"] as const;
export const DrawWarning = z.enum(drawWarnings).meta({ id: "DrawWarning" });
export type DrawWarning = z.infer<typeof DrawWarning>;

/**
 * Without a beacon, and where nobody but the server threw something in, its operator could have tried draws until one
 * suited. Whoever committed to a nonce and keeps it back had the choice between two draws.
 */
export function warningsOf(randomness: Randomness): DrawWarning[] {
  if (randomness.kind === "beacon") return [];
  const others = randomness.nonces.filter(({ party }) => party !== "server");
  const isAlone = others.every(({ nonce }) => nonce === null);
  const isWithheld = others.some(({ nonce }) => nonce === null);
  return [
    ...(isAlone ? (["operator-could-influence"] as const) : []),
    ...(isWithheld ? (["nonce-withheld"] as const) : []),
  ];
}
