/**
 * The two tests by which Polis tells what is typical (polismath/math/stats): normal approximations, with one success
 * more in one trial more, so that small numbers promise little.
 */

/** One-sided, so many standard deviations above: 90 % sure. */
export const sure90 = 1.2816;

/**
 * How far a proportion is above one half. Polis finds 1 where there are no trials; that tells nothing, and so is 0
 * here unless silence shall not be neutral.
 */
export function oneProportion(
  { successes, trials }: Proportion,
  silenceIsNeutral: boolean,
): number {
  if (trials === 0 && silenceIsNeutral) return 0;
  return 2 * Math.sqrt(trials + 1) * ((successes + 1) / (trials + 1) - 0.5);
}

export interface Proportion {
  readonly successes: number;
  readonly trials: number;
}

/** How far the first proportion is above the second; 0 where all are successes. */
export function twoProportions(first: Proportion, second: Proportion): number {
  const [s1, s2] = [first.successes + 1, second.successes + 1];
  const [n1, n2] = [first.trials + 1, second.trials + 1];
  const pooled = (s1 + s2) / (n1 + n2);
  if (pooled === 1) return 0;
  return (s1 / n1 - s2 / n2) / Math.sqrt(pooled * (1 - pooled) * (1 / n1 + 1 / n2));
}

/** A share that leans to one half where there is little (Laplace's rule of succession). */
export const leaning = ({ successes, trials }: Proportion): number =>
  (successes + 1) / (trials + 2);
