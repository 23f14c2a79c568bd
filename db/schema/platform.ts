import { sql } from "drizzle-orm";
import {
  bigint,
  index,
  integer,
  jsonb,
  pgSequence,
  pgTable,
  primaryKey,
  text,
  unique,
  uuid,
} from "drizzle-orm/pg-core";
import { createdAt, moment } from "./columns.ts";

/** Counts the batches in which events are numbered. */
export const toldBatches = pgSequence("told_batches");

/**
 * Everything that is told to rooms, written in the transaction of the change. One relay numbers
 * rows after commit: `seq` is the number in the room, `batch` tells every node what is new; both
 * are null until then.
 */
export const roomEvents = pgTable(
  "room_events",
  {
    id: bigint({ mode: "number" }).primaryKey().generatedAlwaysAsIdentity(),
    room: text().notNull(),
    name: text().notNull(),
    payload: jsonb().notNull(),
    seq: integer(),
    batch: bigint({ mode: "number" }),
    createdAt: createdAt(),
  },
  (table) => [
    unique().on(table.room, table.seq),
    index().on(table.batch),
    index("room_events_untold")
      .on(table.id)
      .where(sql`${table.seq} is null`),
    index().on(table.createdAt),
  ],
);

/** The number of the last event in each room; outlives the events themselves. */
export const roomHeads = pgTable("room_heads", {
  room: text().primaryKey(),
  seq: integer().notNull(),
});

/** First answers to keyed requests, so that a repeated request gets the same answer. */
export const idempotencyKeys = pgTable(
  "idempotency_keys",
  {
    accountId: uuid().notNull(),
    key: text().notNull(),
    operation: text().notNull(),
    requestHash: text().notNull(),
    reply: jsonb(),
    createdAt: createdAt(),
  },
  (table) => [primaryKey({ columns: [table.accountId, table.key] }), index().on(table.createdAt)],
);

/** Public acts; `ledger_entries` numbers them. The app's role can only insert and read. */
export const ledgerActs = pgTable(
  "ledger_acts",
  {
    communityId: uuid().notNull(),
    id: uuid().notNull(),
    time: moment().notNull(),
    kind: text().notNull(),
    /** The participant who acted; null where the clock did. */
    actor: uuid(),
    subject: text().notNull(),
    payload: jsonb().notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.communityId, table.id] }),
    index().on(table.communityId, table.kind),
    index().on(table.communityId, table.actor),
    index().on(table.communityId, table.subject),
  ],
);
