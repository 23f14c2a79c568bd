import {
  foreignKey,
  index,
  integer,
  pgTable,
  primaryKey,
  text,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";
import { sql } from "drizzle-orm";
import { communityId, createdAt, moment } from "./columns.ts";
import { debates } from "./debates.ts";

/** What a word means in a debate. */
export const definitions = pgTable(
  "definitions",
  {
    communityId: communityId(),
    id: uuid().notNull(),
    debateId: uuid().notNull(),
    term: text().notNull(),
    text: text().notNull(),
    /** Who proposed it; who reworded it is in its history. */
    authorId: uuid().notNull(),
    /** Who worded it as it stands. */
    editorId: uuid().notNull(),
    version: integer().notNull().default(1),
    createdAt: createdAt(),
    updatedAt: createdAt(),
    withdrawnAt: moment(),
  },
  (table) => [
    primaryKey({ columns: [table.communityId, table.id] }),
    foreignKey({
      columns: [table.communityId, table.debateId],
      foreignColumns: [debates.communityId, debates.id],
    }),
    index().on(table.communityId, table.debateId),
    uniqueIndex("definitions_term")
      .on(table.communityId, table.debateId, sql`lower(${table.term})`)
      .where(sql`${table.withdrawnAt} is null`),
  ],
);

/** Who agrees with a definition, in which wording. Shown as a number. */
export const definitionAgreements = pgTable(
  "definition_agreements",
  {
    communityId: communityId(),
    definitionId: uuid().notNull(),
    participantId: uuid().notNull(),
    version: integer().notNull(),
    agreedAt: createdAt(),
  },
  (table) => [
    primaryKey({ columns: [table.communityId, table.definitionId, table.participantId] }),
    foreignKey({
      columns: [table.communityId, table.definitionId],
      foreignColumns: [definitions.communityId, definitions.id],
    }),
  ],
);
