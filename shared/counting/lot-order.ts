import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex, utf8ToBytes } from "@noble/hashes/utils.js";

/** The SHA-256 of a text in UTF-8, in hexadecimal. */
export const hashText = (text: string): string => bytesToHex(sha256(utf8ToBytes(text)));

/**
 * The options in an order drawn by lot that anybody can draw again: by the SHA-256 of the seed, a slash and the
 * option. Whoever published the seed's own hash before the vote cannot choose another seed after it.
 */
export function lotOrder(seed: string, options: readonly string[]): string[] {
  const drawn = options.map((option) => ({ option, by: hashText(`${seed}/${option}`) }));
  return drawn.toSorted((a, b) => (a.by < b.by ? -1 : 1)).map(({ option }) => option);
}
