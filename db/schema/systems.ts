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
  uuid,
} from "drizzle-orm/pg-core";
import type {
  CardContent,
  CardFacts,
  IncidentState,
  IncidentTerms,
  Severity,
} from "#shared/systems/index.ts";
import { communityId, createdAt, moderation, moment } from "./columns.ts";
import { communities, participants } from "./communities.ts";

/** A model, data set or service that a community governs. What its card says is in its newest version. */
export const systems = pgTable(
  "systems",
  {
    communityId: communityId().references(() => communities.id),
    id: uuid().notNull(),
    version: integer().notNull().default(1),
    createdAt: createdAt(),
  },
  (table) => [primaryKey({ columns: [table.communityId, table.id] })],
);

/** Every version of a system's card; none is ever changed. */
export const systemVersions = pgTable(
  "system_versions",
  {
    communityId: communityId(),
    systemId: uuid().notNull(),
    version: integer().notNull(),
    content: jsonb().$type<CardContent>().notNull(),
    links: jsonb().$type<CardFacts["links"]>().notNull(),
    stewardId: uuid().notNull(),
    editorId: uuid().notNull(),
    reason: text().notNull(),
    createdAt: createdAt(),
  },
  (table) => [
    primaryKey({ columns: [table.communityId, table.systemId, table.version] }),
    foreignKey({
      columns: [table.communityId, table.systemId],
      foreignColumns: [systems.communityId, systems.id],
    }),
    foreignKey({
      columns: [table.communityId, table.stewardId],
      foreignColumns: [participants.communityId, participants.id],
    }),
  ],
);

/** What went wrong with a system. */
export const incidents = pgTable(
  "incidents",
  {
    communityId: communityId(),
    id: uuid().notNull(),
    systemId: uuid().notNull(),
    release: text().notNull(),
    title: text().notNull(),
    words: text().notNull(),
    harmed: text().notNull(),
    severity: text().$type<Severity>().notNull(),
    evidence: jsonb().$type<readonly { title: string; url: string }[]>().notNull(),
    reporterId: uuid().notNull(),
    /** Whether others than moderators may know who reported it. */
    isNamed: boolean().notNull(),
    state: text().$type<IncidentState>().notNull().default("reported"),
    dueAt: moment(),
    /** When the clock has told that it is due soon, and that it is overdue; null again with each deadline. */
    remindedAt: moment(),
    overdueToldAt: moment(),
    /** When its deadline was set. */
    dueSetAt: moment().notNull().defaultNow(),
    disputeId: uuid(),
    /** What moderation says of the report; absent where it has not touched it. */
    moderation: moderation(),
    version: integer().notNull().default(1),
    createdAt: createdAt(),
  },
  (table) => [
    primaryKey({ columns: [table.communityId, table.id] }),
    foreignKey({
      columns: [table.communityId, table.systemId],
      foreignColumns: [systems.communityId, systems.id],
    }),
    foreignKey({
      columns: [table.communityId, table.reporterId],
      foreignColumns: [participants.communityId, participants.id],
    }),
    index().on(table.communityId, table.systemId),
    index("incidents_waiting")
      .on(table.dueAt)
      .where(sql`${table.overdueToldAt} is null`),
  ],
);

/** What became of incidents; the report itself is no step. */
export const incidentSteps = pgTable(
  "incident_steps",
  {
    communityId: communityId(),
    id: uuid().notNull(),
    incidentId: uuid().notNull(),
    to: text().$type<IncidentState>().notNull(),
    why: text().notNull(),
    byId: uuid().notNull(),
    createdAt: createdAt(),
  },
  (table) => [
    primaryKey({ columns: [table.communityId, table.id] }),
    foreignKey({
      columns: [table.communityId, table.incidentId],
      foreignColumns: [incidents.communityId, incidents.id],
    }),
    index().on(table.communityId, table.incidentId, table.id),
  ],
);

/** By when a community wants to have dealt with incidents; no row means that the usual times hold. */
export const incidentTerms = pgTable("incident_terms", {
  communityId: communityId()
    .primaryKey()
    .references(() => communities.id),
  terms: jsonb().$type<IncidentTerms>().notNull(),
  version: integer().notNull().default(1),
});
