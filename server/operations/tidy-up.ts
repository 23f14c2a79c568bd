import { visitLastsDays } from "#shared/contract/visitors.ts";
import { tidyUpAccounts } from "../accounts/public.ts";
import type { Deps } from "../deps.ts";
import { tidyUpWallets } from "../holdings/public.ts";
import { forgetEvents } from "../platform/event-store.ts";
import { forgetKeys } from "../platform/key-store.ts";
import { deleteExpiredSessions } from "../platform/session-store.ts";
import { forgetEndedVisits } from "../platform/visit-store.ts";
import { tidyUpSpam } from "../spam/public.ts";
import { forgetSolved } from "../visitors/public.ts";

const day = 86_400_000;

/** Forgets what has served its time: events after a week, request keys after a day, sketches after three, ended sessions. */
export async function tidyUp(deps: Deps): Promise<void> {
  const { db, clock } = deps;
  const now = clock();
  await forgetEvents(db, new Date(now.getTime() - 7 * day));
  await forgetKeys(db, new Date(now.getTime() - day));
  await deleteExpiredSessions(db, now);
  // By then no browser shows them any more.
  await forgetEndedVisits(db, new Date(now.getTime() - (visitLastsDays + 1) * day));
  await forgetSolved(db, now);
  await tidyUpAccounts(deps);
  await tidyUpWallets(deps);
  await tidyUpSpam(deps);
}
