import { sql } from "drizzle-orm";
import {
  boolean,
  foreignKey,
  index,
  integer,
  pgTable,
  primaryKey,
  text,
  uuid,
} from "drizzle-orm/pg-core";
import type { CommitmentSource } from "#shared/contract/commitments.ts";
import type { ReviewOutcome } from "#shared/commitments/index.ts";
import { communityId, createdAt, moment } from "./columns.ts";
import { communities, participants } from "./communities.ts";

/** What somebody is asked to do because of a decision, or promised. Where it stands follows from this and the clock. */
export const commitments = pgTable(
  "commitments",
  {
    communityId: communityId().references(() => communities.id),
    id: uuid().notNull(),
    /** The one that this is a part of; parts have no parts. */
    parentId: uuid(),
    weight: integer().notNull().default(1),
    /** How far the whole was before this part was added to it, and since; null of parts that it was asked for with. */
    wholeBefore: integer(),
    wholeSince: integer(),
    /** A text, so that other features can be what promises come from. */
    sourceKind: text().$type<CommitmentSource["kind"]>().notNull(),
    sourceId: uuid().notNull(),
    sourceTitle: text().notNull(),
    /** The funding round that pays for it, where one does. */
    roundId: uuid(),
    debateId: uuid(),
    title: text().notNull(),
    criterion: text().notNull(),
    budget: text(),
    ownerId: uuid().notNull(),
    proposerId: uuid().notNull(),
    dueAt: moment().notNull(),
    /** Null of parts. */
    reviewAt: moment(),
    answer: text().$type<"accepted" | "declined">(),
    answerReason: text().notNull().default(""),
    answeredAt: moment(),
    withdrawnAt: moment(),
    review: text().$type<ReviewOutcome>(),
    reviewWords: text().notNull().default(""),
    reviewedById: uuid(),
    reviewedAt: moment(),
    reopened: boolean().notNull().default(false),
    /** When the clock has told of these: that it is due soon, that it is overdue, that it is to be reviewed. */
    remindedAt: moment(),
    overdueToldAt: moment(),
    reviewToldAt: moment(),
    version: integer().notNull().default(1),
    createdAt: createdAt(),
  },
  (table) => [
    primaryKey({ columns: [table.communityId, table.id] }),
    foreignKey({
      columns: [table.communityId, table.parentId],
      foreignColumns: [table.communityId, table.id],
    }),
    foreignKey({
      columns: [table.communityId, table.ownerId],
      foreignColumns: [participants.communityId, participants.id],
    }),
    index().on(table.communityId, table.parentId),
    index().on(table.communityId, table.sourceId),
    index().on(table.communityId, table.roundId),
    index().on(table.communityId, table.debateId),
    index("commitments_promised")
      .on(table.dueAt)
      .where(sql`${table.answer} = 'accepted' and ${table.review} is null`),
  ],
);

/** What owners reported, each with its evidence. */
export const commitmentUpdates = pgTable(
  "commitment_updates",
  {
    communityId: communityId(),
    id: uuid().notNull(),
    commitmentId: uuid().notNull(),
    percent: integer().notNull(),
    words: text().notNull(),
    evidenceTitle: text().notNull(),
    evidenceUrl: text().notNull(),
    authorId: uuid().notNull(),
    /** The dispute whose ruling found it to be false. */
    falseDisputeId: uuid(),
    createdAt: createdAt(),
  },
  (table) => [
    primaryKey({ columns: [table.communityId, table.id] }),
    foreignKey({
      columns: [table.communityId, table.commitmentId],
      foreignColumns: [commitments.communityId, commitments.id],
    }),
    index().on(table.communityId, table.commitmentId, table.createdAt),
  ],
);

/** Members who want to be told of what becomes of a commitment; nobody else sees who they are. */
export const commitmentFollowers = pgTable(
  "commitment_followers",
  {
    communityId: communityId(),
    commitmentId: uuid().notNull(),
    participantId: uuid().notNull(),
    createdAt: createdAt(),
  },
  (table) => [
    primaryKey({ columns: [table.communityId, table.commitmentId, table.participantId] }),
    foreignKey({
      columns: [table.communityId, table.commitmentId],
      foreignColumns: [commitments.communityId, commitments.id],
    }),
    foreignKey({
      columns: [table.communityId, table.participantId],
      foreignColumns: [participants.communityId, participants.id],
    }),
  ],
);
