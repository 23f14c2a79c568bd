import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from "node:crypto";

/** Keeps secrets that the database must hold for us, but may not tell. */
export interface Vault {
  /** `of` says whose secret it is, and for what: moved to another place, it opens no more. */
  seal(secret: Uint8Array, of: string): string;
  /** Undefined when it was sealed with another key, or for another place. */
  open(sealed: string, of: string): Uint8Array | undefined;
}

const cipher = "aes-256-gcm";
const ivLength = 12;
const tagLength = 16;

/**
 * A vault with a key from outside the database: a copy of the tables alone opens nothing. Without a
 * key secrets are kept as they are; once there is one, those still open.
 */
export function createVault(secretKey: string | undefined): Vault {
  if (secretKey === undefined) return { seal: keepOpenly, open: openPlain };
  const key = Buffer.from(hkdfSync("sha256", secretKey, "", "folkmoot vault", 32));
  return {
    seal(secret, of) {
      const iv = randomBytes(ivLength);
      const sealing = createCipheriv(cipher, key, iv).setAAD(Buffer.from(of));
      const content = Buffer.concat([sealing.update(secret), sealing.final()]);
      const whole = Buffer.concat([iv, sealing.getAuthTag(), content]);
      return `sealed:${whole.toString("base64url")}`;
    },
    open(sealed, of) {
      if (!sealed.startsWith("sealed:")) return openPlain(sealed);
      const whole = Buffer.from(sealed.slice("sealed:".length), "base64url");
      const [iv, rest] = [whole.subarray(0, ivLength), whole.subarray(ivLength)];
      try {
        const opening = createDecipheriv(cipher, key, iv, { authTagLength: tagLength })
          .setAAD(Buffer.from(of))
          .setAuthTag(rest.subarray(0, tagLength));
        return Buffer.concat([opening.update(rest.subarray(tagLength)), opening.final()]);
      } catch {
        return undefined;
      }
    },
  };
}

const keepOpenly = (secret: Uint8Array) => `plain:${Buffer.from(secret).toString("base64url")}`;

function openPlain(sealed: string): Uint8Array | undefined {
  if (!sealed.startsWith("plain:")) return undefined;
  return Buffer.from(sealed.slice("plain:".length), "base64url");
}
