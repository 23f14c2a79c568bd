import {
  type AnyPgColumn,
  foreignKey,
  index,
  pgTable,
  primaryKey,
  text,
  uuid,
} from "drizzle-orm/pg-core";
import type { Stance } from "#shared/contract/reading.ts";
import { accounts } from "./accounts.ts";
import { communityId, createdAt, moment } from "./columns.ts";
import { debates } from "./debates.ts";

/*
 * What a person has read, keeps and wants to hear of. These rows are of accounts, as notices are:
 * nobody authored them, nobody else sees them, and they go with the account.
 */

const accountId = () =>
  uuid()
    .notNull()
    .references(() => accounts.id, { onDelete: "cascade" });

const inDebate = (table: { communityId: AnyPgColumn; debateId: AnyPgColumn }) =>
  foreignKey({
    columns: [table.communityId, table.debateId],
    foreignColumns: [debates.communityId, debates.id],
  }).onDelete("cascade");

/** How far somebody has read a debate. */
export const readingMarkers = pgTable(
  "reading_markers",
  {
    communityId: communityId(),
    debateId: uuid().notNull(),
    accountId: accountId(),
    /** All that was said until then has been read. */
    upTo: moment().notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.communityId, table.accountId, table.debateId] }),
    inDebate(table),
  ],
);

/** What somebody chose to be told of a debate. */
export const debateStances = pgTable(
  "debate_stances",
  {
    communityId: communityId(),
    debateId: uuid().notNull(),
    accountId: accountId(),
    stance: text().$type<Stance>().notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.communityId, table.debateId, table.accountId] }),
    inDebate(table),
    index().on(table.accountId),
  ],
);

/** Claims and debates that somebody keeps. */
export const bookmarks = pgTable(
  "bookmarks",
  {
    communityId: communityId(),
    accountId: accountId(),
    /** The claim, or the debate itself. */
    subjectId: uuid().notNull(),
    debateId: uuid().notNull(),
    claimId: uuid(),
    /** Ordered by time, for the list. */
    id: uuid().notNull(),
    createdAt: createdAt(),
  },
  (table) => [
    primaryKey({ columns: [table.communityId, table.accountId, table.subjectId] }),
    inDebate(table),
    index().on(table.accountId, table.id),
  ],
);
