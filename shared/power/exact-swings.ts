/** Voters of one weight. */
export interface WeightClass {
  readonly weight: number;
  readonly count: number;
}

export interface Game {
  readonly classes: readonly WeightClass[];
  /** A coalition wins with this weight, or more. */
  readonly quota: number;
  readonly total: number;
}

/**
 * How likely one voter of each class decides, where each of the others joins a coalition by itself with
 * a chance of `t`: without the voter it falls short, with the voter it wins. By the distribution of all
 * weights together, from which one voter is taken out again.
 */
export function exactSwings({ classes, quota, total }: Game, t: number): number[] {
  // Taking a voter out is stable up to one half; beyond it the dual game says the same (losing
  // coalitions there are complements of winning ones here).
  if (t > 0.5) return swingsBelowHalf(classes, total - quota + 1, 1 - t);
  return swingsBelowHalf(classes, quota, t);
}

function swingsBelowHalf(classes: readonly WeightClass[], quota: number, t: number): number[] {
  const all = weightDistribution(classes, quota, t);
  const without = new Float64Array(quota);
  return classes.map(({ weight }) => {
    let swing = 0;
    for (let sum = 0; sum < quota; sum += 1) {
      const rest = sum < weight ? 0 : (without[sum - weight] ?? 0);
      const chance = ((all[sum] ?? 0) - t * rest) / (1 - t);
      without[sum] = chance;
      if (sum >= quota - weight) swing += chance;
    }
    return swing;
  });
}

/** The chance of each sum of weights below the quota. */
function weightDistribution(
  classes: readonly WeightClass[],
  quota: number,
  t: number,
): Float64Array {
  const chances = new Float64Array(quota);
  chances[0] = 1;
  let reached = 0;
  for (const { weight, count } of classes) {
    for (let voter = 0; voter < count; voter += 1) {
      reached = Math.min(quota - 1, reached + weight);
      for (let sum = reached; sum >= 0; sum -= 1) {
        const joined = sum < weight ? 0 : (chances[sum - weight] ?? 0);
        chances[sum] = (1 - t) * (chances[sum] ?? 0) + t * joined;
      }
    }
  }
  return chances;
}
