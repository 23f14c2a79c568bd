import { foreignKey, index, pgTable, primaryKey, uuid } from "drizzle-orm/pg-core";
import { accounts } from "./accounts.ts";
import { communityId, createdAt } from "./columns.ts";
import { participants } from "./communities.ts";

/**
 * Whom an account would rather not read, as one community knows them. Of the account, as bookmarks are: people read where
 * they are no members, and nobody else ever sees a row of it.
 */
export const blocks = pgTable(
  "blocks",
  {
    communityId: communityId(),
    accountId: uuid()
      .notNull()
      .references(() => accounts.id, { onDelete: "cascade" }),
    /** Who is blocked. */
    participantId: uuid().notNull(),
    /** Ordered by time, for the list. */
    id: uuid().notNull(),
    createdAt: createdAt(),
  },
  (table) => [
    primaryKey({ columns: [table.communityId, table.accountId, table.participantId] }),
    foreignKey({
      columns: [table.communityId, table.participantId],
      foreignColumns: [participants.communityId, participants.id],
    }),
    index().on(table.communityId, table.participantId),
    index().on(table.accountId, table.id),
  ],
);
