import { z } from "zod";
import type { PowerReport } from "#shared/power-report/report.ts";
import { warningCodes } from "#shared/power-report/warnings.ts";
import { Ballot } from "#shared/voting/index.ts";
import { OutcomeView } from "#shared/voting/outcome.ts";
import { Amount } from "#shared/voting/tally.ts";
import { DecisionResult, Secrecy, Weighting } from "./decisions.ts";
import { endpoint } from "./endpoint.ts";
import { Author, communityParams, Id, Moment } from "./ids.ts";

/** Of more electors than so many no report is made: to find out who has power, each is looked at many times. */
export const mostReported = 100_000;

const options = z.array(z.string());
const WeightingKind = z.enum(["one-person", "token", "square-root", "capped-token", "role"]);

const UnderWeighting = z.object({
  kind: WeightingKind,
  percent: z.int().nullable(),
  isInForce: z.boolean(),
  winners: options,
  runnerUp: z.string().nullable(),
  lead: z.object({ by: Amount, of: Amount }).nullable(),
  result: OutcomeView.shape.result,
  differs: z.enum(["no", "winner", "result"]),
});

const Concentration = z.object({
  holders: z.int(),
  gini: z.number(),
  herfindahl: z.number(),
  top1: z.number(),
  top5: z.number(),
  top10: z.number(),
  nakamoto: z.int().nullable(),
  lorenz: z.array(z.object({ holders: z.number(), held: z.number() })),
});

const Flip = z.discriminatedUnion("state", [
  z.object({
    state: z.literal("found"),
    from: z.string(),
    to: z.string(),
    voters: z.int(),
    weight: Amount,
    isExact: z.boolean(),
  }),
  z.object({ state: z.enum(["no-votes", "tied", "not-found"]) }),
]);

const Indices = z.object({
  method: z.enum(["exact", "owen"]),
  error: z.number(),
  quota: Amount,
  top: z.array(
    z.object({
      id: Id,
      weight: Amount,
      share: z.number(),
      banzhaf: z.number(),
      shapleyShubik: z.number(),
    }),
  ),
});

const Delegate = z.object({ id: Id, people: z.int(), weight: Amount, share: z.number() });
const CarriedPower = z.object({
  capPercent: z.int(),
  people: z.int(),
  share: z.number(),
  delegates: z.array(Delegate),
  overCap: z.array(Delegate),
});

const Warning = z.object({
  code: z.enum(warningCodes),
  options: z.record(z.string(), options),
  people: z.array(Id),
  numbers: z.record(z.string(), z.number()),
});

/** Who had the power in a decision: `PowerReport` of the kernel as it is sent. */
export const PowerReportView = z
  .object({
    unit: Amount,
    turnout: z.object({
      persons: z.object({ cast: z.int(), of: z.int() }),
      weight: z.object({ cast: Amount, of: Amount }),
    }),
    weightings: z.array(UnderWeighting),
    electorate: Concentration,
    voters: Concentration,
    flip: Flip,
    indices: Indices.nullable(),
    delegation: CarriedPower.nullable(),
    warnings: z.array(Warning),
  })
  .meta({ id: "PowerReport" }) satisfies z.ZodType<PowerReport>;
export type PowerReportView = z.infer<typeof PowerReportView>;

const decisionParams = z.object({ communityId: Id, decisionId: Id });
const below = "/api/communities/:communityId/decisions/:decisionId";
/** What is worked out anew for readers is worth some care. */
const limit = { max: 120, perSeconds: 60 };

export const readPower = endpoint({
  name: "readPower",
  summary: "Who had the power in a decision: once it has closed, or while its results are live",
  method: "GET",
  path: `${below}/power`,
  access: "public",
  params: decisionParams,
  reply: z.object({
    /** null while it is being worked out: ask again in a moment */
    report: PowerReportView.nullable(),
    /** false while votes still come in */
    isFinal: z.boolean(),
    /** how many may vote: by how much work goes into it */
    electors: z.int(),
    /** everybody whom the report names by id */
    people: z.array(Author),
  }),
  limit,
});

export const readTally = endpoint({
  name: "readTally",
  summary: "The count as it stands, where a decision's results are live",
  method: "GET",
  path: `${below}/tally`,
  access: "public",
  params: decisionParams,
  reply: z.object({
    ballotCount: z.int(),
    isFinal: z.boolean(),
    /** Votes came in since; of many, the next count is there a while later. */
    isBehind: z.boolean(),
    result: DecisionResult,
  }),
  limit,
});

const Elector = z.object({
  id: Id,
  role: z.enum(["owner", "moderator", "member"]),
  tokens: Amount.nullable(),
  weight: Amount,
});

export const readVotes = endpoint({
  name: "readVotes",
  summary:
    "All that a report on power goes by: who may vote with what weight, who voted how, delegations",
  method: "GET",
  path: `${below}/votes`,
  access: "public",
  params: decisionParams,
  reply: z.object({
    electors: z.array(Elector),
    ballots: z.array(z.object({ voter: Id, ballot: Ballot })),
    delegations: z.array(z.object({ from: Id, to: Id, percent: z.int(), madeAt: z.string() })),
    capPercent: z.int(),
  }),
  limit,
});

/** What a community's page tells of one decision that has closed. */
const DecisionPower = z.object({
  decisionId: Id,
  debateId: Id,
  title: z.string(),
  closedAt: Moment,
  secrecy: Secrecy,
  weighting: Weighting,
  /** null while its report is being worked out */
  figures: z
    .object({
      turnout: z.object({ cast: z.int(), of: z.int() }),
      gini: z.number(),
      nakamoto: z.int().nullable(),
      /** what the one with the largest weight cast of all that was */
      top1: z.number(),
      /** whether with one vote each another option had won */
      differs: z.enum(["no", "winner", "result"]),
      /** the largest share that one person carried for others */
      largestDelegate: z.number(),
      warnings: z.array(z.enum(warningCodes)),
    })
    .nullable(),
});
export type DecisionPower = z.infer<typeof DecisionPower>;

/** Who brought how many of something. */
const Agenda = z.object({
  total: z.int(),
  /** how many people brought any */
  people: z.int(),
  top: z.array(z.object({ person: Author, count: z.int() })),
});
export type Agenda = z.infer<typeof Agenda>;

export const readCommunityPower = endpoint({
  name: "readCommunityPower",
  summary: "Power in a community over time: each decision that has closed, and who sets the agenda",
  method: "GET",
  path: "/api/communities/:communityId/power",
  access: "public",
  params: communityParams,
  reply: z.object({
    /** the latest ones, the oldest of them first */
    decisions: z.array(DecisionPower),
    agenda: z.object({ debates: Agenda, positions: Agenda, decisions: Agenda }),
  }),
  limit,
});

export const powerEndpoints = [readPower, readTally, readVotes, readCommunityPower];
