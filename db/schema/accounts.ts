import { boolean, index, integer, jsonb, pgTable, text, uuid } from "drizzle-orm/pg-core";
import { citext, createdAt, moment } from "./columns.ts";

export const accounts = pgTable("accounts", {
  id: uuid().primaryKey(),
  email: citext().notNull().unique(),
  emailConfirmedAt: moment(),
  passwordHash: text().notNull(),
  /** The name offered to communities when joining; each community keeps its own. */
  name: text().notNull(),
  language: text().notNull().default("en"),
  isOperator: boolean().notNull().default(false),
  createdAt: createdAt(),
});

/** Only a hash of the session id is kept, so that a copy of this table opens nothing. */
export const sessions = pgTable(
  "sessions",
  {
    idHash: text().primaryKey(),
    publicId: uuid().notNull().unique(),
    accountId: uuid()
      .notNull()
      .references(() => accounts.id, { onDelete: "cascade" }),
    device: text().notNull(),
    createdAt: createdAt(),
    lastUsedAt: createdAt(),
    expiresAt: moment().notNull(),
  },
  (table) => [index().on(table.accountId), index().on(table.expiresAt)],
);

/** Single-use links sent by mail; only their hash is kept. */
export const accountTokens = pgTable(
  "account_tokens",
  {
    hash: text().primaryKey(),
    accountId: uuid()
      .notNull()
      .references(() => accounts.id, { onDelete: "cascade" }),
    purpose: text().$type<"confirm-email" | "reset-password" | "change-email">().notNull(),
    newEmail: citext(),
    createdAt: createdAt(),
    expiresAt: moment().notNull(),
    usedAt: moment(),
  },
  (table) => [index().on(table.accountId, table.purpose)],
);

/** Failed sign-ins, counted per account name and per address hash in a window. */
export const signInFailures = pgTable("sign_in_failures", {
  key: text().primaryKey(),
  count: integer().notNull(),
  windowEndsAt: moment().notNull(),
});

/** Devices from which an account has signed in before; they pass the account's lock. */
export const knownDevices = pgTable(
  "known_devices",
  {
    hash: text().primaryKey(),
    accountId: uuid()
      .notNull()
      .references(() => accounts.id, { onDelete: "cascade" }),
    createdAt: createdAt(),
  },
  (table) => [index().on(table.accountId)],
);

/** Mail is written in the transaction that causes it and sent afterwards. */
export const mails = pgTable(
  "mails",
  {
    id: uuid().primaryKey(),
    to: text().notNull(),
    subject: text().notNull(),
    text: text().notNull(),
    createdAt: createdAt(),
    sentAt: moment(),
    attempts: integer().notNull().default(0),
    error: text(),
    data: jsonb(),
  },
  (table) => [index().on(table.createdAt)],
);
