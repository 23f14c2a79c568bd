import type { PgColumn, PgTable } from "drizzle-orm/pg-core";
import * as accounts from "#db/schema/accounts.ts";
import { blocks } from "#db/schema/blocks.ts";
import { calendarAddresses } from "#db/schema/calendar.ts";
import * as communities from "#db/schema/communities.ts";
import { wallets } from "#db/schema/holdings.ts";
import { identities } from "#db/schema/identities.ts";
import * as reading from "#db/schema/reading.ts";
import { endedVisits } from "#db/schema/visits.ts";

/** One table of what is kept about people, and which of its rows are whose. */
export interface Area {
  readonly file: string;
  /** For the README of the archive. */
  readonly about: string;
  readonly table: PgTable;
  /** Columns that hold the account, or one of its participants, or as whom a panel heard it. */
  readonly of: readonly PgColumn[];
  readonly by: "account" | "participant" | "expert";
  /** What opens something, and so is in no file. */
  readonly without?: readonly string[];
}

/** Rows that name one of somebody's participants in one of these columns. */
export const by = (
  [file, about]: readonly [string, string],
  table: PgTable,
  ...of: PgColumn[]
): Area => ({
  file,
  about,
  table,
  of,
  by: "participant",
});

const { accounts: account, sessions, codeApps } = accounts;

export const ofAccounts: readonly Area[] = [
  {
    file: "account/account.json",
    about: "your account",
    table: account,
    of: [account.id],
    by: "account",
    without: ["passwordHash"],
  },
  {
    file: "account/devices.json",
    about: "where you are signed in",
    table: sessions,
    of: [sessions.accountId],
    by: "account",
    without: ["idHash"],
  },
  {
    file: "account/calendar.json",
    about: "since when your calendar has a secret address",
    table: calendarAddresses,
    of: [calendarAddresses.accountId],
    by: "account",
    without: ["tokenHash"],
  },
  {
    file: "account/known-devices.json",
    about: "since when devices are known from which you signed in",
    table: accounts.knownDevices,
    of: [accounts.knownDevices.accountId],
    by: "account",
    without: ["hash"],
  },
  {
    file: "account/links.json",
    about: "links that were sent to you by mail, without their secrets",
    table: accounts.accountTokens,
    of: [accounts.accountTokens.accountId],
    by: "account",
    without: ["hash"],
  },
  {
    file: "account/code-app.json",
    about: "the app that makes your sign-in codes, without its secret",
    table: codeApps,
    of: [codeApps.accountId],
    by: "account",
    without: ["secret", "lastStep"],
  },
  {
    file: "account/recovery-codes.json",
    about: "since when you have recovery codes, one entry for each that is left",
    table: accounts.recoveryCodes,
    of: [accounts.recoveryCodes.accountId],
    by: "account",
    without: ["hash"],
  },
  {
    file: "account/passkeys.json",
    about: "your passkeys, without what checks them",
    table: accounts.passkeys,
    of: [accounts.passkeys.accountId],
    by: "account",
    without: ["publicKey"],
  },
  {
    file: "account/identities.json",
    about: "accounts at a provider that open yours",
    table: identities,
    of: [identities.accountId],
    by: "account",
  },
  {
    file: "account/wallets.json",
    about: "addresses that you have proven to own",
    table: wallets,
    of: [wallets.accountId],
    by: "account",
  },
  {
    file: "account/notifications.json",
    about: "what you were told",
    table: communities.notices,
    of: [communities.notices.accountId],
    by: "account",
  },
  {
    file: "reading/read-up-to.json",
    about: "how far you have read debates",
    table: reading.readingMarkers,
    of: [reading.readingMarkers.accountId],
    by: "account",
  },
  {
    file: "reading/follows.json",
    about: "debates that you follow or muted",
    table: reading.debateStances,
    of: [reading.debateStances.accountId],
    by: "account",
  },
  {
    file: "reading/bookmarks.json",
    about: "what you keep",
    table: reading.bookmarks,
    of: [reading.bookmarks.accountId],
    by: "account",
  },
  {
    file: "communities/blocks.json",
    about: "whom you blocked, by the id under which that community knows them",
    table: blocks,
    of: [blocks.accountId],
    by: "account",
  },
  {
    file: "communities/memberships.json",
    about: "communities that you are or were a member of",
    table: communities.memberships,
    of: [communities.memberships.accountId],
    by: "account",
  },
  {
    file: "account/visits.json",
    about:
      "visits without an account that ended in yours; what you responded comes along when you join",
    table: endedVisits,
    of: [endedVisits.accountId],
    by: "account",
  },
  {
    file: "communities/requests.json",
    about: "communities that you asked to join",
    table: communities.joinRequests,
    of: [communities.joinRequests.accountId],
    by: "account",
    // Who answered is not yours to take along.
    without: ["decidedBy"],
  },
];
