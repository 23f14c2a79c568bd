import {
  boolean,
  index,
  integer,
  pgTable,
  primaryKey,
  text,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";
import { communityId, createdAt } from "./columns.ts";
import { communities } from "./communities.ts";

/**
 * Texts on which moderators have decided, as what is spam and what is fine is told by them. Of the words there are
 * hashes, by a key that is not in the database: nobody reads here what somebody wrote.
 */
export const spamExamples = pgTable(
  "spam_examples",
  {
    communityId: communityId().references(() => communities.id),
    id: uuid().notNull(),
    /** What was decided about; null once that can't change any more and is forgotten. */
    subjectId: uuid(),
    isSpam: boolean().notNull(),
    words: text().array().notNull(),
    createdAt: createdAt(),
  },
  (table) => [
    primaryKey({ columns: [table.communityId, table.id] }),
    uniqueIndex().on(table.communityId, table.subjectId),
  ],
);

/** Sketches of what new members wrote lately, by which repetitions are found; kept for three days. */
export const spamSketches = pgTable(
  "spam_sketches",
  {
    communityId: communityId(),
    subjectId: uuid().notNull(),
    participantId: uuid().notNull(),
    sketch: integer().array().notNull(),
    createdAt: createdAt(),
  },
  (table) => [
    primaryKey({ columns: [table.communityId, table.subjectId] }),
    index().on(table.communityId, table.createdAt),
    index().on(table.createdAt),
  ],
);
