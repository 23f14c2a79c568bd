import { sql } from "drizzle-orm";
import {
  type AnyPgColumn,
  boolean,
  date,
  foreignKey,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  smallint,
  text,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";
import { communityId, createdAt, moderation, moment } from "./columns.ts";
import { communities, participants } from "./communities.ts";
import { likenessKey } from "./likeness.ts";
import type { Bridges, ByPanel, ClaimKind } from "#shared/contract/claims.ts";
import type { MoveRule, SchedulablePhase } from "#shared/contract/debates.ts";
import type { EvidenceKind } from "#shared/contract/evidence.ts";
import type { Language, Phase, StatementMode, Template } from "#shared/contract/phases.ts";
import type { Verdict } from "#shared/contract/reviews.ts";

export const debates = pgTable(
  "debates",
  {
    communityId: communityId().references(() => communities.id),
    id: uuid().notNull(),
    question: text().notNull(),
    /** Markdown as written; made safe when shown. */
    context: text().notNull().default(""),
    /** One of the community's topics, in use or retired. */
    topic: text().notNull(),
    language: text().$type<Language>().notNull(),
    phase: text().$type<Phase>().notNull(),
    /** The phase it was in before it was archived; archived drafts stay out of sight. */
    archivedFrom: text().$type<Phase>(),
    authorId: uuid().notNull(),
    /** Where an imported debate came from, and under which licence. */
    attribution: text(),
    /** The frame that it was begun with. */
    template: text().$type<Template>(),
    /** Whether people without an account may respond to its statements. */
    admitsVisitors: boolean().notNull().default(false),
    /** Whether what they respond is shown and exported, or left out. */
    countsVisitors: boolean().notNull().default(true),
    /** How many zero bits the proof of work of their browsers has; 0 where none is asked for. */
    visitorProofBits: smallint().notNull().default(0),
    /** Whether new statements are shown at once, or once they are approved. */
    statementMode: text().$type<StatementMode>().notNull().default("open"),
    version: integer().notNull().default(1),
    /** What moderation says of the question; absent where it has not touched it. */
    moderation: moderation(),
    createdAt: createdAt(),
    updatedAt: createdAt(),
  },
  (table) => [
    primaryKey({ columns: [table.communityId, table.id] }),
    foreignKey({
      columns: [table.communityId, table.authorId],
      foreignColumns: [participants.communityId, participants.id],
    }),
    index().on(table.communityId, table.phase, table.updatedAt),
    index().on(table.communityId, table.updatedAt),
    index().on(table.communityId, table.topic, table.updatedAt),
    index().on(table.updatedAt),
  ],
);

const inDebate = (table: { communityId: AnyPgColumn; debateId: AnyPgColumn }) =>
  foreignKey({
    columns: [table.communityId, table.debateId],
    foreignColumns: [debates.communityId, debates.id],
  });

/** Each move of a debate from phase to phase; `actorId` is null where the schedule moved it. */
export const phaseMoves = pgTable(
  "phase_moves",
  {
    communityId: communityId(),
    id: uuid().notNull(),
    debateId: uuid().notNull(),
    from: text().$type<Phase>().notNull(),
    to: text().$type<Phase>().notNull(),
    actorId: uuid(),
    reason: text().notNull().default(""),
    createdAt: createdAt(),
  },
  (table) => [
    primaryKey({ columns: [table.communityId, table.id] }),
    inDebate(table),
    index().on(table.communityId, table.debateId, table.createdAt),
  ],
);

/** Moves that will happen by themselves. `refusal` says why one could not. */
export const scheduledMoves = pgTable(
  "scheduled_moves",
  {
    communityId: communityId(),
    debateId: uuid().notNull(),
    to: text().$type<SchedulablePhase>().notNull(),
    at: moment().notNull(),
    byId: uuid().notNull(),
    doneAt: moment(),
    refusal: text().$type<MoveRule>(),
  },
  (table) => [
    primaryKey({ columns: [table.communityId, table.debateId, table.to] }),
    inDebate(table),
  ],
);

export const positions = pgTable(
  "positions",
  {
    communityId: communityId(),
    id: uuid().notNull(),
    debateId: uuid().notNull(),
    title: text().notNull(),
    text: text().notNull().default(""),
    authorId: uuid().notNull(),
    /** What it was made out of, as the map said it then. */
    bridges: jsonb().$type<Bridges>(),
    /** The panel that recommended it; its words are then nobody's to change. */
    byPanel: jsonb().$type<ByPanel>(),
    version: integer().notNull().default(1),
    createdAt: createdAt(),
    withdrawnAt: moment(),
    moderation: moderation(),
  },
  (table) => [
    primaryKey({ columns: [table.communityId, table.id] }),
    inDebate(table),
    index().on(table.communityId, table.debateId),
    index("positions_likeness").using("gin", sql`${likenessKey(table.title)} gin_trgm_ops`),
  ],
);

/** A node of the argument tree. Where it stands is said by its edges. */
export const claims = pgTable(
  "claims",
  {
    communityId: communityId(),
    id: uuid().notNull(),
    debateId: uuid().notNull(),
    text: text().notNull(),
    /** An assumption is taken for granted here, and can be attacked as such. */
    kind: text().$type<ClaimKind>().notNull().default("claim"),
    language: text().$type<Language>().notNull(),
    authorId: uuid().notNull(),
    /** Who worded it as it stands; null where that is its author. */
    editorId: uuid(),
    version: integer().notNull().default(1),
    createdAt: createdAt(),
    updatedAt: createdAt(),
    withdrawnAt: moment(),
    moderation: moderation(),
    /** Put away by those who curate, with all that hangs below it. */
    archivedAt: moment(),
    /** The claim that says the same, and has its places and replies now. */
    mergedInto: uuid(),
    /** The debate that argues it further. */
    extractedTo: uuid(),
  },
  (table) => [
    primaryKey({ columns: [table.communityId, table.id] }),
    inDebate(table),
    index().on(table.communityId, table.debateId),
    index("claims_likeness").using("gin", sql`${likenessKey(table.text)} gin_trgm_ops`),
  ],
);

const ofClaim = (table: { communityId: AnyPgColumn; claimId: AnyPgColumn }) =>
  foreignKey({
    columns: [table.communityId, table.claimId],
    foreignColumns: [claims.communityId, claims.id],
  });

/** What a claim or position said before it was edited. */
export const revisions = pgTable(
  "revisions",
  {
    communityId: communityId(),
    subjectId: uuid().notNull(),
    version: integer().notNull(),
    text: text().notNull(),
    editorId: uuid().notNull(),
    createdAt: createdAt(),
  },
  (table) => [primaryKey({ columns: [table.communityId, table.subjectId, table.version] })],
);

/** A claim is pro or con its target: a position, a claim, or another edge. */
export const edges = pgTable(
  "edges",
  {
    communityId: communityId(),
    id: uuid().notNull(),
    debateId: uuid().notNull(),
    claimId: uuid().notNull(),
    side: text().$type<"pro" | "con">().notNull(),
    targetKind: text().$type<"position" | "claim" | "edge">().notNull(),
    targetId: uuid().notNull(),
    createdAt: createdAt(),
    /** When the claim was taken away from this place; kept, so that it can come back with its ratings. */
    removedAt: moment(),
  },
  (table) => [
    primaryKey({ columns: [table.communityId, table.id] }),
    inDebate(table),
    ofClaim(table),
    uniqueIndex("edges_place")
      .on(table.communityId, table.claimId, table.targetId)
      .where(sql`${table.removedAt} is null`),
    index().on(table.communityId, table.debateId),
    index().on(table.communityId, table.targetId),
  ],
);

export const evidence = pgTable(
  "evidence",
  {
    communityId: communityId(),
    id: uuid().notNull(),
    debateId: uuid().notNull(),
    claimId: uuid().notNull(),
    kind: text().$type<EvidenceKind>().notNull(),
    url: text().notNull(),
    title: text().notNull(),
    publisher: text().notNull().default(""),
    publishedOn: date({ mode: "string" }),
    /** When its address was looked up, and what was found: the answer's status and title, or why there was none. */
    checkedAt: moment(),
    checkedStatus: integer(),
    checkedTitle: text(),
    checkedHash: text(),
    quote: text().notNull().default(""),
    authorId: uuid().notNull(),
    version: integer().notNull().default(1),
    createdAt: createdAt(),
    withdrawnAt: moment(),
    moderation: moderation(),
  },
  (table) => [
    primaryKey({ columns: [table.communityId, table.id] }),
    ofClaim(table),
    index().on(table.communityId, table.debateId),
  ],
);

/** What a person finds a source to be worth. Shown to nobody but that person; others see sums. */
export const evidenceReviews = pgTable(
  "evidence_reviews",
  {
    communityId: communityId(),
    debateId: uuid().notNull(),
    evidenceId: uuid().notNull(),
    participantId: uuid().notNull(),
    verdict: text().$type<Verdict>().notNull(),
    reviewedAt: createdAt(),
  },
  (table) => [
    primaryKey({ columns: [table.communityId, table.evidenceId, table.participantId] }),
    foreignKey({
      columns: [table.communityId, table.evidenceId],
      foreignColumns: [evidence.communityId, evidence.id],
    }),
    index().on(table.communityId, table.debateId),
  ],
);

/** How true a claim is to a person, 0 to 4; null: that person doesn't know. Shown to nobody but that person; others see sums. */
export const truthRatings = pgTable(
  "truth_ratings",
  {
    communityId: communityId(),
    debateId: uuid().notNull(),
    claimId: uuid().notNull(),
    participantId: uuid().notNull(),
    rating: smallint(),
    ratedAt: createdAt(),
  },
  (table) => [
    primaryKey({ columns: [table.communityId, table.claimId, table.participantId] }),
    ofClaim(table),
    index().on(table.communityId, table.debateId),
  ],
);

/** How much an edge's claim bears on its target, 0 to 4; null: that person doesn't know. */
export const relevanceRatings = pgTable(
  "relevance_ratings",
  {
    communityId: communityId(),
    debateId: uuid().notNull(),
    edgeId: uuid().notNull(),
    participantId: uuid().notNull(),
    rating: smallint(),
    /** What the edge spoke to when it was rated: it may have moved since. */
    targetId: uuid().notNull(),
    ratedAt: createdAt(),
  },
  (table) => [
    primaryKey({ columns: [table.communityId, table.edgeId, table.participantId] }),
    foreignKey({
      columns: [table.communityId, table.edgeId],
      foreignColumns: [edges.communityId, edges.id],
    }),
    index().on(table.communityId, table.debateId),
  ],
);
