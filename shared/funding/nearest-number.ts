/** How many bits a number above zero needs, or up to three more. */
const bits = (value: bigint): number => value.toString(16).length * 4;

/** The quotient of two whole numbers, none below zero, as a double: off by less than 2^-52 of it. */
export function nearestNumber(num: bigint, den: bigint): number {
  if (num === 0n) return 0;
  const shift = 64 - (bits(num) - bits(den));
  const quotient = shift >= 0 ? (num << BigInt(shift)) / den : num / (den << BigInt(-shift));
  return Number(quotient) * 2 ** -shift;
}
