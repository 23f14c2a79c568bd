const steps = 40;

/** 2 artanh(x), by its series; x small */
function twiceArtanh(x: number): number {
  const square = x * x;
  let sum = 0;
  for (let step = steps; step >= 0; step -= 1) sum = sum * square + 1 / (2 * step + 1);
  return 2 * x * sum;
}

const ln2 = twiceArtanh(1 / 3);

/**
 * The natural logarithm by + - x / alone, so that every machine finds the same: engines may round their
 * own differently. The number is brought near 1 by halving or doubling (Abramowitz and Stegun, 4.1.27).
 */
export function naturalLogarithm(value: number): number {
  if (!(value > 0) || !Number.isFinite(value)) throw new RangeError("no logarithm of this number");
  let near = value;
  let doublings = 0;
  for (; near > 1.5; near /= 2) doublings += 1;
  for (; near < 0.75; near *= 2) doublings -= 1;
  return doublings * ln2 + twiceArtanh((near - 1) / (near + 1));
}

export const binaryLogarithm = (value: number) => naturalLogarithm(value) / ln2;
