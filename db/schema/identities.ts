import { index, pgTable, text, unique, uuid } from "drizzle-orm/pg-core";
import { accounts } from "./accounts.ts";
import { createdAt, moment } from "./columns.ts";

/** Accounts of an OpenID Connect provider that open accounts here. No address or name of theirs is kept. */
export const identities = pgTable(
  "identities",
  {
    id: uuid().primaryKey(),
    accountId: uuid()
      .notNull()
      .references(() => accounts.id, { onDelete: "cascade" }),
    issuer: text().notNull(),
    /** How the issuer calls the person, now and ever. */
    subject: text().notNull(),
    createdAt: createdAt(),
    lastUsedAt: moment(),
  },
  (table) => [unique().on(table.issuer, table.subject), index().on(table.accountId)],
);

/**
 * Browsers that were sent to the provider and have yet to come back. All that must come back with
 * them is worked out from their cookie, of which only a hash is kept.
 */
export const providerFlows = pgTable(
  "provider_flows",
  {
    hash: text().primaryKey(),
    /** Whose account is to be linked; null where somebody signs in. */
    accountId: uuid().references(() => accounts.id, { onDelete: "cascade" }),
    expiresAt: moment().notNull(),
  },
  (table) => [index().on(table.accountId), index().on(table.expiresAt)],
);
