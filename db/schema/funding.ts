import {
  bigint,
  boolean,
  foreignKey,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  uuid,
} from "drizzle-orm/pg-core";
import type { FundingPhase, FundingPlan, Milestone } from "#shared/contract/funding.ts";
import type { FundingBallot } from "#shared/funding/ballot.ts";
import type { RoundOutcome } from "#shared/funding/round.ts";
import type { FundingSettings } from "#shared/funding/settings.ts";
import { communityId, createdAt, moderation, moment } from "./columns.ts";
import { communities } from "./communities.ts";
import { debates } from "./debates.ts";

/** Hundredths of a currency; no more than numbers hold exactly. */
const money = () => bigint({ mode: "number" });

export interface CountedBallots {
  readonly ballot: FundingBallot;
  readonly heads: number;
}

/** A budget that is shared out among projects by a vote. */
export const fundingRounds = pgTable(
  "funding_rounds",
  {
    communityId: communityId().references(() => communities.id),
    id: uuid().notNull(),
    debateId: uuid(),
    authorId: uuid().notNull(),
    title: text().notNull(),
    about: text().notNull(),
    currency: text().notNull(),
    budget: money().notNull(),
    settings: jsonb().$type<FundingSettings>().notNull(),
    electorate: jsonb().$type<FundingPlan["electorate"]>().notNull(),
    phase: text().$type<FundingPhase>().notNull().default("proposals"),
    opensAt: moment(),
    closesAt: moment().notNull(),
    openedAt: moment(),
    closedAt: moment(),
    version: integer().notNull().default(1),
    isImported: boolean().notNull().default(false),
    electorateSize: integer(),
    projectsHash: text(),
    seed: text(),
    seedHash: text(),
    /** All ballots without names, equal ones once; from the count on. */
    ballots: jsonb().$type<readonly CountedBallots[]>(),
    ballotsHash: text(),
    outcome: jsonb().$type<RoundOutcome>(),
    createdAt: createdAt(),
  },
  (table) => [
    primaryKey({ columns: [table.communityId, table.id] }),
    foreignKey({
      columns: [table.communityId, table.debateId],
      foreignColumns: [debates.communityId, debates.id],
    }),
    index().on(table.phase, table.closesAt),
  ],
);

/** What somebody wants funded. */
export const fundingProjects = pgTable(
  "funding_projects",
  {
    communityId: communityId(),
    id: uuid().notNull(),
    roundId: uuid().notNull(),
    proposerId: uuid().notNull(),
    title: text().notNull(),
    summary: text().notNull(),
    team: text().notNull(),
    openness: text().notNull(),
    cost: money().notNull(),
    least: money().notNull(),
    milestones: jsonb().$type<readonly Milestone[]>().notNull(),
    version: integer().notNull().default(1),
    createdAt: createdAt(),
    withdrawnAt: moment(),
    /** What moderation says of it; absent where it has not touched it. */
    moderation: moderation(),
    /** Of the title, while something stands in its place. */
    titleHash: text(),
  },
  (table) => [
    primaryKey({ columns: [table.communityId, table.id] }),
    foreignKey({
      columns: [table.communityId, table.roundId],
      foreignColumns: [fundingRounds.communityId, fundingRounds.id],
    }),
    index().on(table.communityId, table.roundId),
  ],
);

/** Who may vote in a round, as it was when voting opened. */
export const fundingElectors = pgTable(
  "funding_electors",
  { communityId: communityId(), roundId: uuid().notNull(), participantId: uuid().notNull() },
  (table) => [
    primaryKey({ columns: [table.communityId, table.roundId, table.participantId] }),
    foreignKey({
      columns: [table.communityId, table.roundId],
      foreignColumns: [fundingRounds.communityId, fundingRounds.id],
    }),
  ],
);

/** One person's vote. Once it is counted only that they voted is left here. */
export const fundingBallots = pgTable(
  "funding_ballots",
  {
    communityId: communityId(),
    roundId: uuid().notNull(),
    voterId: uuid().notNull(),
    ballot: jsonb().$type<FundingBallot>(),
    revision: integer().notNull().default(1),
    castAt: createdAt(),
  },
  (table) => [
    primaryKey({ columns: [table.communityId, table.roundId, table.voterId] }),
    foreignKey({
      columns: [table.communityId, table.roundId, table.voterId],
      foreignColumns: [
        fundingElectors.communityId,
        fundingElectors.roundId,
        fundingElectors.participantId,
      ],
    }),
  ],
);
