import {
  foreignKey,
  index,
  integer,
  numeric,
  pgTable,
  primaryKey,
  text,
  uuid,
} from "drizzle-orm/pg-core";
import { accounts } from "./accounts.ts";
import { communityId, createdAt, moment } from "./columns.ts";
import { communities } from "./communities.ts";

/** A whole number of a token's smallest unit. */
const units = () => numeric({ mode: "bigint", precision: 78, scale: 0 }).notNull();

/** Who holds how much of a token at some moment; never changed. */
export const tokenSnapshots = pgTable(
  "token_snapshots",
  {
    communityId: communityId().references(() => communities.id),
    id: uuid().notNull(),
    title: text().notNull(),
    token: text().notNull(),
    source: text().notNull(),
    link: text(),
    decimals: integer().notNull(),
    holders: integer().notNull(),
    total: units(),
    hash: text().notNull(),
    authorId: uuid().notNull(),
    createdAt: createdAt(),
  },
  (table) => [
    primaryKey({ columns: [table.communityId, table.id] }),
    index().on(table.communityId, table.createdAt),
  ],
);

/**
 * One holder's balance: of an address, or of a name with the member who was meant by it. Of a name that was forgotten
 * only the digest is left, so that the hash of the snapshot can still be checked.
 */
export const tokenBalances = pgTable(
  "token_balances",
  {
    communityId: communityId(),
    snapshotId: uuid().notNull(),
    /** The largest balance is the first. */
    place: integer().notNull(),
    address: text(),
    name: text(),
    salt: text(),
    digest: text(),
    participantId: uuid(),
    amount: units(),
  },
  (table) => [
    primaryKey({ columns: [table.communityId, table.snapshotId, table.place] }),
    foreignKey({
      columns: [table.communityId, table.snapshotId],
      foreignColumns: [tokenSnapshots.communityId, tokenSnapshots.id],
    }),
    index().on(table.communityId, table.participantId),
    index().on(table.communityId, table.snapshotId, table.address),
  ],
);

/** Addresses that accounts have proven to own. */
export const wallets = pgTable(
  "wallets",
  {
    id: uuid().primaryKey(),
    accountId: uuid()
      .notNull()
      .references(() => accounts.id, { onDelete: "cascade" }),
    /** In small letters. */
    address: text().notNull().unique(),
    provenAt: createdAt(),
  },
  (table) => [index().on(table.accountId)],
);

/** Messages that wait to be signed, once and soon. */
export const walletChallenges = pgTable("wallet_challenges", {
  /** Of the nonce. */
  hash: text().primaryKey(),
  accountId: uuid()
    .notNull()
    .references(() => accounts.id, { onDelete: "cascade" }),
  /** Of the whole message. */
  messageHash: text().notNull(),
  expiresAt: moment().notNull(),
});
