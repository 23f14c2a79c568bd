/** An exact fraction in lowest terms, its denominator above zero. */
export interface Fraction {
  readonly num: bigint;
  readonly den: bigint;
}

export function greatestCommonDivisor(one: bigint, other: bigint): bigint {
  let [a, b] = [one < 0n ? -one : one, other < 0n ? -other : other];
  while (b > 0n) [a, b] = [b, a % b];
  return a;
}

/** `num / den`; a denominator of zero is misuse. */
export function fraction(num: bigint, den = 1n): Fraction {
  if (den === 0n) throw new RangeError("a fraction of nothing");
  const divisor = greatestCommonDivisor(num, den) * (den < 0n ? -1n : 1n);
  return { num: num / divisor, den: den / divisor };
}

export const zero = fraction(0n);

export function add(one: Fraction, other: Fraction): Fraction {
  return fraction(one.num * other.den + other.num * one.den, one.den * other.den);
}

export function subtract(one: Fraction, other: Fraction): Fraction {
  return fraction(one.num * other.den - other.num * one.den, one.den * other.den);
}

export function multiply(one: Fraction, other: Fraction): Fraction {
  return fraction(one.num * other.num, one.den * other.den);
}

export function divide(one: Fraction, other: Fraction): Fraction {
  return fraction(one.num * other.den, one.den * other.num);
}

/** Below zero where the first is less, above zero where it is more. */
export function compare(one: Fraction, other: Fraction): number {
  const difference = one.num * other.den - other.num * one.den;
  return difference < 0n ? -1 : Number(difference > 0n);
}

export function sum(all: Iterable<Fraction>): Fraction {
  let total = zero;
  for (const one of all) total = add(total, one);
  return total;
}

/** The fractions as whole numbers of 1/`denominator`, the smallest that they have in common. */
export function onOneDenominator(all: readonly Fraction[]): {
  readonly denominator: bigint;
  readonly amounts: readonly bigint[];
} {
  const denominator = all.reduce(
    (common, { den }) => (common / greatestCommonDivisor(common, den)) * den,
    1n,
  );
  return { denominator, amounts: all.map(({ num, den }) => num * (denominator / den)) };
}

/** The largest whole number whose square is not above this one (Newton's iteration). */
export function wholeRoot(square: bigint): bigint {
  if (square < 0n) throw new RangeError("a root of less than nothing");
  if (square < 2n) return square;
  let root = 1n << BigInt((square.toString(2).length + 1) >> 1);
  for (;;) {
    const next = (root + square / root) >> 1n;
    if (next >= root) return root;
    root = next;
  }
}
