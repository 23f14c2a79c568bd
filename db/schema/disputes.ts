import { sql } from "drizzle-orm";
import {
  type AnyPgColumn,
  boolean,
  foreignKey,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  unique,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";
import type {
  AppealGround,
  DisputeKind,
  DisputeStage,
  Ruling,
  Side,
} from "#shared/contract/disputes.ts";
import type { Absence, Choice, DrawDocument, Party } from "#shared/lottery/index.ts";
import { communityId, createdAt, moment } from "./columns.ts";
import { communities, participants } from "./communities.ts";
import { likenessKey } from "./likeness.ts";

/** In hours. */
export interface StageTimes {
  readonly statements: number;
  readonly drawing: number;
  readonly deliberation: number;
  readonly voting: number;
  readonly revealing: number;
}

/** How disputes go in a community that has said so; others go by what is usual. */
export const disputeSettings = pgTable("dispute_settings", {
  communityId: communityId()
    .primaryKey()
    .references(() => communities.id),
  statementsHours: integer().notNull(),
  drawingHours: integer().notNull(),
  deliberationHours: integer().notNull(),
  votingHours: integer().notNull(),
  revealingHours: integer().notNull(),
  signaturesPercent: integer().notNull(),
  suspendsDecisions: boolean().notNull(),
  version: integer().notNull().default(1),
});

/** Members who are ready to serve on juries. */
export const juryDuties = pgTable(
  "jury_duties",
  {
    communityId: communityId(),
    participantId: uuid().notNull(),
    since: createdAt(),
  },
  (table) => [
    primaryKey({ columns: [table.communityId, table.participantId] }),
    foreignKey({
      columns: [table.communityId, table.participantId],
      foreignColumns: [participants.communityId, participants.id],
    }),
  ],
);

export const disputes = pgTable(
  "disputes",
  {
    communityId: communityId().references(() => communities.id),
    id: uuid().notNull(),
    kind: text().$type<DisputeKind>().notNull(),
    /** The action, the decision or the report; of a conflict, the dispute itself. */
    subjectId: uuid().notNull(),
    /** `procedure` or `eligibility` of a decision; what was done, of an action; the commitment, of a report. */
    about: text(),
    /** Of a decision or a commitment: what it was called, and in which debate it is. */
    subjectTitle: text(),
    debateId: uuid(),
    ruleNumber: integer(),
    claimantId: uuid().notNull(),
    /** Null where a threshold or the clock acted. */
    respondentId: uuid(),
    mediatorId: uuid(),
    claimantMediatorId: uuid(),
    respondentMediatorId: uuid(),
    claimantClosed: boolean().notNull().default(false),
    respondentClosed: boolean().notNull().default(false),
    grounds: text().notNull(),
    evidence: jsonb().$type<{ title: string; url: string }[]>().notNull().default([]),
    remedy: text(),
    stage: text().$type<DisputeStage>().notNull(),
    level: integer().notNull().default(1),
    /** When the stage ends by the clock. */
    dueAt: moment(),
    /** When something is to be done next: that, or a summons that nobody has answered. */
    wakeAt: moment(),
    appealUntil: moment(),
    /** How long stages last, as it was when the case was opened. */
    times: jsonb().$type<StageTimes>().notNull(),
    isSuspended: boolean().notNull().default(false),
    /** What the last jury found. */
    choice: text().$type<Choice>(),
    /** The vote of the community. */
    decisionId: uuid(),
    decisionDebateId: uuid(),
    /** Which of its positions says what. */
    decisionChoices: jsonb().$type<Record<string, Choice>>(),
    version: integer().notNull().default(1),
    openedAt: createdAt(),
    endedAt: moment(),
  },
  (table) => [
    primaryKey({ columns: [table.communityId, table.id] }),
    uniqueIndex("disputes_one_of_action")
      .on(table.communityId, table.subjectId)
      .where(sql`${table.kind} = 'action'`),
    index().on(table.communityId, table.stage),
    index().on(table.communityId, table.ruleNumber),
    index("disputes_due")
      .on(table.wakeAt)
      .where(sql`${table.wakeAt} is not null`),
    index("disputes_likeness").using("gin", sql`${likenessKey(table.grounds)} gin_trgm_ops`),
  ],
);

const ofDispute = (table: { communityId: AnyPgColumn; disputeId: AnyPgColumn }) =>
  foreignKey({
    columns: [table.communityId, table.disputeId],
    foreignColumns: [disputes.communityId, disputes.id],
  });

/** What the sides and the mediator said, in the order of time. */
export const disputeStatements = pgTable(
  "dispute_statements",
  {
    communityId: communityId(),
    id: uuid().notNull(),
    disputeId: uuid().notNull(),
    level: integer().notNull(),
    side: text().$type<Side>().notNull(),
    authorId: uuid().notNull(),
    text: text().notNull(),
    evidence: jsonb().$type<{ title: string; url: string }[]>().notNull(),
    createdAt: createdAt(),
  },
  (table) => [
    primaryKey({ columns: [table.communityId, table.id] }),
    ofDispute(table),
    index().on(table.communityId, table.disputeId),
  ],
);

/** What is thrown into a draw: committed before the pool is fixed, told after. */
export const drawNonces = pgTable(
  "draw_nonces",
  {
    communityId: communityId(),
    disputeId: uuid().notNull(),
    level: integer().notNull(),
    party: text().$type<Party>().notNull(),
    /** Null of the server's own. */
    participantId: uuid(),
    commitment: text().notNull(),
    nonce: text(),
    committedAt: createdAt(),
  },
  (table) => [
    primaryKey({ columns: [table.communityId, table.disputeId, table.level, table.party] }),
    ofDispute(table),
  ],
);

/** One jury of a case. */
export const juries = pgTable(
  "juries",
  {
    communityId: communityId(),
    disputeId: uuid().notNull(),
    level: integer().notNull(),
    wantedSeats: integer().notNull(),
    /** Null until the pool is fixed, and where it is too small. */
    seats: integer(),
    poolSize: integer(),
    /** What is published of the draw. */
    draw: jsonb().$type<DrawDocument>(),
    appealOn: text().$type<AppealGround>(),
    appealGrounds: text(),
    appealedById: uuid(),
    ruling: jsonb().$type<Omit<Ruling, "jurors">>(),
    ruledAt: moment(),
  },
  (table) => [
    primaryKey({ columns: [table.communityId, table.disputeId, table.level] }),
    ofDispute(table),
  ],
);

/** Who could be drawn, under which pseudonym; without the salt nobody can tell that it is theirs. */
export const juryPool = pgTable(
  "jury_pool",
  {
    communityId: communityId(),
    disputeId: uuid().notNull(),
    level: integer().notNull(),
    participantId: uuid().notNull(),
    pseudonym: text().notNull(),
    salt: text().notNull(),
  },
  (table) => [
    primaryKey({
      columns: [table.communityId, table.disputeId, table.level, table.participantId],
    }),
    unique().on(table.communityId, table.disputeId, table.level, table.pseudonym),
    ofDispute(table),
  ],
);

/** Those who were drawn, or came in somebody's place. */
export const jurors = pgTable(
  "jurors",
  {
    communityId: communityId(),
    disputeId: uuid().notNull(),
    level: integer().notNull(),
    participantId: uuid().notNull(),
    pseudonym: text().notNull(),
    /** In which they were asked; the number under which they speak. */
    number: integer().notNull(),
    status: text()
      .$type<"invited" | "serving" | "declined" | "no-answer" | "did-not-vote">()
      .notNull(),
    /** Whom they came for: nobody is replaced twice for not having voted. */
    cameFor: text().$type<Absence>(),
    invitedAt: createdAt(),
    dueAt: moment(),
    declaration: text(),
    commitment: text(),
    choice: text().$type<Choice>(),
    reason: text(),
    votedAt: moment(),
  },
  (table) => [
    primaryKey({
      columns: [table.communityId, table.disputeId, table.level, table.participantId],
    }),
    ofDispute(table),
    index().on(table.communityId, table.participantId),
  ],
);

/** The jury's own thread, and its questions to the sides. */
export const juryMessages = pgTable(
  "jury_messages",
  {
    communityId: communityId(),
    id: uuid().notNull(),
    disputeId: uuid().notNull(),
    level: integer().notNull(),
    kind: text().$type<"message" | "question" | "answer">().notNull(),
    authorId: uuid().notNull(),
    /** To whom a question is put; who answers. */
    side: text().$type<"claimant" | "respondent" | "both">(),
    questionId: uuid(),
    text: text().notNull(),
    createdAt: createdAt(),
  },
  (table) => [
    primaryKey({ columns: [table.communityId, table.id] }),
    ofDispute(table),
    index().on(table.communityId, table.disputeId),
    uniqueIndex("jury_messages_one_question")
      .on(table.communityId, table.disputeId, table.level, table.authorId)
      .where(sql`${table.kind} = 'question'`),
    uniqueIndex("jury_messages_one_answer")
      .on(table.communityId, table.questionId, table.side)
      .where(sql`${table.kind} = 'answer'`),
  ],
);

/** Members who ask that the community decides. */
export const disputeSignatures = pgTable(
  "dispute_signatures",
  {
    communityId: communityId(),
    disputeId: uuid().notNull(),
    participantId: uuid().notNull(),
    createdAt: createdAt(),
  },
  (table) => [
    primaryKey({ columns: [table.communityId, table.disputeId, table.participantId] }),
    ofDispute(table),
  ],
);
