import { z } from "zod";
import { FundingBallot } from "#shared/funding/ballot.ts";
import { FundingSettings, Money } from "#shared/funding/settings.ts";
import { CommitmentSummary } from "./commitments.ts";
import { Electorate } from "./decisions.ts";
import { endpoint, postsFromAddress } from "./endpoint.ts";
import { communityRoom, event } from "./event.ts";
import { FundingOutcome } from "./funding-outcome.ts";
import { Author, communityParams, Id, Moment, Version } from "./ids.ts";
import { ModerationMark } from "./moderated.ts";
import { line, prose } from "./text.ts";

/*
 * Funding rounds: a budget, projects that ask for a part of it, people who vote, and a rule that shares it out. No money
 * is moved here. Amounts are whole hundredths of the round's currency.
 */

export const fundingLimits = {
  rounds: 200,
  projects: 300,
  milestones: 12,
  title: 120,
  about: 4_000,
  summary: 2_000,
  currency: 12,
  longestDays: 365,
  /** When a funded project that names no milestones is due, in weeks from the end of its round. */
  weeksWithoutMilestones: 26,
  pabulibBytes: 8_000_000,
} as const;

export const FundingPhase = z.enum(["proposals", "voting", "counting", "closed", "withdrawn"]);
export type FundingPhase = z.infer<typeof FundingPhase>;

const Amount = Money.min(1);

/** What a round is to be; fixed once voting opens. */
export const FundingPlan = z.strictObject({
  title: line(fundingLimits.title, 3),
  about: prose(fundingLimits.about).default(""),
  currency: line(fundingLimits.currency),
  budget: Amount,
  settings: FundingSettings,
  electorate: Electorate.default({ roles: ["owner", "moderator", "member"] }),
  /** When voting opens by itself; null where somebody opens it. */
  opensAt: Moment.nullable().default(null),
  closesAt: Moment,
  debateId: Id.nullable().default(null),
});
export type FundingPlan = z.infer<typeof FundingPlan>;

export const FundingRound = z
  .object({
    id: Id,
    title: z.string(),
    about: z.string(),
    currency: z.string(),
    budget: Money,
    settings: FundingSettings,
    electorate: Electorate,
    debateId: Id.nullable(),
    phase: FundingPhase,
    opensAt: Moment.nullable(),
    closesAt: Moment,
    openedAt: Moment.nullable(),
    closedAt: Moment.nullable(),
    author: Author,
    version: Version,
    isImported: z.boolean(),
    projectCount: z.int(),
    ballotCount: z.int(),
    /** People who may vote, once that is fixed. */
    electorateSize: z.int().nullable(),
    /** SHA-256 over what projects ask for as it was fixed, and of the seed of the lot, told at opening. */
    projectsHash: z.string().nullable(),
    seedHash: z.string().nullable(),
    spent: Money.nullable(),
  })
  .meta({ id: "FundingRound" });
export type FundingRound = z.infer<typeof FundingRound>;

export const Milestone = z
  .object({ title: line(fundingLimits.title, 2), weeks: z.int().min(1).max(520) })
  .meta({ id: "FundingMilestone" });
export type Milestone = z.infer<typeof Milestone>;

export const ProjectPlan = z.strictObject({
  title: line(fundingLimits.title, 3),
  summary: prose(fundingLimits.summary).default(""),
  team: line(200).or(z.literal("")).default(""),
  cost: Amount,
  /** Less than this is of no use; the cost itself where a project is done in full or not at all. */
  least: Amount,
  milestones: z.array(Milestone).max(fundingLimits.milestones).default([]),
  /** How what comes of it stays open to everybody. */
  openness: prose(fundingLimits.summary).default(""),
});
export type ProjectPlan = z.infer<typeof ProjectPlan>;

export const FundingProject = ProjectPlan.omit({})
  .extend({
    id: Id,
    proposer: Author,
    version: Version,
    isMine: z.boolean(),
    /** While it is out of sight something stands in place of its words; what it asks for stands as it is. */
    title: z.string(),
    milestones: z.array(z.object({ title: z.string(), weeks: z.int() })),
    moderation: ModerationMark.optional(),
  })
  .strip()
  .meta({ id: "FundingProject" });
export type FundingProject = z.infer<typeof FundingProject>;

/** Everything about a round. */
export const FundingRoundView = z
  .object({
    round: FundingRound,
    /** In the order in which they were proposed; ballots name them by their ids. */
    projects: z.array(FundingProject),
    outcome: FundingOutcome.nullable(),
    /** What the funded projects were made into, once the round is counted. */
    commitments: z.array(CommitmentSummary),
    /** The reader's ballot, while votes are taken. */
    ballot: FundingBallot.nullable(),
    can: z.object({
      steer: z.boolean(),
      propose: z.boolean(),
      vote: z.boolean(),
    }),
  })
  .meta({ id: "FundingRoundView" });
export type FundingRoundView = z.infer<typeof FundingRoundView>;

const path = "/api/communities/:communityId/funding-rounds";
const onePath = `${path}/:roundId` as const;
const params = communityParams.extend({ roundId: Id });
const projectParams = params.extend({ projectId: Id });

