import canonicalize from "canonicalize";

/**
 * JSON in the one form that everybody who hashes or signs it writes alike (RFC 8785, JSON Canonicalization Scheme):
 * keys in the order of their UTF-16 units, no space, numbers and texts as ECMAScript writes them. What JSON leaves
 * out of objects (`undefined`) is left out here too.
 * @throws RangeError for what JSON has no word for, such as half a character: nobody else could write the same bytes
 */
export function canonicalJson(value: unknown): string {
  const text = written(value);
  if (text === undefined) throw new RangeError(`JSON has no word for this ${typeof value}`);
  return text;
}

function written(value: unknown): string | undefined {
  try {
    return canonicalize(value);
  } catch (cause) {
    throw new RangeError("JSON has no word for all of this", { cause });
  }
}
