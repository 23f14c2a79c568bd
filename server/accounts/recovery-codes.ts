import type { Db } from "#db/client.ts";
import type { Random } from "../deps.ts";
import { hashBeside, hashLike } from "./password.ts";
import { anyRecoveryHash, spendRecoveryCode } from "./recovery-store.ts";

const howMany = 10;
const length = 10;
/** 32 letters and digits that are not taken for one another: 50 bits of chance in each code. */
const letters = "abcdefghijkmnpqrstuvwxyz23456789";

function newCode(random: Random): string {
  const bytes = Buffer.from(random.token(), "base64url").subarray(0, length);
  return Array.from(bytes, (byte) => letters[byte % letters.length]).join("");
}

/** Ten new codes, to be told once, and the hashes that are kept of them. */
export async function newRecoveryCodes(random: Random) {
  const codes = Array.from({ length: howMany }, () => newCode(random));
  const [first = "", ...others] = codes;
  // They share a salt, so that one hash finds a code among all of them.
  const hash = await hashBeside(undefined, first);
  const hashes = await Promise.all(others.map((code) => hashBeside(hash, code)));
  const half = length / 2;
  return {
    codes: codes.map((code) => `${code.slice(0, half)}-${code.slice(half)}`),
    hashes: [hash, ...hashes],
  };
}

/** Whether this is one of the account's codes; it is used up by that. */
export async function redeemRecoveryCode(
  db: Db,
  accountId: string,
  code: string,
): Promise<boolean> {
  const hash = await hashLike(await anyRecoveryHash(db, accountId), code.toLowerCase());
  return spendRecoveryCode(db, accountId, hash);
}
