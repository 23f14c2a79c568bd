import { foreignKey, index, integer, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import { communityId, createdAt, moderation, moment } from "./columns.ts";
import { claims } from "./debates.ts";

/** What is said about claims. Their order is that of their ids, which hold the time. */
export const comments = pgTable(
  "comments",
  {
    communityId: communityId(),
    id: uuid().notNull(),
    debateId: uuid().notNull(),
    claimId: uuid().notNull(),
    text: text().notNull(),
    authorId: uuid().notNull(),
    version: integer().notNull().default(1),
    createdAt: createdAt(),
    withdrawnAt: moment(),
    moderation: moderation(),
  },
  (table) => [
    primaryKey({ columns: [table.communityId, table.id] }),
    foreignKey({
      columns: [table.communityId, table.claimId],
      foreignColumns: [claims.communityId, claims.id],
    }),
    index().on(table.communityId, table.claimId, table.id),
    index().on(table.communityId, table.debateId),
  ],
);

/** Who finds which claim, or which comment on it, well put. */
export const acknowledgements = pgTable(
  "acknowledgements",
  {
    communityId: communityId(),
    debateId: uuid().notNull(),
    claimId: uuid().notNull(),
    /** A comment; or the claim itself. */
    subjectId: uuid().notNull(),
    participantId: uuid().notNull(),
    createdAt: createdAt(),
  },
  (table) => [
    primaryKey({ columns: [table.communityId, table.subjectId, table.participantId] }),
    foreignKey({
      columns: [table.communityId, table.claimId],
      foreignColumns: [claims.communityId, claims.id],
    }),
    index().on(table.communityId, table.debateId),
  ],
);
