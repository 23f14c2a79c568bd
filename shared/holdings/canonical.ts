/*
 * The canonical form of a snapshot of balances, over which its hash is made (SHA-256, in hexadecimal):
 *
 *   folkmoot-holdings 1
 *   decimals <d>
 *   address <0x and 40 small hexadecimal digits> <amount in the smallest unit>
 *   name <digest> <amount in the smallest unit>
 *
 * one line for each holder, these sorted by their characters, joined by single line feeds, none at the end. A name
 * stands there as SHA-256 over `<salt>:<name>` in UTF-8: so a name can be forgotten, with its salt, and the hash can
 * still be checked.
 */

/** A holder as the canonical form has it. */
export type CanonicalHolder =
  | { readonly kind: "address"; readonly address: string }
  | { readonly kind: "name"; readonly digest: string };

/** What the digest of a name is made over. */
export const saltedName = (salt: string, name: string): string => `${salt}:${name}`;

export function canonicalForm(
  decimals: number,
  balances: readonly (CanonicalHolder & { readonly amount: bigint })[],
): string {
  const lines = balances.map((one) =>
    one.kind === "address"
      ? `address ${one.address} ${one.amount}`
      : `name ${one.digest} ${one.amount}`,
  );
  // Plain comparison of strings: all of them are ASCII.
  return ["folkmoot-holdings 1", `decimals ${decimals}`, ...lines.toSorted()].join("\n");
}
