import { add, divide, fraction, type Fraction } from "../fraction.ts";
import type { GregoryRule } from "./gregory.ts";
import { decimals, fractions } from "./numbers.ts";

const scottishUnit = 10n ** 5n;

/**
 * The Scottish Local Government Elections Order 2007 (SSI 2007/42), rules 45 to 52: Droop's quota in
 * whole votes, values cut to five decimals, ties by the most recent stage at which they were none.
 */
export const scottish: GregoryRule<bigint> = {
  numbers: decimals(5, "once"),
  quota: (votes, seats) => (votes / scottishUnit / (seats + 1n) + 1n) * scottishUnit,
  isQuotaEnough: true,
  looksBack: true,
};

/** The Proportional Representation Foundation's WIGM reference rule: four decimals, each step cut off. */
export const wigmReference: GregoryRule<bigint> = {
  numbers: decimals(4, "each-step"),
  quota: (votes, seats) => votes / (seats + 1n) + 1n,
  isQuotaEnough: true,
  looksBack: false,
};

/** The same method without rounding: more than votes / (seats + 1) elects. */
export const wigmExact: GregoryRule<Fraction> = {
  numbers: fractions,
  quota: (votes, seats) => divide(votes, fraction(seats + 1n)),
  isQuotaEnough: false,
  looksBack: false,
};

export const quotas = {
  /** the smallest whole number of votes that no more than `seats` can have */
  droop: (votes: Fraction, seats: bigint) => fraction(votes.num / (votes.den * (seats + 1n)) + 1n),
  "hagenbach-bischoff": (votes: Fraction, seats: bigint) => divide(votes, fraction(seats + 1n)),
  hare: (votes: Fraction, seats: bigint) => divide(votes, fraction(seats)),
  imperiali: (votes: Fraction, seats: bigint) => divide(votes, fraction(seats + 2n)),
  /** Hagenbach-Bischoff's and one more vote */
  "droop-fraction": (votes: Fraction, seats: bigint) =>
    add(divide(votes, fraction(seats + 1n)), fraction(1n)),
} as const;
export type Quota = keyof typeof quotas;

/** Exact fractions with a quota of one's choice; reaching it elects. */
export function wigmFraction(quota: Quota): GregoryRule<Fraction> {
  return { numbers: fractions, quota: quotas[quota], isQuotaEnough: true, looksBack: true };
}