export const listFundingRounds = endpoint({
  name: "listFundingRounds",
  summary: "A community's funding rounds, the newest first",
  method: "GET",
  path,
  access: "public",
  params: communityParams,
  reply: z.object({ items: z.array(FundingRound), can: z.object({ begin: z.boolean() }) }),
});

export const beginFundingRound = endpoint({
  name: "beginFundingRound",
  summary: "Begin a funding round: projects can be proposed from now on",
  method: "POST",
  path,
  access: "moderator",
  params: communityParams,
  body: FundingPlan,
  reply: FundingRound,
});

export const readFundingRound = endpoint({
  name: "readFundingRound",
  summary: "A funding round with its projects, its outcome and the reader's own ballot",
  method: "GET",
  path: onePath,
  access: "public",
  params,
  reply: FundingRoundView,
});

export const changeFundingRound = endpoint({
  name: "changeFundingRound",
  summary: "Change what a round is to be, before voting opens",
  method: "PATCH",
  path: onePath,
  access: "moderator",
  params,
  body: FundingPlan.extend({ version: Version }),
  reply: FundingRound,
});

export const withdrawFundingRound = endpoint({
  name: "withdrawFundingRound",
  summary: "Call a round off before voting opens; it stays to be seen",
  method: "DELETE",
  path: onePath,
  access: "moderator",
  params,
});

export const openFundingRound = endpoint({
  name: "openFundingRound",
  summary: "Open voting now: projects, what they ask for, and who may vote are fixed",
  method: "POST",
  path: `${onePath}/opening`,
  access: "moderator",
  params,
  reply: FundingRound,
});

export const proposeProject = endpoint({
  name: "proposeProject",
  summary: "Propose a project to be funded",
  method: "POST",
  path: `${onePath}/projects`,
  access: "member",
  params,
  body: ProjectPlan,
  reply: FundingProject,
  limit: postsFromAddress,
});

export const editProject = endpoint({
  name: "editProject",
  summary: "Change one's own project, before voting opens",
  method: "PATCH",
  path: `${onePath}/projects/:projectId`,
  access: "member",
  params: projectParams,
  body: ProjectPlan.extend({ version: Version }),
  reply: FundingProject,
});

export const withdrawProject = endpoint({
  name: "withdrawProject",
  summary: "Take a project back before voting opens: its proposer, or a moderator",
  method: "DELETE",
  path: `${onePath}/projects/:projectId`,
  access: "member",
  params: projectParams,
});

export const castFundingBallot = endpoint({
  name: "castFundingBallot",
  summary: "Vote in a round, or change one's vote until it ends",
  method: "PUT",
  path: `${onePath}/ballot`,
  access: "member",
  params,
  body: z.strictObject({ ballot: FundingBallot }),
  reply: z.object({ ballot: FundingBallot, revision: z.int(), castAt: Moment }),
});

export const takeBackFundingBallot = endpoint({
  name: "takeBackFundingBallot",
  summary: "Take one's vote back while votes are taken",
  method: "DELETE",
  path: `${onePath}/ballot`,
  access: "member",
  params,
});

export const downloadFundingBundle = endpoint({
  name: "downloadFundingBundle",
  summary: "All that is needed to count a closed round again, without anybody's name",
  method: "GET",
  path: `${onePath}/bundle`,
  access: "public",
  params,
  download: "JSON: rules, projects, ballots, outcome",
});

export const downloadPabulib = endpoint({
  name: "downloadPabulib",
  summary: "A closed round as a Pabulib file; not of pledges, for which it has no form",
  method: "GET",
  path: `${onePath}/pabulib`,
  access: "public",
  params,
  download: "a .pb file of Pabulib, UTF-8",
});

export const importPabulib = endpoint({
  name: "importPabulib",
  summary:
    "Bring in a round that was held elsewhere from a Pabulib file, counted by one's own rule",
  method: "POST",
  path: `${path}/imports`,
  access: "moderator",
  params: communityParams,
  body: z.strictObject({
    text: prose(fundingLimits.pabulibBytes).min(1),
    rule: z.enum(["equal-shares", "greedy"]).default("equal-shares"),
  }),
  bodyLimit: fundingLimits.pabulibBytes + 65_536,
  reply: FundingRound,
});

const inCommunity = z.object({ communityId: Id, roundId: Id });

/** Something about a round is different: whoever looks at it reads it again. */
export const fundingRoundChanged = event({
  name: "funding.round.changed",
  payload: inCommunity.extend({ phase: FundingPhase }),
  room: communityRoom,
});

/** How many have voted; folded, an absolute value. */
export const fundingBallotsCounted = event({
  name: "funding.ballots.counted",
  payload: inCommunity.extend({ ballotCount: z.int() }),
  room: communityRoom,
  folded: true,
});

export const fundingEndpoints = [
  listFundingRounds,
  beginFundingRound,
  readFundingRound,
  changeFundingRound,
  withdrawFundingRound,
  openFundingRound,
  proposeProject,
  editProject,
  withdrawProject,
  castFundingBallot,
  takeBackFundingBallot,
  downloadFundingBundle,
  downloadPabulib,
  importPabulib,
];
export const fundingEvents = [fundingRoundChanged, fundingBallotsCounted];
