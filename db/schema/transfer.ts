import { index, integer, jsonb, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import type { ImportKind } from "#shared/contract/transfer.ts";
import { communityId, createdAt, moment } from "./columns.ts";

/** An import that was begun; it can be left and come back to. */
export const imports = pgTable(
  "imports",
  {
    communityId: communityId(),
    id: uuid().notNull(),
    kind: text().$type<ImportKind>().notNull(),
    byId: uuid().notNull(),
    status: text().$type<"running" | "done" | "failed" | "cancelled">().notNull(),
    title: text().notNull().default(""),
    stage: text().notNull().default("reading"),
    done: integer().notNull().default(0),
    total: integer().notNull().default(0),
    problem: jsonb().$type<unknown>(),
    report: jsonb().$type<unknown>(),
    debateId: uuid(),
    createdAt: createdAt(),
    /** When the process that does it last gave a sign of life. */
    seenAt: createdAt(),
    endedAt: moment(),
  },
  (table) => [
    primaryKey({ columns: [table.communityId, table.id] }),
    index().on(table.communityId, table.createdAt),
  ],
);
