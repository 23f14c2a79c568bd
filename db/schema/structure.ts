import {
  foreignKey,
  index,
  jsonb,
  pgTable,
  primaryKey,
  smallint,
  text,
  uuid,
} from "drizzle-orm/pg-core";
import type { Arrangement } from "#shared/argument/arrangement.ts";
import type { ChangeKind } from "#shared/contract/structure.ts";
import { communityId, createdAt, moment } from "./columns.ts";
import { debates } from "./debates.ts";

/** Each change of where claims stand. */
export const structureChanges = pgTable(
  "structure_changes",
  {
    communityId: communityId(),
    id: uuid().notNull(),
    debateId: uuid().notNull(),
    kind: text().$type<ChangeKind>().notNull(),
    /** The claim that it is about. */
    claimId: uuid().notNull(),
    actorId: uuid().notNull(),
    reason: text().notNull().default(""),
    arrangement: jsonb().$type<Arrangement>().notNull(),
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

/** Ratings that gave way to later ones when two claims became one; they come back when that is undone. */
export const joinedRatings = pgTable(
  "joined_ratings",
  {
    communityId: communityId(),
    changeId: uuid().notNull(),
    subjectId: uuid().notNull(),
    participantId: uuid().notNull(),
    rating: smallint(),
    ratedAt: moment().notNull(),
  },
  (table) => [
    primaryKey({
      columns: [table.communityId, table.changeId, table.subjectId, table.participantId],
    }),
    foreignKey({
      columns: [table.communityId, table.changeId],
      foreignColumns: [structureChanges.communityId, structureChanges.id],
    }),
  ],
);
