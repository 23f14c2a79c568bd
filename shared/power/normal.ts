/**
 * The normal distribution by + - x / and square roots alone: engines may differ in the last digit of
 * `Math.exp`, and a report that is computed anew elsewhere must be the same report.
 */

const rootOfTwoPi = 2.5066282746310002;

/** e to the power of -y, for y from 0 to 100. */
function expOfMinus(y: number): number {
  // By the Taylor series at a 256th of the way, then squared eight times.
  const step = -y / 256;
  let term = 1;
  let sum = 1;
  for (let k = 1; k <= 14; k += 1) {
    term = (term * step) / k;
    sum += term;
  }
  for (let k = 0; k < 8; k += 1) sum *= sum;
  return sum;
}

/** The density of the standard normal distribution. */
export function normalDensity(z: number): number {
  return z > 12 || z < -12 ? 0 : expOfMinus((z * z) / 2) / rootOfTwoPi;
}

/** The standard normal distribution function, by Marsaglia's series (Journal of Statistical Software 11(4), 2004). */
export function normalBelow(z: number): number {
  if (z > 8) return 1;
  if (z < -8) return 0;
  let term = z;
  let sum = z;
  let before = 0;
  for (let k = 3; sum !== before; k += 2) {
    before = sum;
    term = (term * z * z) / k;
    sum += term;
  }
  return 0.5 + sum * normalDensity(z);
}
