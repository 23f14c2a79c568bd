import { randomBytes } from "node:crypto";
import { uuidv7 } from "uuidv7";
import type { Random } from "../deps.ts";

const tokenBytes = 32;
const drawnAtOnce = 128;

/** The system's randomness. It is asked for many tokens at a time, as the asking takes longer than the bytes; each is handed out once. */
export function createRandom(): Random {
  let drawn = Buffer.alloc(0);
  let at = 0;
  return {
    id: uuidv7,
    token() {
      if (at === drawn.length) {
        drawn = randomBytes(drawnAtOnce * tokenBytes);
        at = 0;
      }
      const bytes = drawn.subarray(at, at + tokenBytes);
      at += tokenBytes;
      const token = bytes.toString("base64url");
      bytes.fill(0);
      return token;
    },
  };
}
