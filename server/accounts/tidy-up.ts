import type { Deps } from "../deps.ts";
import { forgetOldFlows } from "./provider/identity-store.ts";
import { forgetNewApps } from "./code-app-store.ts";
import { forgetOldDevices } from "./device-store.ts";
import { forgetOldMails } from "./mail-store.ts";
import { forgetOldChallenges } from "./passkeys/passkey-store.ts";
import { forgetOldTickets } from "./ticket-store.ts";
import { forgetOldTokens } from "./token-store.ts";
import { forgetOldTries } from "./try-store.ts";

const day = 86_400_000;

/** Forgets what has served its time: links and counts that have run out, mails after 30 days, devices after a year. */
export async function tidyUpAccounts({ db, clock }: Deps): Promise<void> {
  const now = clock();
  await forgetOldTokens(db, new Date(now.getTime() - day));
  await forgetOldTickets(db, now);
  await forgetOldFlows(db, now);
  await forgetOldChallenges(db, now);
  await forgetNewApps(db, new Date(now.getTime() - day));
  await forgetOldTries(db, now);
  await forgetOldMails(db, new Date(now.getTime() - 30 * day));
  await forgetOldDevices(db, new Date(now.getTime() - 365 * day));
}
