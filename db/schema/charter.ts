import { sql } from "drizzle-orm";
import { boolean, foreignKey, integer, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import { communityId, createdAt, moment } from "./columns.ts";
import { communities, participants } from "./communities.ts";

/**
 * Every saved change of the charter's rules; none is changed or deleted. A rule is its number over
 * all versions. Numbers are never used again, so that a cited rule stays the one meant. In force is
 * the highest version whose time has come.
 */
export const charterVersions = pgTable(
  "charter_versions",
  {
    communityId: communityId().references(() => communities.id),
    number: integer().notNull(),
    version: integer().notNull().default(1),
    title: text().notNull(),
    text: text().notNull(),
    isRetired: boolean().notNull().default(false),
    authorId: uuid(),
    createdAt: createdAt(),
    /** Cut to the millisecond, not rounded: what is saved for now must not be of the future. */
    effectiveAt: moment()
      .notNull()
      .default(sql`date_trunc('milliseconds', now())`),
  },
  (table) => [
    primaryKey({ columns: [table.communityId, table.number, table.version] }),
    foreignKey({
      columns: [table.communityId, table.authorId],
      foreignColumns: [participants.communityId, participants.id],
    }),
  ],
);
