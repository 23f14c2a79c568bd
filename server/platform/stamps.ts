import { createHmac, hkdfSync, timingSafeEqual } from "node:crypto";

/** Marks texts so that this installation, and nobody else, knows them again; nothing of them need be kept. */
export interface Stamps {
  /** The hash of a text by a key of our own (HMAC-SHA-256); for each purpose another. */
  hash(purpose: string, text: string): Buffer;
  /** A text with its signature behind a dot. */
  stamp(purpose: string, text: string): string;
  /** The text; undefined where we did not stamp it for this. */
  read(purpose: string, stamped: string): string | undefined;
}

export function createStamps(secret: string): Stamps {
  const key = Buffer.from(hkdfSync("sha256", secret, "", "folkmoot stamps", 32));
  const hash = (purpose: string, text: string) =>
    createHmac("sha256", key).update(`${purpose}\n${text}`).digest();
  return {
    hash,
    stamp: (purpose, text) => `${text}.${hash(purpose, text).toString("base64url")}`,
    read(purpose, stamped) {
      const at = stamped.lastIndexOf(".");
      const text = stamped.slice(0, Math.max(at, 0));
      const shown = Buffer.from(stamped.slice(at + 1), "base64url");
      const right = hash(purpose, text);
      return shown.length === right.length && timingSafeEqual(shown, right) ? text : undefined;
    },
  };
}
