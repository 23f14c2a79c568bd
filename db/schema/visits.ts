import { index, pgTable, text, uuid } from "drizzle-orm/pg-core";
import { accounts } from "./accounts.ts";
import { createdAt, moment } from "./columns.ts";

/**
 * Visits without an account that ended in one. What was responded in communities that the account
 * does not belong to yet comes along when it joins them. Other visits are kept nowhere: browsers hold
 * them, signed.
 */
export const endedVisits = pgTable(
  "ended_visits",
  {
    visitId: uuid().primaryKey(),
    accountId: uuid()
      .notNull()
      .references(() => accounts.id, { onDelete: "cascade" }),
    endedAt: createdAt(),
  },
  (table) => [index().on(table.accountId), index().on(table.endedAt)],
);

/** Puzzles that were solved, until their time is over: each is taken once. */
export const solvedPuzzles = pgTable(
  "solved_puzzles",
  { challenge: text().primaryKey(), expiresAt: moment().notNull() },
  (table) => [index().on(table.expiresAt)],
);
