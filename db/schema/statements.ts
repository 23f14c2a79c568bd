import { sql } from "drizzle-orm";
import {
  bigint,
  boolean,
  foreignKey,
  index,
  integer,
  pgTable,
  primaryKey,
  smallint,
  text,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";
import { communityId, createdAt, moderation, moment } from "./columns.ts";
import { debates } from "./debates.ts";
import { likenessKey } from "./likeness.ts";

export const statements = pgTable(
  "statements",
  {
    communityId: communityId(),
    debateId: uuid().notNull(),
    id: uuid().notNull(),
    text: text().notNull(),
    language: text().notNull(),
    authorId: uuid().notNull(),
    /** `shown` until a moderator says otherwise; imported rejected statements come in `hidden`. */
    status: text().$type<"shown" | "hidden">().notNull().default("shown"),
    /** Its number in the conversation it was imported from. */
    sourceNumber: integer(),
    /** It was there to begin with, by who looks after the debate. */
    isSeed: boolean().notNull().default(false),
    /** It is about the conversation itself, and no part of the analysis. */
    isMeta: boolean().notNull().default(false),
    version: integer().notNull().default(1),
    createdAt: createdAt(),
    withdrawnAt: moment(),
    /** The statement that says the same, which has its responses; whoever looks for this one finds that. */
    mergedInto: uuid(),
    moderation: moderation(),
  },
  (table) => [
    primaryKey({ columns: [table.communityId, table.id] }),
    foreignKey({
      columns: [table.communityId, table.debateId],
      foreignColumns: [debates.communityId, debates.id],
    }),
    // Imported conversations may hold a text twice. Hashed, as a long text does not fit an index entry.
    uniqueIndex("statements_one_text")
      .on(table.communityId, table.debateId, sql`md5(${table.text})`)
      .where(sql`${table.sourceNumber} is null and ${table.withdrawnAt} is null`),
    index().on(table.communityId, table.debateId, table.createdAt),
    index("statements_likeness").using("gin", sql`${likenessKey(table.text)} gin_trgm_ops`),
  ],
);

/**
 * The latest response of each person to each statement: agree +1, disagree -1, pass 0. A visitor's
 * participant is the id of the visit; `responders` tells them from the others.
 */
export const responses = pgTable(
  "responses",
  {
    communityId: communityId(),
    debateId: uuid().notNull(),
    statementId: uuid().notNull(),
    participantId: uuid().notNull(),
    value: smallint().notNull(),
    /** What it was before its last change, so that the change can move the counts in one statement. */
    previous: smallint(),
    respondedAt: createdAt(),
  },
  (table) => [
    primaryKey({ columns: [table.communityId, table.statementId, table.participantId] }),
    foreignKey({
      columns: [table.communityId, table.statementId],
      foreignColumns: [statements.communityId, statements.id],
    }),
    index().on(table.communityId, table.debateId, table.participantId),
  ],
);

/** Responses that gave way to later ones by the same person when two statements were joined. */
export const joinedResponses = pgTable(
  "joined_responses",
  {
    communityId: communityId(),
    /** The action that joined them. */
    actionId: uuid().notNull(),
    participantId: uuid().notNull(),
    value: smallint().notNull(),
    respondedAt: createdAt(),
  },
  (table) => [primaryKey({ columns: [table.communityId, table.actionId, table.participantId] })],
);

/** How many people's latest response is which, visitors apart; moved with every response. */
export const statementCounts = pgTable(
  "statement_counts",
  {
    communityId: communityId(),
    statementId: uuid().notNull(),
    agrees: integer().notNull(),
    disagrees: integer().notNull(),
    passes: integer().notNull(),
    visitorAgrees: integer().notNull().default(0),
    visitorDisagrees: integer().notNull().default(0),
    visitorPasses: integer().notNull().default(0),
  },
  (table) => [primaryKey({ columns: [table.communityId, table.statementId] })],
);

/** Who responded to anything in a debate, so that people are counted without reading all responses. */
export const responders = pgTable(
  "responders",
  {
    communityId: communityId(),
    debateId: uuid().notNull(),
    participantId: uuid().notNull(),
    /** Somebody without an account. */
    isVisitor: boolean().notNull().default(false),
  },
  (table) => [
    primaryKey({ columns: [table.communityId, table.debateId, table.participantId] }),
    index("responders_visitors")
      .on(table.participantId)
      .where(sql`${table.isVisitor}`),
  ],
);

/** Every response ever given, changed ones included. */
export const responseHistory = pgTable(
  "response_history",
  {
    communityId: communityId(),
    id: bigint({ mode: "number" }).notNull().generatedAlwaysAsIdentity(),
    debateId: uuid().notNull(),
    statementId: uuid().notNull(),
    participantId: uuid().notNull(),
    value: smallint().notNull(),
    respondedAt: createdAt(),
  },
  (table) => [
    primaryKey({ columns: [table.communityId, table.id] }),
    index().on(table.communityId, table.debateId),
  ],
);
