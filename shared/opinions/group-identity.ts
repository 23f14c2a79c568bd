/**
 * Numbers for groups that stay what they were: of all ways to give the old numbers to the new groups, the one in which
 * most people keep theirs; a group that is new takes the first number that is free.
 * @param before the number of each person's group in the run of before, -1 for none
 * @param now the place of each person's group in this run, -1 for none
 * @returns a number for each place
 */
export function matchedNumbers(
  before: ArrayLike<number>,
  now: ArrayLike<number>,
  groups: number,
): number[] {
  const olds = 1 + largest(before);
  const shared = Array.from({ length: groups }, () => new Float64Array(olds));
  for (let person = 0; person < Math.min(before.length, now.length); person += 1) {
    const [old = -1, place = -1] = [before[person], now[person]];
    const row = place < 0 ? undefined : shared[place];
    if (row && old >= 0) row[old] = (row[old] ?? 0) + 1;
  }
  const { numbers } = bestFrom(shared, 0, new Set());
  const taken = new Set(numbers);
  let free = 0;
  return numbers.map((number) => {
    if (number >= 0) return number;
    while (taken.has(free)) free += 1;
    taken.add(free);
    return free;
  });
}

function largest(numbers: ArrayLike<number>): number {
  let most = -1;
  for (let at = 0; at < numbers.length; at += 1) most = Math.max(most, numbers[at] ?? -1);
  return most;
}

/** Tries all ways; there are at most a handful of groups. */
function bestFrom(
  shared: readonly Float64Array[],
  place: number,
  taken: ReadonlySet<number>,
): { readonly kept: number; readonly numbers: number[] } {
  const row = shared[place];
  if (!row) return { kept: 0, numbers: [] };
  const rest = bestFrom(shared, place + 1, taken);
  let best = { kept: rest.kept, numbers: [-1, ...rest.numbers] };
  for (const [old, people] of row.entries()) {
    if (people === 0 || taken.has(old)) continue;
    const others = bestFrom(shared, place + 1, new Set([...taken, old]));
    if (people + others.kept <= best.kept) continue;
    best = { kept: people + others.kept, numbers: [old, ...others.numbers] };
  }
  return best;
}
