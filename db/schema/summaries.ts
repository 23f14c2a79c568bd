import { foreignKey, integer, jsonb, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import type { CitedSentence } from "#shared/opinions/summary.ts";
import { communityId, createdAt } from "./columns.ts";
import { debates } from "./debates.ts";

/** What a machine wrote of one run of a debate's opinion map, kept as it was, and the run with it. */
export const opinionSummaries = pgTable(
  "opinion_summaries",
  {
    communityId: communityId(),
    debateId: uuid().notNull(),
    runId: uuid().notNull(),
    model: text().notNull(),
    /** The SHA-256 of what was sent. */
    sentHash: text().notNull(),
    /** Citations by the numbers of the run's statements, from 1. */
    sentences: jsonb().$type<readonly CitedSentence[]>().notNull(),
    dropped: integer().notNull(),
    createdAt: createdAt(),
  },
  (table) => [
    primaryKey({ columns: [table.communityId, table.runId] }),
    foreignKey({
      columns: [table.communityId, table.debateId],
      foreignColumns: [debates.communityId, debates.id],
    }),
  ],
);
