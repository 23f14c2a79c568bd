import { tidyUpAccounts } from "../accounts/public.ts";
import type { Deps } from "../deps.ts";
import { forgetEvents } from "../platform/event-store.ts";
import { forgetKeys } from "../platform/key-store.ts";
import { deleteExpiredSessions } from "../platform/session-store.ts";

const day = 86_400_000;

/** Forgets what has served its time: events after a week, request keys after a day, ended sessions. */
export async function tidyUp(deps: Deps): Promise<void> {
  const { db, clock } = deps;
  const now = clock();
  await forgetEvents(db, new Date(now.getTime() - 7 * day));
  await forgetKeys(db, new Date(now.getTime() - day));
  await deleteExpiredSessions(db, now);
  await tidyUpAccounts(deps);
}
