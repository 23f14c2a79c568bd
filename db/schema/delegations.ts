import { sql } from "drizzle-orm";
import {
  check,
  foreignKey,
  index,
  integer,
  pgTable,
  primaryKey,
  text,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";
import type { Scope } from "#shared/delegation/scope.ts";
import { communityId, createdAt, moment } from "./columns.ts";
import { participants } from "./communities.ts";

/**
 * Standing choices that another votes for somebody. What is revoked stays, so that the version of a choice (the highest
 * among its rows) never goes back, and everybody can see what they once chose.
 */
export const delegations = pgTable(
  "delegations",
  {
    communityId: communityId(),
    id: uuid().notNull(),
    fromId: uuid().notNull(),
    toId: uuid().notNull(),
    scope: text().$type<Scope>().notNull(),
    /** The debate or topic; null for the whole community. */
    about: text(),
    percent: integer().notNull(),
    /** Of what was chosen at once; those of one person in one scope have it in common. */
    version: integer().notNull(),
    madeAt: createdAt(),
    expiresAt: moment().notNull(),
    revokedAt: moment(),
    /** When its owner was told that it will end, and that it has. */
    warnedAt: moment(),
    toldEndedAt: moment(),
  },
  (table) => [
    primaryKey({ columns: [table.communityId, table.id] }),
    foreignKey({
      columns: [table.communityId, table.fromId],
      foreignColumns: [participants.communityId, participants.id],
    }),
    foreignKey({
      columns: [table.communityId, table.toId],
      foreignColumns: [participants.communityId, participants.id],
    }),
    check("delegations_percent", sql`${table.percent} between 1 and 100`),
    check("delegations_another", sql`${table.fromId} <> ${table.toId}`),
    uniqueIndex("delegations_standing")
      .on(table.communityId, table.fromId, table.scope, sql`coalesce(about, '')`, table.toId)
      .where(sql`${table.revokedAt} is null`),
    index().on(table.communityId, table.toId),
    index("delegations_ending")
      .on(table.expiresAt)
      .where(sql`${table.revokedAt} is null and ${table.toldEndedAt} is null`),
  ],
);
