/** Things in the order of these ids; the others after them, as they were. */
export function inOrder<T>(
  list: T[],
  ids: readonly string[] | undefined,
  idOf: (one: T) => string,
): T[] {
  if (!ids || ids.length === 0) return list;
  const places = new Map(ids.map((id, place) => [id, place]));
  const placeOf = (one: T) => places.get(idOf(one)) ?? ids.length;
  return list.toSorted((a, b) => placeOf(a) - placeOf(b));
}
