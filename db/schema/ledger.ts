import { sql } from "drizzle-orm";
import {
  bigint,
  customType,
  pgSequence,
  pgTable,
  primaryKey,
  smallint,
  text,
  unique,
  uuid,
} from "drizzle-orm/pg-core";
import { communityId, createdAt, moment } from "./columns.ts";

const bytes = customType<{ data: Uint8Array }>({ dataType: () => "bytea" });
const number = () => bigint({ mode: "number" });

/** Gives acts their places in the queue. */
export const ledgerPlaces = pgSequence("ledger_places");

/** Public acts that have no number yet. */
export const ledgerQueue = pgTable(
  "ledger_queue",
  {
    communityId: communityId(),
    place: number()
      .notNull()
      .default(sql`nextval('ledger_places')`),
    actId: uuid().notNull(),
  },
  (table) => [primaryKey({ columns: [table.communityId, table.place] })],
);

/** The numbers of public acts, from 0 without gaps, and the hashes of their leaves. Never changed. */
export const ledgerEntries = pgTable(
  "ledger_entries",
  {
    communityId: communityId(),
    seq: number().notNull(),
    actId: uuid().notNull(),
    leafHash: bytes().notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.communityId, table.seq] }),
    unique().on(table.communityId, table.actId),
  ],
);

/** Whole subtrees over the leaves, of every fourth level. Never changed. */
export const ledgerNodes = pgTable(
  "ledger_nodes",
  {
    communityId: communityId(),
    level: smallint().notNull(),
    index: number().notNull(),
    hash: bytes().notNull(),
  },
  (table) => [primaryKey({ columns: [table.communityId, table.level, table.index] })],
);

/** What was signed, whole. Never changed. */
export const ledgerCheckpoints = pgTable(
  "ledger_checkpoints",
  {
    communityId: communityId(),
    size: number().notNull(),
    time: moment().notNull(),
    note: text().notNull(),
    /** The verifier key of whom it is signed by, address included. */
    signedBy: text().notNull(),
  },
  (table) => [primaryKey({ columns: [table.communityId, table.size] })],
);

/** The keys of those who watch a community's ledger, as its owners list them. */
export const ledgerWitnesses = pgTable(
  "ledger_witnesses",
  {
    communityId: communityId(),
    verifierKey: text().notNull(),
    createdAt: createdAt(),
  },
  (table) => [primaryKey({ columns: [table.communityId, table.verifierKey] })],
);

/** What witnesses signed. Never changed. */
export const ledgerCosignatures = pgTable(
  "ledger_cosignatures",
  {
    communityId: communityId(),
    size: number().notNull(),
    verifierKey: text().notNull(),
    time: moment().notNull(),
    line: text().notNull(),
  },
  (table) => [primaryKey({ columns: [table.communityId, table.size, table.verifierKey] })],
);

/** Words of people that acts commit to. Without its salt a commitment says nothing any more. */
export const ledgerSalts = pgTable(
  "ledger_salts",
  {
    communityId: communityId(),
    actId: uuid().notNull(),
    field: text().notNull(),
    salt: bytes().notNull(),
    value: text().notNull(),
    /** Whose words they are. */
    actor: uuid(),
  },
  (table) => [primaryKey({ columns: [table.communityId, table.actId, table.field] })],
);
