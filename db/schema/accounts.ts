import { sql } from "drizzle-orm";
import {
  bigint,
  boolean,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";
import { citext, createdAt, moment } from "./columns.ts";

/**
 * Of the accounts with one address only the first to confirm it owns it; the others never can.
 * So signing up needs no word on whether an address is known, and nobody can take one in advance.
 */
export const accounts = pgTable(
  "accounts",
  {
    id: uuid().primaryKey(),
    email: citext().notNull(),
    emailConfirmedAt: moment(),
    passwordHash: text().notNull(),
    /** The name offered to communities when joining; each community keeps its own. */
    name: text().notNull(),
    language: text().notNull().default("en"),
    isOperator: boolean().notNull().default(false),
    createdAt: createdAt(),
  },
  (table) => [
    index().on(table.email, table.createdAt),
    uniqueIndex("accounts_owned_email")
      .on(table.email)
      .where(sql`${table.emailConfirmedAt} is not null`),
  ],
);

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
    purpose: text().$type<MailLink["purpose"]>().notNull(),
    newEmail: citext(),
    createdAt: createdAt(),
    expiresAt: moment().notNull(),
    usedAt: moment(),
  },
  (table) => [index().on(table.accountId, table.purpose)],
);

/** Failed sign-ins and mails asked for, counted in a window per account, address or device (hashed). */
export const signInFailures = pgTable("sign_in_failures", {
  key: text().primaryKey(),
  count: integer().notNull(),
  windowEndsAt: moment().notNull(),
});

/**
 * Devices from which an account has signed in before; they pass the account's lock. The hash is of
 * the device's secret with the account's id, as one device may know several accounts.
 */
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

/** The link of a mail: made when the mail is sent or shown, so that its secret is never kept. */
export interface MailLink {
  readonly purpose: "confirm-email" | "reset-password" | "change-email";
  readonly accountId: string;
  readonly newEmail?: string;
}

/**
 * Mail is written in the transaction that causes it and sent afterwards. Sent ones are deleted;
 * without a mail server they stay, to be read on the mailbox page.
 */
export const mails = pgTable(
  "mails",
  {
    id: uuid().primaryKey(),
    to: text().notNull(),
    subject: text().notNull(),
    text: text().notNull(),
    link: jsonb("data").$type<MailLink>(),
    createdAt: createdAt(),
  },
  (table) => [index().on(table.createdAt)],
);

const ofAccount = () =>
  uuid()
    .notNull()
    .references(() => accounts.id, { onDelete: "cascade" });

/** The app that makes codes for an account. The secret is sealed by a key outside the database. */
export const codeApps = pgTable("code_apps", {
  accountId: ofAccount().primaryKey(),
  secret: text().notNull(),
  /** The step (of 30 seconds) of the last code that was used: none counts twice, nor any older one. */
  lastStep: bigint({ mode: "number" }).notNull().default(0),
  createdAt: createdAt(),
  /** Null until a first code has shown that the app has the secret. */
  confirmedAt: moment(),
});

/** What opens an account once, when app and keys are lost; only hashes are kept, like those of passwords. */
export const recoveryCodes = pgTable(
  "recovery_codes",
  {
    accountId: ofAccount(),
    hash: text().notNull(),
    createdAt: createdAt(),
  },
  (table) => [primaryKey({ columns: [table.accountId, table.hash] })],
);

/** Sign-ins that wait for their second step. Only a hash of the ticket is kept. */
export const signInTickets = pgTable(
  "sign_in_tickets",
  {
    hash: text().primaryKey(),
    accountId: ofAccount(),
    tries: integer().notNull().default(0),
    createdAt: createdAt(),
    expiresAt: moment().notNull(),
  },
  (table) => [index().on(table.accountId), index().on(table.expiresAt)],
);

/** A key on somebody's device. Its private half never leaves that. */
export const passkeys = pgTable(
  "passkeys",
  {
    id: uuid().primaryKey(),
    accountId: ofAccount(),
    credentialId: text().notNull().unique(),
    /** COSE, in base64url. */
    publicKey: text().notNull(),
    /** How often it was used, where the device counts; one that goes back is a copy. */
    counter: bigint({ mode: "number" }).notNull(),
    transports: text().array().notNull(),
    name: text().notNull(),
    createdAt: createdAt(),
    lastUsedAt: moment(),
  },
  (table) => [index().on(table.accountId)],
);

/** What a passkey has to sign, once and soon. */
export const passkeyChallenges = pgTable("passkey_challenges", {
  hash: text().primaryKey(),
  /** Who makes a key; null where somebody signs in. */
  accountId: uuid().references(() => accounts.id, { onDelete: "cascade" }),
  expiresAt: moment().notNull(),
});
