import type { signIn as contract } from "#shared/contract/accounts.ts";
import type { Deps } from "../deps.ts";
import type { Call } from "../platform/mount.ts";
import { Refusal } from "../platform/problem.ts";
import { deviceHashOf } from "./device.ts";
import { enter } from "./enter.ts";
import { hashLike } from "./password.ts";
import { findByPassword, findHashes, isDeviceKnown } from "./store.ts";
import { accountKey, addressKey, countTry, deviceKey, refuseTry, wasRight } from "./tries.ts";

/** Signs in by mail address and password; a wrong address answers like a wrong password. */
export async function signIn(deps: Deps, call: Call<typeof contract>) {
  const { email, password } = call.body;
  const { keys, onlyDevice } = await admit(deps, call);
  // Two hashes, whether or not there are accounts: one as its owner's, one as all others' are made.
  const { owners, others } = await findHashes(deps.db, email);
  const hashes = await Promise.all([hashLike(owners, password), hashLike(others, password)]);
  const account = await findByPassword(deps.db, { email, hashes, onlyDevice });
  if (!account) throw new Refusal("e-mail-or-password-wrong");
  await wasRight(deps, keys);
  return enter(deps, call, account);
}

/**
 * Counts the try. Where strangers' guesses have locked the name, only devices that are known pass,
 * each with a count of its own, and only to the accounts that know them.
 */
async function admit(deps: Deps, { body, request, reply }: Call<typeof contract>) {
  const { email } = body;
  const device = deviceHashOf(deps, request);
  const isKnown = device !== "" && (await isDeviceKnown(deps.db, email, device));
  const [account, address, known] = [accountKey(email), addressKey(request.ip), deviceKey(device)];
  const keys = isKnown ? [account, address, known] : [account, address];
  const over = await countTry(deps, keys, reply);
  const isLocked = over.includes(account);
  if (over.includes(address)) refuseTry(reply);
  if (isLocked && (!isKnown || over.includes(known))) refuseTry(reply);
  return { keys, onlyDevice: isLocked ? device : undefined };
}
