/**
 * The median by nearest rank: the smallest value that at least half of all values do not exceed, so always one of
 * them. As `percentile_disc(0.5)` of SQL:2003. Null of nothing.
 */
export function medianOf(values: readonly number[]): number | null {
  const inOrder = values.toSorted((a, b) => a - b);
  return inOrder[Math.ceil(inOrder.length / 2) - 1] ?? null;
}
