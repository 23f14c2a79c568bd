import { bytesToHex } from "@noble/hashes/utils.js";
import { sha256 } from "#shared/merkle/bytes.ts";

/** SHA-256 of a file in hexadecimal digits; the file itself goes nowhere. */
export async function hashOfFile(file: File): Promise<string> {
  return bytesToHex(sha256(new Uint8Array(await file.arrayBuffer())));
}
