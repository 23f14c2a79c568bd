/** So many voters' coalitions can be looked at one by one. */
export const mostForSubsets = 20;

interface FewVoters {
  readonly weights: readonly bigint[];
  readonly quota: bigint;
}

/** `swings[voter][size]`: coalitions of so many others that the voter turns from losing to winning, for up to 20 voters of any weight. */
export function swingsBySize({ quota, weights }: FewVoters): Float64Array[] {
  const counts = weights.map(() => new Float64Array(weights.length));
  for (const { set, sum, size } of coalitions(weights)) {
    const lacking = quota - sum;
    if (lacking <= 0n) continue;
    for (const [voter, own] of counts.entries()) {
      if (set & (1 << voter) || (weights[voter] ?? 0n) < lacking) continue;
      own[size] = (own[size] ?? 0) + 1;
    }
  }
  return counts;
}

/** Every coalition as the bits of a number, with its weight and how many are in it. */
function* coalitions(weights: readonly bigint[]) {
  const sums = [0n];
  const sizes = new Uint8Array(1 << weights.length);
  yield { set: 0, sum: 0n, size: 0 };
  for (let set = 1; set < 1 << weights.length; set += 1) {
    const last = 31 - Math.clz32(set & -set);
    const rest = set & (set - 1);
    const sum = (sums[rest] ?? 0n) + (weights[last] ?? 0n);
    const size = (sizes[rest] ?? 0) + 1;
    sums.push(sum);
    sizes[set] = size;
    yield { set, sum, size };
  }
}

/** How likely a voter decides where each of the others joins with a chance of `t`; see `exactSwings`. */
export function swingAt(bySize: Float64Array, t: number): number {
  let joining = 1;
  const chances = Array.from(bySize, () => {
    const chance = joining;
    joining *= t;
    return chance;
  });
  // From the largest coalition down, each has one more who stays away.
  let away = 1;
  let swing = 0;
  for (let size = bySize.length - 1; size >= 0; size -= 1) {
    swing += (bySize[size] ?? 0) * (chances[size] ?? 0) * away;
    away *= 1 - t;
  }
  return swing;
}
