/** One part of a commitment: how much of it is done, in whole per cent, and how much it counts beside the others. */
export interface Part {
  readonly progress: number;
  /** A whole number from 1 on; only the relation between weights matters, so 0.4 and 0.6 are written 4 and 6. */
  readonly weight: number;
}

/**
 * How much of the whole is done, in whole per cent: Σ progress · weight / Σ weight, rounded down, so that 100 says
 * that every part is done. Null of no parts. Exact as long as the weights add up to less than 2^46.
 *
 * As Decidim's accountability module rolls results up, but divided by the sum of the weights: there, weights of 2 and 3
 * make 400 per cent of 50 and 100.
 */
export function rollUp(parts: readonly Part[]): number | null {
  let done = 0;
  let all = 0;
  for (const { progress, weight } of parts) {
    if (!Number.isInteger(progress) || progress < 0 || progress > 100) {
      throw new RangeError("progress is in whole per cent");
    }
    if (!Number.isSafeInteger(weight) || weight < 1) {
      throw new RangeError("weights are whole and above nothing");
    }
    done += progress * weight;
    all += weight;
  }
  return all === 0 ? null : Math.floor(done / all);
}
