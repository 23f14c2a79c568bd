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
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";
import type {
  ActionKind,
  ContentState,
  FlagKind,
  ItemStatus,
  Severity,
  SubjectKind,
  Work,
} from "#shared/contract/moderated.ts";
import type { FlagOutcome } from "#shared/contract/flags.ts";
import type { ActionRole, ActionState, QueueFilter } from "#shared/contract/moderation.ts";
import type { WatchedWord } from "#shared/contract/moderation-settings.ts";
import type { SpamSettings } from "#shared/contract/spam.ts";
import type { SpamReason } from "#shared/spam/advice.ts";
import type { KeptWords } from "#shared/moderation/kept-words.ts";
import { communityId, createdAt, moment } from "./columns.ts";
import { communities, participants } from "./communities.ts";
import { debates } from "./debates.ts";

const subject = {
  subjectKind: text().$type<SubjectKind>().notNull(),
  subjectId: uuid().notNull(),
};

/** What waits for a moderator, or waited for one; at most one open at a time about one thing. */
export const moderationItems = pgTable(
  "moderation_items",
  {
    communityId: communityId().references(() => communities.id),
    id: uuid().notNull(),
    work: text().$type<Work>().notNull(),
    ...subject,
    debateId: uuid(),
    authorId: uuid(),
    severity: text().$type<Severity>().notNull(),
    status: text().$type<ItemStatus>().notNull().default("open"),
    flagCount: integer().notNull().default(0),
    /** In thousandths; for the order of the queue, where the threshold is counted exactly. */
    weight: integer().notNull().default(0),
    /** The rules that its flags cite, the most cited first. */
    rules: integer().array().notNull().default([]),
    /** The words on the list that it was noticed by. */
    words: text().array().notNull().default([]),
    /** What spoke for spam when it was written. */
    spam: jsonb().$type<readonly SpamReason[]>().notNull().default([]),
    deadlineAt: moment().notNull(),
    /** When owners were told that it is overdue: what may be illegal waits on. */
    overdueToldAt: moment(),
    claimedById: uuid(),
    claimedUntil: moment(),
    version: integer().notNull().default(1),
    createdAt: createdAt(),
    closedAt: moment(),
    actionId: uuid(),
    /** Which version of the thing was decided about. */
    subjectVersion: integer(),
  },
  (table) => [
    primaryKey({ columns: [table.communityId, table.id] }),
    uniqueIndex("moderation_items_one_open")
      .on(table.communityId, table.subjectKind, table.subjectId)
      .where(sql`${table.status} = 'open'`),
    index("moderation_items_queue").on(table.communityId, table.status, table.deadlineAt),
    index("moderation_items_due")
      .on(table.deadlineAt)
      .where(sql`${table.status} = 'open'`),
    index().on(table.communityId, table.subjectId),
  ],
);

/** Who reported what. Shown to those who decide, and to who made it. */
export const flags = pgTable(
  "flags",
  {
    communityId: communityId(),
    id: uuid().notNull(),
    itemId: uuid().notNull(),
    ...subject,
    participantId: uuid().notNull(),
    kind: text().$type<FlagKind>().notNull(),
    ruleNumber: integer().notNull(),
    ruleVersion: integer().notNull(),
    note: text().notNull(),
    /** Whether its maker had been here long enough for it to count to the threshold. */
    isCounted: boolean().notNull(),
    outcome: text().$type<FlagOutcome>().notNull().default("open"),
    /** From when the outcome tells how often its maker is right; null while it may still change. */
    finalAt: moment(),
    createdAt: createdAt(),
  },
  (table) => [
    primaryKey({ columns: [table.communityId, table.id] }),
    foreignKey({
      columns: [table.communityId, table.itemId],
      foreignColumns: [moderationItems.communityId, moderationItems.id],
    }),
    foreignKey({
      columns: [table.communityId, table.participantId],
      foreignColumns: [participants.communityId, participants.id],
    }),
    uniqueIndex("flags_one_open")
      .on(table.communityId, table.subjectKind, table.subjectId, table.participantId)
      .where(sql`${table.outcome} = 'open'`),
    index().on(table.communityId, table.itemId),
    index().on(table.communityId, table.participantId, table.createdAt),
  ],
);

/** What was done, under which rule, why and by whom. Taken back or overturned, it is still here. */
export const moderationActions = pgTable(
  "moderation_actions",
  {
    communityId: communityId().references(() => communities.id),
    id: uuid().notNull(),
    kind: text().$type<ActionKind>().notNull(),
    ...subject,
    debateId: uuid(),
    /** Whom it concerns. */
    authorId: uuid(),
    itemId: uuid(),
    ruleNumber: integer(),
    ruleVersion: integer(),
    /** Read by whom it concerns and by those who moderate. */
    reason: text().notNull(),
    /** Whether it was put away as spam. */
    isSpam: boolean().notNull().default(false),
    /** Null where a threshold, a list or the clock acted. */
    actorId: uuid(),
    role: text().$type<ActionRole>().notNull(),
    until: moment(),
    state: text().$type<ActionState>().notNull().default("in-force"),
    /** How the content was before, so that it can be put back. */
    formerState: text().$type<ContentState>(),
    formerActionId: uuid(),
    /** The change of where claims stand that it made, by which that is taken back. */
    changeId: uuid(),
    createdAt: createdAt(),
    endedAt: moment(),
    endedById: uuid(),
  },
  (table) => [
    primaryKey({ columns: [table.communityId, table.id] }),
    index().on(table.communityId, table.createdAt),
    index().on(table.communityId, table.authorId, table.createdAt),
    index().on(table.communityId, table.ruleNumber, table.createdAt),
    index().on(table.communityId, table.subjectId),
  ],
);

