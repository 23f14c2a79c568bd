/*
 * Messages to be signed as EIP-4361 has them, and who signed one (EIP-191). No chain is asked. What this needs is
 * loaded when somebody proves an address for the first time: few do.
 */

interface ToSign {
  /** The address of this installation, as browsers have it. */
  readonly origin: string;
  readonly address: string;
  readonly nonce: string;
  readonly issuedAt: Date;
  readonly expiresAt: Date;
}

/** The page from which a message is signed. */
const uriAt = (origin: string) => `${origin}/settings`;
const statement =
  "Prove to Folkmoot that this address is yours. This moves nothing and costs nothing.";

/** EIP-4361 in full. Chain 1 stands for any: the same key owns the address on all of them. */
export async function writeMessage(sign: ToSign): Promise<string> {
  const { getAddress } = await import("viem/utils");
  return [
    `${new URL(sign.origin).host} wants you to sign in with your Ethereum account:`,
    getAddress(sign.address),
    "",
    statement,
    "",
    `URI: ${uriAt(sign.origin)}`,
    "Version: 1",
    "Chain ID: 1",
    `Nonce: ${sign.nonce}`,
    `Issued At: ${sign.issuedAt.toISOString()}`,
    `Expiration Time: ${sign.expiresAt.toISOString()}`,
  ].join("\n");
}

interface Said {
  readonly address: string;
  readonly nonce: string;
}

/** What a message says of address and nonce, or why it is of no use here and now. */
export async function readMessage(
  message: string,
  { origin, now }: { readonly origin: string; readonly now: Date },
): Promise<Said | "malformed" | "other-site" | "too-late"> {
  const { parseSiweMessage, validateSiweMessage } = await import("viem/siwe");
  const said = parseSiweMessage(message);
  const { address, nonce, domain, uri, version, expirationTime } = said;
  if (!address || !nonce || version !== "1" || !expirationTime) return "malformed";
  if (domain !== new URL(origin).host || uri !== uriAt(origin)) return "other-site";
  if (!(now < expirationTime)) return "too-late";
  return validateSiweMessage({ message: said, time: now }) ? { address, nonce } : "malformed";
}

/** The address, in small letters, whose key made a signature; undefined where it is no signature. */
export async function recoveredAddress(
  message: string,
  signature: string,
): Promise<string | undefined> {
  const { recoverMessageAddress } = await import("viem/utils");
  try {
    const signed = { message, signature: signature as `0x${string}` };
    return (await recoverMessageAddress(signed)).toLowerCase();
  } catch {
    return undefined;
  }
}
