/**
 * JSON in the one form that everybody who hashes or signs it writes alike (RFC 8785, JSON Canonicalization Scheme):
 * keys in the order of their UTF-16 units, no space, numbers and texts as ECMAScript writes them. What JSON leaves
 * out of objects (`undefined`) is left out here too.
 * @throws RangeError for what JSON has no word for
 */
export function canonicalJson(value: unknown): string {
  if (value === null || typeof value === "boolean") return String(value);
  if (typeof value === "number" && Number.isFinite(value)) return JSON.stringify(value);
  if (typeof value === "string") return textOf(value);
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(",")}]`;
  if (typeof value !== "object") throw new RangeError(`JSON has no word for this ${typeof value}`);
  const members = Object.entries(value)
    .filter(([, member]) => member !== undefined)
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, member]) => `${textOf(key)}:${canonicalJson(member)}`);
  return `{${members.join(",")}}`;
}

function textOf(text: string): string {
  // Half a character has no UTF-8, so nobody else could write the same bytes.
  if (/\p{Surrogate}/u.test(text)) throw new RangeError("JSON has no word for half a character");
  return JSON.stringify(text);
}
