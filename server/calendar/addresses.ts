import type {
  closeCalendar as closeContract,
  openCalendar as openContract,
  readCalendarState as stateContract,
} from "#shared/contract/calendar.ts";
import type { Deps } from "../deps.ts";
import type { Call } from "../platform/mount.ts";
import { hashSecret } from "../platform/sessions.ts";
import { findAddress, removeAddress, saveAddress } from "./calendar-store.ts";

/** Makes a secret address; it is told this once. */
export async function openCalendar(deps: Deps, { actor, once }: Call<typeof openContract>) {
  const token = deps.random.token();
  return deps.transact(async (tx) => {
    await saveAddress(tx.db, actor.accountId, hashSecret(token));
    return { path: `/api/calendars/${token}` };
  }, once);
}

export async function closeCalendar(deps: Deps, { actor, once }: Call<typeof closeContract>) {
  return deps.transact((tx) => removeAddress(tx.db, actor.accountId), once);
}

export async function readCalendarState({ db }: Deps, { actor }: Call<typeof stateContract>) {
  const address = await findAddress(db, actor.accountId);
  return { openedAt: address?.createdAt.toISOString() ?? null };
}
