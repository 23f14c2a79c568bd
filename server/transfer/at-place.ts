/** What stands at a place of a list that a file points to; that it does was checked before. */
export function atPlace<T>(list: readonly T[], place: number): T {
  const one = list[place];
  if (one === undefined) throw new RangeError(`nothing has place ${place}`);
  return one;
}
