import {
  add,
  divide,
  fraction,
  multiply,
  sum,
  type Fraction,
  wholeRoot,
  zero,
} from "./fraction.ts";
import { cell, type Matrix } from "./defeats.ts";
import { pairwiseRecord } from "./copeland.ts";

/** Parts of one voter's power, by place in the list of options; only their proportions matter. */
export interface Shared {
  readonly parts: readonly bigint[];
  readonly power: Fraction;
  /** how many voters did the same, each with that power */
  readonly voters: bigint;
}

const powerOf = ({ power, voters }: Shared) => multiply(power, fraction(voters));

const totalOf = (parts: readonly bigint[]) => parts.reduce((all, part) => all + part, 0n);

/** Each option gets its share of each voter's power ("weighted voting" of Snapshot). */
export function splitPower(options: number, votes: readonly Shared[]): Fraction[] {
  const scores: Fraction[] = Array.from({ length: options }, () => zero);
  for (const vote of votes) {
    const { parts } = vote;
    const total = totalOf(parts);
    parts.forEach((part, place) => {
      if (part === 0n) return;
      const share = multiply(powerOf(vote), fraction(part, total));
      scores[place] = add(scores[place] ?? zero, share);
    });
  }
  return scores;
}

const rootDigits = 30n;

/** The square root, cut off after thirty decimals. */
function rootOf({ num, den }: Fraction): Fraction {
  const unit = 10n ** rootDigits;
  return fraction(wholeRoot((num * unit * unit) / den), unit);
}

/** Scores scaled so that together they are as much as the power of all who voted. */
function scaleTo(power: Fraction, scores: readonly Fraction[]): Fraction[] {
  const total = sum(scores);
  if (total.num === 0n) return scores.map(() => zero);
  return scores.map((score) => multiply(power, divide(score, total)));
}

/**
 * The square of the sum of the square roots of what each voter's share comes to, scaled to the power of
 * all (Snapshot's "quadratic voting", the formula of quadratic funding: Buterin, Hitzig and Weyl, 2018).
 * It rewards whoever splits one holding into many accounts, so no decision of ours offers it.
 */
export function quadraticShares(options: number, votes: readonly Shared[]): Fraction[] {
  const roots: Fraction[] = Array.from({ length: options }, () => zero);
  for (const { parts, power, voters } of votes) {
    const total = totalOf(parts);
    parts.forEach((part, place) => {
      if (part === 0n) return;
      const root = multiply(rootOf(multiply(power, fraction(part, total))), fraction(voters));
      roots[place] = add(roots[place] ?? zero, root);
    });
  }
  return scaleTo(
    sum(votes.map(powerOf)),
    roots.map((root) => multiply(root, root)),
  );
}

/**
 * Copeland as Snapshot shows it: a win is worth 2 and a tie 1, with half the average support added, all
 * scaled to the power of all.
 */
export function copelandShares(preferred: Matrix, power: Fraction): Fraction[] {
  const options = preferred.length;
  const all = multiply(power, fraction(BigInt(options - 1)));
  const scores = pairwiseRecord(preferred).map(({ wins, ties }, one) => {
    const above = preferred.reduce(
      (votes, _, other) => votes + (other === one ? 0n : cell(preferred, one, other)),
      0n,
    );
    const support = all.num === 0n ? zero : divide(fraction(above, 2n), all);
    return add(fraction(BigInt(2 * wins + ties)), support);
  });
  return scaleTo(power, scores);
}
