import { sql } from "drizzle-orm";
import {
  bigint,
  date,
  foreignKey,
  index,
  integer,
  pgTable,
  primaryKey,
  text,
  unique,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";
import type { EntryKind } from "#shared/contract/treasury.ts";
import { communityId, createdAt, moment } from "./columns.ts";
import { commitments } from "./commitments.ts";
import { communities, participants } from "./communities.ts";

/** Hundredths of a currency; no more than numbers hold exactly. */
const money = () => bigint({ mode: "number" });

/** What is to be spent on something. */
export const budgetLines = pgTable(
  "budget_lines",
  {
    communityId: communityId().references(() => communities.id),
    id: uuid().notNull(),
    title: text().notNull(),
    currency: text().notNull(),
    planned: money().notNull(),
    version: integer().notNull().default(1),
    createdAt: createdAt(),
  },
  (table) => [
    primaryKey({ columns: [table.communityId, table.id] }),
    unique().on(table.communityId, table.currency, table.title),
  ],
);

/** What came in or went out. Only whether it counts is ever added to it. */
export const treasuryEntries = pgTable(
  "treasury_entries",
  {
    communityId: communityId().references(() => communities.id),
    id: uuid().notNull(),
    kind: text().$type<EntryKind>().notNull(),
    /** Below zero where it takes another entry back. */
    amount: money().notNull(),
    currency: text().notNull(),
    day: date({ mode: "string" }).notNull(),
    party: text().notNull(),
    what: text().notNull(),
    lineId: uuid(),
    commitmentId: uuid(),
    documentTitle: text(),
    documentUrl: text(),
    documentHash: text(),
    reversesId: uuid(),
    enteredById: uuid().notNull(),
    createdAt: createdAt(),
    /** Null while it waits. */
    settledAs: text().$type<"confirmed" | "refused">(),
    settledById: uuid(),
    settledAt: moment(),
    reason: text().notNull().default(""),
  },
  (table) => [
    primaryKey({ columns: [table.communityId, table.id] }),
    foreignKey({
      columns: [table.communityId, table.enteredById],
      foreignColumns: [participants.communityId, participants.id],
    }),
    foreignKey({
      columns: [table.communityId, table.lineId],
      foreignColumns: [budgetLines.communityId, budgetLines.id],
    }),
    foreignKey({
      columns: [table.communityId, table.commitmentId],
      foreignColumns: [commitments.communityId, commitments.id],
    }),
    foreignKey({
      columns: [table.communityId, table.reversesId],
      foreignColumns: [table.communityId, table.id],
    }),
    index().on(table.communityId, table.commitmentId),
    index().on(table.communityId, table.currency, table.day),
    /** What waits is little, among much that counts. */
    index("treasury_entries_waiting")
      .on(table.communityId, table.id)
      .where(sql`${table.settledAs} is null`),
    /** Nothing is taken back twice. */
    uniqueIndex("treasury_entries_reversed")
      .on(table.communityId, table.reversesId)
      .where(sql`${table.settledAs} is distinct from 'refused'`),
  ],
);
