import { sql } from "drizzle-orm";
import {
  type AnyPgColumn,
  boolean,
  foreignKey,
  index,
  integer,
  jsonb,
  numeric,
  pgTable,
  primaryKey,
  text,
  unique,
  uuid,
} from "drizzle-orm/pg-core";
import type { Holder, Weighting } from "#shared/counting/weighting.ts";
import type { DecisionResult } from "#shared/contract/decisions.ts";
import type { GroupRun, GroupSupport } from "#shared/contract/group-support.ts";
import type { TallyView } from "#shared/voting/tally.ts";
import type { Quorum, Threshold } from "#shared/voting/outcome.ts";
import { communityId, createdAt, moment, plainText } from "./columns.ts";
import { debates, positions } from "./debates.ts";

/** A whole number as large as tokens come: 10^27 of the smallest unit is usual. */
const amount = () => numeric({ mode: "bigint", precision: 78, scale: 0 });

export const decisions = pgTable(
  "decisions",
  {
    communityId: communityId(),
    id: uuid().notNull(),
    debateId: uuid().notNull(),
    title: text().notNull(),
    method: text().notNull(),
    settings: jsonb().$type<Record<string, unknown>>().notNull(),
    secrecy: text().$type<"public" | "secret-until-close" | "secret">().notNull(),
    /** Whether its count and who has the power in it are shown while votes come in. */
    liveResults: boolean().notNull().default(false),
    weighting: jsonb().$type<Weighting>().notNull(),
    /** How many units of weight are one as people read it. */
    unit: amount()
      .notNull()
      .default(sql`1`),
    /** Which roles vote; who they are is frozen at opening. */
    electorate: jsonb().$type<{ roles: ("owner" | "moderator" | "member")[] }>().notNull(),
    /** The number of electors, once frozen. */
    electorateSize: integer(),
    electorateWeight: amount(),
    /** SHA-256 over who votes with which weight, as frozen. */
    electorateHash: text(),
    /** The most that one delegate may carry, in per cent; null where nobody can delegate. */
    delegationCap: integer(),
    /** The position that is voted on, worded as when the decision opened, where options are the method's own. */
    subjectPositionId: uuid(),
    subjectTitle: text(),
    quorum: jsonb().$type<Quorum | null>(),
    threshold: jsonb().$type<Threshold | null>(),
    /** A share that is asked in every opinion group. */
    groupMajority: jsonb().$type<Threshold | null>(),
    /** The map whose groups it goes by: from opening on where a share in each is asked, else from closing on. */
    groupRun: jsonb().$type<GroupRun>(),
    /** Over the seals of who is in which, where a share in each is asked. */
    groupsHash: text(),
    /** How they voted. */
    groupSupport: jsonb().$type<GroupSupport>(),
    /** What settles a tie for winning: nothing, a draw by lot, or whoever moderates. */
    tieBreak: text().$type<"none" | "lot" | "chair">().notNull().default("none"),
    /** Of all that the decision goes by, as it was at opening. */
    rulesHash: text(),
    /** What that is the hash of, in canonical JSON; null in decisions of before. */
    frozenRules: text(),
    /** Drawn at opening; told once votes are counted. Its hash is told at opening. */
    lotSeed: text(),
    /** What a lot is drawn by: in decisions of before, by the server's seed alone. */
    lotBy: text().$type<"seed" | "seed-and-ballots">().notNull().default("seed"),
    /** Over the ballots as they were when it closed, where the lot is drawn by them too. */
    ballotsHash: text(),
    /** The order in which the chair put the options. */
    chairOrder: jsonb().$type<string[]>(),
    /** Whether voters can say why. */
    reasons: text().$type<"off" | "optional">().notNull().default("off"),
    /** Whether votes that were cast on paper are taken. */
    takesPaper: boolean().notNull().default(false),
    /** The count of those alone, beside the result. */
    paperTally: jsonb().$type<TallyView>(),
    /** The decision that left open what this one decides. */
    runoffOf: uuid(),
    /**
     * `scheduled` until opened; `counting` after voting has ended, while many ballots are counted; `cancelled` only
     * before opening; `annulled` only after.
     */
    status: text()
      .$type<"scheduled" | "open" | "counting" | "closed" | "cancelled" | "annulled">()
      .notNull(),
    opensAt: moment().notNull(),
    closesAt: moment().notNull(),
    openedAt: moment(),
    closedAt: moment(),
    result: jsonb().$type<DecisionResult>(),
    /** The signed note on the list of ballots and on what was counted; null in decisions of before. */
    checkpoint: text(),
    /** With which key it was signed, in base64. */
    signedBy: text(),
    /** What the community makes of the result, in words. */
    outcome: text(),
    outcomeById: uuid(),
    /** Why it was cancelled or annulled. */
    endReason: text(),
    /** The dispute about it until whose ruling it has no effect. */
    suspendedFor: uuid(),
    authorId: uuid().notNull(),
    version: integer().notNull().default(1),
    createdAt: createdAt(),
  },
  (table) => [
    primaryKey({ columns: [table.communityId, table.id] }),
    foreignKey({
      columns: [table.communityId, table.debateId],
      foreignColumns: [debates.communityId, debates.id],
    }),
    foreignKey({
      columns: [table.communityId, table.subjectPositionId],
      foreignColumns: [positions.communityId, positions.id],
    }),
    index().on(table.communityId, table.debateId),
    index().on(table.status, table.closesAt),
  ],
);

