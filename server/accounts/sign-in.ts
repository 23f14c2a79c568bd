import type { signIn as contract } from "#shared/contract/accounts.ts";
import type { Deps } from "../deps.ts";
import type { Call } from "../platform/mount.ts";
import { Refusal } from "../platform/problem.ts";
import { appointIfNamed } from "./appoint-operator.ts";
import { beginSession } from "./begin-session.ts";
import { deviceHashOf } from "./device.ts";
import { isPasswordOf } from "./password.ts";
import { type AccountRow, findCandidates, maxCandidates } from "./store.ts";
import { accountKey, addressKey, deviceKey, takeTry, wasRight } from "./tries.ts";
import { viewAccount } from "./view.ts";

/** Signs in by mail address and password; a wrong address answers like a wrong password. */
export async function signIn(deps: Deps, call: Call<typeof contract>) {
  const { email, password } = call.body;
  const device = deviceHashOf(deps, call.request);
  const candidates = await findCandidates(deps.db, email, device);
  const isKnown = candidates.some(({ isKnownDevice }) => isKnownDevice);
  const keys = [isKnown ? deviceKey(device) : accountKey(email), addressKey(call.request.ip)];
  await takeTry(deps, keys, call.reply);
  const account = await whoseIs(
    password,
    candidates.map((candidate) => candidate.account),
  );
  if (!account) throw new Refusal("e-mail-or-password-wrong");
  await wasRight(deps, keys);
  const appointed = await appointIfNamed(deps, account);
  await beginSession(deps, call, account.id);
  return { account: viewAccount(appointed) };
}

/** The account with this password. Compares as often as there could be accounts, whether or not there are. */
async function whoseIs(password: string, accounts: readonly AccountRow[]) {
  for (let index = 0; index < maxCandidates; index += 1) {
    const account = accounts[index];
    if (await isPasswordOf(account?.passwordHash, password)) return account;
  }
  return undefined;
}