/**
 * Content that moderation has folded or put out of sight. The words are here and no longer at their
 * place: whoever reads that place finds none, however it is read.
 */
export const contentStates = pgTable(
  "content_states",
  {
    communityId: communityId(),
    ...subject,
    /** Null of what a group says. */
    authorId: uuid(),
    state: text().$type<ContentState>().notNull(),
    actionId: uuid().notNull(),
    /** Null while it is folded only. */
    kept: jsonb().$type<KeptWords>(),
    since: createdAt(),
  },
  (table) => [
    primaryKey({ columns: [table.communityId, table.subjectKind, table.subjectId] }),
    foreignKey({
      columns: [table.communityId, table.actionId],
      foreignColumns: [moderationActions.communityId, moderationActions.id],
    }),
  ],
);

/** What keeps a member from writing, or from writing much. */
export const sanctions = pgTable(
  "sanctions",
  {
    communityId: communityId(),
    actionId: uuid().notNull(),
    participantId: uuid().notNull(),
    kind: text().$type<"suspend" | "rate-limit">().notNull(),
    until: moment().notNull(),
    endedAt: moment(),
  },
  (table) => [
    primaryKey({ columns: [table.communityId, table.actionId] }),
    foreignKey({
      columns: [table.communityId, table.actionId],
      foreignColumns: [moderationActions.communityId, moderationActions.id],
    }),
    index("sanctions_in_force")
      .on(table.communityId, table.participantId)
      .where(sql`${table.endedAt} is null`),
  ],
);

/** Places to which nothing is added for now: a claim or position with all below it, a thread, a statement, a debate. */
export const contentLocks = pgTable(
  "content_locks",
  {
    communityId: communityId(),
    actionId: uuid().notNull(),
    debateId: uuid().notNull(),
    kind: text().$type<SubjectKind>().notNull(),
    /** Of a thread of comments, the claim that it is about. */
    placeId: uuid().notNull(),
    until: moment(),
    endedAt: moment(),
  },
  (table) => [
    primaryKey({ columns: [table.communityId, table.actionId] }),
    foreignKey({
      columns: [table.communityId, table.actionId],
      foreignColumns: [moderationActions.communityId, moderationActions.id],
    }),
    index("content_locks_in_force")
      .on(table.communityId, table.debateId)
      .where(sql`${table.endedAt} is null`),
  ],
);

/** How a community moderates, where it has said so. */
export const moderationSettings = pgTable("moderation_settings", {
  communityId: uuid()
    .primaryKey()
    .references(() => communities.id),
  /** In thousandths, as weights are counted exactly. */
  flagThreshold: integer().notNull(),
  flagAgeDays: integer().notNull(),
  deadlineHours: jsonb().$type<Readonly<Record<Severity, number>>>().notNull(),
  holdFirstPosts: integer().notNull(),
  limitedPostsPerHour: integer().notNull(),
  watchedWords: jsonb().$type<readonly WatchedWord[]>().notNull(),
  spam: jsonb()
    .$type<SpamSettings>()
    .notNull()
    .default({ effect: "advice", links: 3, percent: 90, repeatHours: 24 }),
  /** On the page that accounts for what they did. */
  namesModerators: boolean().notNull().default(false),
  version: integer().notNull().default(1),
});

/** Debates that are slowed down or locked. */
export const debatePaces = pgTable(
  "debate_paces",
  {
    communityId: communityId(),
    debateId: uuid().notNull(),
    slowSeconds: integer().notNull(),
    isLocked: boolean().notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.communityId, table.debateId] }),
    foreignKey({
      columns: [table.communityId, table.debateId],
      foreignColumns: [debates.communityId, debates.id],
    }),
  ],
);

/** When somebody wrote, for the pace of debates and people; kept by its id alone. */
export const postings = pgTable(
  "postings",
  {
    communityId: communityId(),
    participantId: uuid().notNull(),
    /** What was written. */
    subjectId: uuid().notNull(),
    debateId: uuid().notNull(),
    createdAt: createdAt(),
  },
  (table) => [
    primaryKey({ columns: [table.communityId, table.participantId, table.subjectId] }),
    index().on(table.communityId, table.participantId, table.createdAt),
  ],
);

/** How a moderator likes to see the queue. */
export const queueFilters = pgTable(
  "queue_filters",
  {
    communityId: communityId(),
    id: uuid().notNull(),
    participantId: uuid().notNull(),
    name: text().notNull(),
    filter: jsonb().$type<QueueFilter>().notNull(),
    createdAt: createdAt(),
  },
  (table) => [
    primaryKey({ columns: [table.communityId, table.id] }),
    index().on(table.communityId, table.participantId),
  ],
);