const ofDecision = (table: { communityId: AnyPgColumn; decisionId: AnyPgColumn }) =>
  foreignKey({
    columns: [table.communityId, table.decisionId],
    foreignColumns: [decisions.communityId, decisions.id],
  });

/** What can be voted for, as worded when the decision opened. */
export const decisionOptions = pgTable(
  "decision_options",
  {
    communityId: communityId(),
    decisionId: uuid().notNull(),
    /** A uuid, or a method's own word: "agree", "no". */
    id: text().notNull(),
    positionId: uuid(),
    title: text().notNull(),
    order: integer().notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.communityId, table.decisionId, table.id] }),
    ofDecision(table),
    foreignKey({
      columns: [table.communityId, table.positionId],
      foreignColumns: [positions.communityId, positions.id],
    }),
  ],
);

/** The electorate with its weights, frozen in the transaction that opens the decision. */
export const electors = pgTable(
  "electors",
  {
    communityId: communityId(),
    decisionId: uuid().notNull(),
    participantId: uuid().notNull(),
    role: text().$type<Holder["role"]>().notNull().default("member"),
    /** In the token's smallest unit; null in decisions that go by no tokens. */
    tokens: amount(),
    weight: amount().notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.communityId, table.decisionId, table.participantId] }),
    ofDecision(table),
  ],
);

/** One row per ballot. `ballotId` says nothing of the voter; `voterId` is empty in secret decisions. */
export const ballots = pgTable(
  "ballots",
  {
    communityId: communityId(),
    decisionId: uuid().notNull(),
    /** In the order in which the list is published. */
    ballotId: plainText().notNull(),
    voterId: uuid(),
    ballot: jsonb().$type<unknown>().notNull(),
    reason: text(),
    /** Keeps the hash on the voter's receipt from being guessed; null in ballots of before. */
    nonce: text(),
    /** Cast on paper, entered and confirmed by others. */
    isOnPaper: boolean().notNull().default(false),
    revision: integer().notNull().default(1),
    castAt: moment(),
  },
  (table) => [
    primaryKey({ columns: [table.communityId, table.decisionId, table.ballotId] }),
    unique().on(table.communityId, table.decisionId, table.voterId),
    ofDecision(table),
  ],
);

/** What leads from voters to the ids of their ballots, sealed; gone once the decision has closed. */
export const decisionKeys = pgTable(
  "decision_keys",
  { communityId: communityId(), decisionId: uuid().notNull(), sealed: text().notNull() },
  (table) => [primaryKey({ columns: [table.communityId, table.decisionId] }), ofDecision(table)],
);

/** Who has voted in a secret decision: that they did, and nothing of what or when. */
export const rollEntries = pgTable(
  "roll_entries",
  {
    communityId: communityId(),
    decisionId: uuid().notNull(),
    participantId: uuid().notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.communityId, table.decisionId, table.participantId] }),
    ofDecision(table),
  ],
);

/** Why people took their stances in a secret decision: apart from their ballots, in the order of stances and texts. */
export const decisionReasons = pgTable(
  "decision_reasons",
  {
    communityId: communityId(),
    decisionId: uuid().notNull(),
    place: integer().notNull(),
    stance: text().notNull(),
    reason: text().notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.communityId, table.decisionId, table.place] }),
    ofDecision(table),
  ],
);

/** The delegations that were in force when a decision closed, as they were counted. */
export const decisionDelegations = pgTable(
  "decision_delegations",
  {
    communityId: communityId(),
    decisionId: uuid().notNull(),
    fromId: uuid().notNull(),
    toId: uuid().notNull(),
    percent: integer().notNull(),
    madeAt: moment().notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.communityId, table.decisionId, table.fromId, table.toId] }),
    ofDecision(table),
  ],
);
