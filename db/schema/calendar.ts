import { pgTable, text, uuid } from "drizzle-orm/pg-core";
import { accounts } from "./accounts.ts";
import { createdAt } from "./columns.ts";

/** Secret addresses of calendars; only their hash is kept. */
export const calendarAddresses = pgTable("calendar_addresses", {
  accountId: uuid()
    .primaryKey()
    .references(() => accounts.id, { onDelete: "cascade" }),
  tokenHash: text().notNull().unique(),
  createdAt: createdAt(),
});
