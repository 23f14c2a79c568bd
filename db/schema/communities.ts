import { sql } from "drizzle-orm";
import {
  boolean,
  foreignKey,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  unique,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";
import { accounts } from "./accounts.ts";
import { citext, communityId, createdAt, moment } from "./columns.ts";

export const communities = pgTable(
  "communities",
  {
    id: uuid().primaryKey(),
    slug: citext().notNull().unique(),
    name: text().notNull(),
    description: text().notNull().default(""),
    isPrivate: boolean().notNull().default(false),
    joinPolicy: text().$type<"open" | "on-request" | "by-invitation">().notNull(),
    language: text().notNull().default("en"),
    /** Whether members may have others vote for them. */
    allowsDelegation: boolean().notNull().default(true),
    /** The most that one delegate may carry for others, in per cent of the electorate's weight. */
    delegationCapPercent: integer().notNull().default(10),
    version: integer().notNull().default(1),
    createdAt: createdAt(),
  },
  (table) => [index("communities_name").using("gin", sql`${table.name} gin_trgm_ops`)],
);

/** Whoever authored something. Rows that people wrote refer to these, never to accounts. */
export const participants = pgTable(
  "participants",
  {
    communityId: communityId().references(() => communities.id),
    id: uuid().notNull(),
    /** `former`: the account behind a member was deleted, and the name with it. */
    kind: text().$type<"member" | "former" | "visitor" | "imported" | "paper">().notNull(),
    name: text().notNull(),
    /**
     * A hash of what the name looks like: names that pass for each other have the same. Null from when the name is given,
     * which a trigger sees to, until the next name is compared with it.
     */
    nameSkeleton: text(),
    createdAt: createdAt(),
  },
  (table) => [
    primaryKey({ columns: [table.communityId, table.id] }),
    index("participants_name_skeleton")
      .on(table.communityId, table.nameSkeleton)
      .where(sql`${table.kind} = 'member'`),
  ],
);

/** The one erasable link from a participant to an account, with the role it has here. */
export const memberships = pgTable(
  "memberships",
  {
    communityId: communityId(),
    participantId: uuid().notNull(),
    accountId: uuid()
      .notNull()
      .references(() => accounts.id),
    status: text().$type<"active" | "left" | "removed">().notNull(),
    role: text().$type<"owner" | "moderator" | "member">().notNull(),
    /** By whose invitation they came, the last time that they did. */
    invitedBy: uuid(),
    joinedAt: createdAt(),
    endedAt: moment(),
  },
  (table) => [
    primaryKey({ columns: [table.communityId, table.participantId] }),
    foreignKey({
      columns: [table.communityId, table.participantId],
      foreignColumns: [participants.communityId, participants.id],
    }),
    unique().on(table.communityId, table.accountId),
    index().on(table.accountId),
    index("memberships_removed")
      .on(table.communityId)
      .where(sql`${table.status} = 'removed'`),
  ],
);

export const invitations = pgTable(
  "invitations",
  {
    communityId: communityId().references(() => communities.id),
    id: uuid().notNull(),
    tokenHash: text().notNull().unique(),
    createdBy: uuid().notNull(),
    role: text().$type<"moderator" | "member">().notNull().default("member"),
    maxUses: integer(),
    uses: integer().notNull().default(0),
    createdAt: createdAt(),
    expiresAt: moment().notNull(),
    revokedAt: moment(),
  },
  (table) => [primaryKey({ columns: [table.communityId, table.id] })],
);

export const joinRequests = pgTable(
  "join_requests",
  {
    communityId: communityId().references(() => communities.id),
    id: uuid().notNull(),
    accountId: uuid()
      .notNull()
      .references(() => accounts.id),
    message: text().notNull().default(""),
    status: text().$type<"waiting" | "accepted" | "declined" | "taken-back">().notNull(),
    decidedBy: uuid(),
    createdAt: createdAt(),
    decidedAt: moment(),
  },
  (table) => [
    primaryKey({ columns: [table.communityId, table.id] }),
    uniqueIndex("join_requests_one_waiting")
      .on(table.communityId, table.accountId)
      .where(sql`${table.status} = 'waiting'`),
  ],
);

/** What needs somebody's attention; written by features in their own transactions. */
export const notices = pgTable(
  "notices",
  {
    accountId: uuid()
      .notNull()
      .references(() => accounts.id, { onDelete: "cascade" }),
    id: uuid().notNull(),
    communityId: uuid().references(() => communities.id),
    kind: text().notNull(),
    link: text().notNull(),
    data: jsonb().$type<Record<string, string>>().notNull(),
    /** What it is about, so that it can be settled for everybody once that is dealt with. */
    subject: text(),
    createdAt: createdAt(),
    readAt: moment(),
  },
  (table) => [
    primaryKey({ columns: [table.accountId, table.id] }),
    index("notices_unread")
      .on(table.accountId, table.id)
      .where(sql`${table.readAt} is null`),
    index("notices_subject")
      .on(table.communityId, table.subject)
      .where(sql`${table.readAt} is null and ${table.subject} is not null`),
  ],
);
