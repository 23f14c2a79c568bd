import {
  boolean,
  foreignKey,
  index,
  integer,
  pgTable,
  primaryKey,
  text,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";
import { accounts } from "./accounts.ts";
import { communityId, createdAt, moderation, moment } from "./columns.ts";
import { participants } from "./communities.ts";
import { panels } from "./panels.ts";

/** What members of a panel ask those who know. */
export const panelQuestions = pgTable(
  "panel_questions",
  {
    communityId: communityId(),
    id: uuid().notNull(),
    panelId: uuid().notNull(),
    askerId: uuid().notNull(),
    text: text().notNull(),
    /** Who answered, as the owners name them. */
    expert: text(),
    answer: text(),
    answeredAt: moment(),
    /** The expert who wrote it themselves; null where owners brought it. */
    expertId: uuid(),
    /** Of the answer: how often it was worded. */
    version: integer().notNull().default(0),
    /** What moderation says of the answer; absent where it has not touched it. */
    moderation: moderation(),
    createdAt: createdAt(),
  },
  (table) => [
    primaryKey({ columns: [table.communityId, table.id] }),
    foreignKey({
      columns: [table.communityId, table.panelId],
      foreignColumns: [panels.communityId, panels.id],
    }),
    foreignKey({
      columns: [table.communityId, table.askerId],
      foreignColumns: [participants.communityId, participants.id],
    }),
    index().on(table.communityId, table.panelId),
  ],
);

/** Who is heard by a panel: an account of this installation once the link was taken, member of the community or not. */
export const panelExperts = pgTable(
  "panel_experts",
  {
    communityId: communityId(),
    id: uuid().notNull(),
    panelId: uuid().notNull(),
    /** As the owners name them. */
    name: text().notNull(),
    /** Of the link, until it is taken. */
    tokenHash: text(),
    accountId: uuid().references(() => accounts.id, { onDelete: "set null" }),
    testimony: text(),
    testifiedAt: moment(),
    /** Of the testimony: how often it was worded. */
    version: integer().notNull().default(0),
    /** What moderation says of the testimony; absent where it has not touched it. */
    moderation: moderation(),
    /** From when on they are heard no more. */
    dismissedAt: moment(),
    createdAt: createdAt(),
  },
  (table) => [
    primaryKey({ columns: [table.communityId, table.id] }),
    foreignKey({
      columns: [table.communityId, table.panelId],
      foreignColumns: [panels.communityId, panels.id],
    }),
    index().on(table.communityId, table.panelId),
    uniqueIndex().on(table.tokenHash),
    index().on(table.accountId),
  ],
);

/** What members of a panel put before it, to be recommended by all of it. */
export const panelRecommendations = pgTable(
  "panel_recommendations",
  {
    communityId: communityId(),
    id: uuid().notNull(),
    panelId: uuid().notNull(),
    authorId: uuid().notNull(),
    title: text().notNull(),
    text: text().notNull(),
    adoptedAt: moment(),
    /** Where it stands in the debate. */
    positionId: uuid(),
    createdAt: createdAt(),
  },
  (table) => [
    primaryKey({ columns: [table.communityId, table.id] }),
    foreignKey({
      columns: [table.communityId, table.panelId],
      foreignColumns: [panels.communityId, panels.id],
    }),
    foreignKey({
      columns: [table.communityId, table.authorId],
      foreignColumns: [participants.communityId, participants.id],
    }),
    index().on(table.communityId, table.panelId),
  ],
);

/** One yes or no of each who sits, told to nobody else. */
export const panelVotes = pgTable(
  "panel_votes",
  {
    communityId: communityId(),
    recommendationId: uuid().notNull(),
    participantId: uuid().notNull(),
    isYes: boolean().notNull(),
    createdAt: createdAt(),
  },
  (table) => [
    primaryKey({ columns: [table.communityId, table.recommendationId, table.participantId] }),
    foreignKey({
      columns: [table.communityId, table.recommendationId],
      foreignColumns: [panelRecommendations.communityId, panelRecommendations.id],
    }).onDelete("cascade"),
    foreignKey({
      columns: [table.communityId, table.participantId],
      foreignColumns: [participants.communityId, participants.id],
    }),
    index().on(table.communityId, table.participantId),
  ],
);
