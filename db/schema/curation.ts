import { foreignKey, index, integer, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import type { CuratedKind } from "#shared/contract/curation.ts";
import type { Fairness } from "#shared/contract/summary-ratings.ts";
import { communityId, createdAt, moment } from "./columns.ts";
import { debates } from "./debates.ts";

/** Each version of what a debate has come to. */
export const summaries = pgTable(
  "summaries",
  {
    communityId: communityId(),
    debateId: uuid().notNull(),
    version: integer().notNull(),
    /** Markdown as written; made safe when shown. */
    text: text().notNull(),
    /** The version that it brings back. */
    restores: integer(),
    authorId: uuid().notNull(),
    createdAt: createdAt(),
  },
  (table) => [
    primaryKey({ columns: [table.communityId, table.debateId, table.version] }),
    foreignKey({
      columns: [table.communityId, table.debateId],
      foreignColumns: [debates.communityId, debates.id],
    }),
  ],
);

/** How fair a person finds a version of a summary. Shown to nobody but that person; others see how many find it so. */
export const summaryRatings = pgTable(
  "summary_ratings",
  {
    communityId: communityId(),
    debateId: uuid().notNull(),
    version: integer().notNull(),
    participantId: uuid().notNull(),
    rating: text().$type<Fairness>().notNull(),
    ratedAt: createdAt(),
  },
  (table) => [
    primaryKey({
      columns: [table.communityId, table.debateId, table.version, table.participantId],
    }),
    foreignKey({
      columns: [table.communityId, table.debateId, table.version],
      foreignColumns: [summaries.communityId, summaries.debateId, summaries.version],
    }),
  ],
);

/** What those who curate a debate have set: facilitators, pins, tags, order, highlights. */
export const curated = pgTable(
  "curated",
  {
    communityId: communityId(),
    debateId: uuid().notNull(),
    kind: text().$type<CuratedKind>().notNull(),
    subjectId: uuid().notNull(),
    values: text().array().notNull(),
    createdAt: createdAt(),
  },
  (table) => [
    primaryKey({ columns: [table.communityId, table.debateId, table.kind, table.subjectId] }),
    foreignKey({
      columns: [table.communityId, table.debateId],
      foreignColumns: [debates.communityId, debates.id],
    }),
  ],
);

/** Who changed what of it. */
export const curationChanges = pgTable(
  "curation_changes",
  {
    communityId: communityId(),
    id: uuid().notNull(),
    debateId: uuid().notNull(),
    kind: text().$type<CuratedKind | "summary">().notNull(),
    subjectId: uuid().notNull(),
    before: text().array().notNull(),
    after: text().array().notNull(),
    /** The claim, position or participant that it is about, where that is not the debate as a whole. */
    aboutId: uuid(),
    actorId: uuid().notNull(),
    createdAt: createdAt(),
    undoneAt: moment(),
    undoneById: uuid(),
  },
  (table) => [
    primaryKey({ columns: [table.communityId, table.id] }),
    foreignKey({
      columns: [table.communityId, table.debateId],
      foreignColumns: [debates.communityId, debates.id],
    }),
    index().on(table.communityId, table.debateId, table.createdAt),
  ],
);
