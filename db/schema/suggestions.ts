import { foreignKey, index, integer, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import type { SuggestionStatus } from "#shared/contract/suggestions.ts";
import { communityId, createdAt, moment } from "./columns.ts";
import { claims } from "./debates.ts";

/** New words that somebody suggests for another's claim. */
export const suggestions = pgTable(
  "suggestions",
  {
    communityId: communityId(),
    id: uuid().notNull(),
    debateId: uuid().notNull(),
    claimId: uuid().notNull(),
    /** The version of the claim that it rewords. */
    claimVersion: integer().notNull(),
    text: text().notNull(),
    reason: text().notNull().default(""),
    authorId: uuid().notNull(),
    status: text().$type<SuggestionStatus>().notNull().default("open"),
    createdAt: createdAt(),
    settledAt: moment(),
    /** Who accepted, declined or withdrew it last. */
    settledById: uuid(),
  },
  (table) => [
    primaryKey({ columns: [table.communityId, table.id] }),
    foreignKey({
      columns: [table.communityId, table.claimId],
      foreignColumns: [claims.communityId, claims.id],
    }),
    index().on(table.communityId, table.debateId, table.status),
    index().on(table.communityId, table.claimId),
  ],
);

/** Members other than the claim's author who find suggested words better. */
export const suggestionSupports = pgTable(
  "suggestion_supports",
  {
    communityId: communityId(),
    suggestionId: uuid().notNull(),
    participantId: uuid().notNull(),
    supportedAt: createdAt(),
  },
  (table) => [
    primaryKey({ columns: [table.communityId, table.suggestionId, table.participantId] }),
    foreignKey({
      columns: [table.communityId, table.suggestionId],
      foreignColumns: [suggestions.communityId, suggestions.id],
    }),
  ],
);
