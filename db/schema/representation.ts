import {
  foreignKey,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  uuid,
} from "drizzle-orm/pg-core";
import type { ReleasedPart } from "#shared/representation/released-part.ts";
import { communityId, createdAt, moment } from "./columns.ts";
import { communities, participants } from "./communities.ts";

/** What people agree to who say something about themselves. */
export const declaredConsents = pgTable("declared_consents", {
  communityId: communityId()
    .primaryKey()
    .references(() => communities.id),
  consent: text().notNull(),
  version: integer().notNull(),
});

export const declaredAttributes = pgTable(
  "declared_attributes",
  {
    communityId: communityId().references(() => communities.id),
    id: uuid().notNull(),
    name: text().notNull(),
    place: integer().notNull(),
  },
  (table) => [primaryKey({ columns: [table.communityId, table.id] })],
);

export const declaredValues = pgTable(
  "declared_values",
  {
    communityId: communityId(),
    id: uuid().notNull(),
    attributeId: uuid().notNull(),
    name: text().notNull(),
    /** The share that there should be, in hundredths of a per cent. */
    target: integer(),
    place: integer().notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.communityId, table.id] }),
    foreignKey({
      columns: [table.communityId, table.attributeId],
      foreignColumns: [declaredAttributes.communityId, declaredAttributes.id],
    }).onDelete("cascade"),
    index().on(table.communityId, table.attributeId),
  ],
);

/** What somebody said about themselves. No operation gives it to anybody else. */
export const declarations = pgTable(
  "declarations",
  {
    communityId: communityId(),
    attributeId: uuid().notNull(),
    participantId: uuid().notNull(),
    /** Null: prefers not to say. */
    valueId: uuid(),
    declaredAt: createdAt(),
  },
  (table) => [
    primaryKey({ columns: [table.communityId, table.attributeId, table.participantId] }),
    foreignKey({
      columns: [table.communityId, table.attributeId],
      foreignColumns: [declaredAttributes.communityId, declaredAttributes.id],
    }).onDelete("cascade"),
    foreignKey({
      columns: [table.communityId, table.valueId],
      foreignColumns: [declaredValues.communityId, declaredValues.id],
    }).onDelete("cascade"),
    foreignKey({
      columns: [table.communityId, table.participantId],
      foreignColumns: [participants.communityId, participants.id],
    }),
    index().on(table.communityId, table.participantId),
  ],
);

/** Tables that were told: what comes later may differ from each of them by nobody, or by at least five people. */
export const declaredReleases = pgTable(
  "declared_releases",
  {
    communityId: communityId().references(() => communities.id),
    id: uuid().notNull(),
    /** An attribute's id, or "all" for what is told of all of them together. */
    about: text().notNull(),
    population: text().notNull(),
    /** The debate's or decision's id; empty for the whole community. */
    subjectId: text().notNull(),
    told: jsonb().$type<ReleasedPart>().notNull(),
    size: integer().notNull(),
    releasedAt: moment().notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.communityId, table.id] }),
    index().on(table.communityId, table.about, table.population, table.subjectId, table.releasedAt),
  ],
);

/** Of whom a table told, and what they said; somebody who took that back is a number that leads to nobody. */
export const declaredReleasePeople = pgTable(
  "declared_release_people",
  {
    communityId: communityId(),
    releaseId: uuid().notNull(),
    participantId: uuid().notNull(),
    said: text().notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.communityId, table.releaseId, table.participantId] }),
    foreignKey({
      columns: [table.communityId, table.releaseId],
      foreignColumns: [declaredReleases.communityId, declaredReleases.id],
    }).onDelete("cascade"),
    index().on(table.communityId, table.participantId),
  ],
);
