const pairs = (size: number): number => (size * (size - 1)) / 2;

/**
 * How far two ways to sort the same things into groups agree: 1 where they are the same, about 0 where chance would do as
 * well (the adjusted Rand index: Hubert and Arabie, Journal of Classification 2, 1985).
 */
export function adjustedRandIndex(one: readonly unknown[], other: readonly unknown[]): number {
  if (one.length !== other.length) throw new RangeError("both sort the same things");
  const both = new Map<unknown, Map<unknown, number>>();
  const [rows, columns] = [new Map<unknown, number>(), new Map<unknown, number>()];
  const add = (sizes: Map<unknown, number>, group: unknown) =>
    sizes.set(group, (sizes.get(group) ?? 0) + 1);
  for (const [at, group] of one.entries()) {
    const cells = both.get(group) ?? new Map<unknown, number>();
    both.set(group, cells);
    add(cells, other[at]);
    add(rows, group);
    add(columns, other[at]);
  }
  const sum = (sizes: Iterable<number>) => [...sizes].reduce((all, size) => all + pairs(size), 0);
  const together = sum([...both.values()].flatMap((cells) => [...cells.values()]));
  const [inOne, inOther] = [sum(rows.values()), sum(columns.values())];
  const most = (inOne + inOther) / 2;
  const expected = one.length < 2 ? 0 : (inOne * inOther) / pairs(one.length);
  return most === expected ? 1 : (together - expected) / (most - expected);
}
