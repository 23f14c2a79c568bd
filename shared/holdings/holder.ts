/** An address of a wallet: 20 bytes in hexadecimal. */
export const walletAddress = /^0x[0-9a-fA-F]{40}$/;

export type Holder =
  | { readonly kind: "address"; readonly address: string }
  | { readonly kind: "name"; readonly name: string };

export type HolderFault = "holder-missing" | "holder-address" | "holder-checksum" | "holder-name";

export interface HolderRules {
  /** The name as people are called here; undefined where it is none. */
  readName(text: string): string | undefined;
  /** The address with the capital letters that EIP-55 gives it. */
  checksummed(address: string): string;
}

const hasBothCases = (hex: string) => /[a-f]/.test(hex) && /[A-F]/.test(hex);

/** Who holds: an address in small letters, or a name. Mixed letters of an address are its checksum (EIP-55). */
export function readHolder(text: string, rules: HolderRules): Holder | HolderFault {
  if (text === "") return "holder-missing";
  if (!/^0x/i.test(text)) {
    const name = rules.readName(text);
    return name === undefined ? "holder-name" : { kind: "name", name };
  }
  if (!walletAddress.test(text)) return "holder-address";
  const isWrong = hasBothCases(text.slice(2)) && rules.checksummed(text) !== text;
  return isWrong ? "holder-checksum" : { kind: "address", address: text.toLowerCase() };
}
