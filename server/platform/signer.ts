import { createPrivateKey, createPublicKey, hkdfSync, sign, verify } from "node:crypto";
import type { SignatureCheck } from "#shared/merkle/note.ts";

/** Signs for this installation (Ed25519), so that others can tell what it said. */
export interface Signer {
  /** 32 bytes, for everybody. */
  readonly publicKey: Uint8Array;
  /** Takes some 35 µs: less than handing the work to a thread and back. */
  sign(bytes: Uint8Array): Uint8Array;
}

/** How PKCS #8 begins for the 32 bytes of an Ed25519 key (RFC 8410 §7). */
const pkcs8Head = Buffer.from("302e020100300506032b657004220420", "hex");
const keyLength = 32;

/** A signer whose key follows from a secret text, as a file or a setting holds it. */
export const createSigner = (secret: string): Signer =>
  signerFrom(Buffer.from(hkdfSync("sha256", secret, "", "folkmoot signing key", keyLength)));

/** A signer with these 32 bytes as its private key (RFC 8032 §5.1.5). */
export function signerFrom(seed: Uint8Array): Signer {
  const privateKey = createPrivateKey({
    key: Buffer.concat([pkcs8Head, seed]),
    format: "der",
    type: "pkcs8",
  });
  const spki = createPublicKey(privateKey).export({ format: "der", type: "spki" });
  return {
    publicKey: Uint8Array.from(spki.subarray(-keyLength)),
    sign: (bytes) => Uint8Array.from(sign(null, bytes, privateKey)),
  };
}

/** How SPKI begins for the 32 bytes of an Ed25519 key (RFC 8410 §4). */
const spkiHead = Buffer.from("302a300506032b6570032100", "hex");

/** Signatures checked by the system's library: a ledger has many, and a portable one takes up to 20 ms for each. */
export const isSigned: SignatureCheck = (publicKey, message, signature) => {
  const key = Buffer.concat([spkiHead, publicKey]);
  try {
    return verify(null, message, { key, format: "der", type: "spki" }, signature);
  } catch {
    return false;
  }
};
