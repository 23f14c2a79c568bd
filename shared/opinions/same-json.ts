/**
 * Whether what was read as JSON is what was computed, typed arrays as arrays, maps as lists of pairs, and nothing as null: then
 * both are the same bytes in canonical JSON (RFC 8785), which takes longer to write.
 */
export function isSameJson(read: unknown, made: unknown): boolean {
  if (made instanceof Map) return isSameJson(read, [...made]);
  if (typeof made !== "object" || made === null) return (read ?? null) === (made ?? null);
  if (Array.isArray(made) || ArrayBuffer.isView(made)) {
    return isSameList(read, made as unknown as ArrayLike<unknown>);
  }
  return isSameObject(read, Object.entries(made));
}

function isSameList(read: unknown, made: ArrayLike<unknown>): boolean {
  if (!Array.isArray(read) || read.length !== made.length) return false;
  for (let at = 0; at < made.length; at += 1) if (!isSameJson(read[at], made[at])) return false;
  return true;
}

function isSameObject(read: unknown, made: readonly (readonly [string, unknown])[]): boolean {
  if (typeof read !== "object" || read === null || Array.isArray(read)) return false;
  const known = new Map<string, unknown>(Object.entries(read));
  return (
    known.size === made.length &&
    made.every(([key, value]) => known.has(key) && isSameJson(known.get(key), value))
  );
}
